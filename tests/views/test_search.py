"""Words are found wherever the library says them, with the line in which they stand."""

from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import open_library

FOUNDING = Path(__file__).parents[2] / "briefs"


@pytest.fixture
def library(good: Path) -> Path:
    path = good / "estia.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("The pact was signed in a hurry.", "The pact was signed in\n        Málaga, in a hurry."),
        encoding="utf-8",
    )
    return good


def places(folder: Path, words: str, *names: str) -> list[object]:
    return [record["place"] for record in api.search(open_library(folder), words, names).records]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("poachers", ["estia:U1"]),
        ("POACHERS joint", ["estia:U1"]),
        ("malaga", ["estia:X1"]),
        ("in malaga", ["estia:X1"]),
        ('"in Malaga, in a"', ["estia:X1"]),
        ('"a Malaga"', []),
        ("elections", ["estia:X1"]),
        ("fisheries pact", ["volume:ref:pact-2012"]),
        ("no such words", []),
        ("a.*b [x", []),
        ('""', []),
    ],
)
def test_what_is_found(words: str, found: list[str], library: Path) -> None:
    assert places(library, words) == found


def test_a_hit_has_its_line_and_what_stands_around_it(library: Path) -> None:
    (record,) = api.search(open_library(library), "malaga").records
    lines = (library / "estia.yaml").read_text(encoding="utf-8").splitlines()

    assert "Málaga" in lines[int(str(record["line"])) - 1]
    assert record["found"] == "Málaga"
    assert str(record["text"]).startswith("The pact was signed in Málaga, in a hurry.")


def test_only_the_named_briefs_are_searched(library: Path) -> None:
    assert places(library, "fish") != places(library, "fish", "sudmark")
    assert all(str(place).startswith("sudmark:") for place in places(library, "fish", "sudmark"))


def test_every_statement_of_the_founding_library_finds_its_point() -> None:
    library = open_library(FOUNDING)
    for brief in api.holdings(library).briefs:
        for point in brief.points:
            found = api.search(library, f'"{point.statement.replace(chr(34), " ")}"', [brief.name]).records
            assert f"{brief.name}:{point.label}" in [record["place"] for record in found]
