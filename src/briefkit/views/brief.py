"""One brief, whole or one question of it."""

from collections.abc import Iterator

from briefkit.document import blocks as b
from briefkit.document import notes, prose
from briefkit.format.model import Answer, Brief, Point, Volume, wording
from briefkit.format.questions import QUESTIONS, Question
from briefkit.text.words import occurs
from briefkit.views.rows import PointRow, point_rows
from briefkit.views.view import STANCES, View, date_words, headline, meta, theme_name, when, words_of


def view(
    brief: Brief,
    volume: Volume | None = None,
    question: Question | None = None,
    *,
    abbreviations: bool = True,
    access_dates: bool = False,
) -> View:
    """Return the brief as a document; with a question, only the answer to it.

    The list of abbreviations is left out where the document around the brief has one. Access dates are given for
    undated sources, or for all.
    """
    answers = [brief.answer(question.key)] if question else list(brief.answers)
    blocks = list(_blocks(brief, volume, answers))
    if abbreviations and not question:
        blocks += _abbreviations(brief, volume)
    chapter = b.Chapter(brief.name, tuple(blocks))
    document = b.Document(meta(brief), (chapter,))
    document = notes.resolve(document, {brief.name: notes.sources(brief, volume)}, access_dates=access_dates)
    return View(document, point_rows(PointRow(brief, point, volume) for answer in answers for point in answer.points))


def _blocks(brief: Brief, volume: Volume | None, answers: list[Answer]) -> Iterator[b.Block]:
    yield b.Heading(1, b.text(headline(brief)), brief.name)
    yield from _byline(brief)
    if len(answers) == len(QUESTIONS):
        yield b.Aside((b.Text("Summary"),), prose.parse(brief.summary).blocks)
    for answer in answers:
        yield from _answer(brief, volume, answer)


def _abbreviations(brief: Brief, volume: Volume | None) -> Iterator[b.Block]:
    """List the brief's own abbreviations and those of the volume that it uses."""
    text = words_of(brief, volume)
    shared = volume.abbreviations if volume else {}
    known = {**{short: long for short, long in shared.items() if occurs(short, text)}, **brief.abbreviations}
    if known:
        yield b.Heading(2, (b.Text("Abbreviations"),), f"{brief.name}--abbreviations")
        yield b.DefinitionList(tuple((b.text(short), (b.paragraph(known[short]),)) for short in sorted(known)))


def _byline(brief: Brief) -> Iterator[b.Block]:
    people = "; ".join(f"{p.name}, {p.affiliation}" if p.affiliation else p.name for p in brief.authors)
    yield b.paragraph(f"{people} · {date_words(brief.date)}")
    if brief.audience:
        yield b.Paragraph((b.Styled((b.Text("Written for: "),), "muted"), *b.text(", ".join(brief.audience))))
    if brief.based_on:
        source = b.Citation((b.CitationItem(brief.based_on),), bare=True)
        yield b.Paragraph((b.Styled((b.Text("Restates: "),), "muted"), source, b.Text(".")))


def _answer(brief: Brief, volume: Volume | None, answer: Answer) -> Iterator[b.Block]:
    question = answer.question
    number = QUESTIONS.index(question) + 1
    anchor = f"{brief.name}--{question.slug}"
    yield b.Heading(2, b.text(f"{number}. {wording(volume, question)}"), anchor)
    if answer.stance:
        stance = b.Strong(b.text(f"{STANCES[answer.stance].capitalize()}."))
        yield b.Paragraph((stance, b.Text(" "), *b.text(f"{answer.because.rstrip('.')}.")))
    if answer.overview:
        yield from prose.parse(answer.overview).blocks
    for point in answer.points:
        yield from _point(brief, volume, point)


def _point(brief: Brief, volume: Volume | None, point: Point) -> Iterator[b.Block]:
    label = b.Styled(b.text(point.label), "label")
    yield b.Heading(3, (label, b.Text(" "), *b.text(point.statement)), f"{brief.name}-{point.id}")
    if point.stance == "does-not-help":
        yield b.Paragraph((b.Styled((b.Text("A caution."),), "caution"),))
    elif point.stance == "conditional":
        yield b.Paragraph((b.Styled((b.Text("Under conditions."),), "muted"),))
    if point.detail:
        yield from prose.parse(point.detail).blocks
    facts = tuple(_facts(brief, volume, point))
    if facts:
        yield b.DefinitionList(facts)


def _facts(brief: Brief, volume: Volume | None, point: Point) -> Iterator[tuple[b.Inlines, b.Blocks]]:
    """What the data says of a point beside its prose: who, when, links, themes."""
    if point.actors:
        yield _fact("Who", b.text(", ".join(point.actors)))
    if by_when := when(point.horizon, point.deadline):
        yield _fact("By when", b.text(by_when))
    for name, targets in (("Addresses", point.addresses), ("Stands in the way of", point.obstructs)):
        if targets:
            yield _fact(name, _references(brief, targets))
    if point.themes:
        yield _fact("Themes", b.text(", ".join(theme_name(volume, theme) for theme in point.themes)))


def _fact(name: str, inlines: b.Inlines) -> tuple[b.Inlines, b.Blocks]:
    return (b.Text(name),), (b.Paragraph(inlines),)


def _references(brief: Brief, ids: tuple[str, ...]) -> b.Inlines:
    parts: list[b.Inline] = []
    for target in ids:
        point = brief.by_id[target]
        parts += [b.Text(", ")] if parts else []
        parts.append(b.CrossReference(b.text(f"{point.label} {point.statement}"), f"{brief.name}-{target}"))
    return tuple(parts)
