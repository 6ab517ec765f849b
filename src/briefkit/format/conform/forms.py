"""The forms of text that a regular expression cannot judge alone: dates that exist, checksums, addresses."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeGuard

from briefkit.source.draft import Json
from briefkit.text.dates import UNDATED, PartialDate, parse_date, parse_interval

_DOLLAR = re.compile(r"(\\.|\[(?:\\.|[^]\\])*\])|\$")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


@cache
def regex(pattern: str) -> re.Pattern[str]:
    """Return a schema's pattern compiled so that, as in editors, `$` does not match before a final line break."""
    return re.compile(_DOLLAR.sub(lambda match: match[1] or r"\Z", pattern))


def partial_date(value: Json) -> None:
    """Check YYYY, YYYY-MM or YYYY-MM-DD, the year also as a number."""
    if isinstance(value, str | int):
        parse_date(str(value))


def csl_date(value: Json) -> None:
    """Check a partial date, an interval, `n.d.`, or the `date-parts` of a CSL date."""
    if isinstance(value, str | int):
        if value != UNDATED:
            parse_interval(str(value))
    elif isinstance(value, dict) and isinstance(groups := value.get("date-parts"), list):
        _in_order([_from_parts(group) for group in groups if _is_plain(group)])
    elif isinstance(value, list):
        days = [[day.get(name) for name in ("year", "month", "day")] for day in value if isinstance(day, dict)]
        if any(day[1] is None and day[2] is not None for day in days):
            raise ValueError("a date with a day needs its month")
        groups = [[one for one in day if one is not None] for day in days]
        _in_order([_from_parts(group) for group in groups if _is_plain(group)])


def _in_order(dates: list[PartialDate]) -> None:
    if len(dates) > 1 and dates[1].before(dates[0]):
        raise ValueError("the interval ends before it begins")


def _is_plain(group: object) -> TypeGuard[list[str | int]]:
    """Tell whether a list has one to three texts or numbers; other lists break the schema in ways of their own."""
    if not isinstance(group, list) or not 1 <= len(group) <= 3:
        return False
    return all(isinstance(part, str | int) and not isinstance(part, bool) for part in group)


def _from_parts(group: list[str | int]) -> PartialDate:
    numbers = [str(part) for part in group]
    if not all(number.isascii() and number.isdecimal() for number in numbers):
        raise ValueError("write the year, the month and the day as numbers")
    year, *rest = numbers
    return parse_date("-".join([year.zfill(4), *(number.zfill(2) for number in rest)]))


_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*/", re.ASCII)
"""An address that is plainly good; importing `urllib` costs more than checking all others."""


def web_address(value: Json) -> None:
    """Check that an address is http or https and names a host."""
    if not isinstance(value, str) or _PLAIN_ADDRESS.match(value):
        return
    advice = "write a whole web address, with http:// or https:// in front and no blanks"
    try:
        from urllib.parse import urlsplit

        parts = urlsplit(value)
        # Reading the port is what checks it.
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        raise ValueError(advice) from None
    if not good:
        raise ValueError(advice)


def doi(value: Json) -> None:
    """Check the form of a DOI, without the address in front."""
    if isinstance(value, str) and not _DOI.fullmatch(value):
        raise ValueError("write a DOI as 10.1234/abc, without https://doi.org/")


def orcid(value: Json) -> None:
    """Check the form of an ORCID and its check digit (ISO 7064, MOD 11-2)."""
    if not isinstance(value, str):
        return
    if not _ORCID.fullmatch(value):
        raise ValueError("write an ORCID as 0000-0002-1825-0097")
    total = 0
    for digit in value.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != value[-1]:
        raise ValueError("its last digit does not match the others: a digit is wrong, or two are swapped")


def language_tag(value: Json) -> None:
    """Check the form of a BCP 47 tag: language, script, region, variants, extensions."""
    if isinstance(value, str) and not _LANGUAGE.fullmatch(value):
        raise ValueError("write a language tag such as en, en-AU or ja")


FORMATS: Mapping[str, tuple[str, Callable[[Json], None]]] = {
    "partial-date": ("a date", partial_date),
    "csl-date": ("a date", csl_date),
    "web-address": ("a web address", web_address),
    "doi": ("a DOI", doi),
    "orcid": ("an ORCID", orcid),
    "language-tag": ("a language tag", language_tag),
}
"""By name of the format: what the value should be, and the check, which raises ValueError with advice for the author.

The checks pass over values of other types; those are a fault of their own.
"""


def advice(name: str, value: Json) -> str | None:
    """Return what is wrong with a value's format, in words; None when nothing is."""
    try:
        FORMATS[name][1](value)
    except ValueError as error:
        return str(error)
    return None


def repeats(entries: list[Json]) -> list[tuple[int, int]]:
    """Return each repeated text of a list as (place of the first, place of this one)."""
    first: dict[str, int] = {}
    return [
        (first[entry], i)
        for i, entry in enumerate(entries)
        if isinstance(entry, str) and first.setdefault(entry, i) != i
    ]
