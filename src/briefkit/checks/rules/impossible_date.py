"""A source that was read before it came out, or came out after the brief.

What:
    `accessed` is before `issued`, or one of the two is after the date of the brief; compared at the coarser precision.

Why:
    One of the dates is a typing error.

Bad:
    summary: Trade doubled in a decade.[@mofa-2014]
    references:
      - id: mofa-2014
        type: webpage
        title: Trade with Australia
        issued: 2014-03-22
        accessed: 2014-01-14
        publisher: Ministry of Foreign Affairs of Japan
        URL: https://www.mofa.go.jp/trade

Good:
    summary: Trade doubled in a decade.[@mofa-2014]
    references:
      - id: mofa-2014
        type: webpage
        title: Trade with Australia
        issued: 2014-01-14
        accessed: 2014-03-22
        publisher: Ministry of Foreign Affairs of Japan
        URL: https://www.mofa.go.jp/trade
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Reference
from briefkit.source.finding import Fault, Severity
from briefkit.text.dates import PartialDate, parse_date


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each date of a reference that cannot be."""
    own = parse_date(parsed.subject.date) if parsed.subject.date else None
    what = "the brief" if parsed.brief else "the volume"
    for reference in parsed.subject.references:
        issued, accessed = _date(reference, "issued"), _date(reference, "accessed")
        late = [(name, date) for name, date in (("issued", issued), ("accessed", accessed)) if _is_late(date, own)]
        for name, date in late:
            message = f"`{name}` of `{reference.id}` is {date}, after the date of {what}, {own}"
            yield Fault((*reference.place.path, name), message, "mend the one that is wrong")
        # A date of issue after the brief is after the day of reading, too: that is one mistake.
        if not late and issued and accessed and accessed.before(issued):
            message = f"`{reference.id}` was read on {accessed}, before it came out on {issued}"
            yield Fault((*reference.place.path, "accessed"), message, "mend the one that is wrong")


def _is_late(date: PartialDate | None, own: PartialDate | None) -> bool:
    return own is not None and date is not None and own.before(date)


def _date(reference: Reference, name: str) -> PartialDate | None:
    date = reference.dates.get(name)
    return date.interval.start if date and date.interval else None


RULE = FileRule(
    "impossible-date",
    "BK408",
    Severity.ERROR,
    __doc__,
    check=check,
)
