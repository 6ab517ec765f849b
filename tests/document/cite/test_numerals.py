"""Ranges of pages, ordinals and dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.document.cite import numerals
from briefkit.format.model import CslDate
from briefkit.text.dates import parse_interval


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("3-10", "3–10"),
        ("71-72", "71–72"),
        ("96-117", "96–117"),
        ("100-104", "100–104"),
        ("1100-1113", "1100–1113"),
        ("101-108", "101–8"),
        ("808-833", "808–33"),
        ("1103-1104", "1103–4"),
        ("321-328", "321–28"),
        ("498-532", "498–532"),
        ("1087-1089", "1087–89"),
        ("1496-1500", "1496–500"),
        ("11564-11615", "11564–615"),
        ("321-28", "321–28"),
        ("S5-S9", "S5–9"),
        ("A3-B4", "A3-B4"),
        ("28-21", "28–21"),
        ("e1234", "e1234"),
        ("321–28, 340", "321–28, 340"),
    ],
)
def test_page_ranges_are_abbreviated(typed: str, printed: str) -> None:
    """The examples of the Chicago manual."""
    assert printed == numerals.ranges(typed)


@given(st.integers(1, 99_999), st.integers(1, 3_000))
def test_abbreviated_page_ranges_can_be_read_back(first: int, length: int) -> None:
    start, _, end = numerals.ranges(f"{first}-{first + length}").partition("–")
    whole = f"{first}"[: max(len(str(first)) - len(end), 0)] + end

    assert (first, first + length) == (int(start), int(whole))


@pytest.mark.parametrize(("number", "words"), [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th")])
def test_ordinals(number: str, words: str) -> None:
    assert words == numerals.ordinal(number)


@pytest.mark.parametrize(
    ("interval", "precision", "words"),
    [
        ("2015", "day", "2015"),
        ("2015-03", "year", "2015"),
        ("2015-03-04", "month", "March 2015"),
        ("2008-03/2008-04", "day", "March–April 2008"),
        ("2008-03/2008-04", "year", "2008"),
        ("2008-12/2009-01", "day", "December 2008–January 2009"),
        ("2013-10-12/2013-10-14", "day", "October 12–14, 2013"),
        ("2013-10-30/2013-11-02", "day", "October 30–November 2, 2013"),
        ("1994/1995", "day", "1994–1995"),
    ],
)
def test_dates_and_intervals(interval: str, precision: str, words: str) -> None:
    assert words == numerals.date(CslDate(parse_interval(interval)), precision)


def test_date_in_words_is_printed_and_undated_is_not() -> None:
    assert numerals.date(CslDate(literal="Spring 1999"), "day") == "Spring 1999"
    assert numerals.date(CslDate(literal="n.d."), "day") == ""
    assert numerals.date(None, "day") == ""


def test_numbers_of_any_length_are_compared() -> None:
    many, more = "1" * 5000, "2" * 5000

    assert numerals.ranges(f"{many}-{more}") == f"{many}–{more[-5000:]}"
    assert numerals.ranges(f"{more}-{many}") == f"{more}–{many}"


def test_hostile_locator_is_split() -> None:
    """Linear time: a quadratic step here takes minutes."""
    text = "p. 1" + ", a 1" * 200_000

    assert numerals.locator(text) == (text.removeprefix("p. "), True, "")
