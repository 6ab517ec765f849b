"""Rows and columns → a document."""

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from briefkit.document import blocks as b
from briefkit.views.listing.column import Column, Listing, in_words
from briefkit.views.listing.selection import Selection

R = TypeVar("R")
Stack: TypeAlias = tuple[str, ...]
"""Columns that share one: the first, and below it the others, muted."""

_COUNTS: Stack = ("briefs",)

_MATRIX = 36
"""Cells within which each brief may have a column of its own."""


def document(kind: Listing[R], rows: Sequence[R], selection: Selection, stacks: Sequence[Stack]) -> b.Document:
    """Return the rows as a table."""
    blocks: list[b.Block] = []
    if rows:
        blocks.append(_table(kind, rows, selection, stacks))
        columns = {name for stack in stacks for name in stack}
        if kind.legend and (legend := kind.legend(selection, columns)):
            blocks.append(b.Paragraph((b.Styled(b.text(legend), "muted"),), "legend"))
    else:
        blocks.append(b.paragraph("Nothing fits the filters." if selection.is_narrowed else "There are none."))
    return b.Document(b.Meta(kind.title), (b.Chapter(kind.name, tuple(blocks), title=b.text(kind.title)),))


def chosen_stacks(kind: Listing[object], selection: Selection, columns: Sequence[str]) -> list[Stack]:
    """Return the columns asked for, each as `a` or `a+b`. Raises UsageError for an unknown one."""
    return [tuple(kind.find_column(name, selection) for name in column.split("+")) for column in columns]


def default_stacks(kind: Listing[object], selection: Selection, *, narrow: bool) -> list[Stack]:
    """Return the columns of a kind unless others are asked for; a column a brief for its counts, while they are few."""
    stacks = [tuple(column.split("+")) for column in (kind.narrow if narrow else kind.wide).split(",")]
    if _COUNTS not in stacks:
        return stacks
    names = [name for name in selection.briefs if name not in kind.all_columns()]
    if sum(len(name) + 2 for name in names) <= _MATRIX:
        place = stacks.index(_COUNTS)
        stacks[place : place + 1] = [(name,) for name in names]
    return stacks


def _table(kind: Listing[R], rows: Sequence[R], selection: Selection, stacks: Sequence[Stack]) -> b.Table:
    columns = kind.all_columns(selection)
    stacked = [[columns[name] for name in stack] for stack in stacks]
    firsts = [columns[stack[0]] for stack in stacks]
    return b.Table(
        columns=tuple(
            b.ColumnHint("right" if column.number else "left", column.weight, fixed=column.fixed or column.number)
            for column in firsts
        ),
        header=tuple(
            b.Cell((b.paragraph(column.title or in_words(stack[0])),))
            for column, stack in zip(firsts, stacks, strict=True)
        ),
        groups=(b.RowGroup(tuple(_row(stacked, row) for row in rows)),),
        row_heads=True,
    )


def _row(stacks: Sequence[Sequence[Column[R]]], row: R) -> tuple[b.Cell, ...]:
    return tuple(b.Cell(_stacked(stack, row) if len(stack) > 1 else stack[0].shown(row)) for stack in stacks)


def _stacked(stack: Sequence[Column[R]], row: R) -> b.Blocks:
    """Return the cells of several columns below each other, those after the first muted."""
    first, *others = (column.shown(row) for column in stack)
    below = (block for blocks in others for block in blocks if isinstance(block, b.Paragraph))
    return (*first, *(b.Paragraph((b.Styled(paragraph.children, "muted"),), "remark") for paragraph in below))
