"""Parts of a file that faults of reading or of the schema keep from being seen, and rules that would miss them."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from briefkit.source.draft import Path

PROSE: tuple[Path, ...] = (
    ("summary",),
    ("*", "overview"),
    ("*", "points", "*", "detail"),
    ("figures", "*", "source"),
    ("editorial_notes", "*", "says"),
)
"""Where the Markdown of a brief stands, as patterns of paths."""

TEXTS: tuple[Path, ...] = (
    *PROSE,
    ("title",),
    ("subtitle",),
    ("*", "because"),
    ("*", "points", "*", "statement"),
    ("figures", "*", "title"),
    ("figures", "*", "unit"),
    ("figures", "*", "alt"),
)
"""Where the words of a brief stand."""

NAMES = "#names"
"""Last step of a pattern that stands for the names of the entries of a list."""


ANSWERING = "#answering"
"""First step of a pattern that stands for the questions that should answer another."""


class Hidden(NamedTuple):
    """What of a file cannot be seen.

    `paths` are those of parts, `*` in them any step. `dropped` are entries that the model lacks, of which the texts
    are seen all the same; `lost` are their ids and keys, and `nameless` the entries of which the id is not known.
    """

    paths: frozenset[Path] = frozenset()
    dropped: tuple[Path, ...] = ()
    lost: frozenset[str] = frozenset()
    nameless: tuple[Path, ...] = ()
    answered_by: Mapping[str, tuple[str, ...]] = {}
    """For each question the keys of those that should answer it."""

    def has(self, patterns: Collection[Path], at: Path | None = None) -> bool:
        """Tell whether a part that one of the patterns names is hidden.

        In a pattern `*` is any step, `.` the step of `at` in this place, a last `**` takes in all below, and a last
        `NAMES` stands for the names of entries. Without `at`, `.` is any step. A first `ANSWERING` is any question
        that should answer the one at which `at` begins.
        """
        return bool(self.paths) and any(self._has(own, at) for pattern in patterns for own in self._meant(pattern, at))

    def _meant(self, pattern: Path, at: Path | None) -> Collection[Path]:
        if pattern[:1] != (ANSWERING,):
            return (pattern,)
        keys = self.answered_by.get(str(at[0]), ()) if at else {key for own in self.answered_by.values() for key in own}
        return [(key, *pattern[1:]) for key in keys]

    def is_nameless(self, path: Path) -> bool:
        """Tell whether a path leads into an entry of which the id is not known."""
        return any(path[: len(entry)] == entry for entry in self.nameless)

    def _has(self, pattern: Path, at: Path | None) -> bool:
        if pattern[-1:] == (NAMES,):
            whole = pattern[:-1]
            return any(_covers(path, whole, at) for path in (*self.paths, *(entry[:-1] for entry in self.nameless)))
        parts = (*self.paths, *(() if pattern in TEXTS else self.dropped))
        return any(_covers(part, pattern, at) for part in parts)


def _covers(part: Path, pattern: Path, at: Path | None) -> bool:
    """Tell whether a part is what a pattern names, or holds it, or for a pattern that ends in `**` lies in it."""
    deep = pattern[-1:] == ("**",)
    steps = pattern[:-1] if deep else pattern
    if len(part) > len(steps) and not deep:
        return False
    for i, (step, wanted) in enumerate(zip(part, steps, strict=False)):
        here = at[i] if wanted == "." and at and i < len(at) else wanted
        if step != here and "*" not in (step, here) and here != ".":
            return False
    return True
