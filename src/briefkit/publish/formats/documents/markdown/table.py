"""Tables → pipe tables, in which a cell is one line: what stands below each other in it has a tag between."""

from collections.abc import Iterable, Iterator

from briefkit.document import blocks as b
from briefkit.document.charts import as_table, sourced
from briefkit.publish.formats.documents.markdown import figures, inline
from briefkit.publish.formats.documents.markdown.inline import BREAK, Names

_RULES = {"left": "---", "right": "--:", "center": ":-:"}
_EMPTY = "—"
_BESIDE = " · "


def lines(table: b.Table, names: Names) -> list[str]:
    """Return the lines of a table; its caption is a bold line above it."""
    caption = inline.write((b.Strong(table.caption),), names)
    header = [_cell(cell, names, _BESIDE) for cell in table.header]
    width = len(table.columns)
    rows = [_row(header, width), _row([_RULES[column.align] for column in table.columns], width)]
    for group in table.groups:
        if name := inline.write((b.Strong(group.name),), names, "cell"):
            rows.append(_row([name], width))
        rows += (_row(_cells(cells, names, named=table.row_heads), width) for cells in group.rows)
    return [caption, "", *rows] if caption else rows


def _row(cells: list[str], width: int) -> str:
    return f"| {' | '.join(cells + [''] * (width - len(cells)))} |"


def _cells(cells: Iterable[b.Cell], names: Names, *, named: bool) -> list[str]:
    """Return the cells of a row; of the first one, if it names the row, what it says stands beside each other."""
    return [_cell(cell, names, BREAK if i or not named else _BESIDE) or _EMPTY for i, cell in enumerate(cells)]


def _cell(cell: b.Cell, names: Names, between: str) -> str:
    return between.join(_lines(cell.blocks, names))


def _lines(blocks: b.Blocks, names: Names) -> Iterator[str]:
    """Yield what blocks say, a line each."""
    for block in blocks:
        match block:
            case b.Paragraph(children):
                yield from _line(children, names)
            case b.Heading(_, children):
                yield from _line((b.Strong(children),), names)
            case b.Quote(inner):
                yield from _lines(inner, names)
            case b.Section(_, inner, title):
                yield from _line((b.Strong(title),), names)
                yield from _lines(inner, names)
            case b.Preformatted(text):
                for line in text.split("\n"):
                    yield from _line((b.Code(line),), names)
            case b.Table():
                yield from _line((b.Strong(block.caption),), names)
                yield from _rows((b.RowGroup((block.header,)), *block.groups), names)
            case b.Figure():
                yield from _line(figures.caption(block), names)
                yield from _lines((as_table(block.chart),), names) if block.chart else [figures.picture(block, names)]
                yield from _lines(sourced(block), names)
            case b.BulletList() | b.OrderedList() | b.DefinitionList():
                yield from _items(block, names)
            case b.Contents() | b.Divider() | b.PageBreak():
                pass


def _rows(groups: Iterable[b.RowGroup], names: Names) -> Iterator[str]:
    """Yield the rows of a table in a cell, a line each, those of a group behind its name."""
    for group in groups:
        yield from _line((b.Strong(group.name),), names)
        for row in group.rows:
            yield " – ".join(line for cell in row for line in _lines(cell.blocks, names))


def _items(block: b.BulletList | b.OrderedList | b.DefinitionList, names: Names) -> Iterator[str]:
    """Yield the lines of a list, the first of each item behind its sign, number or term."""
    match block:
        case b.BulletList(items):
            marked = [("• ", item) for item in items]
        case b.OrderedList(items, start):
            marked = [(f"{number}. ", item) for number, item in enumerate(items, start)]
        case b.DefinitionList(terms):
            marked = [(inline.write((b.Strong(term), b.Text(":")), names, "cell") + " ", said) for term, said in terms]
    for mark, item in marked:
        for i, line in enumerate(_lines(item, names)):
            yield line if i else f"{mark}{line}"


def _line(children: b.Inlines, names: Names) -> Iterator[str]:
    if text := inline.write(children, names, "cell"):
        yield text
