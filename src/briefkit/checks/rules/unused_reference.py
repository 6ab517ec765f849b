"""A source that nothing cites.

What:
    A reference of a brief is cited nowhere in the brief, or one of the volume neither in the volume nor in a brief.
    `based_on` counts as a citation.

Why:
    A forgotten source is usually a lost note.

Bad:
    references:
      - id: rix-1992
        type: book
        title: The Australia–Japan Political Alignment
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

from collections.abc import Iterator, Sequence

from briefkit.checks.hidden import PROSE
from briefkit.checks.links import find
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule, volume_of
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Fault, Severity
from briefkit.source.site import read_site
from briefkit.text.suggest import Vocabulary


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each reference of a brief that the brief does not cite."""
    if parsed.brief:
        cited = _cited(parsed)
        for reference in parsed.subject.references:
            if reference.id not in cited:
                yield Fault((*reference.place.path, "id"), *_words("the brief", reference.id))


def collect(parsed: ParsedBrief) -> Json:
    """Return the sources of the volume that a brief cites; of the volume itself the places of the uncited ones."""
    cited = _cited(parsed)
    if parsed.brief is None:
        uncited = (reference for reference in parsed.subject.references if reference.id not in cited)
        return {reference.id: parsed.site((*reference.place.path, "id")).json() for reference in uncited}
    shared = parsed.volume.references if parsed.volume else ()
    return [reference.id for reference in shared if reference.id in cited] or None


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each reference of the volume that nothing cites."""
    own = volume_of(files)
    if own is None or not isinstance(places := own.facts, dict):
        return
    cited = {key for file in files if isinstance(facts := file.facts, list) for key in facts}
    for key, place in places.items():
        if key not in cited:
            yield LibraryFault(own.file, read_site(place), *_words("the volume and its briefs", key))


def _cited(parsed: ParsedBrief) -> frozenset[str]:
    """Return the keys that the file cites; a key that has lost its brackets cites, too, and has its own finding."""
    shared = parsed.volume.references if parsed.volume else ()
    keys = Vocabulary(reference.id for reference in (*parsed.subject.references, *shared))
    faults = (fault for field in parsed.prose.values() for fault in field.faults)
    bare = {find(fault.text.strip("@{}"), keys)[1] for fault in faults if fault.kind == "bare-citation"}
    return frozenset(parsed.links.cited() | bare)


def _words(where: str, key: str) -> tuple[str, str]:
    return f"nothing in {where} cites `{key}`", f"cite it as `[@{key}]` where it belongs, or delete it"


RULE = LibraryRule(
    "unused-reference",
    "BK403",
    Severity.WARNING,
    __doc__,
    check=check,
    collect=collect,
    combine=combine,
    absence=(*PROSE, ("based_on", "cite")),
)
