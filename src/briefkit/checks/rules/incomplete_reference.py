"""A reference without something that its type needs.

What:
    What a note of this type needs is absent: title, date (or `n.d.`), container, publisher, address. An institution
    as author stands for the publisher of a webpage, a document or a report.

Why:
    A reader could not find the source. What a printed note has lost is left out and waived; it is supplied only where a
    reader can verify it, and then an editorial note says so.

Bad:
    summary: Some feared a return of the past.[@rix-1992]
    references:
      - id: rix-1992
        type: book
        author:
          - family: Rix
            given: Alan
        publisher: Routledge
        issued: 1992

Good:
    summary: Some feared a return of the past.[@rix-1992]
    references:
      - id: rix-1992
        type: book
        title: The Australia–Japan Political Alignment
        author:
          - family: Rix
            given: Alan
        publisher: Routledge
        issued: 1992
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Reference
from briefkit.source.finding import Fault, Severity

_NEEDS: dict[str, tuple[str, ...]] = {
    "article-journal": ("container-title",),
    "article-magazine": ("container-title",),
    "article-newspaper": ("container-title",),
    "book": ("publisher",),
    "broadcast": ("publisher",),
    "chapter": ("container-title", "publisher"),
    "dataset": ("publisher",),
    "document": ("publisher",),
    "entry-encyclopedia": ("container-title",),
    "legal_case": ("number",),
    "paper-conference": ("container-title",),
    "post": ("container-title", "URL"),
    "post-weblog": ("container-title", "URL"),
    "report": ("publisher",),
    "review-book": ("container-title",),
    "standard": ("number",),
    "thesis": ("publisher",),
    "webpage": ("publisher", "URL"),
}
_INSTEAD: dict[str, tuple[str, ...]] = {
    "publisher": ("container-title",),
    "container-title": ("event-title", "event"),
    "number": ("container-title",),
    "URL": ("DOI",),
}
_TITLED_BY: dict[str, tuple[str, ...]] = {
    "broadcast": ("container-title",),
    "hearing": ("number", "section"),
    "review-book": ("reviewed-title", "reviewed-genre"),
}
"""What may stand for a title."""
_UNTITLED = frozenset({"interview", "personal_communication"})
_UNDATED = frozenset({"entry-encyclopedia", "legislation"})
"""The types of which a code or an online edition in force is cited without date."""
_OWN_PUBLISHER = frozenset({"webpage", "document", "report"})
_NAMES = {"container-title": "the newspaper, journal or book it stands in (`container-title`)"}


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each reference that lacks something, one for all that it lacks."""
    for reference in parsed.subject.references:
        missing = [_NAMES.get(name, f"`{name}`") for name in _missing(reference)]
        if missing:
            yield Fault(
                (*reference.place.path, "id"),
                f"`{reference.id}` lacks {' and '.join(missing)}",
                "fill it in, or waive this with the reason when the source has lost it",
            )


def _missing(reference: Reference) -> Iterator[str]:
    titles = ("title", *_TITLED_BY.get(reference.type, ()))
    if reference.type not in _UNTITLED and not any(name in reference.fields for name in titles):
        yield "title"
    if "issued" not in reference.dates and reference.type not in _UNDATED:
        yield "issued"
    for name in _NEEDS.get(reference.type, ()):
        if not any(other in reference.fields for other in (name, *_INSTEAD.get(name, ()))) and not (
            name == "publisher" and _is_own_publisher(reference)
        ):
            yield name


def _is_own_publisher(reference: Reference) -> bool:
    return reference.type in _OWN_PUBLISHER and any(name.literal for name in reference.names.get("author", ()))


RULE = FileRule(
    "incomplete-reference",
    "BK406",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=(("references", ".", "**"),),
)
