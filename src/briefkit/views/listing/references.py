"""The sources of briefs and volume, with who cites them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.document.cite.names import full
from briefkit.format.model import Brief, CslDate, Reference, Volume
from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Json, Path
from briefkit.views.listing.column import Column, Listing, cell, styled
from briefkit.views.listing.owners import by_owner
from briefkit.views.listing.selection import Selection
from briefkit.views.places import place_name


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A source of a brief or the volume, and the names of the places that cite it, one for each citation."""

    subject: Brief | Volume
    reference: Reference
    places: tuple[str, ...]

    @property
    def cited_by(self) -> list[str]:
        """The places that cite it, each once."""
        return list(dict.fromkeys(self.places))


def _rows(selection: Selection) -> Iterator[ReferenceRow]:
    """Yield the sources as a bibliography sorts them; a source that two files list is there twice.

    With a filter, only sources that a place which passes cites.
    """
    citations = _citations(selection)
    subjects: list[Brief | Volume] = [*selection.briefs.values(), *([selection.volume] if selection.volume else [])]
    listed = [(subject, reference) for subject in subjects for reference in subject.references]
    for subject, reference in sorted(listed, key=lambda pair: cite.sort_key(pair[1])):
        places = citations.get((subject.place.file, reference.id), [])
        if places or not selection.is_narrowed:
            yield ReferenceRow(subject, reference, tuple(places))


def _citations(selection: Selection) -> dict[tuple[str, str], list[str]]:
    """Return the places that cite each source, by the file that lists it and its key; a place for each citation."""
    volume = selection.volume
    found: dict[tuple[str, str], list[str]] = {}
    for parsed in _parsed(selection):
        own = {reference.id for reference in parsed.subject.references}
        for link in parsed.links.citations:
            if link.serves and _passes(parsed, link.path, selection):
                owner = parsed.subject.place.file if link.target in own or not volume else volume.place.file
                found.setdefault((owner, link.target), []).append(place_name(parsed.subject, link.path))
    return found


def _parsed(selection: Selection) -> Iterator[ParsedBrief]:
    yield from selection.parsed.values()
    if selection.parsed_volume and selection.is_whole and not selection.themes:
        yield selection.parsed_volume


def _passes(parsed: ParsedBrief, path: Path, selection: Selection) -> bool:
    """Tell whether a citation stands in a point with a theme that was asked for, if one was."""
    if not selection.themes:
        return True
    return any(selection.has(point) and path[: len(point.place.path)] == point.place.path for point in parsed.points)


def _text(name: str) -> Callable[[ReferenceRow], Json]:
    """Return what gives a CSL field of a source, null where it has none."""

    def value(row: ReferenceRow) -> Json:
        fields = row.reference.fields
        return b.clean(fields[name]) if name in fields else None

    return value


def _issued(row: ReferenceRow) -> str | None:
    date = row.reference.dates.get("issued")
    return _date(date) if date else None


def _date(date: CslDate) -> str | None:
    interval = date.interval
    if interval is None:
        return b.clean(date.literal) or None
    return f"{interval.start}/{interval.end}" if interval.end else str(interval.start)


def _source(row: ReferenceRow) -> b.Blocks:
    """Show a source as a short note with its year, in which it is known at a glance."""
    year = (_issued(row) or "").partition("-")[0]
    return cell((*cite.short_note(row.reference), *b.text(f" ({year})" if year else "")))


def _entry(row: ReferenceRow) -> b.Inlines:
    return cite.bibliography_entry(row.reference)


_LISTINGS: tuple[Listing[ReferenceRow], ...] = (
    Listing(
        name="references",
        kind="references",
        rows=_rows,
        columns={
            "reference": Column(lambda row: row.reference.id, lambda row: styled(row.reference.id, "label")),
            "brief": Column(lambda row: row.subject.name if isinstance(row.subject, Brief) else None),
            "type": Column(lambda row: row.reference.type),
            "authors": Column(lambda row: [full(name) for name in row.reference.names.get("author", ())]),
            "title": Column(_text("title")),
            "container_title": Column(_text("container-title")),
            "publisher": Column(_text("publisher")),
            "issued": Column(_issued),
            "url": Column(_text("URL")),
            "entry": Column(lambda row: b.clean(b.plain(_entry(row))), lambda row: cell(_entry(row)), weight=3),
            "citations": Column(lambda row: len(row.places), number=True),
            "cited_by": Column(lambda row: [*row.cited_by], lambda row: cell(by_owner(row.cited_by))),
            "file": Column(lambda row: row.reference.place.file),
            "line": Column(lambda row: row.reference.place.line, number=True),
            "source": Column(show=_source, weight=2),
        },
        filters=("brief", "theme", "author"),
        narrow="reference,source,cited_by",
        wide="reference,entry,cited_by",
    ),
)


def listings(_: QuestionSet) -> tuple[Listing[ReferenceRow], ...]:
    """Return the list of references."""
    return _LISTINGS
