"""The change of a file before it is written, and the proof that it makes nothing worse."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit.editing import EditRefusedError
from briefkit.library import Library
from briefkit.publish.write import write_changed_files
from briefkit.source.finding import Severity


@dataclass(frozen=True)
class Change:
    """A file with its bytes before and after; `path` is None for standard input."""

    file: str
    """Its name in messages."""
    path: Path | None
    before: bytes
    after: bytes
    places: int = 1
    """In how many places it changes."""

    def lines(self) -> Iterator[str]:
        """Yield the lines of a unified difference, without line breaks."""
        old, new = (data.decode("utf-8", "replace").splitlines() for data in (self.before, self.after))
        yield from difflib.unified_diff(old, new, self.file, self.file, lineterm="")


def write(changes: Iterable[Change]) -> None:
    """Write all changed files or none: what was written before a failure is put back.

    Raises OutputError when a file cannot be written or is not any more what the change was made from.
    """
    write_changed_files({one.path: (one.before, one.after) for one in changes if one.path})


def prove(library: Library, changes: Sequence[Change]) -> None:
    """Check the library as it would be after the changes.

    Raises EditRefusedError when a file would have more errors or warnings of some rule.
    """
    edited = {one.path.stem.lower(): one.after for one in changes if one.path}
    before, after = counts(Library(library.folder)), counts(Library(library.folder, edited=edited))
    for file, rule in sorted(after - before):
        raise EditRefusedError(
            f"nothing was changed: {file} would then have a finding of `{rule}` that it has not now",
            hint=f"mend what stands in the way; see briefkit explain {rule}",
        )


def counts(library: Library, *, all_severities: bool = False) -> Counter[tuple[str, str]]:
    """Count the findings that stand by file and rule: errors and warnings, or all."""
    found = library.validate().findings
    grave = (Severity.ERROR, Severity.WARNING)
    return Counter((one.file, one.rule) for one in found if all_severities or one.severity in grave)
