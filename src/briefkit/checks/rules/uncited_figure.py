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
from bisect import bisect_left
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted

_FIGURE = re.compile(
    # A number is tried once, from its first digit.
    r"(?<![0-9.,])[.,]*+(?P<amount>[0-9][0-9.,]*+\s?(?:%|per\s?cent\b|percent\b|million\b|billion\b|trillion\b))"
    r"|(?P<money>[$€£¥]\s?[0-9])|(?P<thousands>\b[0-9]{1,3}(?:,[0-9]{3})+\b)"
)
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the first figure of each paragraph without a source."""
    for path, field in parsed.prose.items():
        marks = sorted(mark.span.start for mark in field.marks if mark.kind in ("citation", "footnote-mark"))
        for paragraph in _PARAGRAPH.finditer(field.masked):
            start, end = paragraph.span()
            has_source = bisect_left(marks, start) < bisect_left(marks, end)
            if not has_source and (figure := _FIGURE.search(field.masked, start, end)):
                shown, span = figure[figure.lastgroup or 0], figure.span(figure.lastgroup or 0)
                yield Fault(path, f"{quoted(shown)} stands in a paragraph without a source", "cite one", span)


RULE = FileRule(
    "uncited-figure",
    "BK412",
    Severity.OFF,
    __doc__,
    check=check,
)
