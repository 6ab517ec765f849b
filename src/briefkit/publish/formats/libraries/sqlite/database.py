"""The database in memory: tables, rows, the index for full-text search, bytes."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import resources

from briefkit.publish.formats.libraries.sqlite import files, points, sources, texts
from briefkit.publish.formats.libraries.sqlite.row import Row, Value
from briefkit.publish.holdings import Holdings
from briefkit.text.errors import OutputError
from briefkit.text.printable import clean

APPLICATION = 0x42524B46
"""`BRKF` in the head of the file, by which programs know what it is."""
VERSION = 1
"""Version of the tables; it changes when a table or column goes away or changes its meaning."""

_NAME = re.compile(r"[a-z_]+")


def made(holdings: Holdings) -> bytes:
    """Return the database as the bytes of its file. Raises OutputError where Python's SQLite cannot make it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        if not hasattr(database, "serialize") or not _searches(database):
            raise OutputError(
                f"SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5)",
                hint="use another Python, such as one from python.org; -f json has the same data",
            )
        # the usual values of today, named so that no build of SQLite has its own
        for pragma in ("page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = 0", "foreign_keys = ON"):
            database.execute(f"PRAGMA {pragma}")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.executescript(_tables())
        database.execute("BEGIN")
        for row in _rows(holdings):
            _insert(database, row)
        database.execute("INSERT INTO search (search) VALUES ('rebuild')")
        database.execute("INSERT INTO search (search) VALUES ('optimize')")
        database.execute("COMMIT")
        database.execute("VACUUM")
        return database.serialize()


def _tables() -> str:
    return resources.files(__package__).joinpath("tables.sql").read_text(encoding="utf-8")


def _searches(database: sqlite3.Connection) -> bool:
    return any(name == "fts5" for (name,) in database.execute("SELECT name FROM pragma_module_list"))


def _rows(holdings: Holdings) -> Iterator[Row]:
    """Yield all rows, each after those that it refers to."""
    yield from files.briefs(holdings.briefs)
    yield from points.rows(holdings)
    if holdings.volume:
        yield from files.volume(holdings.volume, holdings.briefs)
    yield from sources.rows(holdings)
    waivers = 0
    for parsed in holdings.files:
        yield from files.others(parsed.subject, waivers + 1)
        waivers += len(parsed.subject.waivers)
    yield from texts.rows(holdings)


def _insert(database: sqlite3.Connection, row: Row) -> None:
    """Insert a row: names are those of the code, values are bound.

    What a list names twice is there once.
    """
    names = [name for name in (row.table, *row.values) if _NAME.fullmatch(name)]
    marks = ", ".join("?" for _ in row.values)
    statement = f"INSERT INTO {names[0]} ({', '.join(names[1:])}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 (see above)
    database.execute(statement, [_value(name, value) for name, value in row.values.items()])


def _value(name: str, value: Value) -> Value:
    """Return a value for the database; the path of a `file` leads there as it is, as far as it is Unicode."""
    if not isinstance(value, str):
        return value
    if name == "file":
        return value.encode("utf-8", "replace").decode("utf-8")
    return clean(value) or None
