"""Offsets in the text that markdown-it sees, mapped to offsets in the raw value."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from briefkit.source.draft import Span

_CELL_BORDER = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a paragraph, heading or cell, made of stretches of the value.

    Stretch number i starts at `starts[i]` in the text and at `raws[i]` in the value.
    """

    text: str
    starts: list[int]
    raws: list[int]

    @classmethod
    def join(cls, value: str, spans: Iterable[tuple[int, int]], glue: str) -> Self:
        """Join stretches of the value; the glue belongs to the stretch before it."""
        parts: list[str] = []
        starts: list[int] = []
        raws: list[int] = []
        length = 0
        for start, end in spans:
            starts.append(length)
            raws.append(start)
            parts.append(value[start:end])
            length += end - start + len(glue)
        return cls(glue.join(parts).rstrip(" \t\n"), starts, raws)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the value of a stretch of the text that is not empty."""
        return Span(self._raw(start), self._raw(end - 1) + 1)

    def pieces(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans in the value that make up a stretch of the text."""
        index = bisect_right(self.starts, start)
        while start < end:
            stop = min(end, self.starts[index]) if index < len(self.starts) else end
            raw = self.raws[index - 1] + start - self.starts[index - 1]
            yield Span(raw, raw + stop - start)
            start = stop
            index += 1

    def _raw(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.raws[index] + offset - self.starts[index]


def row(value: str, start: int, end: int, columns: int) -> list[Content]:
    """Return the cells of a table row that stands at start to end in the value, one for each column.

    Cells beyond the last column stay in the last cell, so that no text is lost.
    """
    line = value[start:end].rstrip(" \t")
    borders = [-1, *(match.start() for match in _CELL_BORDER.finditer(line)), len(line)]
    spans = [(left + 1, right) for left, right in pairwise(borders)]
    if spans[0][0] == spans[0][1]:
        spans = spans[1:]
    if spans and spans[-1][0] == spans[-1][1]:
        spans = spans[:-1]
    if len(spans) > columns:
        spans[columns - 1 :] = [(spans[columns - 1][0], spans[-1][1])]
    cells = [_cell(value, start + left, start + right) for left, right in spans]
    return cells + [Content("", [0], [end])] * (columns - len(cells))


def _cell(value: str, start: int, end: int) -> Content:
    while start < end and value[start] in " \t":
        start += 1
    cuts = [match.start() for match in re.finditer(r"\\\|", value[start:end])]
    starts = [start, *(start + cut + 1 for cut in cuts)]
    ends = [*(start + cut for cut in cuts), end]
    return Content.join(value, zip(starts, ends, strict=True), "")
