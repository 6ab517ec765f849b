"""The page that tells a reader what labels, marks and themes of the book stand for."""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Volume, wording
from briefkit.format.questions import Question
from briefkit.text.english import number_word
from briefkit.views.view import EMPTY


def blocks(volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.SourceBlock]:
    """Yield the blocks of the page."""
    questions = volume.questions.questions
    count = number_word(len(questions))
    yield b.paragraph(
        f"Each brief answers the same {count} questions. An answer has points, and each point has a label:"
    )
    yield b.DefinitionList(tuple((b.text(question.letter), _question(volume, question)) for question in questions))
    yield b.Paragraph(tuple(_labels(briefs)))
    yield b.Paragraph(tuple(_marks(volume, briefs)))
    for question in questions:
        if question.verdict:
            yield b.paragraph(f"To the question “{wording(volume, question)}” a brief answers in one of these ways:")
            yield b.DefinitionList(
                tuple((b.text(one.name), (b.paragraph(one.meaning),)) for one in question.verdict.answer.values())
            )
    if volume.themes:
        yield b.paragraph("Points that speak of the same matter share a theme:")
        for theme in volume.themes.values():
            name = b.Strong(b.text(theme.name))
            yield b.Paragraph((name, *b.text(f": {theme.description}" if theme.description else "")), "entry")


def _question(volume: Volume, question: Question) -> b.Blocks:
    return (b.paragraph(f"{question.name}: {wording(volume, question)}"),)


def _labels(briefs: Sequence[ParsedBrief]) -> Iterator[b.Inline]:
    yield b.Text("A label stands for its point wherever the point is not told in full")
    if first := next((one.brief for one in briefs if one.brief and one.brief.points), None):
        point = first.points[0]
        yield b.Text(f"; in tables and in the conclusion the brief goes before it, as in {b.clean(first.called)} ")
        yield b.CrossReference(f"{first.name}-{point.id}", b.text(point.label))
    yield b.Text(". ")


def _marks(volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.Inline]:
    yield b.Text("Numbers in brackets lead to the notes at the end of the chapter, which name their sources in short; ")
    yield b.CrossReference("volume-bibliography", b.text("the bibliography"))
    yield b.Text(" has all that is known of them. ")
    if volume.editorial_notes or any(one.subject.editorial_notes for one in briefs):
        yield b.Text("The sign Ed. leads to ")
        yield b.CrossReference("volume-editorial-notes", b.text("the editorial notes"))
        yield b.Text(", in which not the authors speak but those who made this book. ")
    yield b.Text("Titles of works, and words that an author stresses, stand ")
    yield b.Emphasis((b.Text("like this"),))
    yield b.Text(f". A dash ({EMPTY}) says that there is nothing to be told.")
    if any(figure.rows for one in briefs if one.brief for figure in one.brief.figures):
        yield b.Text(" In figures every bar begins at zero and has its value beside it.")
