"""A library → the files of its site, by their names in the folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.format.model import Brief, Reference
from briefkit.publish.format import ROWS
from briefkit.publish.holdings import Holdings
from briefkit.publish.web.anchors import identifier
from briefkit.publish.web.inlines import inlines
from briefkit.publish.web.story import Story
from briefkit.site import data, pages, table
from briefkit.site.pages import Frame
from briefkit.text.errors import UsageError
from briefkit.views.rows import PointRow, point_rows

MOST_COMPARED = 24
"""Briefs up to which they stand side by side on a page; more have only the table of points, with its filters."""
MANIFEST = "briefkit-site.txt"
"""The file that lists all others, so that a later site knows which of them it may take away."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""Names that no file can have on Windows, whatever its suffix."""


@dataclass(frozen=True)
class Material:
    """What a site is made of: what the files say, each brief as a document, the comparison, and the sources."""

    holdings: Holdings
    documents: Mapping[str, b.Document]
    comparison: b.Document | None
    sources: tuple[tuple[Reference, tuple[str, ...]], ...]
    """Each source with the names of the places that cite it: `australia:R1`."""


def build(material: Material) -> dict[str, str]:
    """Return the files of the site. Raises UsageError when a brief has the name of another page."""
    holdings = material.holdings
    briefs = holdings.briefs
    names = _names(briefs)
    rows = [PointRow(brief, point, holdings.volume) for brief in briefs for point in brief.points]
    tasks = [row for row in rows if row.point.actors or row.point.horizon or row.point.deadline]
    tasks = sorted((row for row in tasks if "actors" in row.point.question.fields), key=table.when_key)
    frame = Frame(_meta(material), next(iter(material.documents.values())).look, _ways(material, tasks))
    files = {
        pages.POINTS: pages.points(frame, rows, names, data.structured(data.of_library(frame.meta, briefs))),
        pages.FEED: data.feed(frame.meta, briefs, holdings.volume),
    }
    if material.comparison:
        files[pages.COMPARISON] = frame.document(material.comparison, pages.COMPARISON)
    if tasks:
        found = point_rows(tasks, holdings.questions)
        files[pages.TRACKER] = pages.tracker(frame, tasks, names)
        for kind, name in (("csv", pages.TRACKER_CSV), ("json", pages.TRACKER_JSON)):
            files[name] = str(ROWS.find(kind).render(found, {}))
    if material.sources:
        files[pages.SOURCES] = pages.sources(frame, _sources(material, rows))
    for brief in briefs:
        name = f"{brief.name}{table.SUFFIX}"
        if name.lower() in files or name.lower() in (pages.COMPARISON, pages.TRACKER, pages.SOURCES):
            raise UsageError(f"the brief `{brief.name}` has the name of another page", hint="rename its file")
        if brief.name.partition(".")[0].lower() in _DEVICES:
            raise UsageError(f"the brief `{brief.name}` has the name of a device on Windows", hint="rename its file")
        files[name] = frame.document(material.documents[brief.name], name, data.structured(data.of_brief(brief)))
    return {**files, MANIFEST: "".join(f"{name}\n" for name in files)}


def _names(briefs: Iterable[Brief]) -> dict[str, str]:
    """Return how the briefs are called: as their set says, or by file where two are called the same."""
    called = {brief.name: b.clean(brief.called) for brief in briefs}
    twice = len(set(called.values())) < len(called)
    return {name: name for name in called} if twice else called


def _meta(material: Material) -> b.Meta:
    volume = material.holdings.volume
    if volume is None:
        return b.Meta("Policy briefs")
    return b.Meta(
        title=table.plain(volume.title),
        subtitle=table.plain(volume.subtitle),
        authors=tuple(table.plain(person.name) for person in volume.editors),
        date=volume.date,
        language=volume.language,
        publisher=table.plain(volume.publisher),
    )


def _ways(material: Material, tasks: list[PointRow]) -> dict[str, str]:
    ways = {pages.POINTS: "All points"}
    if material.comparison:
        ways[pages.COMPARISON] = "Side by side"
    if tasks:
        ways[pages.TRACKER] = "Who should do what"
    if material.sources:
        ways[pages.SOURCES] = "Sources"
    return {**ways, pages.FEED: "Feed"}


def _sources(material: Material, rows: Iterable[PointRow]) -> Iterable[data.Source]:
    addresses = {row.name: table.address(row) for row in rows}
    for brief in material.holdings.briefs:
        for question in material.holdings.questions.questions:
            anchor = identifier(f"{brief.name}--{question.slug}")
            addresses[f"{brief.name}:{question.slug}"] = f"{table.page_of(brief.name)}#{anchor}"
    story = Story(())
    for reference, places in material.sources:
        entry = inlines(cite.bibliography_entry(reference), story)
        yield data.Source(entry, tuple((place, _address(place, addresses)) for place in places))


def _address(place: str, addresses: Mapping[str, str]) -> str:
    """Return the address of a place: a point, an answer, else the page of its brief; empty for one of the volume."""
    owner = place.rpartition(":")[0]
    return addresses.get(place) or ("" if owner == "volume" else table.page_of(owner))
