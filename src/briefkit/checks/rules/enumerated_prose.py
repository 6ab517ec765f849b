"""An enumeration in prose that should be points.

What:
    Two or more paragraphs of one field begin with First, Second, Third and so on.

Why:
    Points can be compared, linked and found; paragraphs cannot. This is only a remark.

Bad:
    summary: |
      First, trade doubled.

      Second, visits doubled.

Good:
    summary: |
      Trade doubled, and so did visits.
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

_ORDINAL = r"[ \t]*((?:First|Second|Third|Fourth|Fifth|Sixth|Last|Final)(?:ly|\sof\sall)?),"
_AT_START = re.compile(_ORDINAL, re.IGNORECASE)
_LATER = re.compile(rf"\n[ \t]*\n{_ORDINAL}", re.IGNORECASE)
"""Apart, because the search for a pattern that begins with a line break passes over all else quickly."""


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the first of several paragraphs that count themselves."""
    for path, field in parsed.prose.items():
        if "\n" not in field.masked:
            continue
        found = [*filter(None, [_AT_START.match(field.masked)]), *_LATER.finditer(field.masked)]
        if len({match[1].lower().removesuffix("ly") for match in found}) > 1:
            message = f"{len(found)} paragraphs count themselves, beginning with `{found[0][1]}`"
            yield Fault(path, message, "make each a point of the answer", found[0].span(1))


RULE = FileRule(
    "enumerated-prose",
    "BK705",
    Severity.INFO,
    __doc__,
    check=check,
)
