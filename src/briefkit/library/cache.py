"""What was found before, by the content of the files: in the user's cache folder, safe to lose at any moment.

A cache is data. What in it is not exactly what was put there counts as absent; it can make a run faster, never other.
Where the folder cannot be used, the cache is empty and keeps nothing.
"""

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit import __version__

if TYPE_CHECKING:
    import sqlite3

FOLDER = "BRIEFKIT_CACHE_DIR"
"""The environment variable that names another folder."""
LIMIT = 256_000_000
"""Bytes from which on the half that was not used for longest goes; a library of 10,000 briefs takes a third of it."""
_FORMAT = 1
_SEAL = 8
_AT_ONCE = 500
_DAY = 86_400


def digest(*parts: bytes) -> bytes:
    """Return 16 bytes that stand for these parts, in this order."""
    state = sha256()  # processors have it built in: twice as fast as blake2b, which is in software
    for part in parts:
        state.update(len(part).to_bytes(8))
        state.update(part)
    return state.digest()[:16]


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of the cache: `$BRIEFKIT_CACHE_DIR`, else the user's own for this program."""
    if named := environment.get(FOLDER):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("briefkit", appauthor=False)


def program() -> bytes:
    """Return what stands for the program that fills the cache: its version, and the files of one under development."""
    parts = [__version__, sys.version]
    folder = Path(__file__).parents[1]
    if not {"site-packages", "dist-packages"} & set(folder.parts):
        parts += sorted(map(_state, _sources(folder)))
    return "\n".join(parts).encode()


def _sources(folder: Path) -> Iterator[str]:
    # several times as fast as a search by pattern, which every start of a program under development would wait for
    for inner, _, names in os.walk(folder):
        yield from (os.path.join(inner, name) for name in names if name.endswith(".py"))  # noqa: PTH118


def _state(file: str) -> str:
    status = os.stat(file)  # noqa: PTH116
    return f"{file} {status.st_mtime_ns} {status.st_size}"


class ResultCache:
    """Packed results by key, in one SQLite file; several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made when something is first put into it."""
        self._folder = folder
        self._file = folder / "results.sqlite"

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return what is kept under the keys, as it was put there."""
        wanted = list(keys)
        if not wanted or not self._is_ours():
            return {}
        import sqlite3

        found: dict[bytes, bytes] = {}
        try:
            with closing(self._connect()) as connection:
                for i in range(0, len(wanted), _AT_ONCE):
                    some = wanted[i : i + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    query = f"SELECT key, value, used FROM results WHERE key IN ({marks})"  # noqa: S608 (only marks)
                    rows = connection.execute(query, some).fetchall()
                    values = ((key, _unsealed(key, sealed)) for key, sealed, _ in rows)
                    found.update((key, value) for key, value in values if value is not None)
                    self._touch(connection, [key for key, _, used in rows if used < _today()])
        except (sqlite3.Error, OSError, TypeError, ValueError):
            return found
        return found

    def put(self, items: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys; where that cannot be done, nothing happens."""
        if not items:
            return
        import sqlite3

        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._is_ours():
                self._put(items)
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):  # no database, or one that is damaged
                self._drop()
        except OSError:
            pass

    def _put(self, items: Mapping[bytes, bytes]) -> None:
        with closing(self._connect()) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is found out and thrown away
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                connection.execute("DROP TABLE IF EXISTS results")
                connection.execute("CREATE TABLE results (key BLOB PRIMARY KEY, value BLOB, used INTEGER)")
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
            rows = ((key, _sealed(key, value), _today()) for key, value in items.items())
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
        if self._file.stat().st_size > LIMIT:
            self._halve()

    def _halve(self) -> None:
        with closing(self._connect()) as connection:
            with connection:
                half = "SELECT key FROM results ORDER BY used LIMIT (SELECT count(*) / 2 FROM results)"
                connection.execute(f"DELETE FROM results WHERE key IN ({half})")  # noqa: S608 (a constant)
            connection.execute("VACUUM")

    def _touch(self, connection: "sqlite3.Connection", keys: list[bytes]) -> None:
        """Note that results were used today, so that those go first that nobody wants; no matter if it fails."""
        import sqlite3

        if keys:
            try:
                with connection:
                    connection.executemany(
                        "UPDATE results SET used = ? WHERE key = ?", ((_today(), key) for key in keys)
                    )
            except sqlite3.Error:
                return

    def _connect(self) -> "sqlite3.Connection":
        import sqlite3

        return sqlite3.connect(self._file, timeout=1.0)

    def _drop(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return

    def _is_ours(self) -> bool:
        """Tell whether folder and file are the user's own, no links, and closed to the writing of others."""
        try:
            folder = self._folder.lstat()
            if not stat.S_ISDIR(folder.st_mode) or not _is_own(folder):
                return False
            file = self._file.lstat()
            return stat.S_ISREG(file.st_mode) and _is_own(file)
        except FileNotFoundError:
            return self._folder.is_dir()
        except OSError:
            return False


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _sealed(key: bytes, value: bytes) -> bytes:
    return digest(key, value)[:_SEAL] + value


def _unsealed(key: bytes, sealed: bytes) -> bytes | None:
    value = sealed[_SEAL:]
    return value if sealed[:_SEAL] == digest(key, value)[:_SEAL] else None


def _today() -> int:
    return int(time.time()) // _DAY
