"""Typed access to the fields of a draft that conforms to its schema."""

from collections.abc import Iterator, Mapping

from briefkit.source.draft import Draft, Json, Path
from briefkit.source.place import Place


class Part:
    """A mapping in a conforming draft: typed access to its fields, each absent one empty."""

    def __init__(self, draft: Draft, data: Json, path: Path = ()) -> None:
        """Take what stands at a path into a draft; anything but a mapping counts as an empty one."""
        self.draft = draft
        self.data = data if isinstance(data, dict) else {}
        self.path = path

    @property
    def place(self) -> Place:
        """The key of the mapping, or its start where it is a list entry."""
        position = self.draft.source.position(self.draft.key_span(self.path).start)
        return Place(self.draft.source.name, position.line, position.column, self.path)

    @property
    def rank(self) -> int:
        """The place of the mapping in its list, from 1."""
        return int(self.path[-1]) + 1

    def text(self, key: str) -> str:
        """Text, or a number as it was typed."""
        return self._as_text(self.data.get(key), (key,))

    def date(self, key: str) -> str:
        """A date; a year typed as a number has no other form than its value."""
        value = self.data.get(key)
        return f"{value:04d}" if isinstance(value, int) else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; empty entries are passed over."""
        items = self.data.get(key)
        found = enumerate(items if isinstance(items, list) else ())
        return tuple(self._as_text(item, (key, i)) for i, item in found if item is not None)

    def number(self, key: str) -> int:
        """A whole number; 0 where there is none."""
        value = self.data.get(key)
        return value if isinstance(value, int) else 0

    def decimals(self, key: str) -> tuple[tuple[float, str], ...]:
        """A number, or the numbers of a list, each with the way it was typed."""
        value = self.data.get(key)
        items = [((key, i), item) for i, item in enumerate(value)] if isinstance(value, list) else [((key,), value)]
        return tuple((float(item), self._as_text(item, step)) for step, item in items if isinstance(item, int | float))

    def part(self, key: str) -> "Part":
        """A mapping in it."""
        return Part(self.draft, self.data.get(key), (*self.path, key))

    def parts(self, key: str) -> "Iterator[Part]":
        """The mappings of a list; empty entries are passed over."""
        items = self.data.get(key)
        for i, item in enumerate(items if isinstance(items, list) else ()):
            if item is not None:
                yield Part(self.draft, item, (*self.path, key, i))

    def _as_text(self, value: Json, step: Path) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return value.rstrip("\n")
        return self.draft.node((*self.path, *step)).raw or str(value)

    def strings(self) -> Mapping[str, str]:
        """The texts of a mapping of texts, by key."""
        return {key: self.text(key) for key in self.data}

    def entries(self) -> "list[tuple[str, Part]]":
        """The mappings in a mapping, by key."""
        return [(key, self.part(key)) for key in self.data]
