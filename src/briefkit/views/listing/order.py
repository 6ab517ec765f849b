"""Rows in the order of a column, as people expect it."""

import re
from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from briefkit.document import blocks as b
from briefkit.source.draft import Json
from briefkit.views.listing.column import Column, Listing
from briefkit.views.listing.selection import Selection

R = TypeVar("R")
SortKey: TypeAlias = tuple[tuple[int, float, str], ...]


def ordered(kind: Listing[R], rows: Sequence[R], selection: Selection, sort: Sequence[str]) -> list[R]:
    """Return the rows sorted by columns, the first counting most; a dash before a column turns its order round.

    Rows with nothing in a column stand last either way, and equal ones stay as they were. Raises UsageError for an
    unknown column.
    """
    found = list(rows)
    columns = kind.all_columns(selection)
    for written in reversed(sort):
        column = columns[kind.find_column(written.strip().removeprefix("-"), selection)]
        keyed = [(_key(column, row), row) for row in found]
        there = sorted((pair for pair in keyed if pair[0]), key=_first, reverse=written.strip().startswith("-"))
        found = [row for _, row in there] + [row for key, row in keyed if not key]
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


def _first(pair: tuple[SortKey, R]) -> SortKey:
    return pair[0]


def _key(column: Column[R], row: R) -> SortKey:
    if sorted_by := column.key or column.value:
        return natural(sorted_by(row))
    paragraphs = (block for block in column.shown(row) if isinstance(block, b.Paragraph))
    return natural(" ".join(b.plain(paragraph.children) for paragraph in paragraphs))
