"""The edited volume: front matter, the briefs as chapters, conclusion, annexes, back matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import cite, notes
from briefkit.format.model import Brief, Claim, Contributor, Reference, Volume
from briefkit.format.questions import Question
from briefkit.text.words import occurs
from briefkit.views.rows import PointRow, point_rows
from briefkit.views.view import EMPTY, View, contents, date_words, when


def view(
    parsed: ParsedBrief,
    parsed_briefs: Sequence[ParsedBrief],
    chapters: Sequence[b.Chapter],
    annexes: Sequence[tuple[str, b.Chapter]],
    *,
    access_dates: bool = False,
) -> View:
    """Return the book of a parsed volume and its parsed briefs.

    `chapters` are the briefs as chapters, in order; `annexes` further chapters, each with its title. Both have their
    notes already. Access dates are given for undated sources, or for all.
    """
    volume = cast("Volume", parsed.subject)
    briefs = [one.brief for one in parsed_briefs if one.brief]

    def resolved(own: Iterable[b.SourceChapter]) -> tuple[b.Chapter, ...]:
        filled = tuple(chapter for chapter in own if chapter.blocks)
        sources = {chapter.anchor: notes.sources(None, volume) for chapter in filled}
        return notes.resolve(b.Document(_meta(volume), filled), sources, access_dates=access_dates).chapters

    def document() -> b.Document:
        front = resolved(_front(parsed, volume, parsed_briefs))
        back = resolved((_conclusion(parsed, volume, briefs), *_tables(volume, briefs, annexes)))
        back += resolved(_back(parsed, volume, parsed_briefs, access_dates))
        return b.Document(_meta(volume), (*front, *chapters, *back))

    points = (PointRow(brief, point, volume) for brief in briefs for point in brief.points)
    return View(document, point_rows(points, volume.questions))


def _meta(volume: Volume) -> b.Meta:
    return b.Meta(
        title=b.clean(volume.title),
        subtitle=b.clean(volume.subtitle),
        authors=tuple(b.clean(person.name) for person in volume.editors),
        date=volume.date,
        language=volume.language,
        affiliations=tuple(b.clean(person.affiliation) for person in volume.editors),
        publisher=b.clean(volume.publisher),
        place=b.clean(volume.publisher_place),
        keywords=tuple(b.clean(theme.name) for theme in volume.themes.values()),
    )


def _chapter(anchor: str, title: str, blocks: b.SourceBlocks, role: b.ChapterRole) -> b.SourceChapter:
    """Return a chapter of the volume's own."""
    return b.Chapter(f"volume-{anchor}", blocks, title=b.text(title), role=role)


def _front(parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.SourceChapter]:
    yield _chapter("title", volume.title, (b.Section("title-page", tuple(_title(volume))),), "front")
    yield b.Chapter("volume-contents", (contents("contents", "document"),), role="front")
    yield _chapter("preface", "Preface", parsed.blocks("preface"), "front")
    yield _chapter("abbreviations", "Abbreviations", tuple(_abbreviations(parsed, volume, briefs)), "front")
    yield _chapter("introduction", "Introduction", parsed.blocks("introduction"), "body")


def _title(volume: Volume) -> Iterator[b.Block]:
    if volume.subtitle:
        yield b.Paragraph((b.Emphasis(b.text(volume.subtitle)),), "subtitle")
    if volume.editors:
        names = " and ".join(person.name for person in volume.editors)
        yield b.Paragraph(b.text(f"Edited by {names}"), "authors")
    imprint = ", ".join(filter(None, (volume.publisher, volume.publisher_place, date_words(volume.date))))
    if imprint:
        yield b.Paragraph(b.text(imprint), "imprint")
    if volume.url:
        yield b.Paragraph((b.Link(b.text(volume.url), volume.url),), "imprint")


def _abbreviations(parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.Block]:
    """List the abbreviations that are used, each with the briefs that use it."""
    texts = {one.brief.called: one.words for one in briefs if one.brief}
    texts["front and back matter"] = parsed.words
    known = dict(volume.abbreviations) | {
        short: long for one in briefs for short, long in one.subject.abbreviations.items()
    }
    items = []
    for short in sorted(known, key=str.casefold):
        where = [name for name, text in texts.items() if occurs(short, text)]
        if where:
            place = b.Styled(b.text(f" ({', '.join(where)})"), "muted")
            items.append((b.text(short), (b.Paragraph((*b.text(known[short]), place)),)))
    if items:
        yield b.Section("abbreviations", (b.DefinitionList(tuple(items)),))


def _conclusion(parsed: ParsedBrief, volume: Volume, briefs: Sequence[Brief]) -> b.SourceChapter:
    known = {brief.name.lower(): brief for brief in briefs}
    claims = (b.Section("claim", tuple(_claim(parsed, claim, known))) for claim in volume.claims)
    blocks = (*parsed.blocks("conclusion", "overview"), *claims)
    return _chapter("conclusion", "Conclusion", blocks, "body")


def _claim(parsed: ParsedBrief, claim: Claim, briefs: Mapping[str, Brief]) -> Iterator[b.SourceBlock]:
    yield b.Heading(2, b.text(f"{claim.number}. {claim.statement}"), f"volume-conclusion-{claim.id}")
    yield from parsed.blocks(*claim.place.path, "detail")
    if claim.evidence:
        items = tuple((b.Paragraph(_evidence(brief, point, briefs)),) for brief, point in claim.evidence)
        yield b.Section("evidence", (b.Paragraph((b.Strong((b.Text("Evidence:"),)),)), b.BulletList(items)))


def _evidence(name: str, point_id: str, briefs: Mapping[str, Brief]) -> b.Inlines:
    brief = briefs[name.lower()]
    point = brief.by_id[point_id]
    link = b.CrossReference(f"{brief.name}-{point.id}", b.text(point.label), b.text(point.statement))
    return (*b.text(f"{brief.called}: "), link)


def _tables(volume: Volume, briefs: Sequence[Brief], annexes: Sequence[tuple[str, b.Chapter]]) -> Iterator[b.Chapter]:
    for i, (title, chapter) in enumerate(annexes, 1):
        yield replace(chapter, title=b.text(f"Annex {i}: {title}"), short=b.text(title), role="annex")
    asking = [question for question in volume.questions.with_field("actors") if "deadline" in question.fields]
    if not asking:
        return
    title = "Who should do what by when"
    parts = (
        b.Section("part", tuple(_tasks(brief, question, alone=len(asking) == 1)))
        for question in asking
        for brief in briefs
    )
    yield b.Chapter(
        f"volume-{asking[0].slug}",
        tuple(parts),
        title=b.text(f"Annex {len(annexes) + 1}: {title}"),
        short=b.text(title),
        role="annex",
    )


def _tasks(brief: Brief, question: Question, *, alone: bool) -> Iterator[b.Block]:
    rows = []
    for point in brief.answer(question.key).points:
        link = b.CrossReference(f"{brief.name}-{point.id}", b.text(point.label))
        who, by_when = ", ".join(point.actors), when(point.horizon, point.deadline)
        cells = ((link,), b.text(point.statement), b.text(who or EMPTY), b.text(by_when or EMPTY))
        rows.append(tuple(b.Cell((b.Paragraph(inlines),)) for inlines in cells))
    title = brief.called if alone else f"{question.name}: {brief.called}"
    yield b.Heading(2, b.text(title), f"volume-{question.slug}-{brief.name}")
    yield b.Table(
        columns=(b.ColumnHint(fixed=True), b.ColumnHint(weight=2.0), b.ColumnHint(), b.ColumnHint(fixed=True)),
        header=tuple(b.Cell((b.paragraph(name),)) for name in ("No.", question.point.capitalize(), "Who", "By when")),
        groups=(b.RowGroup(tuple(rows)),),
    )


def _back(
    parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief], access_dates: bool
) -> Iterator[b.SourceChapter]:
    people = (b.Section("contributor", tuple(_contributor(parsed, person))) for person in volume.contributors)
    yield _chapter("contributors", "Contributors", tuple(people), "back")
    entries = tuple(_bibliography((parsed, *briefs), access_dates))
    sources = (b.Section("bibliography", entries),) if entries else ()
    yield _chapter("bibliography", "Bibliography", sources, "back")


def _contributor(parsed: ParsedBrief, person: Contributor) -> Iterator[b.SourceBlock]:
    name = f"{person.name}, {person.affiliation}" if person.affiliation else person.name
    yield b.Heading(2, b.text(name), f"volume-contributor-{person.place.path[-1]}", b.text(person.name))
    yield from parsed.blocks(*person.place.path, "bio")


def _bibliography(files: Sequence[ParsedBrief], access_dates: bool) -> Iterator[b.Paragraph]:
    """List every source that the volume or a brief cites, once."""
    sources: dict[str, Reference] = {}
    for parsed in files:
        for reference in parsed.cited_sources():
            sources.setdefault(cite.identity(reference), reference)
    for reference in sorted(sources.values(), key=cite.sort_key):
        yield b.Paragraph(cite.bibliography_entry(reference, access_dates=access_dates), "entry")
