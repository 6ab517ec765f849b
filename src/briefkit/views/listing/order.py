"""Records in the order of a column, as people expect it."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.source.draft import Json
from briefkit.views.listing.column import Column, Listing
from briefkit.views.listing.selection import Selection
from briefkit.views.view import Record

SortKey: TypeAlias = tuple[tuple[int, float, str], ...]


def ordered(kind: Listing, records: Sequence[Record], selection: Selection, sort: Sequence[str]) -> list[Record]:
    """Return the records sorted by columns, the first counting most; a dash before a column turns its order round.

    Records with nothing in a column stand last either way, and equal ones stay as they were. Raises UsageError for an
    unknown column.
    """
    found = list(records)
    for written in reversed(sort):
        name = kind.find_column(written.strip().removeprefix("-"), selection)
        column = kind.all_columns(selection)[name]
        keyed = [(_key(name, column, record, selection), record) for record in found]
        there = sorted((pair for pair in keyed if pair[0]), key=_first, reverse=written.strip().startswith("-"))
        found = [record for _, record in there] + [record for key, record in keyed if not key]
    return found


def natural(value: Json) -> SortKey:
    """Return what a value sorts by: numbers in text by size, case ignored; nothing for what is empty."""
    match value:
        case None | "":
            return ()
        case bool() | int() | float():
            return ((0, float(value), ""),)
        case list():
            return tuple(part for item in value for part in (*natural(item), (-1, 0.0, "")))
        case dict():
            return natural(sum(count for count in value.values() if isinstance(count, int)))
        case _:
            parts = re.split(r"([0-9]+)", value.casefold())
            return tuple((0, float(part), "") if part.isdecimal() else (1, 0.0, part) for part in parts if part)


def _first(pair: tuple[SortKey, Record]) -> SortKey:
    return pair[0]


def _key(name: str, column: Column, record: Record, selection: Selection) -> SortKey:
    if column.key:
        return natural(column.key(record))
    if name in record or column.show is None:
        return natural(record[name])
    paragraphs = (block for block in column.show(record, selection) if isinstance(block, b.Paragraph))
    return natural(" ".join(b.plain(paragraph.children) for paragraph in paragraphs))
