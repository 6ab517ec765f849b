"""A library as one SQLite database: a row a point, with full-text search."""

from briefkit.publish.format import plain_format
from briefkit.publish.holdings import Holdings


def to_sqlite(holdings: Holdings) -> bytes:
    """Return the database as the bytes of its file: the same ones for the same library and release of SQLite.

    Raises OutputError where Python's SQLite cannot make it.
    """
    from briefkit.publish.formats.libraries.sqlite.database import made  # suffixes are asked for without SQLite

    return made(holdings)


FORMAT = plain_format("sqlite", ".sqlite", to_sqlite, other_suffixes=(".db",))
