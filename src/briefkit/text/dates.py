"""Partial dates: a year, a month or a day, single or as an interval."""

import re
from dataclasses import dataclass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
UNDATED = "n.d."


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day; 0 stands for an unknown month or day."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Return the date as YYYY, YYYY-MM or YYYY-MM-DD."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text

    def words(self) -> str:
        """Return the date in words: `2015`, `March 2015`, `March 4, 2015`."""
        if not self.month:
            return str(self.year)
        if not self.day:
            return f"{MONTHS[self.month - 1]} {self.year}"
        return f"{MONTHS[self.month - 1]} {self.day}, {self.year}"

    def before(self, other: "PartialDate") -> bool:
        """Tell whether this date is earlier, judged at the coarser precision of the two."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        for a, b in zip(mine, theirs, strict=True):
            if not a or not b:
                return False
            if a != b:
                return a < b
        return False


@dataclass(frozen=True, slots=True)
class Interval:
    """A date, or the time from one date to another."""

    start: PartialDate
    end: PartialDate | None = None


def _days(year: int, month: int) -> int:
    """Return the days of a month in the Gregorian calendar; `calendar` costs as much to import as a file to read."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def parse_date(text: str) -> PartialDate:
    """Read YYYY, YYYY-MM or YYYY-MM-DD.

    Raises ValueError with a sentence for the author when the form is wrong or the day does not exist.
    """
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError("write a date as YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part or 0) for part in match.groups())
    if year == 0:
        raise ValueError("there is no year 0000")
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"there is no month {match[2]}")
    if match[3] and not 1 <= day <= _days(year, month):
        raise ValueError(f"{MONTHS[month - 1]} {year} has no day {match[3]}")
    return PartialDate(year, month, day)


def parse_interval(text: str) -> Interval:
    """Read a partial date or two with a slash between them, as `2008-03/2008-04`.

    Raises ValueError like `parse_date`, also when the end is before the start.
    """
    first, slash, last = text.partition("/")
    start = parse_date(first)
    if not slash:
        return Interval(start)
    end = parse_date(last)
    if end.before(start):
        raise ValueError("the interval ends before it begins")
    return Interval(start, end)
