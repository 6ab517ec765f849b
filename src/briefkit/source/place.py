"""Where a part of a file stands, as messages show it."""

from briefkit.source.draft import Path
from briefkit.text.record import record


@record(frozen=True, slots=True)
class Place:
    """Where a part stands: file as shown, line and column from 1, and the path into the data."""

    file: str
    line: int
    column: int
    path: Path = ()

    def __str__(self) -> str:
        """Return file:line."""
        return f"{self.file}:{self.line}"
