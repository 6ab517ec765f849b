"""Tables that are too wide for the page: each row as a block of its own, its cells below each other."""

from collections.abc import Callable
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.layout.lines import Box, Line, Look, Piece, Role, Segment, lines_of, shifted, spaced, text_of
from briefkit.publish.layout.wrap import wrap

Flow: TypeAlias = Callable[[b.Blocks, int, Look, Role | None], list[Piece]]
"""How the blocks of a cell become pieces in a width."""

NOTHING = Segment("—", "muted")
"""Stands in a cell that has nothing to say."""

NO_SIGN = Segment("·", "muted")
"""Stands beside other cells in one that might hold a sign: lighter, so that the signs stand out."""

Cells: TypeAlias = tuple[b.Cell, ...]

_INDENT = Segment("   ")
_ANY_WIDTH = 10_000


def stack(table: b.Table, width: int, look: Look, flow: Flow) -> list[Piece]:
    """Return the rows of a table below each other; each cell says which column it is of."""
    lay_row = _compared if table.wide else _recorded
    pieces: list[Piece] = []
    is_first = True
    for group in table.groups if table.rows else (b.RowGroup(((b.Cell(()),) * len(table.columns),)),):
        if group.name:
            name = Box(wrap(group.name, min(width, look.measure), look, "strong"), kind="heading")
            pieces += spaced([name], 0 if is_first else 1)
        for i, row in enumerate(group.rows):
            gap = 0 if is_first or (group.name and not i) else 1
            pieces += spaced(lay_row(table, row, width, look, flow, is_first), gap)
            is_first = False
    return [*pieces, Box((_rule(width, look),))] if table.wide else pieces


def _compared(table: b.Table, row: Cells, width: int, look: Look, flow: Flow, is_first: bool) -> list[Piece]:
    """Return a row of a comparison: under its name each column with what it says."""
    head = _head(table, row, width, look, flow) if table.row_heads else []
    pieces: list[Piece] = [Box((_rule(width, look), *head), kind="heading")]
    for title, cell in _columns(table, row):
        name = _name(title, look, flow, whole=is_first)
        if name:
            lines = wrap((b.Text(name),), min(width, look.measure), look, "strong")
            pieces += spaced([Box(lines, kind="heading")], 1)
        body = flow(cell.blocks, width - len(_INDENT.text), look, None) or [Box(((NOTHING,),))]
        pieces += spaced(shifted(body, _INDENT, _INDENT), 0 if name else 1)
    return pieces


def _recorded(table: b.Table, row: Cells, width: int, look: Look, flow: Flow, _: bool) -> list[Piece]:
    """Return a row of an ordinary table: a line `column: value` for each cell, then a line for each sign."""
    pieces: list[Piece] = []
    indent = Segment("")
    if table.row_heads:
        pieces.append(Box(tuple(_head(table, row, width, look, flow)), kind="heading"))
        indent = _INDENT
    for title, cell in _columns(table, row, signs=False):
        blocks = _labeled(_name(title, look, flow, whole=True), cell, look, flow)
        body = flow(blocks[:1], width - len(indent.text), look, None)
        rest = flow(blocks[1:], width - len(indent.text) - len(_INDENT.text), look, None)
        pieces += spaced(shifted([*body, *spaced(shifted(rest, _INDENT, _INDENT), 0)], indent, indent), 0)
    if signed := _columns(table, row, signs=True):
        pieces += spaced(shifted(_signs(signed, width - len(indent.text), look, flow), indent, indent), 0)
    return pieces


def _signs(signed: list[tuple[b.Cell, b.Cell]], width: int, look: Look, flow: Flow) -> list[Piece]:
    """Return a line for each sign: the names of the columns that have it."""
    named: dict[b.Blocks, list[str]] = {}
    for title, cell in signed:
        if flow(cell.blocks, _ANY_WIDTH, look, None):
            named.setdefault(cell.blocks, []).append(_name(title, look, flow, whole=True))
    pieces: list[Piece] = []
    for blocks, names in named.items():
        first = blocks[0]
        sign, rest = (first.children, blocks[1:]) if isinstance(first, b.Paragraph) else ((), blocks)
        line = b.Paragraph((*sign, b.Text(f" {', '.join(names)}")), "remark")
        pieces += spaced(flow((line, *rest), width, look, None), 0)
    return pieces or [Box(((NOTHING,),))]


def _head(table: b.Table, row: Cells, width: int, look: Look, flow: Flow) -> list[Line]:
    """Return the name of a row, after the name of its column if that has one."""
    blocks = _labeled(_name(table.header[0], look, flow, whole=True), row[0], look, flow)
    return lines_of(flow(blocks, min(width, look.measure), look, "strong"))


def _labeled(name: str, cell: b.Cell, look: Look, flow: Flow) -> b.Blocks:
    """Return the blocks of a cell, the first a paragraph that begins with the name of its column."""
    label: b.Inlines = (b.Styled((b.Text(f"{name}:"),), "muted"), b.Text(" ")) if name else ()
    blocks = cell.blocks if flow(cell.blocks, _ANY_WIDTH, look, None) else (b.Paragraph((b.Text(NOTHING.text),)),)
    if isinstance(blocks[0], b.Paragraph):
        return b.Paragraph((*label, *blocks[0].children), "entry"), *blocks[1:]
    return b.Paragraph(label), *blocks


def _columns(table: b.Table, row: Cells, *, signs: bool | None = None) -> list[tuple[b.Cell, b.Cell]]:
    """Return title and cell of each column after the name of the row; only those with signs, or without, if asked."""
    columns = list(zip(table.columns, table.header, row, strict=True))[1 if table.row_heads else 0 :]
    return [(title, cell) for column, title, cell in columns if signs in (None, column.sign)]


def _name(title: b.Cell, look: Look, flow: Flow, *, whole: bool) -> str:
    """Return what a column is called: the first line of its title, or all of them."""
    lines = [text_of(line) for line in lines_of(flow(title.blocks, _ANY_WIDTH, look, "heading")) if line]
    return " · ".join(lines if whole else lines[:1])


def _rule(width: int, look: Look) -> Line:
    return (Segment("─" * min(width, look.measure), "muted"),)
