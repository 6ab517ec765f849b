"""The files of a library before they are opened: where each is, and its bytes."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefkit.reading import Reading, load, read_bytes

if TYPE_CHECKING:  # where nothing has changed, nothing is opened
    from briefkit.checks.opened import Opened
    from briefkit.format.questions import QuestionSet
    from briefkit.format.schema import FileKind


SUFFIXES = (".yaml", ".yml")


class Item(NamedTuple):
    """A file to examine: its name in messages, its bytes or why it has none, and what kind it is."""

    file: str
    data: bytes | Reading
    kind: "FileKind" = "brief"
    is_guest: bool = False

    def reading(self) -> Reading:
        """Read the file."""
        return read_bytes(self.data, self.file) if isinstance(self.data, bytes) else self.data

    def opened(self, questions: "QuestionSet") -> "Opened":
        """Read the file and hold it against its schema, that of a library with these questions."""
        from briefkit.checks.opened import Opened
        from briefkit.format.schema import Form

        return Opened(self.reading(), self.file, Form(self.kind, questions), guest=self.is_guest)


@dataclass(frozen=True)
class Piped:
    """A brief from standard input: its bytes and the name under which it is shown."""

    data: bytes
    name: str = "stdin.yaml"

    @property
    def stem(self) -> str:
        """The name without folder and suffix, in lower case, as names are compared."""
        return Path(self.name).stem.lower()


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief's file before it is read: its name in messages and where it is; or what has been opened already."""

    file: str
    path: Path | None = None
    data: bytes = b""
    """The bytes of one that came by standard input or is edited; they count before what is on the disk."""
    is_guest: bool = False
    opened: "Opened | None" = None
    kind: "FileKind" = "brief"

    def item(self) -> Item:
        """Read the file."""
        data = load(self.path, self.file) if self.path and not self.data else self.data
        kind = "questions" if isinstance(data, bytes) and _is_set(data) else self.kind
        return Item(self.file, data, kind, self.is_guest)


def _is_set(data: bytes) -> bool:
    """Tell whether a file has what a question set has, and not what a brief has."""
    # a brief says at its beginning that it is one
    return not _has(data, b"summary:") and not _has(data, b"authors:") and _has(data, b"questions:")


def _has(data: bytes, field: bytes) -> bool:
    return b"\n" + field in data or data.startswith(field)


def encoded(name: str) -> bytes:
    """Return the bytes of a file's name, whatever the system takes for one."""
    return name.encode("utf-8", "surrogateescape")


def shown(path: Path) -> str:
    """Return how messages show a path: as seen from the current folder, with forward slashes."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path.as_posix()
    return Path(relative).as_posix()
