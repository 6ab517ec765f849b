"""Tables: a header for each column, a head for each row; cards on a narrow page where rows have heads."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.web.inlines import inlines
from briefkit.publish.web.language import mixed
from briefkit.publish.web.markup import attributes, element, hidden
from briefkit.publish.web.story import Story

Content: TypeAlias = Callable[[b.Blocks], str]
"""What writes the blocks of a cell."""

_WIDEST = 8.0
_FEW = 3
"""Columns of words that a page has room for, and those that even a narrow one has."""
_LONGEST_LINE = 36
"""Letters of a cell that is not to be broken, up to which it is not."""
_NOTHING = '<span class="muted">—</span>'


def table(given: b.Table, story: Story, content: Content, *, stacks: bool = True) -> str:
    """Return a table. One whose rows have heads becomes cards on a narrow page, unless it should not."""
    count = max(len(given.header), len(given.columns), *(len(row) for row in given.rows), 1)
    columns = (*given.columns, *[b.ColumnHint()] * (count - len(given.columns)))
    is_stack = stacks and given.row_heads and count > 2
    rows = _Rows(story, content, columns, given.row_heads, is_stack)
    named = inlines(given.caption, story)
    caption = element("caption", named) + "\n" if named else ""
    head = rows.header(given)
    body = "".join(rows.group(group) for group in given.groups)
    if not (head or body):
        return ""
    looks = {
        "stack": is_stack,
        "wide": given.wide,
        "dense": given.dense,
        "signs": any(column.sign for column in columns),
    }
    kinds = " ".join(kind for kind, is_so in looks.items() if is_so)
    kind = attributes(class_=kinds or None, role="table" if is_stack else None)
    written = f"<table{kind}>\n{caption}{head}{body}</table>\n"
    is_wide = sum(map(_room, columns)) > _WIDEST
    if not is_wide and (is_stack or count <= _FEW):
        return written
    label = f"Table: {' '.join(b.plain(given.caption).split())}" if given.caption else "Table"
    box = attributes(class_="scroll" if is_wide else "scroll narrow", role="group", tabindex="0", aria_label=label)
    return f"<div{box}>\n{written}</div>\n"


def _room(column: b.ColumnHint) -> float:
    """Return the room that a column takes, in columns of words."""
    return 0.33 if column.sign else 0.5 if column.fixed else 1.0


class _Rows:
    """The rows of a table; in a stack they keep their roles whatever they look like, and cells say their column."""

    def __init__(
        self, story: Story, content: Content, columns: Sequence[b.ColumnHint], has_heads: bool, is_stack: bool
    ) -> None:
        self.story, self.content, self.columns = story, content, columns
        self.has_heads, self.is_stack = has_heads, is_stack
        self.labels: list[str] = []

    def _role(self, role: str) -> str:
        return f' role="{role}"' if self.is_stack else ""

    def _held(self, cells: Sequence[b.Cell], place: int) -> bool:
        """Tell whether a cell stays on one line, as it should unless it says a lot."""
        return self.columns[place].fixed and (place >= len(cells) or len(_words(cells[place])) <= _LONGEST_LINE)

    def header(self, given: b.Table) -> str:
        if not any(cell.blocks for cell in given.header):
            return ""
        self.labels = [_words(cell) for cell in given.header]
        cells = []
        for i, column in enumerate(self.columns):
            words = self.content(given.header[i].blocks) if i < len(given.header) else ""
            if not words and given.corner and not i:
                words = hidden(b.plain(given.corner))
            looks = _looks(column, is_held=self._held(given.header, i))
            if words:
                cells.append(f'<th scope="col"{self._role("columnheader")}{looks}>{words}</th>')
            else:
                cells.append(f"<td{self._role('cell')}{looks}></td>")
        return f"<thead{self._role('rowgroup')}>\n<tr{self._role('row')}>{''.join(cells)}</tr>\n</thead>\n"

    def group(self, group: b.RowGroup) -> str:
        rows = []
        if group.name:
            name = inlines(group.name, self.story)
            head = f'<th scope="rowgroup" colspan="{len(self.columns)}"{self._role("rowheader")}>{name}</th>'
            rows.append(f'<tr class="group"{self._role("row")}>{head}</tr>\n')
        rows += [self._row(cells) for cells in group.rows]
        return f"<tbody{self._role('rowgroup')}>\n{''.join(rows)}</tbody>\n" if rows else ""

    def _row(self, cells: Sequence[b.Cell]) -> str:
        written = []
        for i, column in enumerate(self.columns):
            words = self.content(cells[i].blocks) if i < len(cells) else ""
            looks = _looks(column, is_held=self._held(cells, i), is_empty=not words)
            if not i and self.has_heads:
                head = words or _NOTHING
                written.append(f'<th scope="row"{self._role("rowheader")}{looks}>{head}</th>')
                continue
            label = attributes(data_label=self.labels[i] or None) if self.is_stack and i < len(self.labels) else ""
            shown = words or ("" if column.sign else _NOTHING)
            direction = mixed(shown) if shown[:1] != "<" else ""
            written.append(f"<td{self._role('cell')}{looks}{label}{direction}>{shown}</td>")
        return f"<tr{self._role('row')}>{''.join(written)}</tr>\n"


def _looks(column: b.ColumnHint, *, is_held: bool, is_empty: bool = False) -> str:
    if column == _PLAIN and not is_empty:
        return ""
    kinds: list[str] = [column.align] if column.align != "left" else []
    kinds += ["fixed"] if is_held else []
    kinds += ["sign"] if column.sign else []
    kinds += ["empty"] if is_empty else []
    return attributes(class_=" ".join(kinds) or None)


_PLAIN = b.ColumnHint()


def _words(cell: b.Cell) -> str:
    texts = (b.plain(block.children) for block in cell.blocks if isinstance(block, b.Paragraph))
    return " ".join(" · ".join(texts).split())
