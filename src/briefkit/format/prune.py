"""What is left of a draft when all that its schema refuses is taken away."""

from collections.abc import Collection
from dataclasses import dataclass, field

from briefkit.format.schema import Form, Schema, schema
from briefkit.source.draft import Json, Path


@dataclass(frozen=True, slots=True)
class Pruned:
    """The data of a draft without what is refused.

    An entry of a list that is gone leaves None in its place, so that the paths of the others stay. `dropped` are the
    entries that are gone because something that they must have is refused or missing; a point stays all the same.
    `names` are the ids and keys of all entries that are gone or have a bad one, `nameless` the points that have none.
    """

    data: Json
    dropped: tuple[Path, ...]
    names: frozenset[str]
    nameless: tuple[Path, ...]


def prune(data: Json, form: Form, refused: Collection[Path]) -> Pruned:
    """Return the data of a draft without the values at the paths that are refused."""
    pruner = _Pruner(frozenset(refused))
    kept = pruner.kept(schema(form), data, (), is_entry=False)
    rest = {} if isinstance(kept, _Gone) else kept
    return Pruned(rest, tuple(pruner.dropped), frozenset(pruner.names), tuple(pruner.nameless))


class _Gone:
    """Stands for a value that is taken away."""


_GONE = _Gone()


@dataclass
class _Pruner:
    refused: frozenset[Path]
    dropped: list[Path] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    nameless: list[Path] = field(default_factory=list)

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
        missing = set(node.get("required", ())) - found.keys()
        if is_entry and missing <= {"id", "statement"} <= properties.keys():
            return found | self._filled(value, path, missing)
        if is_entry and missing:
            self.dropped.append(path)
            self._lose(value, path, is_entry)
            return _GONE
        return found

    def _filled(self, value: dict[str, Json], path: Path, missing: set[str]) -> dict[str, Json]:
        """Return what a point lacks: no statement, and as its id what was written, or its number."""
        filled: dict[str, Json] = {}
        if "statement" in missing:
            filled["statement"] = ""
        if "id" in missing:
            written = value.get("id")
            filled["id"] = written.strip() if isinstance(written, str) and written.strip() else f"?{path[0]}-{path[-1]}"
            self.names.add(str(filled["id"]))
            self.nameless.append(path)
        return filled

    def _touches(self, path: Path) -> bool:
        return any(refused[: len(path)] == path for refused in self.refused)

    def _lose(self, value: Json, path: Path, is_entry: bool) -> None:
        """Note what an entry that is gone was called."""
        name = value.get("id") if isinstance(value, dict) else None
        if isinstance(name, str):
            self.names.add(name)
        if is_entry and isinstance(path[-1], str):
            self.names.add(path[-1])
