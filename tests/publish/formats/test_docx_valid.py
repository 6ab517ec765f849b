"""Word files are valid: against the schemas of Open XML, and against what Word asks beyond them."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_reading import META, parts, written
from test_docx_agreement import SHOWN
from test_docx_hostile import HOSTILE, filled

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx import write

audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")


def faults(data: bytes, folder: Path) -> list[str]:
    """Return what is wrong with a file."""
    path = folder / "x.docx"
    path.write_bytes(data)
    return [f"{error.part_uri}: {error.description}" for error in audit.OpenXmlValidator().validate(path).errors]


@pytest.mark.parametrize("name", SHOWN)
def test_every_kind_of_document_is_valid(name: str, tmp_path: Path) -> None:
    assert faults(write(SHOWN[name]().document), tmp_path) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_makes_a_file_invalid(text: str, tmp_path: Path) -> None:
    assert faults(write(filled(text)), tmp_path) == []


@pytest.mark.parametrize("kind", ["bar", "line", "dot"])
def test_charts_are_valid(kind: b.ChartKind, tmp_path: Path) -> None:
    rows = (("a", (b.ChartValue(1, "1"), b.ChartValue(2, "2"))), ("b", (b.ChartValue(-3, "−3"),)))
    figure: b.Figure = b.Figure("f", b.text("Figure 1"), b.text("T"), "alt", b.Chart(kind, rows, ("x", "y"), "kg"))

    assert faults(write(b.Document(META, (b.Chapter("c", (figure,)),))), tmp_path) == []


@pytest.mark.parametrize(
    ("name", "sound", "broken"),
    [
        ("word/document.xml", b"<w:pPr><w:pStyle", b"<w:pPr><w:jc w:val='left'/><w:pStyle"),
        ("word/document.xml", b'w:val="single"', b'w:val="solid"'),
        ("word/styles.xml", b"w:styleId=", b"w:styleID="),
    ],
)
def test_what_is_broken_is_found(name: str, sound: bytes, broken: bytes, tmp_path: Path) -> None:
    files = parts(written(b.paragraph("x"), b.Divider()))
    changed = files[name].replace(sound, broken)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for one, data in files.items():
            file.writestr(one, changed if one == name else data)

    assert bool(faults(stream.getvalue(), tmp_path)) == (changed != files[name])
