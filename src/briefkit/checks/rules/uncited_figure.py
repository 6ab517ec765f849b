"""A paragraph with a figure and no source.

What:
    A paragraph has a percentage, an amount of money or a large number, and neither a citation nor a note. Off unless
    it is asked for: with `--select uncited-figure`, or under `checks.severity` in `volume.yaml`.

Why:
    Figures are what readers check first.

Bad:
    --- brief.yaml
    summary: Trade grew by 40 percent in a decade.
    --- volume.yaml
    title: A volume
    checks:
      severity:
        uncited-figure: warning

Good:
    summary: Trade grew quickly in a decade.
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted

_FIGURE = re.compile(
    r"[0-9][0-9.,]*\s?(?:%|per\s?cent\b|percent\b|million\b|billion\b|trillion\b)|[$€£¥]\s?[0-9]|\b[0-9]{1,3}(?:,[0-9]{3})+\b"
)
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the first figure of each paragraph without a source."""
    for path, field in parsed.prose.items():
        marks = [mark.span.start for mark in field.marks if mark.kind in ("citation", "footnote-mark")]
        for paragraph in _PARAGRAPH.finditer(field.masked):
            figure = _FIGURE.search(field.masked, *paragraph.span())
            if figure and not any(paragraph.start() <= mark < paragraph.end() for mark in marks):
                yield Fault(
                    path, f"{quoted(figure[0])} stands in a paragraph without a source", "cite one", figure.span()
                )


RULE = FileRule(
    "uncited-figure",
    "BK412",
    Severity.OFF,
    __doc__,
    check=check,
)
