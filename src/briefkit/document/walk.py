"""Walking a document tree: every run of inlines in reading order, with what does not change kept as it is."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefkit.document.blocks import (
    Aside,
    Block,
    Blocks,
    BulletList,
    Cell,
    Citation,
    Code,
    DefinitionList,
    Divider,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteMark,
    OrderedList,
    PageBreak,
    Paragraph,
    Preformatted,
    Quote,
    Table,
    Text,
)
from briefkit.document.cite import typeset

_T = TypeVar("_T")
Change = Callable[[Inlines], Inlines]


def each_run(blocks: Blocks, change: Change) -> Blocks:
    """Return the blocks with every run of inlines changed in reading order, tables row by row.

    Where `change` returns the run that it was given, blocks are kept, and the same tuple if nothing changes.
    """
    return _kept(blocks, tuple(_each_in(block, change) for block in blocks))


def _each_in(block: Block, change: Change) -> Block:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            return _with(block, children=change(children))
        case BulletList(items) | OrderedList(items):
            return _with(block, items=_kept(items, tuple(each_run(item, change) for item in items)))
        case DefinitionList(entries):
            changed = tuple(_kept(entry, (change(entry[0]), each_run(entry[1], change))) for entry in entries)
            return _with(block, items=_kept(entries, changed))
        case Quote(inner):
            return _with(block, blocks=each_run(inner, change))
        case Aside(title, inner):
            return _with(block, title=change(title), blocks=each_run(inner, change))
        case Table():
            caption, header = change(block.caption), _each_cell(block.header, change)
            rows = _kept(block.rows, tuple(_each_cell(row, change) for row in block.rows))
            return _with(block, caption=caption, header=header, rows=rows)
        case _:
            return block


def _each_cell(cells: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    return _kept(cells, tuple(_with(cell, blocks=each_run(cell.blocks, change)) for cell in cells))


def descended(inline: Inline, change: Change) -> Inline:
    """Return the inline with its children changed, the same one if they are or it has none."""
    match inline:
        case Text() | Code() | LineBreak() | Citation() | Note() | NoteMark():
            return inline
        case _:
            return _with(inline, children=change(inline.children))


def each_inline(inlines: Inlines, change: Callable[[Inline], Inline]) -> Inlines:
    """Return the inlines with each of them changed, at any depth; the same tuple if nothing changes."""
    return _kept(
        inlines,
        tuple(descended(change(inline), lambda children: each_inline(children, change)) for inline in inlines),
    )


def kept(old: Inlines, new: Inlines) -> Inlines:
    """Return the old inlines if the new ones are the very same, else the new ones with texts joined."""
    return old if _kept(old, new) is old else typeset.merged(new)


def _kept(old: _T, new: _T) -> _T:
    """Return the old tuple if the new one holds the very same things."""
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        return old if all(a is b for a, b in zip(old, new, strict=True)) else new
    return new


def _with(part: _T, **changes: object) -> _T:
    if all(getattr(part, name) is value for name, value in changes.items()):
        return part
    return replace(part, **changes)  # type: ignore[type-var]


def flat(blocks: Blocks) -> Inlines:
    """Return the words of blocks as one run of inlines, nothing lost."""
    return typeset.join(" ", [_flat_block(block) for block in blocks])


def _flat_block(block: Block) -> Inlines:
    match block:
        case Heading() | Paragraph():
            return block.children
        case Preformatted(text):
            return (Code(text),)
        case BulletList(items) | OrderedList(items):
            return typeset.join("; ", map(flat, items))
        case DefinitionList(entries):
            return typeset.join("; ", [typeset.join(": ", (term, flat(said))) for term, said in entries])
        case Quote(inner):
            return flat(inner)
        case Aside(title, inner):
            return typeset.join(": ", (title, flat(inner)))
        case Table():
            rows = [typeset.join(", ", [flat(cell.blocks) for cell in row]) for row in (block.header, *block.rows)]
            return typeset.join("; ", (block.caption, *rows))
        case Divider() | PageBreak():
            return ()
