"""Dates, ordinals, ranges of pages and locators as Chicago prints them."""

import re

from briefkit.format.model import CslDate
from briefkit.text.dates import MONTHS, UNDATED, PartialDate

_RANGE = re.compile(r"\b([A-Za-z]*)([0-9]+)\s*[-–—]+\s*([A-Za-z]*)([0-9]+)\b")
_ROMAN_RANGE = re.compile(r"\b([ivxlcdm]+)\s*[-–—]+\s*([ivxlcdm]+)\b")
_NUMERIC = re.compile(r"[A-Za-z]*[0-9]+[A-Za-z]*(?:\s*[-–,&]\s*[A-Za-z]*[0-9]+[A-Za-z]*)*")
_SEVERAL = re.compile(r"[0-9ivxlcdm]\s*(?:[-–—,&]|and)\s*[0-9ivxlcdm]")

_LABELS = {
    word: (singular, plural)
    for singular, plural, words in (
        ("", "", "p pp page pages"),
        ("chap.", "chaps.", "chap chaps chapter chapters"),
        ("sec.", "secs.", "sec secs section sections § §§"),
        ("para.", "paras.", "para paras paragraph paragraphs ¶ ¶¶"),
        ("fig.", "figs.", "fig figs figure figures"),
        ("vol.", "vols.", "vol vols volume volumes"),
        ("n.", "nn.", "n nn note notes"),
        ("no.", "nos.", "no nos"),
        ("pt.", "pts.", "pt pts part parts"),
        ("bk.", "bks.", "bk bks book books"),
        ("art.", "arts.", "art arts article articles"),
        ("app.", "apps.", "app apps appendix"),
        ("col.", "cols.", "col cols column columns"),
        ("fol.", "fols.", "fol fols folio folios"),
        ("table", "tables", "table tables"),
        ("line", "lines", "line lines"),
    )
    for word in words.split()
}
"""Labels of locators by the word that authors type; that of pages is dropped."""

_ROMAN = r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![A-Za-z])"
_VALUE = rf"(?:[A-Z]?[0-9]+(?:\.[0-9]+)*[a-z]?(?:nn?\.?[0-9]+)?|{_ROMAN})"
_LOCATOR = re.compile(rf"(?:([A-Za-z]+|§§?|¶¶?)\.?\s*)??({_VALUE}(?:\s*(?:[-–—]+|,|&|and)\s*{_VALUE})*)(?!\w)")
_FURTHER = re.compile(r"(?:,\s+)?[a-z]+\.?\s+(?:[0-9]+|[A-Z])(?!\w)")


def ordinal(number: str) -> str:
    """Return 2nd for 2."""
    ending = "th" if number[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ending


def is_numeric(text: str) -> bool:
    """Tell whether CSL counts the text as a number: digits, letters before or after them, several with - , &."""
    return _NUMERIC.fullmatch(text) is not None


def labeled(singular: str, plural: str, number: str) -> str:
    """Return `no. 5`, `nos. 1–2`; a number in words stays without label."""
    if re.fullmatch(r"[0-9]+\s*[-–,&]\s*[0-9]+", number):
        return f"{plural} {ranges(number, abbreviated=False)}"
    return f"{singular} {number}" if is_numeric(number) else number


def paged(locator: str) -> str:
    """Return pages with the label that they have beside other numbers: `p. 3`, `pp. 33–35`."""
    return f"{'pp.' if _SEVERAL.search(locator) else 'p.'} {locator}" if locator else ""


def ranges(text: str, *, abbreviated: bool = True) -> str:
    """Return the text with en dashes in its ranges, the second numbers cut: 321–28, 101–8, 100–104 (CMOS 9.63)."""

    def dashed(match: re.Match[str]) -> str:
        prefix, first, second_prefix, last = match.groups()
        if second_prefix not in ("", prefix):
            return match[0]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if not abbreviated or _size(last) <= _size(first):
            return f"{prefix}{first}–{second_prefix}{match[4]}"
        return f"{prefix}{first}–{_abbreviated(first, last)}"

    return _ROMAN_RANGE.sub(r"\1–\2", _RANGE.sub(dashed, text))


def _size(number: str) -> tuple[int, str]:
    """Return what sorts as the number does; Python reads no number of thousands of digits."""
    digits = number.lstrip("0")
    return len(digits), digits


def _abbreviated(first: str, last: str) -> str:
    hundreds = int(first[-2:])
    if len(first) < 3 or len(first) != len(last) or not hundreds:
        return last
    changed = next(at for at, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    return last[changed:] if hundreds < 10 else last[min(changed, len(last) - 2) :]


def locator(text: str) -> tuple[str, bool, str]:
    """Split what follows a citation key into a locator and the rest.

    Returns the locator as printed (`118–19`, `chaps. 1–2`, empty if there is none), whether it names pages, and the
    text after it.
    """
    text = text.lstrip(" ,")
    printed, pages, end = "", False, 0
    match = _LOCATOR.match(text)
    if match and (forms := _LABELS.get((match[1] or "p").lower())):
        label = forms[1] if _SEVERAL.search(match[2]) else forms[0]
        printed, pages, end = f"{label} {ranges(match[2])}".strip(), not label, match.end()
    # What names a place in words, such as `clause 5` after `chap. 2`, stands before the address, too.
    further = end
    while match := _FURTHER.match(text, further):
        further = match.end()
    return printed + text[end:further], pages, text[further:]


def date(value: CslDate | None, precision: str) -> str:
    """Return a date in words to the `year`, `month` or `day`, an interval with an en dash; empty if undated."""
    if value is None:
        return ""
    if value.interval is None:
        return "" if value.literal == UNDATED else value.literal
    first = _cut(value.interval.start, precision)
    last = _cut(value.interval.end, precision) if value.interval.end else first
    words = first.words() if first == last else _interval(first, last)
    return f"[{words}?]" if value.circa else words


def _cut(value: PartialDate, precision: str) -> PartialDate:
    if precision == "year":
        return PartialDate(value.year)
    return PartialDate(value.year, value.month) if precision == "month" else value


def _interval(first: PartialDate, last: PartialDate) -> str:
    if first.year != last.year or not first.month or not last.month:
        return f"{first.words()}–{last.words()}"
    if first.month == last.month and first.day and last.day:
        return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {first.year}"
    start = f"{MONTHS[first.month - 1]} {first.day or ''}".rstrip()
    return f"{start}–{last.words()}"
