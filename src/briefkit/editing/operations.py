"""What may be done to the data of a file, and the data that it then has."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias

from briefkit.source.draft import Json, Path
from briefkit.text.errors import BriefkitError


class EditRefusedError(BriefkitError):
    """The text cannot be edited so that it has the data that was meant and loses nothing."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Give the value at a path another value."""

    path: Path
    value: Json


@dataclass(frozen=True, slots=True)
class ReplacePart:
    """Put other words in the place of a stretch of the text at a path; `part` are offsets into the value."""

    path: Path
    part: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class SetKey:
    """Add a key with its value to the mapping at a path, behind those of `after` that it has, else at its end."""

    path: Path
    key: str
    value: Json
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a key and its value out of a mapping; `path` ends in the key."""

    path: Path


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Give a key another name; `path` ends in the key."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class New:
    """An entry that a list did not have."""

    value: Json


@dataclass(frozen=True, slots=True)
class Arrange:
    """Make the list at a path of entries that it has, by their places from 0, and new ones, in this order."""

    path: Path
    entries: tuple[int | New, ...]


Operation: TypeAlias = Replace | ReplacePart | SetKey | Remove | RenameKey | Arrange
"""All paths are those of the data before any of the operations."""


def meant(data: Json, operations: Sequence[Operation]) -> Json:
    """Return the data that a file has after the operations.

    Raises LookupError for a path that leads nowhere.
    """
    found = deepcopy(data)
    for one in _inside_first(operations):
        if isinstance(one, Arrange):
            entries = _list(found, one.path)
            entries[:] = [deepcopy(e.value) if isinstance(e, New) else entries[e] for e in one.entries]
        elif isinstance(one, SetKey):
            _mapping(found, one.path)[one.key] = deepcopy(one.value)
        elif isinstance(one, ReplacePart):
            _change(found, Replace(one.path, _spliced(_at(found, one.path), one)))
        else:
            _change(found, one)
    return found


def _inside_first(operations: Iterable[Operation]) -> list[Operation]:
    """Return the operations so that each finds its path as it was: those deep in the data first, keys renamed last."""
    return sorted(operations, key=_turn)


def _turn(one: Operation) -> tuple[bool, bool, int, int]:
    """Return when an operation has its turn; of several in one text the last stretch comes first."""
    start = one.part[0] if isinstance(one, ReplacePart) else 0
    return isinstance(one, RenameKey), isinstance(one, Arrange), -len(one.path), -start


def _spliced(value: Json, one: ReplacePart) -> str:
    if not isinstance(value, str):
        raise LookupError(one.path)
    return value[: one.part[0]] + one.text + value[one.part[1] :]


def _change(data: Json, one: Replace | Remove | RenameKey) -> None:
    around, step = one.path[:-1], one.path[-1]
    if isinstance(one, Replace) and isinstance(step, int):
        _list(data, around)[step] = deepcopy(one.value)
        return
    mapping, key = _mapping(data, around), str(step)
    if isinstance(one, Replace):
        mapping[key] = deepcopy(one.value)
    elif isinstance(one, Remove):
        del mapping[key]
    else:
        entries = [(one.name if name == key else name, value) for name, value in mapping.items()]
        mapping.clear()
        mapping.update(entries)


def _mapping(data: Json, path: Path) -> dict[str, Json]:
    found = _at(data, path)
    if not isinstance(found, dict):
        raise LookupError(path)
    return found


def _list(data: Json, path: Path) -> list[Json]:
    found = _at(data, path)
    if not isinstance(found, list):
        raise LookupError(path)
    return found


def _at(data: Json, path: Path) -> Json:
    for step in path:
        match data, step:
            case dict(), str():
                data = data[step]
            case list(), int():
                data = data[step]
            case _:
                raise LookupError(path)
    return data
