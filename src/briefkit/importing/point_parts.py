"""What blocks are among the blocks of an answer: items, lines over lists, paragraphs that begin set off."""

from collections.abc import Sequence
from dataclasses import replace

from briefkit.importing.content import Block, Item, Paragraph, Text
from briefkit.text.words import count_words

_LINE = 9
"""Words up to which a line over a list names it."""


def heads_list(block: Block, following: Sequence[Block]) -> bool:
    """Tell whether a block is a short line with two items of a list under it."""
    if not isinstance(block, Paragraph) or block.item or count_words(block.text) > _LINE:
        return False
    items = [isinstance(one, Paragraph) and one.item is not None for one in following]
    return len(items) > 1 and all(items) and not block.text.rstrip().endswith((".", ";", ","))


def item(block: Block) -> Item:
    """Return the place of a block in a list; that of one outside of lists is deeper than any."""
    return block.item if isinstance(block, Paragraph) and block.item else Item("bullet", 99)


def raised(block: Block, depth: int) -> Block:
    """Return a block of the detail with its list beginning at the margin."""
    if isinstance(block, Paragraph) and block.item:
        return replace(block, item=block.item._replace(depth=max(block.item.depth - depth - 1, 0)))
    return block


def demoted(block: Block) -> Block:
    """Return a heading inside a point as a bold paragraph."""
    if not isinstance(block, Paragraph):
        return block
    inlines = tuple(
        inline._replace(look=inline.look._replace(bold=True, style="heading")) if isinstance(inline, Text) else inline
        for inline in block.inlines
    )
    return replace(block, inlines=inlines, level=0, item=None)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 point`, `2 points`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
