"""Source text, spans in it, and the draft: data with the position of every part."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from briefkit.source import scalars

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Path: TypeAlias = tuple[str | int, ...]


LONG_LINE = 2_000
"""Characters of a line from which only a stretch of it is shown and kept."""
AROUND = 1_000
"""Characters of such a stretch before and behind the place, at least."""


class Span(NamedTuple):
    """A stretch of source text: offsets in code points, the end exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both from 1, columns in code points."""

    line: int
    column: int


class Excerpt(NamedTuple):
    """What is shown of a line, and the column at which it begins."""

    text: str
    column: int


@dataclass(frozen=True)
class Source:
    """A text and the name under which messages show it."""

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Return line and column of an offset; past the end counts as the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column."""
        return self._line_starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Return the text of a line without its line break."""
        return self.text[slice(*self._line_span(number))].rstrip("\r\n")

    def excerpt(self, position: Position) -> Excerpt:
        """Return the line of a position; of a long line the stretch around it, one for all positions nearby."""
        start, end = self._line_span(position.line)
        block = (position.column - 1) // AROUND if end - start > LONG_LINE else 0
        known = self._excerpts.get((position.line, block))
        if known is None:
            first = max(0, (block - 1) * AROUND)
            last = start + (block + 2) * AROUND if end - start > LONG_LINE else end
            known = Excerpt(self.text[start + first : min(last, end)].rstrip("\r\n"), first + 1)
            self._excerpts[position.line, block] = known
        return known

    @cached_property
    def _excerpts(self) -> dict[tuple[int, int], Excerpt]:
        """The excerpts by line and block: many findings in one line share its text."""
        return {}

    def _line_span(self, number: int) -> tuple[int, int]:
        start = self._line_starts[number - 1]
        end = self._line_starts[number] - 1 if number < len(self._line_starts) else len(self.text)
        return start, end


class Node:
    """Where a value stands, and its key if it has one; the children mirror the data.

    `start` and `end` enclose the value, `key_start` and `key_end` its key (both -1 for list entries and the root).
    `style` is the scalar's style: `|`, `>`, `"`, `'` or, for plain scalars and collections, the empty string.
    `children` is a dict by key, a list, or None for a scalar. `raw` is the typed text of a plain scalar that
    became something else than text (`2024`, `true`), else None.
    """

    __slots__ = ("children", "end", "key_end", "key_start", "raw", "start", "style")

    def __init__(
        self,
        start: int,
        end: int,
        key_start: int = -1,
        key_end: int = -1,
        style: str = "",
        children: "dict[str, Node] | list[Node] | None" = None,
        raw: str | None = None,
    ) -> None:
        """Keep the offsets as given."""
        self.start = start
        self.end = end
        self.key_start = key_start
        self.key_end = key_end
        self.style = style
        self.children = children
        self.raw = raw


@dataclass(frozen=True)
class Draft:
    """A file as read: its text, its data in JSON types, and the position of each part. Nothing is checked yet."""

    source: Source
    data: Json
    root: Node

    def node(self, path: Path) -> Node:
        """Return the node at a path into the data; where the path leads nowhere, the last node on the way."""
        node = self.root
        for step in path:
            children = node.children
            if isinstance(children, dict) and isinstance(step, str):
                child = children.get(step)
            elif isinstance(children, list) and isinstance(step, int) and step < len(children):
                child = children[step]
            else:
                child = None
            if child is None:
                break
            node = child
        return node

    def path_at(self, offset: int) -> Path:
        """Return the path of the innermost value around an offset, or whose key stands there."""
        path: Path = ()
        children = self.root.children
        while children is not None:
            steps = children.items() if isinstance(children, dict) else enumerate(children)
            for step, node in steps:
                start = node.key_start if node.key_start >= 0 else node.start
                if start <= offset < max(node.end, start + 1):
                    path, children = (*path, step), node.children
                    break
            else:
                break
        return path

    def value(self, path: Path) -> Json:
        """Return the value at a path into the data.

        Raises LookupError when there is none.
        """
        value = self.data
        for step in path:
            match value, step:
                case dict(), str():
                    value = value[step]
                case list(), int():
                    value = value[step]
                case _:
                    raise LookupError(path)
        return value

    def span(self, path: Path, part: tuple[int, int] | None = None) -> Span:
        """Return the span of the value at a path, or of a part of it given by offsets into the text value."""
        node = self.node(path)
        if part is None:
            return Span(node.start, node.end)
        value = self.value(path)
        if not isinstance(value, str):
            return Span(node.start, node.end)
        return Span(*scalars.locate(self.source.text, node.start, node.end, node.style, value, part))

    def key_span(self, path: Path) -> Span:
        """Return the span of the key at a path; of the value where it has no key."""
        node = self.node(path)
        return Span(node.key_start, node.key_end) if node.key_start >= 0 else Span(node.start, node.end)
