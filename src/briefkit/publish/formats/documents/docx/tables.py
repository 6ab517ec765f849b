"""Tables: a header that every page repeats, rows that no page parts, groups under a row with their name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.changes import fate_of_row, mark
from briefkit.publish.formats.documents.docx.inlines import Look, runs
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.where import Where
from briefkit.publish.formats.documents.docx.xml import paragraph, styled_run
from briefkit.publish.layout.cells import cells
from briefkit.publish.layout.columns import Need, share

Content: TypeAlias = Callable[[b.Blocks, Where, Story], list[str]]
"""What writes the blocks of a cell."""

_CELL = 100
"""Twips that a letter of a table takes, on average and generously."""
_PADDING = 170
"""Twips that the margins of a cell take."""
_SIGN = 400
_LEAST = 700
_COMPARED = 1500
"""The least width in twips of a column of signs, of one of words, and of one in which briefs are compared."""
_HEADS = 2500
"""The width that a column with the names of rows is likely to take."""
_LONGEST_WORD = 18
_FEW = 3
"""Columns that always have room for whole words."""
_TALL = 10
"""Lines from which a row may be parted between pages."""

NOTHING = styled_run("—", "Muted")
NO_SIGN = styled_run("·", "Muted")


def lines(table: b.Table, where: Where, story: Story, content: Content) -> list[str]:
    """Return a table under its caption; one with more columns than have room in blocks of columns, each with the first.

    `content` writes what stands in a cell.
    """
    found = []
    if table.caption:
        found.append(paragraph("Caption", runs(table.caption, story, Look(language=where.language)), "<w:keepNext/>"))
    for part in _blocks_of_columns(_even(table), where.width):
        if any(cell.blocks for cell in part.header) or part.rows:  # Word knows no table without rows
            found += (_table(part, where, story, content), paragraph("TableEnd"))
    return found


def is_too_wide(table: b.Table, width: int) -> bool:
    """Tell whether a table wants a page on its side: it compares briefs, or has no room for whole words."""
    if table.wide or len(table.columns) <= _FEW:
        return table.wide
    even = _even(table)
    needs = [_need(even, i).floor for i in range(len(even.columns))]
    return sum(needs) * _CELL + _PADDING * len(needs) > width


def _even(table: b.Table) -> b.Table:
    """Return the table with as many cells in each row as its longest row has."""
    count = max(len(table.header), *(len(row) for row in table.rows), 1)
    columns = table.columns[:count] + (b.ColumnHint(),) * (count - len(table.columns))

    def even(row: tuple[b.Cell, ...]) -> tuple[b.Cell, ...]:
        return row + (b.Cell(()),) * (count - len(row))

    groups = tuple(b.RowGroup(tuple(map(even, group.rows)), group.name) for group in table.groups)
    return replace(table, columns=columns, header=even(table.header), groups=groups)


def _blocks_of_columns(table: b.Table, width: int) -> Iterator[b.Table]:
    """Yield the table, or parts of it that have room, each with the column that names the rows."""
    heads = 1 if table.row_heads else 0
    count = len(table.columns) - heads
    signs = all(column.sign for column in table.columns[heads:])
    least = _COMPARED if table.wide else _SIGN if signs else _LEAST
    most = max(1, (width - (_HEADS if heads else 0)) // least)
    if count <= most:
        yield table
        return
    parts = -(-count // most)
    each = -(-count // parts)
    for start in range(heads, heads + count, each):
        yield _columns(table, heads, slice(start, start + each))


def _columns(table: b.Table, heads: int, part: slice) -> b.Table:
    groups = tuple(
        b.RowGroup(tuple(row[:heads] + row[part] for row in group.rows), group.name) for group in table.groups
    )
    return replace(
        table,
        columns=table.columns[:heads] + table.columns[part],
        header=table.header[:heads] + table.header[part],
        groups=groups,
    )


def _table(table: b.Table, where: Where, story: Story, content: Content) -> str:
    widths = _widths(table, where.width)
    style = "DenseTable" if table.dense else "BriefTable"
    look = f'w:firstRow="1" w:lastRow="0" w:firstColumn="{int(table.row_heads)}" w:lastColumn="0"'
    begin = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{0x04A0 if table.row_heads else 0x0420:04X}" {look}'
        ' w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{width}{chr(34)}/>' for width in widths)}</w:tblGrid>"
    )
    rows: list[str] = []
    places = [_place(column, width, where) for column, width in zip(table.columns, widths, strict=True)]
    if any(cell.blocks for cell in table.header):
        heads = [place._replace(is_head=True) for place in places]
        rows.append(_row(table, table.header, widths, heads, story, content))
    for group in table.groups:
        if group.name:
            name = paragraph("TableGroup", runs(group.name, story, Look(language=where.language)))
            span = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{span}</w:tcPr>{name}</w:tc></w:tr>")
        rows += (_row(table, cells, widths, places, story, content) for cells in group.rows)
    return f"{begin}{''.join(rows)}</w:tbl>"


def _place(column: b.ColumnHint, width: int, where: Where) -> Where:
    """Return the place that a cell is."""
    align = "" if column.align == "left" else column.align
    return Where(max(width - _PADDING, _SIGN), language=where.language, is_cell=True, align=align)


def _row(
    table: b.Table,
    row: Sequence[b.Cell],
    widths: Sequence[int],
    places: Sequence[Where],
    story: Story,
    content: Content,
) -> str:
    found = []
    is_head = places[0].is_head
    for cell, column, width, place in zip(row, table.columns, widths, places, strict=True):
        parts = content(cell.blocks, place, story)
        if not parts:
            empty = "" if is_head else NO_SIGN if column.sign else NOTHING
            jc = f'<w:jc w:val="{place.align}"/>' if place.align else ""
            parts = [paragraph(place.style("text"), empty, after=jc)]
        found.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(parts)}</w:tc>')
    whole = "<w:cantSplit/>" if is_head or _is_low(row, widths) else ""
    repeated = "<w:tblHeader/>" if is_head else ""
    fate = mark(fate_of_row(row), story.file)
    return f"<w:tr><w:trPr>{whole}{repeated}{fate}</w:trPr>{''.join(found)}</w:tr>"


def _is_low(row: Sequence[b.Cell], widths: Sequence[int]) -> bool:
    """Tell whether a row may stay on one page without leaving much of the page before it empty."""
    for cell, width in zip(row, widths, strict=True):
        letters = max(1, (width - _PADDING) // _CELL)
        if sum(-(-cells(text) // letters) for text in _texts(cell.blocks)) > _TALL:
            return False
    return True


def _widths(table: b.Table, width: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the page, unless they need much less."""
    count = len(table.columns)
    room = (width - _PADDING * count) // _CELL
    needs = [_need(table, i) for i in range(count)]
    shared = share(needs, room)
    if shared is None:  # too narrow for whole words
        total = sum(need.floor for need in needs)
        return [width * need.floor // total for need in needs]
    found = [one * _CELL + _PADDING for one in shared]
    spare = width - sum(found)
    flexible = [i for i, column in enumerate(table.columns) if not column.fixed] or list(range(count))
    if spare > width // 3:
        spare = 0  # a small table need not be stretched
    for i in flexible:
        found[i] += spare // len(flexible)
    return found


def _need(table: b.Table, index: int) -> Need:
    column = table.columns[index]
    if column.sign:
        return Need(3, 3)
    texts = [text for row in (table.header, *table.rows) for text in _texts(row[index].blocks)]
    natural = max(map(cells, texts), default=1) + 1
    longest = max((cells(word) for text in texts for word in text.split()), default=1) + 1
    floor = natural if column.fixed and natural <= 2 * _LONGEST_WORD else min(longest, _LONGEST_WORD)
    return Need(floor, max(natural, floor), column.weight)


def _texts(blocks: b.Blocks) -> Iterator[str]:
    """Yield the text of each paragraph of a cell, of others what they say on one line."""
    for block in blocks:
        yield b.plain(block.children) if isinstance(block, b.Paragraph) else _LONG


_LONG = "long words " * 4
"""What stands for blocks that need room."""
