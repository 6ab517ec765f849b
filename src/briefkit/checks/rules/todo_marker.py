"""A mark of unfinished work is left in the text.

What:
    TODO, TBC, TBD, XXX or lorem ipsum stands in a title, a statement, prose, a name, the meaning of an abbreviation,
    the reason of a waiver, or a field of a reference that is printed.

Why:
    It would be printed.

Bad:
    summary: "TODO: sum up the brief."

Good:
    summary: Japan and Australia are close partners.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Volume
from briefkit.source.draft import Path
from briefkit.source.finding import Fault, Severity
from briefkit.text.words import unfinished

_PRINTED = frozenset(
    """title title-short container-title collection-title publisher publisher-place event-title event-place genre
    edition volume issue number page""".split()
)
"""Fields of references; notes and keywords that come from another program are their owner's own."""


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each marker."""
    for path, text in (*parsed.texts(), *_others(parsed)) if parsed.may_be_unfinished else ():
        for match in unfinished(text):
            yield Fault(path, f"`{match[0]}` is left in the text", "finish the passage, or take it out", match.span())


def _others(parsed: ParsedBrief) -> Iterator[tuple[Path, str]]:
    """Yield the short texts that count as words nowhere else."""
    subject = parsed.subject
    key, people = ("editors", subject.editors) if isinstance(subject, Volume) else ("authors", subject.authors)
    for i, person in enumerate(people):
        yield (key, i, "name"), person.name
        yield (key, i, "affiliation"), person.affiliation
    for word, meaning in subject.abbreviations.items():
        yield ("abbreviations", word), meaning
    for waiver in subject.waivers:
        yield (*waiver.place.path, "reason"), waiver.reason
    for reference in subject.references:
        path = reference.place.path
        yield from (((*path, name), text) for name, text in reference.fields.items() if name in _PRINTED)
        for role, names in reference.names.items():
            yield from (((*path, role, i, "literal"), name.literal) for i, name in enumerate(names))
    if isinstance(subject, Volume):
        for theme in subject.themes.values():
            yield (*theme.place.path, "name"), theme.name
            yield (*theme.place.path, "description"), theme.description
        for contributor in subject.contributors:
            yield (*contributor.place.path, "affiliation"), contributor.affiliation


RULE = FileRule(
    "todo-marker",
    "BK309",
    Severity.ERROR,
    __doc__,
    check=check,
)
