"""Dates as Better CSL YAML has them, `issued: - year: 1985`, are read and checked in briefs."""

from pathlib import Path

import pytest

from briefkit.format.conform.forms import csl_date
from briefkit.library import open_library
from briefkit.source.draft import Json


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        ("- year: 1985", "1985"),
        ("- year: 1985\n      month: 3\n      day: 22", "1985-03-22"),
        ("- year: 1985\n    - year: 1987", "1985/1987"),
    ],
)
def test_a_date_by_its_parts_is_read(good: Path, lines: str, meant: str) -> None:
    file = good / "estia.yaml"
    text = file.read_text(encoding="utf-8")
    assert "issued: 2018" in text
    file.write_text(text.replace("issued: 2018", f"issued:\n    {lines}"), encoding="utf-8")
    issued = open_library(str(good)).brief("estia").references[0].dates["issued"].interval
    assert issued is not None
    assert str(issued.start) + (f"/{issued.end}" if issued.end else "") == meant


@pytest.mark.parametrize(
    "value",
    [
        [{"year": 1985, "month": 13}],
        [{"year": 1985, "day": 3}],
        [{"year": 1987}, {"year": 1985}],
        [{"year": "spring"}],
    ],
)
def test_a_date_that_is_none_is_a_fault(value: Json) -> None:
    with pytest.raises(ValueError, match=r"."):
        csl_date(value)
