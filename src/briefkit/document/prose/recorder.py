"""What is noted down while one value is parsed."""

import re
from functools import cached_property

from briefkit.document.prose.marks import Mark, MarkKind, MarkupFault, MarkupFaultKind
from briefkit.source.draft import Span
from briefkit.text.printable import shorten


class Recorder:
    """Marks, faults, and the visible words on a blank canvas; all spans are of the value."""

    def __init__(self, value: str, labels: frozenset[str]) -> None:
        """Start with nothing noted; `labels` are the footnotes that have a text."""
        self.value = value
        self.labels = labels
        self.marks: list[Mark] = []
        self.faults: list[MarkupFault] = []
        self._canvas = list(re.sub(r"[^\n]", " ", value))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.value)), len(self.value) + 1]

    def lines(self, first: int, after: int) -> Span:
        """Return the span of some lines, counted from 0, without the last line break."""
        return Span(self._line_starts[first], self._line_starts[after] - 1)

    @property
    def masked(self) -> str:
        """The visible words in their places."""
        return "".join(self._canvas)

    def show(self, span: Span) -> None:
        """Make a stretch of the value visible."""
        self._canvas[span.start : span.end] = self.value[span.start : span.end]

    def mark(self, kind: MarkKind, target: str, span: Span, in_footnote: bool) -> None:
        """Note a mark."""
        self.marks.append(Mark(kind, target, span, in_footnote))

    def fault(self, kind: MarkupFaultKind, span: Span) -> None:
        """Note a fault and what stands there."""
        self.faults.append(MarkupFault(kind, span, shorten(self.value[span.start : span.end])))
