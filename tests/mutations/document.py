"""A file as it is before a mutation: where each field and entry stands, and edits that leave the rest as it is.

Positions come from PyYAML's composer, not from the reader under test.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

Path: TypeAlias = "tuple[str | int, ...]"
Data: TypeAlias = "dict[str, Data] | list[Data] | str"

QUESTIONS = ("goals", "context", "challenges", "us_cooperation", "recommendations")
_PROSE = "summary overview detail introduction bio preface acknowledgments".split()


def is_prose(path: Path) -> bool:
    """Tell whether a path leads to Markdown."""
    is_inside = (path[:1], path[-1:]) in [(("epigraph",), ("text",)), (("figures",), ("source",))]
    is_note = path[:1] == ("editorial_notes",) and path[-1] == "says"
    return bool(path) and (path[-1] in _PROSE or is_inside or is_note or (path[0] == "about" and len(path) == 2))


@dataclass(frozen=True)
class Slot:
    """Where a value stands, as offsets into the text; `key_start` is -1 for entries of lists."""

    key_start: int
    key_end: int
    start: int
    end: int
    kind: str
    """`scalar`, `list` or `mapping`."""
    style: str
    """For scalars `|`, `>`, `"`, `'` or nothing, else `[` in brackets and nothing in blocks."""


class Document:
    """A YAML file: its text, its values as text alone, and the slot of each value by path, in the order of the file."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
        self.slots: dict[Path, Slot] = {}
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self.data = self._visit(root, (), -1, -1) if root else {}

    def _visit(self, node: yaml.Node, path: Path, key_start: int, key_end: int) -> Data:
        start, end = node.start_mark.index, node.end_mark.index
        end = start + len(self.text[start:end].rstrip())
        kind = {"MappingNode": "mapping", "SequenceNode": "list"}.get(type(node).__name__, "scalar")
        style = "[" if getattr(node, "flow_style", False) else getattr(node, "style", None) or ""
        self.slots[path] = Slot(key_start, key_end, start, end, kind, style)
        if isinstance(node, yaml.MappingNode):
            return {
                key.value: self._visit(value, (*path, key.value), key.start_mark.index, key.end_mark.index)
                for key, value in node.value
            }
        if isinstance(node, yaml.SequenceNode):
            return [self._visit(entry, (*path, i), -1, -1) for i, entry in enumerate(node.value)]
        return str(node.value)

    def value(self, path: Path) -> Data:
        """Return the value at a path."""
        value = self.data
        for step in path:
            value = value[step]  # type: ignore[index]
        return value

    def text_at(self, path: Path) -> str:
        """Return the text at a path, empty where there is none."""
        return str(self.value(path)) if path in self.slots else ""

    def children(self, path: Path) -> list[Path]:
        """Return the paths of the fields or entries right below a path."""
        value = self.value(path)
        steps: list[str] | list[int] = []
        if isinstance(value, dict):
            steps = list(value)
        elif isinstance(value, list):
            steps = list(range(len(value)))
        return [(*path, step) for step in steps]

    def points(self, *questions: str) -> list[Path]:
        """Return the paths of the points of the named questions, or of all; of the volume those of the conclusion."""
        owners = questions or (*QUESTIONS, "conclusion")
        return [
            path for owner in owners if (owner, "points") in self.slots for path in self.children((owner, "points"))
        ]

    def references(self) -> list[Path]:
        """Return the paths of the references."""
        return self.children(("references",)) if ("references",) in self.slots else []

    def prose(self) -> Iterator[Path]:
        """Yield the paths of the Markdown values that are written as blocks."""
        for path, slot in self.slots.items():
            if is_prose(path) and slot.style == "|":
                yield path

    def line_of(self, offset: int) -> int:
        """Return the line, from 1, of an offset."""
        return bisect_right(self._starts, offset)

    def line(self, path: Path) -> int:
        """Return the line of a field's key, or of an entry's beginning."""
        slot = self.slots[path]
        return self.line_of(slot.key_start if slot.key_start >= 0 else slot.start)

    def last_line(self, path: Path) -> int:
        """Return the line in which a value ends."""
        return self.line_of(self.slots[path].end)

    def source_line(self, number: int) -> str:
        """Return the text of a line without its break."""
        return self.text[self._starts[number - 1] :].partition("\n")[0]

    def raw(self, path: Path) -> str:
        """Return the value at a path as it is written."""
        slot = self.slots[path]
        return self.text[slot.start : slot.end]

    def indent(self, path: Path) -> int:
        """Return the column, from 0, of a field's key or an entry's beginning."""
        slot = self.slots[path]
        offset = slot.key_start if slot.key_start >= 0 else slot.start
        return offset - self._starts[self.line_of(offset) - 1]

    # Edits: each returns the text of the whole file.

    def replaced(self, start: int, end: int, new: str) -> str:
        """Replace a stretch of text."""
        return self.text[:start] + new + self.text[end:]

    def with_value(self, path: Path, new: str) -> str:
        """Write another value, in the line of its key."""
        slot = self.slots[path]
        if slot.key_start < 0:
            return self.replaced(slot.start, slot.end, new)
        return self.replaced(slot.key_end, slot.end, f": {new}" if new else ":")

    def with_key(self, path: Path, new: str) -> str:
        """Write another key."""
        slot = self.slots[path]
        return self.replaced(slot.key_start, slot.key_end, new)

    def with_line(self, number: int, *new: str) -> str:
        """Write other lines in place of one."""
        lines = self.text.split("\n")
        return "\n".join([*lines[: number - 1], *new, *lines[number:]])

    def with_lines_before(self, number: int, *new: str) -> str:
        """Insert lines."""
        lines = self.text.split("\n")
        return "\n".join([*lines[: number - 1], *new, *lines[number - 1 :]])

    def without(self, path: Path) -> str:
        """Take out a field or an entry of a block, with its lines. It must not be the only one."""
        slot = self.slots[path]
        if slot.key_start < 0:
            return self._without_entry(path)
        siblings = self.children(path[:-1])
        after = siblings.index(path) + 1
        if after < len(siblings):
            return self.replaced(slot.key_start, self.slots[siblings[after]].key_start, "")
        return self._without_lines(self.line(path), self.last_line(path))

    def _without_entry(self, path: Path) -> str:
        if self.slots[path[:-1]].style == "[":
            kept = [self.raw(other) for other in self.children(path[:-1]) if other != path]
            return self.with_value(path[:-1], f"[{', '.join(kept)}]")
        return self._without_lines(self.line(path), self.last_line(path))

    def _without_lines(self, first: int, last: int) -> str:
        lines = self.text.split("\n")
        return "\n".join([*lines[: first - 1], *lines[last:]])

    def with_entry(self, path: Path, new: str) -> str:
        """Add an entry to the end of a list of texts."""
        if self.slots[path].style == "[":
            slot = self.slots[path]
            return self.replaced(slot.end - 1, slot.end - 1, f", {new}")
        last = self.children(path)[-1]
        return self.with_lines_before(self.last_line(last) + 1, f"{' ' * (self.indent(last) - 2)}- {new}")

    def first_text_line(self, path: Path) -> int:
        """Return the number of the first line of a block of text."""
        return self.line_of(self.slots[path].start) + 1
