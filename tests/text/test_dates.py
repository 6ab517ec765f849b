import calendar

import pytest

from briefkit.text.dates import Interval, PartialDate, parse_date, parse_interval


@pytest.mark.parametrize(
    ("text", "words"),
    [("2015", "2015"), ("2015-03", "March 2015"), ("2015-03-04", "March 4, 2015"), ("2016-02-29", "February 29, 2016")],
)
def test_a_partial_date_reads_and_prints(text: str, words: str) -> None:
    date = parse_date(text)

    assert (str(date), date.words()) == (text, words)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("15 March 2015", "write a date as"),
        ("2015-3", "write a date as"),
        ("2015-13", "there is no month 13"),
        ("2015-00", "there is no month 00"),
        ("2015-02-29", "February 2015 has no day 29"),
        ("0000", "there is no year 0000"),
        ("2015-03\n", "write a date as"),
    ],
)
def test_a_wrong_date_says_why(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse_date(text)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2014", "2015", True),
        ("2014", "2014-05", False),
        ("2014-05", "2014-06-01", True),
        ("2014-05-02", "2014-05", False),
        ("2014-05-02", "2014-05-03", True),
        ("2015", "2014", False),
    ],
)
def test_dates_compare_at_the_coarser_precision(earlier: str, later: str, expected: bool) -> None:
    assert parse_date(earlier).before(parse_date(later)) is expected


def test_an_interval_has_two_ends() -> None:
    assert parse_interval("2008-03/2008-04") == Interval(PartialDate(2008, 3), PartialDate(2008, 4))
    assert parse_interval("2008") == Interval(PartialDate(2008))


def test_an_interval_does_not_run_backward() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_interval("2008-04/2008-03")


def test_months_have_the_days_of_the_calendar() -> None:
    for year in (1900, 2000, 2015, 2016):
        for month in range(1, 13):
            last = calendar.monthrange(year, month)[1]
            parse_date(f"{year}-{month:02d}-{last}")
            with pytest.raises(ValueError, match="has no day"):
                parse_date(f"{year}-{month:02d}-{last + 1}")
