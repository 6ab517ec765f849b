"""The sources of briefs and volume, with who cites them."""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief, parse_brief
from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.document.cite.names import full
from briefkit.format.model import Brief, CslDate, Reference, Volume
from briefkit.source.draft import Json, Path
from briefkit.views.listing.column import Column, Listing, cell, styled
from briefkit.views.listing.places import by_owner, place_name
from briefkit.views.listing.selection import Selection
from briefkit.views.view import Record

FIELDS = (
    "reference",
    "brief",
    "type",
    "authors",
    "title",
    "container_title",
    "publisher",
    "issued",
    "url",
    "entry",
    "citations",
    "cited_by",
    "file",
    "line",
)


def _records(selection: Selection) -> Iterator[Record]:
    """Yield the sources as a bibliography sorts them; a source that two files list is there twice.

    With a filter, only sources that a place which passes cites.
    """
    citations = _citations(selection)
    subjects: list[Brief | Volume] = [*selection.briefs.values(), *([selection.volume] if selection.volume else [])]
    listed = [(subject, reference) for subject in subjects for reference in subject.references]
    for subject, reference in sorted(listed, key=lambda pair: cite.sort_key(pair[1])):
        places = citations.get((subject.place.file, reference.id), [])
        if places or not selection.is_narrowed:
            yield _record(subject, reference, places)


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
    for brief in selection.briefs.values():
        yield parse_brief(brief, selection.volume)
    if selection.volume and selection.is_whole and not selection.themes:
        yield parse_brief(selection.volume, selection.volume)


def _passes(parsed: ParsedBrief, path: Path, selection: Selection) -> bool:
    """Tell whether a citation stands in a point with a theme that was asked for, if one was."""
    if not selection.themes:
        return True
    return any(selection.has(point) and path[: len(point.place.path)] == point.place.path for point in parsed.points)


def _record(subject: Brief | Volume, reference: Reference, places: list[str]) -> Record:
    fields = reference.fields

    def text(name: str) -> Json:
        return b.clean(fields[name]) if name in fields else None

    return {
        "reference": reference.id,
        "brief": subject.name if isinstance(subject, Brief) else None,
        "type": reference.type,
        "authors": [full(name) for name in reference.names.get("author", ())],
        "title": text("title"),
        "container_title": text("container-title"),
        "publisher": text("publisher"),
        "issued": _date(reference.dates.get("issued")),
        "url": text("URL"),
        "entry": b.clean(b.plain(cite.bibliography_entry(reference))),
        "citations": len(places),
        "cited_by": list(dict.fromkeys(places)),
        "file": reference.place.file,
        "line": reference.place.line,
    }


def _date(date: CslDate | None) -> str | None:
    if date is None:
        return None
    interval = date.interval
    if interval is None:
        return b.clean(date.literal) or None
    return f"{interval.start}/{interval.end}" if interval.end else str(interval.start)


def _reference(record: Record, selection: Selection) -> Reference:
    name = record["brief"]
    subject = selection.briefs[name] if isinstance(name, str) else selection.volume
    references = subject.references if subject else ()
    return next(reference for reference in references if reference.id == record["reference"])


def _source(record: Record, selection: Selection) -> b.Blocks:
    """Show a source as a short note with its year, in which it is known at a glance."""
    reference = _reference(record, selection)
    year = str(record["issued"] or "").partition("-")[0]
    return cell((*cite.short_note(reference), *b.text(f" ({year})" if year else "")))


def _entry(record: Record, selection: Selection) -> b.Blocks:
    return cell(cite.bibliography_entry(_reference(record, selection)))


LISTING = Listing(
    name="references",
    kind="references",
    records=_records,
    fields=FIELDS,
    filters=("brief", "theme", "author"),
    narrow="reference,source,cited_by",
    wide="reference,entry,cited_by",
    columns={
        "reference": Column(show=lambda record, _: styled(record["reference"], "label")),
        "source": Column(show=_source, weight=2),
        "entry": Column(show=_entry, weight=3),
        "citations": Column(number=True),
        "cited_by": Column(show=lambda record, _: cell(by_owner(record["cited_by"]))),
        "line": Column(number=True),
    },
)
