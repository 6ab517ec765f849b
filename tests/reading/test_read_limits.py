"""Hostile files: refused at their limits, without a crash. How fast is measured in `benchmarks/`."""

from itertools import pairwise

import pytest

from briefkit.reading import read_bytes
from readings import data, of, only, places

MANY = 100_000
BOMB = "a: &a [lol, lol]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in pairwise("abcdefghi"))


def test_limits_are_reached_without_a_finding() -> None:
    deepest = "a: " + "[" * 31 + "]" * 31
    most = "a: [" + "1," * 49_998 + "]"

    assert data(deepest)
    assert data(most)


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        pytest.param("a: " + "[" * 32, "too-deep", 1, 35, id="one list too deep"),
        pytest.param("a:\n" + "- " * 25_000 + "x\n", "too-deep", 2, 63, id="25,000 lists"),
        pytest.param("a: " + "[" * MANY, "too-deep", 1, 35, id="100,000 brackets"),
        pytest.param("a: " + "{a: " * MANY, "too-deep", 1, 128, id="100,000 mappings"),
        pytest.param("\n".join(" " * i + "a:" for i in range(1900)), "too-deep", 33, 33, id="1,900 indentations"),
        pytest.param("a: [" + "1," * 49_999 + "]", "too-many-nodes", 1, 100_001, id="one entry too many"),
        pytest.param("".join(f"{i:x}: 1\n" for i in range(200_000)), "too-many-nodes", 50_000, 7, id="200,000 keys"),
        pytest.param("a:\n" + "-\n" * 900_000, "too-many-nodes", 50_000, 2, id="900,000 entries"),
        pytest.param("[" * MANY, "invalid-yaml", 1, 1, id="brackets at the top"),
        pytest.param("? " * MANY, "yaml-feature", 1, 3, id="keys of keys"),
        pytest.param("#\n" * 900_000, "invalid-yaml", 1, 1, id="comments"),
        pytest.param("a: 1\n" + "\t" * 1_000_000, "invalid-yaml", 2, 1, id="tabs"),
        pytest.param('a: "' + " " * 1_900_000, "invalid-yaml", 1, 4, id="an open quote"),
        pytest.param("k" * 1_900_000 + ": 1", "invalid-yaml", 1, 1_900_001, id="a long key"),
        pytest.param("a: " + "x " * 900_000 + ": y", "invalid-yaml", 1, 1_800_004, id="a long line"),
        pytest.param("a: 1\r" * 300_000, "forbidden-character", 1, 5, id="carriage returns"),
        pytest.param("a: " + "9" * 1_900_000, "yaml-feature", 1, 4, id="a long number"),
        pytest.param("a: " + "x" * 2_000_000, "file-too-large", 1, 1, id="2 MB"),
    ],
)
def test_hostile_files(text: str, rule: str, line: int, column: int) -> None:
    reading = of(text)

    assert (only(reading).rule, only(reading).line, only(reading).column) == (rule, line, column)


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: " + "[" * MANY, [("too-deep", 1, 35)], id="never closed"),
        pytest.param("a: " + "[" * MANY + "]" * MANY, [("too-deep", 1, 35)], id="closed"),
        pytest.param("a: " + "{a: " * MANY, [("too-deep", 1, 128)], id="mappings"),
        pytest.param("a: " + "[{" * MANY, [("yaml-feature", 1, 6)], id="keys"),
        pytest.param(
            "a:\n- no\n- " + "[" * MANY, [("ambiguous-scalar", 2, 3), ("too-deep", 3, 33)], id="after a warning"
        ),
        pytest.param("a: b\n" + "[" * MANY, [("invalid-yaml", 2, 1)], id="where a key must stand"),
        pytest.param("[" * MANY, [("invalid-yaml", 1, 1)], id="at the top"),
        pytest.param("a: [b, c, " + "[" * 1500 + "]]", [("too-deep", 1, 41)], id="not at the start"),
    ],
)
def test_deep_brackets_are_found_at_the_same_place_by_both_parsers(
    text: str, found: list[tuple[str, int, int]], pure: bool
) -> None:
    assert [place[:3] for place in places(of(text, pure=pure))] == found


def test_a_bomb_of_aliases_stops_at_the_first() -> None:
    reading = of(BOMB)

    assert reading.draft is None
    assert [place[:2] for place in places(reading)] == [("yaml-feature", 1), ("yaml-feature", 2), ("yaml-feature", 2)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("\0" * 1_900_000, "forbidden-character", id="NUL"),
        pytest.param('a: "' + "\\e" * 900_000 + '"', "forbidden-character", id="escapes"),
        pytest.param("a: [" + "no," * 40_000 + "]", "ambiguous-scalar", id="warnings"),
        pytest.param("{" + "a," * 40_000 + "}", "duplicate-key", id="equal keys"),
        pytest.param("a: [" + "&a x," * 40_000 + "]", "yaml-feature", id="anchors"),
    ],
)
def test_findings_without_number_are_limited(text: str, rule: str) -> None:
    reading = of(text)

    assert [f.rule for f in reading.findings] == [rule] * 100
    assert reading.findings[-1].hint == "more of these follow: mend those above first"
    assert reading.findings[-2].hint != reading.findings[-1].hint


def test_a_hundred_findings_are_all_there_are() -> None:
    reading = of("a: [" + "no," * 100 + "]")

    assert len(reading.findings) == 100
    assert reading.findings[-1].hint == 'put quotes around it if it is text: `"no"`'


@pytest.mark.parametrize("data", [bytes(range(256)), b"\xff" * 1000, b"a: \xed\xa0\x80", b"\xef\xbb\xbf\xef\xbb\xbf"])
def test_any_bytes(data: bytes) -> None:
    assert read_bytes(data, "x.yaml").draft is None
