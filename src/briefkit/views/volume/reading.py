"""The page that tells a reader what labels, marks and themes of the book stand for."""

from collections.abc import Iterable, Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.format.model import Volume, wording
from briefkit.format.questions import Choice, Question
from briefkit.text.english import listed, number_word
from briefkit.views.view import EMPTY


def blocks(volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.SourceBlock]:
    """Yield the blocks of the page."""
    questions = volume.questions.questions
    count = number_word(len(questions))
    yield b.paragraph(
        f"Each brief answers the same {count} questions. An answer has points, and each point has a label:"
    )
    yield b.DefinitionList(tuple((b.text(question.letter), _question(volume, question)) for question in questions))
    yield b.Paragraph((*_labels(briefs), *b.text(_facts(volume))))
    yield b.Paragraph(tuple(_marks(volume, briefs)))
    for question in questions:
        if question.verdict:
            yield b.paragraph(f"To the question “{wording(volume, question)}” a brief answers in one of these ways:")
            yield b.DefinitionList(_meanings(question.verdict.answer.values()))
            if marked := _marked(question, briefs):
                yield b.paragraph("A point of the answer may be marked by its stance:")
                yield b.DefinitionList(_meanings(marked))
    if volume.themes:
        yield b.Paragraph(tuple(_themes(briefs)))
        for theme in volume.themes.values():
            name = b.Strong(b.text(theme.name))
            yield b.Paragraph((name, *b.text(f": {theme.description}" if theme.description else "")), "entry")


def _question(volume: Volume, question: Question) -> b.Blocks:
    return (b.paragraph(f"{question.name}: {wording(volume, question)}"),)


def _meanings(choices: Iterable[Choice]) -> tuple[tuple[b.Inlines, b.Blocks], ...]:
    return tuple((b.text(one.name), (b.paragraph(one.meaning),)) for one in choices)


def _marked(question: Question, briefs: Sequence[ParsedBrief]) -> list[Choice]:
    """Return the stances that points of an answer show: those that they have beside the usual one."""
    if not question.verdict:
        return []
    answers = [one.brief.answer(question.key) for one in briefs if one.brief]
    used = {point.stance for answer in answers for point in answer.points} - {question.verdict.default}
    return [choice for key, choice in question.verdict.point.items() if key in used]


def _themes(briefs: Sequence[ParsedBrief]) -> Iterator[b.Inline]:
    yield b.Text("Points that speak of the same matter share a theme")
    if len(briefs) > 1:
        yield from (
            b.Text("; "),
            b.CrossReference("volume-themes", b.text("an annex")),
            b.Text(" shows which they are"),
        )
    yield b.Text(":")


def _facts(volume: Volume) -> str:
    """Say what stands below a point."""
    said = (
        ["which others it addresses or stands in the way of"]
        if any(q.links for q in volume.questions.questions)
        else []
    )
    if volume.questions.with_field("actors"):
        said = ["who should act, by when", *said]
    below = f"Below a point stands, where it applies, {listed(said, 'and')}. " if said else ""
    claims = "Below a claim of the conclusion stands its evidence, the points that bear it out. "
    return below + (claims if any(claim.evidence for claim in volume.claims) else "")


def _labels(briefs: Sequence[ParsedBrief]) -> Iterator[b.Inline]:
    yield b.Text("A label stands for its point wherever the point is not told in full")
    if first := next((one.brief for one in briefs if one.brief and one.brief.points), None):
        point = first.points[0]
        yield b.Text(f"; outside its chapter the brief goes before it, as in {b.clean(first.called)} ")
        yield b.CrossReference(f"{first.name}-{point.id}", b.text(point.label))
    yield b.Text(". ")


def _marks(volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.Inline]:
    yield b.Text("Numbers in the text lead to the notes of the chapter, which name their sources in short; ")
    yield b.CrossReference("volume-bibliography", b.text("the bibliography"))
    yield b.Text(" has all that is known of them. ")
    if volume.editorial_notes or any(one.subject.editorial_notes for one in briefs):
        yield b.Text("The sign Ed. and its number lead to a note in ")
        yield b.CrossReference("volume-editorial-notes", b.text("the editorial notes"))
        yield b.Text(", counted brief by brief, in which those who made this book speak and not its authors. ")
    yield b.Text("Titles of works, foreign words and words that an author stresses stand ")
    yield b.Emphasis((b.Text("like this"),))
    yield b.Text(f". A dash ({EMPTY}) that stands alone says that there is nothing to be told.")
    if any(not source.fields.get("title") for one in briefs for source in one.cited_sources()):
        yield from (b.Text(" Where the title of a work is lost, "), *cite.TITLE_LOST, b.Text(" stands for it."))
    if any(figure.rows for one in briefs if one.brief for figure in one.brief.figures):
        yield b.Text(" In figures every bar begins at zero and has its value beside it.")
