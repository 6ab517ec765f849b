"""Tables → pieces: side by side where the columns have room, else stacked; nothing is ever cut off."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.layout.cells import cells, shorten
from briefkit.publish.layout.columns import Need, share
from briefkit.publish.layout.lines import (
    EMPTY,
    Box,
    Grid,
    GridRow,
    Line,
    Lines,
    Look,
    Piece,
    Role,
    Segment,
    lines_of,
    spaced,
    text_of,
)
from briefkit.publish.layout.paragraphs import hang_of, is_close
from briefkit.publish.layout.stacks import NO_SIGN, NOTHING, Flow, stack
from briefkit.publish.layout.wrap import wrap

WIDE_COLUMN = 24
"""A comparison stacks rather than read in columns narrower than this."""

_SHORT_COLUMN = 12
_DENSE_COLUMN = 10

Column: TypeAlias = list[Sequence[Line]]
"""The lines of each cell of a column."""


def lay_table(table: b.Table, width: int, look: Look, flow: Flow) -> list[Piece]:
    """Return a table as pieces of at most `width` cells; `flow` lays out the blocks of its cells."""
    table = _even(table)
    columns: list[Column] = []
    widths = _widths(table, width, width - _gutter(table) * (len(table.columns) - 1), look, flow, columns)
    body: list[Piece] = (
        [_grid(table, columns, widths, width, look, flow)] if widths else stack(table, width, look, flow)
    )
    if table.caption and body:
        caption = Box(wrap(table.caption, min(width, look.measure), look, "strong"), kind="heading")
        return [caption, *spaced(body, 0)]
    return body


def _gutter(table: b.Table) -> int:
    return 3 if table.wide else 2


def _widths(table: b.Table, width: int, room: int, look: Look, flow: Flow, columns: list[Column]) -> list[int] | None:
    """Return the widths of the columns; None, as soon as that is plain, when they do not fit.

    `columns` takes the cells as they are laid out in the whole width.
    """
    needs: list[Need] = []
    for i in range(len(table.columns)):
        columns.append([_cell(table, i, row[i], width, look, flow) for row in table.rows])
        needs.append(_need(table, i, columns[i], _title(table.header[i], width, look, flow), look))
        if sum(need.floor for need in needs) > room:
            return None
    return share(needs, room)


def _even(table: b.Table) -> b.Table:
    """Return the table with as many columns, and cells in each row, as its longest row has."""
    count = max(len(table.header), *(len(row) for row in table.rows), 0)
    columns = table.columns[:count] + (b.ColumnHint(),) * (count - len(table.columns))

    def even(row: tuple[b.Cell, ...]) -> tuple[b.Cell, ...]:
        return row + (b.Cell(()),) * (count - len(row))

    groups = tuple(b.RowGroup(tuple(map(even, group.rows)), group.name) for group in table.groups)
    return replace(table, columns=columns, header=even(table.header), groups=groups)


def _need(table: b.Table, index: int, rows: Column, title: Sequence[Line], look: Look) -> Need:
    """Measure a column: its width without wrapping, and how narrow it may get."""
    column = table.columns[index]
    texts = [text_of(line) for lines in (title, *rows) for line in lines]
    natural = max(map(cells, texts), default=0)
    if column.fixed:
        return Need(natural, natural, column.weight)
    natural = min(natural, look.measure)
    is_head = table.row_heads and index == 0
    if (table.wide and not is_head) or natural > 2 * WIDE_COLUMN:
        floor = WIDE_COLUMN
    else:
        longest = max((cells(word) for text in texts for word in text.split()), default=0)
        floor = max(_DENSE_COLUMN if table.dense else _SHORT_COLUMN, min(longest, WIDE_COLUMN))
    return Need(min(floor, natural), natural, column.weight)


def _title(cell: b.Cell, width: int, look: Look, flow: Flow) -> list[Line]:
    return [line for piece in flow(cell.blocks, width, look, "heading") for line in piece.lines]


def _cell(table: b.Table, index: int, cell: b.Cell, width: int, look: Look, flow: Flow) -> Sequence[Line]:
    role: Role | None = "strong" if table.row_heads and index == 0 else None
    return _lines(cell.blocks, width, look, role, flow) or [(NO_SIGN if table.columns[index].sign else NOTHING,)]


def _lines(blocks: b.Blocks, width: int, look: Look, role: Role | None, flow: Flow) -> Sequence[Line]:
    match blocks:  # as the cells of large tables are
        case ():
            return ()
        case (b.Paragraph(children) as paragraph,):
            lines = wrap(children, min(width, look.measure), look, role, hang_of(paragraph))
            return lines if any(lines) else ()
    pieces = flow(blocks, width, look, role)
    if _is_compact(blocks):
        pieces = [part for piece in pieces for part in spaced([piece], 0)]
    return lines_of(pieces)


def _fits(cell: b.Cell, lines: Sequence[Line], width: int) -> bool:
    """Tell whether a cell stays as it is laid out in a narrower column: nothing, or one paragraph in one line."""
    if len(lines) != 1 or len(cell.blocks) > 1 or (cell.blocks and not isinstance(cell.blocks[0], b.Paragraph)):
        return False
    return sum(cells(segment.text) for segment in lines[0]) <= width


def _is_compact(blocks: b.Blocks) -> bool:
    """Tell whether the blocks are paragraphs that stand close to the one above, but for the first."""
    return all(isinstance(block, b.Paragraph) and (is_close(block) or not i) for i, block in enumerate(blocks))


def _grid(table: b.Table, laid: Sequence[Column], widths: Sequence[int], width: int, look: Look, flow: Flow) -> Grid:
    gutter = _gutter(table)
    aligns = [column.align for column in table.columns]
    total = sum(widths) + gutter * (len(widths) - 1)
    rule: Line = (Segment("─" * total, "muted"),)
    titles = [_title(cell, w, look, flow) for cell, w in zip(table.header, widths, strict=True)]
    bodies: list[Lines] = []
    for n, row in enumerate(table.rows):
        columns = [
            lines if _fits(cell, lines := laid[i][n], w) else _cell(table, i, cell, w, look, flow)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        bodies.append(_beside(columns, widths, aligns, gutter))
    air = (EMPTY,) if _wants_air(table, bodies) else ()
    rows: list[GridRow] = []
    for group in table.groups:
        name = wrap(group.name, min(width, look.measure), look, "strong") if group.name else ()
        for i, row in enumerate(group.rows):
            gap = (*(air if rows else ()), *(() if i else name))
            rows.append(GridRow(bodies[len(rows)], gap, _again(table, row, total), name))
    if rows:
        rows[-1] = rows[-1]._replace(lines=(*rows[-1].lines, rule))
    return Grid((*_beside(titles, widths, aligns, gutter), rule), tuple(rows))


def _wants_air(table: b.Table, bodies: Sequence[Lines]) -> bool:
    """Tell whether empty lines between the rows help: where many rows have several lines."""
    tall = sum(len(body) > 1 for body in bodies)
    return tall > 0 and not table.dense and (table.wide or 3 * tall >= len(bodies))


def _again(table: b.Table, row: Sequence[b.Cell], width: int) -> Line:
    words = "(continued)"
    head = row[0].blocks if table.row_heads else ()
    if head and isinstance(head[0], b.Paragraph):
        words = f"{shorten(b.plain(head[0].children), width - len(words) - 1)} {words}"
    return (Segment(words, "muted"),)


def _beside(columns: Sequence[Sequence[Line]], widths: Sequence[int], aligns: Sequence[str], gutter: int) -> Lines:
    """Put columns of lines beside each other."""
    found: list[Line] = []
    for lines in zip_longest(*columns, fillvalue=EMPTY):
        segments: list[Segment] = []
        blank = 0  # cells owed before the next text
        for line, width, align in zip(lines, widths, aligns, strict=True):
            free = width - sum(cells(segment.text) for segment in line)
            before = {"left": 0, "right": free, "center": free // 2}[align]
            if line:
                segments += [Segment(" " * (blank + before))] if blank + before else []
                segments += line
                blank = free - before + gutter
            else:
                blank += width + gutter
        found.append(tuple(segments))
    return tuple(found)
