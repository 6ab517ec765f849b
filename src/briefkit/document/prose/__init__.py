"""Markdown prose: its blocks, the places of its marks, its faults, and its words without markup.

What most fields hold is read by a scan of our own. The rest goes to markdown-it, which only this package knows and
which it imports at the first value that needs it.
"""

from typing import TYPE_CHECKING

from briefkit.document.prose import scan
from briefkit.document.prose.marks import Mark, MarkKind, MarkupFault, MarkupFaultKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefkit.document.blocks import SourceBlocks

__all__ = ["Mark", "MarkKind", "MarkupFault", "MarkupFaultKind", "Prose", "parse"]


class Prose:
    """A Markdown value, parsed. Marks and faults are in the order of the text.

    `masked` is as long as the value; all that is no visible word is blanked: markup, code, addresses, citations,
    footnote marks and labels. Line breaks stay.
    """

    __slots__ = ("_blocks", "_build", "faults", "marks", "masked")

    def __init__(
        self,
        marks: tuple[Mark, ...],
        masked: str,
        faults: tuple[MarkupFault, ...],
        build: "Callable[[], SourceBlocks]",
    ) -> None:
        """Keep what was found; `build` makes the blocks when they are asked for."""
        self.marks = marks
        self.masked = masked
        self.faults = faults
        self._build = build
        self._blocks: SourceBlocks | None = None

    @property
    def blocks(self) -> "SourceBlocks":
        """The blocks, built at the first reading."""
        if self._blocks is None:
            self._blocks = self._build()
        return self._blocks


def parse(value: str) -> Prose:
    """Parse a Markdown value: CommonMark with tables, footnotes and pandoc citations.

    Any text is accepted. A label defined twice has two `footnote-text` marks; the first text counts. Nothing is
    remembered between calls: keep the result where it is needed twice.
    """
    found = scan.scan(value)
    if found:
        return Prose(tuple(found.marks), found.masked, tuple(found.faults), found.blocks)
    from briefkit.document.prose import steps  # markdown-it costs 25 ms

    return steps.parse(value)
