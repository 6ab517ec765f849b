import pytest

from briefkit.reading import read_bytes
from briefkit.source.draft import AROUND, LONG_LINE, Draft, Path
from briefkit.source.finding import Fault, Related, Rule, Severity
from briefkit.source.locate import locate, place
from briefkit.source.place import Place

RULE = Rule("todo-marker", "BK310", Severity.ERROR)
TEXT = """\
# A comment.
title: Pläne
goals:
  points:
    - id: open-order
      statement: Sustain an open order
      themes: [trade, energy]
summary: |
  First line.
  Second line.
"""


@pytest.fixture(scope="module")
def draft() -> Draft:
    reading = read_bytes(TEXT.encode(), "brief.yaml")
    assert reading.draft is not None
    return reading.draft


@pytest.mark.parametrize(
    ("fault", "start", "end"),
    [
        (Fault(("title",), "m"), (2, 8), (2, 13)),
        (Fault(("title",), "m", on="key"), (2, 1), (2, 6)),
        (Fault((), "m"), (1, 1), (1, 1)),
        (Fault((), "m", on="key"), (1, 1), (1, 1)),
        (Fault(("goals", "points", 0, "themes", 1), "m"), (7, 23), (7, 29)),
        (Fault(("goals", "points", 0, "themes", 1), "m", on="key"), (7, 23), (7, 29)),
        (Fault(("goals", "points", 0, "themes"), "m"), (7, 15), (7, 30)),
    ],
)
def test_a_fault_is_found_in_the_text(draft: Draft, fault: Fault, start: tuple[int, int], end: tuple[int, int]) -> None:
    finding = locate(draft, RULE, fault)

    assert ((finding.line, finding.column), (finding.end_line, finding.end_column)) == (start, end)


@pytest.mark.parametrize(
    ("path", "line", "column", "end"),
    [
        (("goals",), 4, 3, 10),
        (("goals", "points", 0), 5, 7, 21),
    ],
)
def test_a_mapping_or_list_is_shown_by_its_first_line(
    draft: Draft, path: Path, line: int, column: int, end: int
) -> None:
    finding = locate(draft, RULE, Fault(path, "m"))

    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (line, column, line, end)


def test_a_part_of_a_text_is_found_inside_it(draft: Draft) -> None:
    finding = locate(draft, RULE, Fault(("summary",), "m", part=(12, 18)))

    assert (finding.line, finding.column, finding.end_column) == (10, 3, 9)
    assert finding.excerpt == "  Second line."


def test_a_finding_takes_its_name_from_the_rule_and_its_words_from_the_fault(draft: Draft) -> None:
    related = (Related(Place("other.yaml", 1, 1), "here"),)

    finding = locate(draft, RULE, Fault(("title",), "wrong", "mend it", related=related))

    assert (finding.rule, finding.code, finding.severity) == ("todo-marker", "BK310", Severity.ERROR)
    assert (finding.file, finding.message, finding.hint) == ("brief.yaml", "wrong", "mend it")
    assert (finding.related, finding.excerpt) == (related, "title: Pläne")


def test_a_severity_may_be_set(draft: Draft) -> None:
    assert locate(draft, RULE, Fault(("title",), "m"), Severity.INFO).severity is Severity.INFO


def test_a_place_is_that_of_the_value(draft: Draft) -> None:
    assert place(draft, ("goals", "points", 0)) == Place("brief.yaml", 5, 7, ("goals", "points", 0))


def _long(text: str) -> Draft:
    reading = read_bytes(f"title: {text}\nsummary: x\n".encode(), "brief.yaml")
    assert reading.draft is not None
    return reading.draft


@pytest.mark.parametrize("at", [0, 999, 1_000, 4_321, 9_990])
def test_of_a_long_line_a_stretch_around_the_place_is_kept(at: int) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(10_000))

    finding = locate(_long(text), RULE, Fault(("title",), "m", part=(at, at + 10)))

    start = finding.column - finding.excerpt_column
    assert finding.column == len("title: ") + at + 1
    assert finding.excerpt[start : start + 10] == text[at : at + 10]
    assert len(finding.excerpt) <= 3 * AROUND
    assert start >= min(AROUND, finding.column - 1)
    assert len(finding.excerpt) - start >= min(AROUND, 10_000 - at)


def test_a_line_that_is_not_long_is_kept_whole() -> None:
    text = "x" * (LONG_LINE - len("title: "))

    finding = locate(_long(text), RULE, Fault(("title",), "m", part=(1500, 1501)))

    assert (finding.excerpt, finding.excerpt_column) == (f"title: {text}", 1)


def test_findings_in_one_line_share_what_is_kept_of_it() -> None:
    draft = _long("x" * 100_000)

    found = [locate(draft, RULE, Fault(("title",), "m", part=(at, at + 1))) for at in range(0, 100_000, 10)]

    kept = {id(finding.excerpt): len(finding.excerpt) for finding in found}
    assert sum(kept.values()) <= 300_100
