"""Bytes put aside until they are asked for: in memory while they are few, else in a file that is nobody else's."""

import io

from briefkit.source.finding_list import Bytes

_IN_MEMORY = 10_000_000
"""Bytes that stay in memory: what is known of some thousand briefs."""


class Shelf:
    """What was put aside by one check. Its file has no name, and goes with the last who may ask for what is in it."""

    def __init__(self) -> None:
        """Begin in memory."""
        self._size = 0
        self._file: io.RawIOBase | None = None

    def put(self, data: bytes) -> Bytes:
        """Return the same bytes, put aside; they stay in memory where no file can be written."""
        self._size += len(data)
        if self._size <= _IN_MEMORY:
            return data
        try:
            if self._file is None:
                from tempfile import TemporaryFile

                self._file = TemporaryFile(buffering=0)  # noqa: SIM115 (open as long as its bytes are wanted)
            start = self._file.seek(0, io.SEEK_END)
            return Shelved(self, start, len(data)) if self._file.write(data) == len(data) else data
        except OSError:
            return data

    def read(self, start: int, length: int) -> bytes:
        """Return bytes of the file."""
        if self._file is None:
            return b""
        self._file.seek(start)
        return self._file.read(length) or b""

    def __del__(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


class Shelved:
    """A stretch of the file of a shelf."""

    __slots__ = ("_length", "_shelf", "_start")

    def __init__(self, shelf: Shelf, start: int, length: int) -> None:
        """Read nothing yet."""
        self._shelf = shelf
        self._start = start
        self._length = length

    def __len__(self) -> int:
        """Return the number of its bytes."""
        return self._length

    def stretch(self, start: int, end: int) -> "Shelved":
        """Return a part of it, unread."""
        return Shelved(self._shelf, self._start + start, end - start)

    def __getitem__(self, part: slice, /) -> bytes:
        """Read its bytes from a place to another."""
        start, stop, _ = part.indices(self._length)
        return self._shelf.read(self._start + start, max(stop - start, 0))
