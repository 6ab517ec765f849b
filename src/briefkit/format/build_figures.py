"""Figures of a draft that conforms to the schema → the model, in reading order."""

from dataclasses import replace

from briefkit.format.model import Figure, FigureRow, Value
from briefkit.format.part import Part
from briefkit.format.questions import QuestionSet


def figures(top: Part, questions: QuestionSet) -> tuple[Figure, ...]:
    """Return the figures of a brief: in the order of the points to which they belong, the others after them."""
    points = [point.text("id") for question in questions.questions for point in top.part(question.key).parts("points")]
    order = {name: place for place, name in reversed(list(enumerate(points)))}
    found = sorted(map(_figure, top.parts("figures")), key=lambda figure: order.get(figure.at, len(order)))
    return tuple(replace(figure, number=number) for number, figure in enumerate(found, 1))


def _figure(part: Part) -> Figure:
    return Figure(
        id=part.text("id"),
        number=part.rank,
        kind=part.text("kind"),
        title=part.text("title"),
        alt=part.text("alt"),
        place=part.place,
        unit=part.text("unit"),
        source=part.text("source"),
        at=part.text("at"),
        columns=part.texts("columns"),
        rows=tuple(_row(row) for row in part.parts("rows")),
        file=part.text("file"),
        lost=part.data.get("lost") is True,
    )


def _row(part: Part) -> FigureRow:
    value, values = (tuple(Value(*found) for found in part.decimals(key)) for key in ("value", "values"))
    return FigureRow(part.text("label"), value[0] if value else None, values)
