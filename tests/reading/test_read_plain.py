import pytest

from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from readings import data, of, only, places


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("FALSE", False),
        ("2014", 2014), ("-3", -3), ("0", 0), ("999999999999999", 999999999999999),
        ("1.5", 1.5), ("1e3", 1000.0), ("1.0e+3", 1000.0), (".5", 0.5), ("1.", 1.0),
    ],
)  # fmt: skip
def test_core_schema(plain: str, value: Json) -> None:
    reading = of(f"a: {plain}\n")

    assert reading.findings == ()
    assert reading.draft is not None
    assert reading.draft.data == {"a": value}
    assert type(reading.draft.value(("a",))) is type(value)
    assert reading.draft.node(("a",)).raw == plain


@pytest.mark.parametrize(
    "plain",
    [
        "2015-03-04",
        "2015-03",
        "2015-13-45",
        "2001-12-14t21:59:43.10-05:00",
        "y",
        "N",
        "nO",
        "nULL",
        "tRUE",
        "1_000",
        "0b11",
        "=",
        ".",
        "+",
        "1e",
        "0x",
        "0xG",
        ".e3",
        "1.2.3",
        "٣",
        "<<x",
        "-.inF",
        "12:61",
    ],
)
def test_all_else_is_text(plain: str) -> None:
    reading = of(f"a:\n  b: {plain}\n")

    assert reading.findings == ()
    assert reading.draft is not None
    assert reading.draft.value(("a", "b")) == plain
    assert reading.draft.node(("a", "b")).raw is None


@pytest.mark.parametrize("scalar", ['"2014"', "'true'", "|-\n  null", ">-\n  1.5", "'no'", '"012"'])
def test_quoted_is_text(scalar: str) -> None:
    value = data(f"a: {scalar}\n")

    assert isinstance(value, dict)
    assert isinstance(value["a"], str)


def test_keys_are_text() -> None:
    assert data("1: a\non: b\n~: c\n2015-01-01: d\n010: e\n? f\n: g\n") == {
        "1": "a",
        "on": "b",
        "~": "c",
        "2015-01-01": "d",
        "010": "e",
        "f": "g",
    }


@pytest.mark.parametrize("plain", [".inf", "-.INF", "+.Inf", ".nan", "1e999", "1234567890123456", "0xFFFFFFFFFFFFF"])
def test_numbers_without_an_exact_form_are_refused(plain: str) -> None:
    reading = of(f"a: 1\nb: {plain}\n")

    assert places(reading) == [("yaml-feature", 2, 4, 2, 4 + len(plain))]
    assert only(reading).hint == f'put quotes around it if it is text: `"{plain}"`'
    assert reading.draft is not None
    assert reading.draft.data == {"a": 1, "b": plain}


def test_a_number_of_thousands_of_digits() -> None:
    finding = only(of("a: " + "9" * 100_000))

    assert finding.rule == "yaml-feature"
    assert len(finding.message) < 100
    assert finding.end_column == 100_004


def test_off_is_a_severity() -> None:
    assert of("severity: {long-sentences: off}\n").findings == ()


@pytest.mark.parametrize("word", ["yes", "No", "NO", "on", "Off", "12:30", "12:30:45", "-1:30"])
def test_doubtful_text_stays_text(word: str) -> None:
    reading = of(f"a: x\nb: [{word}]\n")

    assert places(reading) == [("ambiguous-scalar", 2, 5, 2, 5 + len(word))]
    assert only(reading).severity is Severity.WARNING
    assert reading.draft is not None
    assert reading.draft.value(("b", 0)) == word


@pytest.mark.parametrize(("plain", "number"), [("010", 10), ("0o10", 8), ("08", 8), ("0x1F", 31), ("+5", 5)])
def test_numbers_that_lose_something(plain: str, number: int) -> None:
    reading = of(f"a: {plain}\n")

    assert only(reading).message == f"`{plain}` is read as the number {number}"
    assert reading.draft is not None
    assert (reading.draft.data, reading.draft.node(("a",)).raw) == ({"a": number}, plain)


@pytest.mark.parametrize(("line", "column"), [("a: Goal #1", 9), ("a: #1 goal", 4), ("- a: Goal #1 and #2", 11)])
def test_text_cut_off_by_a_hash(line: str, column: int) -> None:
    reading = of(f"b:\n{line}\n" if line.startswith("-") else f"\n{line}\n")

    assert places(reading) == [("ambiguous-scalar", 2, column, 2, len(line) + 1)]


@pytest.mark.parametrize(
    "text",
    [
        "issued: 2014",
        "no: x",
        "a: 2015-03-04",
        "a: b # c",
        "a: b  #c",
        "a: b#1",
        "a: 2014 #1",
        "a: '1' #1",
        "a: 'no'",
        "a: |\n  no #1",
        "a: no one",
        "a: 12:30 to 13:00",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert of(text + "\n").findings == ()
