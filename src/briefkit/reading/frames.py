"""Lists and mappings that are being read: each builds its data and, beside it, its nodes."""

from briefkit.source.draft import Json, Node

DROPPED = "\0"
"""Key of what is read and left out, such as the second of two equal keys. A file cannot hold it: NUL is forbidden."""


class ListFrame:
    """A list. `key` is never None: an entry needs no key before it."""

    node: Node
    key: str | None = ""

    def __init__(self) -> None:
        """Start empty."""
        self.data: list[Json] = []
        self.children: list[Node] = []

    def add(self, value: Json, start: int, end: int, style: str, raw: str | None) -> Node:
        """Append an entry and return its node."""
        node = Node(start, end, -1, -1, style, None, raw)
        self.data.append(value)
        self.children.append(node)
        return node


class MappingFrame:
    """A mapping. `key` is that of the next value, None while a key is expected."""

    node: Node

    def __init__(self) -> None:
        """Start empty."""
        self.key: str | None = None
        self.key_start = self.key_end = -1
        self.data: dict[str, Json] = {}
        self.children: dict[str, Node] = {}

    def add(self, value: Json, start: int, end: int, style: str, raw: str | None) -> Node:
        """Put a value under the key that came before it and return its node."""
        key = self.key or ""
        self.key = None
        self.data[key] = value
        node = self.children[key] = Node(start, end, self.key_start, self.key_end, style, None, raw)
        return node
