"""The edited volume: front matter, the briefs as chapters, conclusion, annexes, back matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.checks.parsed import parse_brief
from briefkit.document import blocks as b
from briefkit.document import cite, notes, prose
from briefkit.format.model import Brief, Claim, Reference, Volume
from briefkit.text.words import occurs
from briefkit.views.rows import PointRow, point_rows
from briefkit.views.view import EMPTY, View, date_words, when, words_of


def view(
    volume: Volume,
    briefs: Sequence[Brief],
    chapters: Sequence[b.Chapter],
    annexes: Sequence[tuple[str, b.Chapter]],
    *,
    access_dates: bool = False,
) -> View:
    """Return the book.

    `chapters` are the briefs as chapters, in order; `annexes` further chapters, each with its title. Both have their
    notes already. Access dates are given for undated sources, or for all.
    """

    def resolved(own: Iterable[b.Chapter]) -> tuple[b.Chapter, ...]:
        filled = tuple(chapter for chapter in own if chapter.blocks)
        sources = {chapter.anchor: notes.sources(None, volume) for chapter in filled}
        return notes.resolve(b.Document(_meta(volume), filled), sources, access_dates=access_dates).chapters

    front = resolved(_front(volume, briefs))
    back = resolved((_conclusion(volume, briefs), *_tables(briefs, annexes), *_back(volume, briefs, access_dates)))
    document = b.Document(_meta(volume), (*front, *chapters, *back))
    return View(document, point_rows(PointRow(brief, point, volume) for brief in briefs for point in brief.points))


def _meta(volume: Volume) -> b.Meta:
    return b.Meta(
        title=b.clean(volume.title),
        subtitle=b.clean(volume.subtitle),
        authors=tuple(b.clean(person.name) for person in volume.editors),
        date=volume.date,
        language=volume.language,
    )


def _chapter(anchor: str, title: str, blocks: Iterable[b.Block]) -> b.Chapter:
    """Return a chapter with its heading; an empty one when there are no blocks."""
    body = tuple(blocks)
    return b.Chapter(anchor, (b.Heading(1, b.text(title), anchor), *body) if body else ())


def _front(volume: Volume, briefs: Sequence[Brief]) -> Iterator[b.Chapter]:
    yield b.Chapter("volume-title", tuple(_title(volume)))
    yield _chapter("volume-preface", "Preface", prose.parse(volume.preface).blocks)
    yield _chapter("volume-abbreviations", "Abbreviations", _abbreviations(volume, briefs))
    yield _chapter("volume-introduction", "Introduction", prose.parse(volume.introduction).blocks)


def _title(volume: Volume) -> Iterator[b.Block]:
    yield b.Heading(1, b.text(volume.title), "volume-title")
    if volume.subtitle:
        yield b.Paragraph((b.Emphasis(b.text(volume.subtitle)),))
    if volume.editors:
        names = " and ".join(person.name for person in volume.editors)
        yield b.paragraph(f"Edited by {names}")
    imprint = ", ".join(filter(None, (volume.publisher, volume.publisher_place, date_words(volume.date))))
    if imprint:
        yield b.paragraph(imprint)
    if volume.url:
        yield b.Paragraph((b.Link(b.text(volume.url), volume.url),))


def _abbreviations(volume: Volume, briefs: Sequence[Brief]) -> Iterator[b.Block]:
    """List the abbreviations that are used, each with the briefs that use it."""
    texts = {brief.partner: words_of(brief, volume) for brief in briefs}
    texts["front and back matter"] = words_of(volume, volume)
    known = dict(volume.abbreviations) | {
        short: long for brief in briefs for short, long in brief.abbreviations.items()
    }
    items = []
    for short in sorted(known, key=str.casefold):
        where = [name for name, text in texts.items() if occurs(short, text)]
        if where:
            place = b.Styled(b.text(f" ({', '.join(where)})"), "muted")
            items.append((b.text(short), (b.Paragraph((*b.text(known[short]), place)),)))
    if items:
        yield b.DefinitionList(tuple(items))


def _conclusion(volume: Volume, briefs: Sequence[Brief]) -> b.Chapter:
    blocks: list[b.Block] = list(prose.parse(volume.conclusion_overview).blocks)
    for claim in volume.claims:
        blocks += _claim(claim, {brief.name.lower(): brief for brief in briefs})
    return _chapter("volume-conclusion", "Conclusion", blocks)


def _claim(claim: Claim, briefs: Mapping[str, Brief]) -> Iterator[b.Block]:
    yield b.Heading(2, b.text(f"{claim.number}. {claim.statement}"), f"volume-conclusion-{claim.id}")
    yield from prose.parse(claim.detail).blocks
    if claim.evidence:
        items = tuple((b.Paragraph(_evidence(brief, point, briefs)),) for brief, point in claim.evidence)
        yield b.Paragraph((b.Strong((b.Text("Evidence:"),)),))
        yield b.BulletList(items)


def _evidence(name: str, point_id: str, briefs: Mapping[str, Brief]) -> b.Inlines:
    brief = briefs[name.lower()]
    point = brief.by_id[point_id]
    link = b.CrossReference(b.text(f"{point.label} {point.statement}"), f"{brief.name}-{point.id}")
    return (*b.text(f"{brief.partner}: "), link)


def _tables(briefs: Sequence[Brief], annexes: Sequence[tuple[str, b.Chapter]]) -> Iterator[b.Chapter]:
    for i, (title, chapter) in enumerate(annexes, 1):
        heading = b.Heading(1, b.text(f"Annex {i}. {title}"), chapter.anchor)
        yield b.Chapter(chapter.anchor, (heading, *chapter.blocks[1:]), chapter.notes)
    title = f"Annex {len(annexes) + 1}. Who should do what by when"
    yield _chapter("volume-recommendations", title, (block for brief in briefs for block in _recommendations(brief)))


def _recommendations(brief: Brief) -> Iterator[b.Block]:
    rows = []
    for point in brief.answer("recommendations").points:
        link = b.CrossReference(b.text(point.label), f"{brief.name}-{point.id}")
        who, by_when = ", ".join(point.actors), when(point.horizon, point.deadline)
        cells = ((link,), b.text(point.statement), b.text(who or EMPTY), b.text(by_when or EMPTY))
        rows.append(tuple(b.Cell((b.Paragraph(inlines),)) for inlines in cells))
    yield b.Heading(2, b.text(brief.partner), f"volume-recommendations-{brief.name}")
    yield b.Table(
        columns=(b.ColumnHint(fixed=True), b.ColumnHint(weight=2.0), b.ColumnHint(), b.ColumnHint(fixed=True)),
        header=tuple(b.Cell((b.paragraph(name),)) for name in ("No.", "Recommendation", "Who", "By when")),
        rows=tuple(rows),
    )


def _back(volume: Volume, briefs: Sequence[Brief], access_dates: bool) -> Iterator[b.Chapter]:
    yield _chapter("volume-contributors", "Contributors", _contributors(volume))
    yield _chapter("volume-bibliography", "Bibliography", _bibliography(volume, briefs, access_dates))


def _contributors(volume: Volume) -> Iterator[b.Block]:
    for contributor in volume.contributors:
        name = f"{contributor.name}, {contributor.affiliation}" if contributor.affiliation else contributor.name
        yield b.Heading(2, b.text(name), f"volume-contributor-{contributor.place.path[-1]}")
        yield from prose.parse(contributor.bio).blocks


def _bibliography(volume: Volume, briefs: Sequence[Brief], access_dates: bool) -> Iterator[b.Block]:
    """List every source that the volume or a brief cites, once."""
    sources: dict[str, Reference] = {}
    subjects: tuple[Brief | Volume, ...] = (volume, *briefs)
    for subject in subjects:
        for reference in parse_brief(subject, volume).cited_sources():
            sources.setdefault(cite.identity(reference), reference)
    for reference in sorted(sources.values(), key=cite.sort_key):
        yield b.Paragraph(cite.bibliography_entry(reference, access_dates=access_dates), hang=3)
