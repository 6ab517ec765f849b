"""A date in an address that is not the date of the source.

What:
    An address contains a whole date that is more than two days from `issued`.

Why:
    News sites and ministries put the date of publication into the address. A difference is often a typing error.

Bad:
    summary: Canberra objected to the zone.[@bishop-2013]
    references:
      - id: bishop-2013
        type: webpage
        title: China's announcement of a zone
        publisher: Minister for Foreign Affairs of Australia
        issued: 2014-11-26
        URL: http://foreignminister.gov.au/releases/Pages/2013/jb_mr_131126a.aspx

Good:
    summary: Canberra objected to the zone.[@bishop-2013]
    references:
      - id: bishop-2013
        type: webpage
        title: China's announcement of a zone
        publisher: Minister for Foreign Affairs of Australia
        issued: 2013-11-26
        URL: http://foreignminister.gov.au/releases/Pages/2013/jb_mr_131126a.aspx
"""

import datetime
import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.dates import MONTHS

TOLERANCE = datetime.timedelta(days=2)
_MONTH_NAMES = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WHOLE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-/]?)([0-9]{2}|[a-z]{3})\2([0-9]{2})(?![0-9])")
_MONTH_FOLDER = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([0-9]{2})/([0-9]{2})(?![0-9])")
_SHORT = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])")
_HASH = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{8,}(?![0-9A-Za-z])")
"""The number of a commit or a file, which may hold any digits."""
_NEAR = 5
"""Six digits count as a date only within so many years of the date of the source."""


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each date in an address that is not that of its source."""
    for reference in parsed.subject.references:
        issued = reference.dates.get("issued")
        start = issued.interval.start if issued and issued.interval else None
        if not start or not start.day or issued is None or (issued.interval and issued.interval.end):
            continue
        date = datetime.date(start.year, start.month, start.day)
        found = list(_dates(reference.fields.get("URL", ""), start.year))
        if found and all(abs(other - date) > TOLERANCE for _, other in found):
            span, other = found[0]
            yield Fault(
                (*reference.place.path, "URL"),
                f"the address is dated {other.isoformat()}, but `{reference.id}` was issued on {start}",
                "mend the one that is wrong, or waive this with the reason",
                span,
            )


def _dates(url: str, near: int) -> Iterator[tuple[tuple[int, int], datetime.date]]:
    for match in _WHOLE.finditer(url):
        month = _MONTH_NAMES.get(match[3].lower()) or (int(match[3]) if match[3].isdigit() else 0)
        if date := _date(int(match[1]), month, int(match[4])):
            yield match.span(), date
    for match in _MONTH_FOLDER.finditer(url):
        if date := _date(int(match[1]), int(match[2]), int(match[3])):
            yield match.span(), date
    # Digits of a hash are blanked: they may look like anything.
    for match in _SHORT.finditer(_HASH.sub(lambda token: "x" * len(token[0]), url)):
        date = _date(2000 + int(match[1]), int(match[2]), int(match[3]))
        if date and abs(date.year - near) <= _NEAR:
            yield match.span(), date


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


RULE = FileRule(
    "url-date-mismatch",
    "BK411",
    Severity.WARNING,
    __doc__,
    check=check,
)
