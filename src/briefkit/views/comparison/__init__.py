"""N briefs side by side: the framework matrix by question, by theme or by actor."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import notes
from briefkit.format.model import Brief, Point
from briefkit.source.draft import Json
from briefkit.text.english import listed
from briefkit.text.errors import UsageError
from briefkit.views.comparison import by_actor, by_question, by_theme, closing
from briefkit.views.comparison.asked import Asked, Matrix, MatrixRow
from briefkit.views.comparison.linked import linked
from briefkit.views.rows import Fields, PointRow, Rows, point_fields, point_rows
from briefkit.views.view import View, date_words, family_names, labeled, when

MATRICES = {"question": by_question.matrix, "theme": by_theme.matrix, "actor": by_actor.matrix}
ONLY = ("shared", "distinct", "gaps")

__all__ = ["MATRICES", "ONLY", "Asked", "view"]

_ANCHOR = "comparison"


def view(asked: Asked) -> View:
    """Return the comparison: the matrix and closing sentences; a record a point and row.

    Raises UsageError when what was asked does not go together or the briefs have nothing to be compared by.
    """
    _check(asked)
    matrix = MATRICES[asked.by](asked)
    return View(lambda: _document(asked, matrix), _rows(asked, matrix))


def _document(asked: Asked, matrix: Matrix) -> b.Document:
    names = asked.names
    title = f"{listed(names, 'and')} compared"
    if asked.by != "question":
        title += f" by {asked.by}"
    table = _transposed(asked, matrix) if asked.transpose else _table(asked, matrix)
    body = (*matrix.before, table) if matrix.rows else (b.paragraph(f"No {asked.by} is {asked.only or 'there'}."),)
    blocks = (*body, *closing.blocks(asked, matrix))
    chapter = b.Chapter(_ANCHOR, blocks, title=b.text(title), orientation="landscape")
    languages = {brief.language for brief in asked.briefs}
    meta = b.Meta(b.clean(title), language=languages.pop() if len(languages) == 1 else "en")
    sources = notes.mixed_sources(asked.briefs, asked.volume) if asked.detail else {}
    return notes.resolve(b.Document(meta, (chapter,)), {_ANCHOR: sources})


def _check(asked: Asked) -> None:
    if asked.only and asked.by == "question":
        raise UsageError("--only compares themes or actors, not questions", hint="add --by theme or --by actor")
    if asked.only == "gaps" and asked.by == "actor":
        raise UsageError("gaps are themes that nothing answers", hint="use --only gaps with --by theme")
    asking = asked.question_set.with_field("actors")
    if asked.by == "actor" and not set(asking) & set(asked.questions):
        if not asking:
            raise UsageError(f"no question of `{asked.question_set.name}` asks who should act", hint="compare by theme")
        names = listed([question.slug for question in asking], "or")
        raise UsageError(
            f"only {listed([question.points for question in asking], 'and')} have actors",
            hint=f"leave -q out, or name {names}",
        )
    tagged = any(point.themes for brief in asked.briefs for point in brief.points)
    if asked.by == "theme" and not tagged:
        raise UsageError(
            "no point of these briefs has a theme",
            hint="list a vocabulary under `themes` in volume.yaml and put `themes: [...]` on the points",
        )


def _table(asked: Asked, matrix: Matrix) -> b.Table[b.SourceInline]:
    return b.Table(
        columns=(b.ColumnHint(fixed=True), *(b.ColumnHint() for _ in asked.briefs)),
        header=(b.Cell(()), *(_brief_head(*each) for each in zip(asked.names, asked.briefs, strict=True))),
        groups=(b.RowGroup(tuple((_row_head(row), *_cells(asked, row)) for row in matrix.rows)),),
        wide=True,
        row_heads=True,
        corner=b.text(asked.by.capitalize()),
    )


def _transposed(asked: Asked, matrix: Matrix) -> b.Table[b.SourceInline]:
    columns = [_cells(asked, row) for row in matrix.rows]
    heads = [_brief_head(*each) for each in zip(asked.names, asked.briefs, strict=True)]
    return b.Table(
        columns=(b.ColumnHint(fixed=True), *(b.ColumnHint() for _ in matrix.rows)),
        header=(b.Cell(()), *(_row_head(row) for row in matrix.rows)),
        groups=(b.RowGroup(tuple((head, *(column[i] for column in columns)) for i, head in enumerate(heads))),),
        wide=True,
        row_heads=True,
        corner=b.text("Brief"),
    )


def _brief_head(name: str, brief: Brief) -> b.Cell:
    source = " · ".join(filter(None, (family_names(brief), date_words(brief.date))))
    return b.Cell(
        (b.Paragraph((b.Strong(b.text(name)),), "name"), b.Paragraph((b.Styled(b.text(source), "muted"),), "remark"))
    )


def _row_head(row: MatrixRow) -> b.Cell:
    blocks: tuple[b.Paragraph, ...] = (b.Paragraph((b.Strong(b.text(row.name)),), "name"),)
    if row.note:
        blocks += (b.Paragraph((b.Styled(b.text(row.note), "muted"),), "remark"),)
    return b.Cell(blocks)


def _cells(asked: Asked, row: MatrixRow) -> tuple[b.Cell[b.SourceInline], ...]:
    leads = row.leads or ((),) * len(row.cells)
    return tuple(
        b.Cell((*lead, *(_point(asked, file, brief, point) for point in points)))
        for file, brief, points, lead in zip(asked.files, asked.briefs, row.cells, leads, strict=True)
    )


def _point(asked: Asked, file: ParsedBrief, brief: Brief, point: Point) -> b.Paragraph[b.SourceInline]:
    statement = labeled(point)
    label: b.Inline = b.Styled((linked(brief, point, b.text(point.label)),), "label")
    children: b.SourceInlines = (label, *statement.children[1:])
    if asked.by == "actor" and (by_when := when(point.horizon, point.deadline)):
        children = (*children, b.Styled(b.text(f" ({by_when})"), "muted"))
    if chosen := _chosen(asked, point):
        children = (*children, b.Styled(b.text(f" ({chosen})"), "muted"))
    if asked.detail and point.detail:
        children = (b.Strong(children), *_detail(file, brief, point))
    return b.Paragraph(children, statement.role)


def _chosen(asked: Asked, point: Point) -> str:
    """Return what a point says in the fields that its question set declares: `certainty: high`."""
    fields = asked.question_set.choices
    said = ((fields[key], value) for key, value in point.choices.items() if value)
    return ", ".join(f"{field.name.lower()}: {field.values[value].name}" for field, value in said)


def _detail(file: ParsedBrief, brief: Brief, point: Point) -> b.SourceInlines:
    """Return the first paragraph of a point's detail, on a line of its own under the statement."""
    for block in notes.scope(file.blocks(*point.place.path, "detail"), brief.name):
        if isinstance(block, b.Paragraph):
            return (b.LineBreak(), b.Styled(block.children, "muted"))
    return ()


class ComparedRow(NamedTuple):
    """A point in a row of the matrix."""

    key: str
    """The theme or the actor of the row."""
    point: PointRow


def _rows(asked: Asked, matrix: Matrix) -> Rows[object]:
    found = tuple(_compared(asked, matrix))
    if not matrix.row_field:
        return point_rows((row.point for row in found), asked.question_set)
    fields: Fields[ComparedRow] = {
        matrix.row_field: lambda row: row.key,
        **{name: _of_point(value) for name, value in point_fields(asked.question_set).items()},
    }
    return Rows("points", fields, found, lambda row: row.point.name)


def _of_point(value: Callable[[PointRow], Json]) -> Callable[[ComparedRow], Json]:
    return lambda row: value(row.point)


def _compared(asked: Asked, matrix: Matrix) -> Iterator[ComparedRow]:
    for row in matrix.rows:
        for brief, points in zip(asked.briefs, row.cells, strict=True):
            for point in points:
                yield ComparedRow(row.key, PointRow(brief, point, asked.volume))
