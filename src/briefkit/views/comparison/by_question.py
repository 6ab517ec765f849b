"""A row a question: what each brief answers."""

from briefkit.document import blocks as b
from briefkit.format.model import Answer
from briefkit.views.comparison.asked import Asked, Matrix, MatrixRow
from briefkit.views.view import answer_stance


def matrix(asked: Asked) -> Matrix:
    """Return a row for each question that was asked for."""
    rows = []
    for question in asked.questions:
        answers = [brief.answer(question.key) for brief in asked.briefs]
        cells = tuple(
            tuple(point for point in asked.points(brief) if point.question is question) for brief in asked.briefs
        )
        name = f"{question.number} {question.name}"
        rows.append(MatrixRow(question.key, name, cells, leads=tuple(_stance(answer) for answer in answers)))
    return Matrix(rows)


def _stance(answer: Answer) -> b.Blocks:
    if not (words := answer_stance(answer)):
        return ()
    stance = b.Styled(b.text(words), "strong")
    return (b.Paragraph((stance, *b.text(f": {answer.because}")), "verdict"),)
