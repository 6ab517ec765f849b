"""A place in a file, kept as plain data for a finding that is made after the file was let go."""

from typing import Any, NamedTuple

from briefkit.source.draft import Json


class Site(NamedTuple):
    """Where a finding will stand: lines and columns as in a finding, its excerpt, and the names of the place.

    `names` are those under which a waiver may accept the finding.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    excerpt_column: int = 1
    names: tuple[str, ...] = ()

    def json(self) -> Json:
        """Return the site as JSON data, from which `read_site` makes it again."""
        return [*self[:-1], list(self.names)]


def read_site(data: Any) -> Site:
    """Return a site from its JSON data. Raises TypeError or ValueError when the data is something else."""
    line, column, end_line, end_column, excerpt, excerpt_column, names = data
    return Site(line, column, end_line, end_column, excerpt, excerpt_column, tuple(names))
