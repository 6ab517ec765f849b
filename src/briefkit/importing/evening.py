"""Blocks made even: tables that only lay out a page opened, numbers and bullets typed by hand made items of lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefkit.importing.content import Block, Blocks, Item, Paragraph, Table, Text, paragraphs
from briefkit.importing.inlines import cut, raw, stripped
from briefkit.importing.log import Log
from briefkit.text.roman import from_roman
from briefkit.text.words import count_words

_NAME = 8
_MANY = 4
"""Paragraphs of a cell from which on a table lays out a page."""
_BULLET = re.compile(r"\s*([•‣▪●○◦■□➢➤►✓✔▶*·o–—-])[\s\t]+(?=\S)")
_NUMBERED = re.compile(r"\s*(\(?(\d{1,2}|[a-z]|[ivxIVX]{1,5}|[A-H])[.)])[\s\t]+(?=\S)")


def opened(blocks: Blocks, log: Log) -> list[Block]:
    """Return the blocks with tables that lay out a page opened: what stands in their cells, one after the other."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _lays_out(block):
            cells = [cell for row in block.rows for cell in row]
            if len(cells) > 1:
                log.decide(
                    "table", f"a table of {len(cells)} cells lays out the page; its cells are read one after the other"
                )
            for cell in cells:
                found += opened(cell, log)
        else:
            found.append(block)
    return found


def _lays_out(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row]
    if len(cells) == 1 or max(len(row) for row in table.rows) == 1:
        return True
    if _names_parts(table):
        return True
    for cell in cells:
        if len(cell) >= _MANY or any(isinstance(block, Table) for block in cell):
            return True
        if any(paragraph.level for paragraph in paragraphs(cell)):
            return True
    return False


def _names_parts(table: Table) -> bool:
    """Tell whether the left column has names of parts, and the right column their text."""
    if any(len(row) != 2 for row in table.rows) or len(table.rows) < 2:
        return False
    names = [row[0] for row in table.rows]
    texts = [row[1] for row in table.rows]
    short = all(len(cell) == 1 and count_words(text_of(cell[0])) <= _NAME for cell in names)
    return short and sum(len(cell) > 1 for cell in texts) * 2 > len(texts)


def with_items(blocks: Sequence[Block], log: Log) -> list[Block]:
    """Return the blocks with typed bullets and runs of typed numbers as items of lists; the signs are used up."""
    found: list[Block] = []
    taken: list[str] = []
    numbers = set(_runs(blocks))
    for i, block in enumerate(blocks):
        pattern = _NUMBERED if i in numbers else _BULLET
        match = pattern.match(raw(block.inlines)) if isinstance(block, Paragraph) and _may_be_item(block) else None
        if not match or not isinstance(block, Paragraph):
            found.append(block)
            continue
        taken.append(match[1])
        item = (
            Item("number", 0, match[1])
            if i in numbers
            else Item("bullet", 1 if match[1] in ("o", "○", "◦") else 0, match[1])
        )
        found.append(replace(block, inlines=stripped(cut(block.inlines, match.end())[1]), item=item))
    if taken:
        log.decide(
            "lists", f"{len(taken)} bullets and numbers typed before paragraphs are taken for lists", " ".join(taken)
        )
    return found


def _may_be_item(block: Paragraph) -> bool:
    return block.item is None and not block.level


def _runs(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the places of paragraphs whose typed numbers count on from each other, other blocks between them."""
    run: list[int] = []
    form, last = "", 0
    for i, block in enumerate(blocks):
        match = _NUMBERED.match(raw(block.inlines)) if isinstance(block, Paragraph) and _may_be_item(block) else None
        if not match:
            continue
        kind, number = _worth(match[2])
        kind += match[1].replace(match[2], "")
        if kind == form and number == last + 1:
            run.append(i)
        else:
            if len(run) > 1:
                yield from run
            run = [i] if number == 1 else []
        form, last = kind, number
    if len(run) > 1:
        yield from run


def _worth(sign: str) -> tuple[str, int]:
    if sign.isdecimal():
        return "1", int(sign)
    if (number := from_roman(sign)) and sign.lower() not in ("c", "d"):
        return ("I" if sign.isupper() else "i"), number
    return ("A" if sign.isupper() else "a"), ord(sign.lower()) - ord("a") + 1


def text_of(block: Block) -> str:
    """Return the text of a block, cells parted by bars and rows by line ends."""
    if isinstance(block, Paragraph):
        sign = "" if block.item is None else "• " if block.item.kind == "bullet" else ""
        return f"{sign}{block.text}"
    return "\n".join(" | ".join(" / ".join(text_of(inner) for inner in cell) for cell in row) for row in block.rows)


def is_blank(block: Block) -> bool:
    """Tell whether a block has no words."""
    return isinstance(block, Paragraph) and not any(
        not isinstance(inline, Text) or inline.text.strip() for inline in block.inlines
    )
