"""Pictures of figures: they are there, are what they say, and carry nothing but a picture."""

from pathlib import Path

import pytest

from briefkit import api
from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.library import InvalidBriefError, open_library
from briefkit.library.pictures import pictures

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><path d="M0 0"/></svg>'
FIGURE = """\
figures:
  - id: map
    kind: image
    title: The coast
    alt: Three harbors lie on it.
    file: {file}
"""


def found(library: Path, file: str = "figures/map.svg") -> list[tuple[str, str]]:
    """Return rule and message of the errors in a brief with a picture, as the library is."""
    path = library / "estia.yaml"
    text = path.read_text(encoding="utf-8")
    if "figures:" not in text:
        text = text.replace("summary: |\n", "summary: |\n  The coast is long (see [fig:map]).\n\n", 1)
        path.write_text(text.rstrip("\n") + "\n" + FIGURE.format(file=file), encoding="utf-8")
    report = open_library(library).validate()
    return [(f.rule, f.message) for f in report.findings if f.severity == "error"]


def put(library: Path, name: str, data: bytes) -> None:
    (library / "figures").mkdir(exist_ok=True)
    (library / "figures" / name).write_bytes(data)


@pytest.mark.parametrize(("name", "data"), [("map.svg", SVG), ("map.png", PNG), ("map.JPG", b"\xff\xd8\xff\xe0")])
def test_a_picture_that_is_there_is_no_fault(good: Path, name: str, data: bytes) -> None:
    put(good, name, data)

    assert found(good, f"figures/{name}") == []


def test_a_picture_that_is_not_there_is_a_fault_until_it_is(good: Path) -> None:
    assert found(good) == [("bad-figure", "there is no picture `figures/map.svg` in the library")]

    put(good, "map.svg", SVG)

    assert found(good) == []


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("map.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path"), "holds more than a picture"),
        ("map.svg", SVG.replace(b"<path", b'<path onload="x()"'), "holds more than a picture"),
        ("map.svg", SVG.replace(b"#a", b"http://example.org/a.svg"), "holds more than a picture"),
        ("map.svg", b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + SVG, "holds more than a picture"),
        ("map.svg", b"GIF89a", "is no SVG picture"),
        ("map.png", b"GIF89a", "is no PNG picture"),
        ("map.png", PNG + bytes(50_000_000), "is larger than 5 MB"),
    ],
)
def test_what_is_no_picture_is_a_fault(good: Path, name: str, data: bytes, message: str) -> None:
    put(good, name, data)

    ((rule, said),) = found(good, f"figures/{name}")

    assert rule == "bad-figure"
    assert message in said


@pytest.mark.parametrize(
    "file", ["/etc/map.png", "figures/../map.png", "../map.png", "C:/map.png", "map.png", "figures/map.gif"]
)
def test_a_picture_from_elsewhere_is_a_fault_of_the_format(good: Path, file: str) -> None:
    ((rule, said),) = found(good, file)

    assert rule == "bad-format"
    assert "`file`" in said


def test_a_link_out_of_the_folder_is_a_fault(good: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.png"
    outside.write_bytes(PNG)
    (good / "figures").mkdir()
    (good / "figures" / "map.png").symlink_to(outside)

    assert found(good, "figures/map.png") == [("bad-figure", "`figures/map.png` leads out of the folder")]


def test_export_refuses_a_picture_that_is_not_there(good: Path) -> None:
    found(good)

    with pytest.raises(InvalidBriefError):
        api.export(open_library(good), "estia")


def shown(library: Path) -> list[b.Figure]:
    """Return the figures of the document of the brief with the picture."""
    document = api.show(open_library(library), "estia").document
    return [part for part in walk.anchored(document.chapters[0]) if isinstance(part, b.Figure)]


def test_a_document_has_the_bytes_of_its_pictures(good: Path) -> None:
    put(good, "map.svg", SVG)
    found(good)

    assert [figure.data for figure in shown(good)] == [SVG]


def test_a_picture_is_read_when_a_document_needs_it_and_looked_at_again(good: Path) -> None:
    put(good, "map.svg", SVG)
    found(good)
    seen = pictures(good)
    put(good, "map.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path"))

    assert seen["figures/map.svg"].fault == ""
    assert seen["figures/map.svg"].read() == b""


def test_what_was_opened_without_pictures_is_checked_with_them(good: Path) -> None:
    found(good)
    library = open_library(good)
    library.parsed("estia")

    with pytest.raises(InvalidBriefError):
        library.parsed_briefs(["estia"])
