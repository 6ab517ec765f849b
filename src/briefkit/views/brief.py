"""One brief, whole or one question of it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias, cast

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import notes, walk
from briefkit.format.model import Answer, Brief, Point, Volume, wording
from briefkit.format.questions import LINKS, LinkKind, Question
from briefkit.text.english import listed
from briefkit.text.words import occurs
from briefkit.views import editorial
from briefkit.views.figures import figures
from briefkit.views.rows import PointRow, point_rows
from briefkit.views.view import (
    View,
    answer_stance,
    contents,
    date_words,
    headline,
    meta,
    point_stance,
    theme_name,
    when,
)

_Fact: TypeAlias = tuple[b.FactKind, tuple[b.Inlines, b.Blocks]]
"""What a fact says, its name, and its words."""


def view(
    parsed: ParsedBrief, question: Question | None = None, *, in_book: bool = False, access_dates: bool = False
) -> View:
    """Return the brief as a document; with a question, only the answer to it.

    What a book has a place of its own for is left out in it: contents, what is restated, themes, abbreviations,
    editorial notes. Access dates are given for undated sources, or for all.
    """
    brief, volume = cast("Brief", parsed.subject), parsed.volume
    answers = [brief.answer(question.key)] if question else list(brief.answers)
    points = (PointRow(brief, point, volume) for answer in answers for point in answer.points)
    return View(
        lambda: _document(parsed, brief, answers, in_book=in_book, access_dates=access_dates),
        point_rows(points, brief.questions),
    )


def point_view(parsed: ParsedBrief, point: Point, *, access_dates: bool = False) -> View:
    """Return one point of the brief as a document: what it says, what it links to and what links to it, where it is."""
    brief, volume = cast("Brief", parsed.subject), parsed.volume

    def blocks() -> Iterator[b.SourceBlock]:
        place = f"{brief.name}:{point.label} · {point.place.file}:{point.place.line}"
        yield b.Paragraph((b.Styled(b.text(place), "muted"),))
        yield b.Section("point", tuple(_point(parsed, brief, point, 2, in_book=False)))
        if facts := tuple(_linked_from(brief, point)):
            kinds, items = zip(*facts, strict=True)
            yield b.Section("facts", (b.DefinitionList(items, kinds),))

    def document() -> b.Document:
        chapter = b.Chapter(brief.name, tuple(blocks()), title=b.text(headline(brief)), language=brief.language)
        return _resolved(parsed, brief, chapter, access_dates=access_dates)

    return View(document, point_rows([PointRow(brief, point, volume)], brief.questions))


_FROM = {"addresses": "Addressed by", "rests_on": "Supports", "obstructs": "Obstructed by"}
"""How a link is told of the point that it names."""


def _linked_from(brief: Brief, point: Point) -> Iterator[_Fact]:
    for kind, name in _FROM.items():
        ids = tuple(other.id for other in brief.points if point.id in other.links.get(cast("LinkKind", kind), ()))
        if ids:
            yield _fact(cast("b.FactKind", kind), name, _references(brief, ids))


def _document(
    parsed: ParsedBrief, brief: Brief, answers: list[Answer], *, in_book: bool, access_dates: bool
) -> b.Document:
    chapter = b.Chapter(
        brief.name,
        tuple(_blocks(parsed, brief, answers, in_book)),
        title=b.text(headline(brief)),
        short=b.text(brief.called),
        language=brief.language,
        authors=tuple(b.clean(person.name) for person in brief.authors),
    )
    return _resolved(parsed, brief, chapter, in_book=in_book, access_dates=access_dates)


def _resolved(
    parsed: ParsedBrief, brief: Brief, chapter: b.SourceChapter, *, in_book: bool = False, access_dates: bool
) -> b.Document:
    return notes.resolve(
        b.Document(_meta(parsed, brief), (chapter,)),
        {brief.name: notes.sources(brief, parsed.volume)},
        access_dates=access_dates,
        concise=in_book,
        remarks={brief.name: editorial.of_sources(brief)},
    )


def _meta(parsed: ParsedBrief, brief: Brief) -> b.Meta:
    themes = dict.fromkeys(theme for point in brief.points for theme in point.themes)
    return replace(
        meta(brief),
        affiliations=tuple(b.clean(person.affiliation) for person in brief.authors),
        description=" ".join(" ".join(map(b.plain, walk.runs(parsed.blocks("summary")))).split()),
        keywords=tuple(b.clean(theme_name(parsed.volume, theme)) for theme in themes),
    )


def _blocks(parsed: ParsedBrief, brief: Brief, answers: list[Answer], in_book: bool) -> Iterator[b.SourceBlock]:
    is_whole = len(answers) == len(brief.answers)
    yield b.Section("byline", tuple(_byline(brief, in_book)))
    if is_whole:
        yield b.Section("summary", parsed.blocks("summary"), b.text("Summary"))
    if not in_book:
        yield contents(f"{brief.name}--contents", "chapter")
    for answer in answers:
        yield b.Section("question", tuple(_answer(parsed, brief, answer, in_book)))
    if is_whole:
        yield from figures(parsed, brief, "")
    if is_whole and not in_book:
        yield from _abbreviations(parsed, brief)
        yield from _editorial_notes(parsed, brief)


def _editorial_notes(parsed: ParsedBrief, brief: Brief) -> Iterator[b.SourceBlock]:
    if brief.editorial_notes:
        yield b.Heading(2, b.text(editorial.TITLE), f"{brief.name}--editorial-notes")
        yield editorial.signed(brief.restated_by, "author" if len(brief.authors) == 1 else "authors")
        yield from editorial.section(parsed)


def _abbreviations(parsed: ParsedBrief, brief: Brief) -> Iterator[b.Section]:
    """List the brief's own abbreviations and those of the volume that it uses."""
    shared = parsed.volume.abbreviations if parsed.volume else {}
    known = {**{short: long for short, long in shared.items() if occurs(short, parsed.words)}, **brief.abbreviations}
    if known:
        heading = b.Heading(2, b.text("Abbreviations"), f"{brief.name}--abbreviations")
        items = tuple((b.text(short), (_expansion(brief, short, known[short]),)) for short in sorted(known))
        yield b.Section("abbreviations", (heading, b.DefinitionList(items)))


def _expansion(brief: Brief, short: str, long: str) -> b.Paragraph:
    marks = editorial.marks(brief, short)
    return b.Paragraph((*b.text(long), b.Text(" ["), *marks, b.Text("]"))) if marks else b.paragraph(long)


def _byline(brief: Brief, in_book: bool) -> Iterator[b.SourceBlock]:
    people = "; ".join(f"{p.name}, {p.affiliation}" if p.affiliation else p.name for p in brief.authors)
    marks = editorial.of_head(brief)
    noted = (b.Text(" ["), *marks, b.Text("]")) if marks and in_book else ()
    yield b.Paragraph((*b.text(f"{people} · {date_words(brief.date)}"), *noted), "authors")
    if brief.audience:
        readers = b.text(", ".join(brief.audience))
        yield b.Paragraph((b.Styled((b.Text("Written for: "),), "muted"), *readers), "audience")
    if brief.based_on and not in_book:
        source = b.Citation((b.CitationItem(brief.based_on),), bare=True)
        whose = (
            b.text(f" Restated by {listed([p.name for p in brief.restated_by], 'and')}.") if brief.restated_by else ()
        )
        yield b.Paragraph((b.Styled((b.Text("Restates: "),), "muted"), source, b.Text("."), *whose), "source")
    if marks and not in_book:
        yield b.Paragraph((b.Styled((b.Text("Editorial notes: "),), "muted"), *marks), "source")


def _answer(parsed: ParsedBrief, brief: Brief, answer: Answer, in_book: bool) -> Iterator[b.SourceBlock]:
    question = answer.question
    anchor = f"{brief.name}--{question.slug}"
    yield b.Heading(2, b.text(f"{question.number}. {wording(parsed.volume, question)}"), anchor, b.text(question.name))
    if words := answer_stance(answer):
        stance = b.Strong(b.text(f"{words[:1].upper()}{words[1:]}."))
        because = b.text(f"{answer.because.rstrip('.')}.")
        yield b.Section("verdict", (b.Paragraph((stance, b.Text(" "), *because)),))
    yield from parsed.blocks(question.key, "overview")
    yield from _remarks(brief, answer)
    for group, grouped in groupby(answer.points, key=lambda point: point.group):
        members = list(grouped)
        level = 4 if group else 3
        points = tuple(b.Section("point", tuple(_point(parsed, brief, point, level, in_book))) for point in members)
        if group:
            heading = b.Heading(3, b.text(group), f"{anchor}-from-{members[0].number}")
            yield b.Section("group", (heading, *points))
        else:
            yield from points


def _remarks(brief: Brief, answer: Answer) -> Iterator[b.Paragraph]:
    counted = b.text("The author numbers these points.") if answer.counted else ()
    marks = editorial.marks(brief, answer.question.key)
    noted = (b.Styled((b.Text("See: "),), "muted"), *marks) if marks else ()
    if counted or noted:
        yield b.Paragraph((*counted, *((b.Text(" "),) if counted and noted else ()), *noted), "remark")


def _point(parsed: ParsedBrief, brief: Brief, point: Point, level: int, in_book: bool) -> Iterator[b.SourceBlock]:
    label = b.text(point.label)
    statement = (b.Styled(label, "label"), b.Text(" "), *b.text(point.statement))
    yield b.Heading(level, statement, f"{brief.name}-{point.id}", label)
    yield from parsed.blocks(*point.place.path, "detail")
    yield from figures(parsed, brief, point.id)
    facts = tuple(_facts(brief, parsed.volume, point, in_book))
    if facts:
        kinds, items = zip(*facts, strict=True)
        yield b.Section("facts", (b.DefinitionList(items, kinds),))


def _facts(brief: Brief, volume: Volume | None, point: Point, in_book: bool) -> Iterator[_Fact]:
    """What the data says of a point beside its prose; for themes a book has an annex."""
    if words := point_stance(point):
        role: b.Role = "caution" if point.covers_nothing else "strong"
        yield _fact("stance", "Stance", (b.Styled(b.text(words), role),))
    if point.actors:
        yield _fact("actors", "Who", b.text(", ".join(point.actors)))
    if by_when := when(point.horizon, point.deadline):
        yield _fact("time", "By when", b.text(by_when))
    for kind, name in LINKS.items():
        if targets := point.linked(kind):
            yield _fact(kind, name, _references(brief, targets))
    for key, value in point.choices.items():
        if value:
            field = brief.questions.choices[key]
            yield _fact("choice", field.name, b.text(field.values[value].name))
    if point.themes and not in_book:
        yield _fact("themes", "Themes", b.text(", ".join(theme_name(volume, theme) for theme in point.themes)))
    if marks := editorial.marks(brief, point.id):
        yield _fact("see", "See", marks)


def _fact(kind: b.FactKind, name: str, inlines: b.Inlines) -> _Fact:
    return kind, ((b.Text(name),), (b.Paragraph(inlines),))


def _references(brief: Brief, ids: tuple[str, ...]) -> b.Inlines:
    parts: list[b.Inline] = []
    for target in ids:
        point = brief.by_id[target]
        parts += [b.Text("; ")] if parts else []
        parts.append(b.CrossReference(f"{brief.name}-{target}", b.text(point.label), b.text(point.statement)))
    return tuple(parts)
