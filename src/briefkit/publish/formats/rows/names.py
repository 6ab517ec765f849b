"""Rows as a list of names, for loops in a shell."""

from briefkit.publish.format import plain_format
from briefkit.text.printable import clean
from briefkit.views.rows import Rows


def to_names(rows: Rows[object]) -> str:
    """Return one name a line, each once."""
    names = (" ".join(clean(name).split()) for name in rows.names)
    return "".join(f"{name}\n" for name in dict.fromkeys(names))


FORMAT = plain_format("names", "", to_names)
