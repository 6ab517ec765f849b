"""What the modules of tables hand over: rows, each with the name of its table."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from briefkit.format.model import Brief, Volume
from briefkit.library import VOLUME
from briefkit.source.place import Place

Value: TypeAlias = str | int | float | None


class Row(NamedTuple):
    """A row of a table: values by the names of columns. An empty text is none."""

    table: str
    values: Mapping[str, Value]


def owner(subject: Brief | Volume) -> str:
    """Return with what the keys of a file's parts begin."""
    return subject.name if isinstance(subject, Brief) else VOLUME


def brief_of(subject: Brief | Volume) -> str | None:
    """Return the brief that speaks, None for the volume."""
    return subject.name if isinstance(subject, Brief) else None


def at(place: Place) -> Mapping[str, Value]:
    """Return file and line of a part."""
    return {"file": place.file, "line": place.line}
