"""What reading finds wrong, as offsets into the text."""

import re
from dataclasses import dataclass

_ODD = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
FORBIDDEN = re.compile(f"[{_ODD}]|\r(?!\n)")
"""Control characters but tab and line breaks, the separators U+2028 and U+2029, and what is no character at all."""
SUSPECT = re.compile(f"[{_ODD}\r]")
"""The same and any carriage return: twice as fast on a text that has none, as most have not."""

MOST_FINDINGS = 100
"""Of one rule in one file: nobody mends more at once, and a hostile file would have one for every character."""


@dataclass(frozen=True, slots=True)
class TextFault:
    """A finding before its offsets, in code points, are turned into line and column."""

    rule: str
    start: int
    end: int
    message: str
    hint: str | None = None
    related: tuple[int, str] | None = None
    """The offset of another place that belongs to it, and what stands there."""


class StopReading(Exception):  # noqa: N818 - it ends the reading of one file, not the program
    """Nothing after this fault can be read."""

    def __init__(self, fault: TextFault) -> None:
        """Keep the fault."""
        super().__init__()
        self.fault = fault
