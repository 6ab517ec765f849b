"""Rows of the texts in which words stand, for full-text search."""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.publish.formats.libraries.sqlite.places import Places
from briefkit.publish.formats.libraries.sqlite.row import Row
from briefkit.publish.holdings import Holdings


def rows(holdings: Holdings) -> Iterator[Row]:
    """Yield every text of all files, without markup."""
    for parsed in holdings.files:
        yield from _texts(parsed)


def _texts(parsed: ParsedBrief) -> Iterator[Row]:
    where = Places(parsed)
    for path, text in parsed.texts():
        if words := " ".join(text.split()):
            point = where.point(path)
            label = point.label if point else None
            yield Row("texts", {**where.at(path), "label": label, "field": str(path[-1]), "words": words})
