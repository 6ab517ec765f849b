"""The look of a house: read, checked, and carried by every document."""

from pathlib import Path

import pytest

from briefkit import api
from briefkit.document.look import Look
from briefkit.library import Library, open_library
from briefkit.text.colors import LEAST_CONTRAST, contrast, legible

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect width="9" height="9"/></svg>'
WHOLE = """\
look:
  colors:
    accent: "#5B1A2E"
    second: "#ffcc00"
  typeface: Source Serif 4
  heading_typeface: Source Sans 3
  logo: figures/logo.svg
  paper: us-letter
"""


@pytest.fixture
def house(good: Path) -> Path:
    (good / "figures").mkdir()
    (good / "figures" / "logo.svg").write_bytes(SVG)
    return dressed(good, WHOLE)


def dressed(good: Path, look: str) -> Path:
    path = good / "volume.yaml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + look, encoding="utf-8")
    return good


def findings(good: Path) -> list[tuple[str, str, str | None]]:
    report = open_library(good).validate(["volume"])
    return [(found.rule, found.message, found.hint) for found in report.findings]


def documents(library: Library) -> list[Look]:
    views = (
        api.show(library, library.names[0]),
        api.volume(library),
        api.compare(library),
        api.trace(library),
        api.list_items(library, "goals"),
    )
    return [view.document.look for view in views]


def test_every_document_carries_it(house: Path) -> None:
    first, *others = documents(open_library(house))

    assert all(other == first for other in others)
    assert first.accent == "#5b1a2e"
    assert (first.typeface, first.heading_typeface, first.paper) == ("Source Serif 4", "Source Sans 3", "us-letter")
    assert first.logo == SVG
    assert first.fonts.endswith("/fonts")


def test_without_one_there_is_none(good: Path) -> None:
    assert set(documents(open_library(good))) == {Look()}


def test_a_pale_color_is_found_and_darkened(house: Path) -> None:
    look = documents(open_library(house))[0]
    ((rule, message, hint),) = findings(house)

    assert rule == "bad-look"
    assert message == "`#ffcc00` has a contrast of 1.5 to white, too little for words"
    assert hint == f"take a darker color, such as `{look.second}`, which is printed in its place"
    assert contrast(look.second) >= LEAST_CONTRAST


def test_a_logo_that_is_not_there_is_found(good: Path) -> None:
    dressed(good, "look:\n  logo: figures/logo.png\n")

    assert [(rule, message) for rule, message, _ in findings(good)] == [
        ("bad-look", "there is no picture `figures/logo.png` in the library")
    ]
    assert documents(open_library(good))[0].logo == b""


def test_a_logo_with_a_script_is_found_and_not_shown(house: Path) -> None:
    (house / "figures" / "logo.svg").write_bytes(SVG.replace(b"<rect", b"<script/><rect"))

    assert "holds more than a picture" in findings(house)[1][1]
    assert documents(open_library(house))[0].logo == b""


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("  logo: ../secret.svg", "put a PNG, JPEG or SVG file into the folder figures"),
        ("  logo: /etc/logo.svg", "put a PNG, JPEG or SVG file into the folder figures"),
        ('  colors:\n    accent: "blue"', "write a color in quotation marks"),
        ("  paper: a5", "write one of `a4` or `us-letter`"),
        ("  typeface: 'Bad\"; name'", "write the name of a family of fonts"),
    ],
)
def test_what_is_no_look_is_refused(good: Path, line: str, says: str) -> None:
    dressed(good, f"look:\n{line}\n")
    (found,) = open_library(good).validate(["volume"]).findings

    assert found.severity == "error"
    assert says in f"{found.message} {found.hint}"


@pytest.mark.parametrize("color", ["#ffffff", "#ffcc00", "#00ff00", "#7a7aff", "#757575"])
def test_a_color_is_darkened_no_more_than_it_needs(color: str) -> None:
    dark = legible(color)

    assert LEAST_CONTRAST <= contrast(dark) < LEAST_CONTRAST * 1.04
    assert legible(dark) == dark


def test_contrast_is_that_of_the_guidelines() -> None:
    assert [round(contrast(color), 2) for color in ("#000000", "#ffffff", "#767676")] == [21, 1, 4.54]
