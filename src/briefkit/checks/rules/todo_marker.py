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
from briefkit.format.model import Brief, Person, Volume
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
    for path, people in _people(subject):
        for i, person in enumerate(people):
            yield (*path, i, "name"), person.name
            yield (*path, i, "affiliation"), person.affiliation
    for word, meaning in subject.abbreviations.items():
        yield ("abbreviations", word), meaning
    for waiver in subject.waivers:
        yield (*waiver.place.path, "reason"), waiver.reason
    for reference in subject.references:
        path = reference.place.path
        yield from (((*path, name), text) for name, text in reference.fields.items() if name in _PRINTED)
        for role, names in reference.names.items():
            yield from (((*path, role, i, "literal"), name.literal) for i, name in enumerate(names))
    yield from _of_volume(subject) if isinstance(subject, Volume) else _of_brief(subject)


def _people(subject: Brief | Volume) -> Iterator[tuple[Path, tuple[Person, ...]]]:
    yield ("restated_by",), subject.restated_by
    if isinstance(subject, Brief):
        yield ("authors",), subject.authors
        return
    yield ("editors",), subject.editors
    for part, people in subject.bylines.items():
        yield ("bylines", part), people


def _of_brief(brief: Brief) -> Iterator[tuple[Path, str]]:
    for i, readers in enumerate(brief.audience):
        yield ("audience", i), readers
    for point in brief.points:
        yield (*point.place.path, "group"), point.group
    for figure in brief.figures:
        path = figure.place.path
        yield from (((*path, "columns", i), name) for i, name in enumerate(figure.columns))
        yield from (((*path, "rows", i, "label"), row.label) for i, row in enumerate(figure.rows))


def _of_volume(volume: Volume) -> Iterator[tuple[Path, str]]:
    for theme in volume.themes.values():
        yield (*theme.place.path, "name"), theme.name
        yield (*theme.place.path, "description"), theme.description
    for contributor in volume.contributors:
        yield (*contributor.place.path, "affiliation"), contributor.affiliation


RULE = FileRule(
    "todo-marker",
    "BK309",
    Severity.ERROR,
    __doc__,
    check=check,
)
