"""What is left of a draft when all that its schema refuses is taken away."""

from collections.abc import Collection
from dataclasses import dataclass, field

from briefkit.format.schema import FileKind, Schema, schema
from briefkit.source.draft import Json, Path


@dataclass(frozen=True, slots=True)
class Pruned:
    """The data of a draft without what is refused.

    An entry of a list that is gone leaves None in its place, so that the paths of the others stay. `dropped` are the
    entries that are gone because something that they must have is refused or missing; `names` are the ids and keys of
    all entries that are gone.
    """

    data: Json
    dropped: tuple[Path, ...]
    names: frozenset[str]


def prune(data: Json, kind: FileKind, refused: Collection[Path]) -> Pruned:
    """Return the data of a draft without the values at the paths that are refused."""
    pruner = _Pruner(frozenset(refused))
    kept = pruner.kept(schema(kind), data, (), is_entry=False)
    return Pruned({} if isinstance(kept, _Gone) else kept, tuple(pruner.dropped), frozenset(pruner.names))


class _Gone:
    """Stands for a value that is taken away."""


_GONE = _Gone()


@dataclass
class _Pruner:
    refused: frozenset[Path]
    dropped: list[Path] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def kept(self, node: Schema, value: Json, path: Path, *, is_entry: bool) -> "Json | _Gone":
        """Return what is kept of a value; of one that must be whole, all or nothing."""
        if path in self.refused or ("format" in node and self._touches(path)):
            self._lose(value, path, is_entry)
            return _GONE
        if isinstance(value, dict):
            return self._mapping(node, value, path, is_entry)
        if isinstance(value, list):
            items = node.get("items", {})
            entries = [self.kept(items, item, (*path, i), is_entry=True) for i, item in enumerate(value)]
            return [None if isinstance(entry, _Gone) else entry for entry in entries]
        return value

    def _mapping(self, node: Schema, value: dict[str, Json], path: Path, is_entry: bool) -> "Json | _Gone":
        properties, others = node.get("properties", {}), node.get("additionalProperties")
        found: dict[str, Json] = {}
        for key, item in value.items():
            known = properties.get(key)
            inner = known if known is not None else others if isinstance(others, dict) else None
            if inner is None:
                continue
            kept = self.kept(inner, item, (*path, key), is_entry=known is None)
            if not isinstance(kept, _Gone):
                found[key] = kept
        if is_entry and not found.keys() >= set(node.get("required", ())):
            self.dropped.append(path)
            self._lose(value, path, is_entry)
            return _GONE
        return found

    def _touches(self, path: Path) -> bool:
        return any(refused[: len(path)] == path for refused in self.refused)

    def _lose(self, value: Json, path: Path, is_entry: bool) -> None:
        """Note what an entry that is gone was called."""
        name = value.get("id") if isinstance(value, dict) else None
        if isinstance(name, str):
            self.names.add(name)
        if is_entry and isinstance(path[-1], str):
            self.names.add(path[-1])
