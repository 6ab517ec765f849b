"""A row a theme: first which briefs speak of it under which question, then what they say."""

from collections.abc import Iterable, Sequence

from briefkit.document import blocks as b
from briefkit.format.model import Point
from briefkit.format.questions import Question
from briefkit.views.comparison.asked import Asked, Matrix, MatrixRow
from briefkit.views.comparison.linked import linked
from briefkit.views.view import EMPTY, theme_name


def matrix(asked: Asked) -> Matrix:
    """Return a row for each theme: those of all briefs first, then of some, then of one."""
    rows = [row for row in _rows(asked) if _is_wanted(asked, row)]
    rows.sort(key=lambda row: -row.covered)
    return Matrix(rows, "theme", (_coverage(asked, rows),) if rows else ())


def _rows(asked: Asked) -> list[MatrixRow]:
    found = [_by_theme(asked.points(brief)) for brief in asked.briefs]
    used = dict.fromkeys(theme for points in found for theme in points)
    vocabulary = list(asked.volume.themes) if asked.volume else []
    ordered = [theme for theme in vocabulary if theme in used] + [theme for theme in used if theme not in vocabulary]
    rows = []
    for theme in asked.themes or ordered:
        cells = tuple(tuple(points.get(theme, ())) for points in found)
        row = MatrixRow(theme, theme_name(asked.volume, theme), cells)
        rows.append(MatrixRow(theme, row.name, cells, f"{row.covered} of {len(asked.briefs)}"))
    return rows


def _by_theme(points: Iterable[Point]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in points:
        for theme in dict.fromkeys(point.themes):
            found.setdefault(theme, []).append(point)
    return found


def _is_wanted(asked: Asked, row: MatrixRow) -> bool:
    match asked.only:
        case "shared":
            return row.covered == len(asked.briefs)
        case "distinct":
            return row.covered == 1
        case "gaps":
            return is_gap(asked, row)
        case _:
            return True


def is_gap(asked: Asked, row: MatrixRow) -> bool:
    """Tell whether a theme has something to be answered in some brief, and an answer in none.

    All points count, also those under questions that were not asked for: what is not shown is not missing.
    """
    there = asked.asking.get(row.key, set())
    answering = _answering(asked, row)
    return bool(answering) and there.isdisjoint(answering)


def _coverage(asked: Asked, rows: Sequence[MatrixRow]) -> b.Table:
    """Return which briefs speak of a theme under which question, with the number of points where it is not one."""
    header = ("Theme", "Briefs", *(question.name for question in asked.questions))
    return b.Table(
        columns=(b.ColumnHint(weight=1.4), b.ColumnHint(fixed=True), *(b.ColumnHint() for _ in asked.questions)),
        header=tuple(b.Cell((b.paragraph(name),)) for name in header),
        groups=(b.RowGroup(tuple(_covered(asked, row) for row in rows)),),
        row_heads=True,
    )


def _covered(asked: Asked, row: MatrixRow) -> tuple[b.Cell, ...]:
    who = (b.Paragraph(_who(asked, row, question)) for question in asked.questions)
    return tuple(b.Cell((paragraph,)) for paragraph in (b.paragraph(row.name), b.paragraph(row.note), *who))


def _who(asked: Asked, row: MatrixRow, question: Question) -> b.Inlines:
    """Return the briefs with their numbers of points, each with a link to the first of them."""
    parts: list[b.Inline] = []
    for name, brief, cell in zip(asked.names, asked.briefs, row.cells, strict=True):
        if points := [point for point in cell if point.question is question]:
            words = name if len(points) == 1 else f"{name}\u00a0{len(points)}"
            parts += [b.Text(", ")] if parts else []
            parts.append(linked(brief, points[0], b.text(words)))
    if parts:
        return tuple(parts)
    if question.key in _answering(asked, row) and is_gap(asked, row):
        return (b.Styled((b.Text("nowhere"),), "orphan"),)
    return (b.Styled((b.Text(EMPTY),), "muted"),)


def _answering(asked: Asked, row: MatrixRow) -> set[str]:
    """Return the keys of the questions that should answer what the briefs say about a theme."""
    there = asked.asking.get(row.key, set())
    return {key for question in asked.question_set.served if question.key in there for key in question.answered_by}
