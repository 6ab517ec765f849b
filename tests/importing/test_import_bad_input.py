"""What is no Word file, or a dangerous one: a clear answer, exit code 1, nothing written, nothing run or fetched."""

import io
import zipfile
from pathlib import Path
from typing import Any, cast

import pytest
from typer.testing import CliRunner
from word_files import File, note, p, run, table

from briefkit.cli.app import app
from briefkit.reading import read_bytes

HEAD = p("A title", "Title") + p("Goals", "Heading1")


def import_(path: Path, *options: str) -> tuple[int, str, str]:
    """Run the command and return its exit code, output and errors."""
    result = CliRunner().invoke(app, ["import", str(path), *options], prog_name="briefkit")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def refused(tmp_path: Path, data: bytes, name: str = "x.docx") -> str:
    """Import data that must be refused, and return what is said of it."""
    path = tmp_path / name
    path.write_bytes(data)
    code, out, errors = import_(path, "-o", str(tmp_path / "out.yaml"))
    assert (code, out) == (1, "")
    assert not (tmp_path / "out.yaml").exists()
    assert errors.startswith(f"briefkit: {path.as_posix()} ")
    assert errors.count("\n") == 2, errors
    return errors


def packed(**parts: bytes) -> bytes:
    """Return a zip file of parts by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return stream.getvalue()


EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ODD = b'<?xml version="1.0" encoding="nope"?><a/>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.doc", OLE, "is a file of Word 97–2003 (.doc)"),
        ("x.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "is locked with a password"),
        ("x.docm", File(HEAD, main_type="application/vnd.ms-word.document.macroEnabled.main+xml").data(), "has macros"),
        ("x.docx", File(HEAD, parts={"word/vbaProject.bin": b"x"}).data(), "has macros"),
        ("x.docx", b"", "is empty"),
        ("x.docx", b"Dear Sir or Madam,", "is no Word file"),
        ("x.rtf", b"{\\rtf1 Hello}", "is a Rich Text file"),
        ("x.pdf", b"%PDF-1.7", "is a PDF"),
        ("x.doc", b"<html><body>Hello</body></html>", "is a web page or XML"),
        ("x.odt", packed(mimetype=b"application/vnd.oasis.opendocument.text"), "is an OpenDocument file"),
        ("x.docx", packed(readme=b"x"), "is a zip file, but no Word file"),
        ("x.docx", File(HEAD, main_type=EXCEL).data(), "is an Excel workbook"),
        ("x.docx", File(HEAD).data()[:300], "is damaged"),
        ("x.docx", File(HEAD, parts={"../evil.xml": b"x"}).data(), "has a part that would be written outside of it"),
        ("x.docx", File(HEAD, parts={"/etc/evil.xml": b"x"}).data(), "has a part that would be written outside of it"),
        ("x.docx", File(HEAD, parts={"word/document.xml": b"<w:document"}).data(), "its XML is broken in line 1"),
        ("x.docx", File(HEAD, parts={"word/document.xml": ODD}).data(), "cannot be read"),
    ],
)  # fmt: skip
def test_it_is_named_for_what_it_is(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in refused(tmp_path, data, name)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://example.org/d.dtd">',
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
    ids=["external-entity", "external-type", "entity-bomb"],
)
def test_document_types_are_refused_before_they_are_read(tmp_path: Path, declared: str) -> None:
    xml = f"{declared}<w:document xmlns:w='x'>&x;</w:document>".encode()

    assert "it declares a document type" in refused(tmp_path, File(HEAD, parts={"word/document.xml": xml}).data())


def test_a_type_declared_in_another_encoding_is_refused_as_well(tmp_path: Path) -> None:
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'

    assert "it declares a document type" in refused(
        tmp_path, File(HEAD, parts={"word/styles.xml": xml.encode("utf-16")}).data()
    )


def test_a_zip_bomb_is_refused_by_its_size_and_by_its_ratio(tmp_path: Path) -> None:
    large = File(HEAD, parts={"word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}).data()

    assert len(large) < 100_000
    assert "holds far more than a text does" in refused(tmp_path, large)


def test_a_part_that_lies_about_its_size_is_not_read_whole(tmp_path: Path) -> None:
    text = bytes(range(65, 91)) * 1_300_000
    data = bytearray(File(HEAD, parts={"word/document.xml": text}).data())
    place = data.rindex(b"word/document.xml") - 46  # its entry in the list of parts
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")

    refused(tmp_path, bytes(data))


def test_elements_in_each_other_without_end_are_refused(tmp_path: Path) -> None:
    xml = b"<a>" * 30_000 + b"</a>" * 30_000

    assert "lie in each other more than 160 deep" in refused(
        tmp_path, File(HEAD, parts={"word/document.xml": xml}).data()
    )


def test_a_locked_part_is_refused(tmp_path: Path) -> None:
    data = bytearray(File(HEAD).data())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)

    assert "is locked with a password" in refused(tmp_path, bytes(data))


@pytest.mark.parametrize(
    "body",
    [
        "",
        p("Dear Ms. Berg,") + p("Thank you for your letter of 3 May, which I read with care.") + p("Yours, Ola Dahl"),
        table(("Port", "Days"), ("Nord", "12"), ("West", "9")),
    ],
    ids=["empty", "letter", "table-of-data"],
)  # fmt: skip
def test_what_is_no_brief_writes_nothing_and_says_how_to_go_on(tmp_path: Path, body: str) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(File(body).data())
    code, out, errors = import_(path, "-o", str(tmp_path / "out.yaml"))

    assert code == 1
    assert not (tmp_path / "out.yaml").exists()
    assert "nothing in the file answers a question, so nothing was written" in errors
    assert "--map" in errors
    assert out.startswith("imported ")


def test_a_document_in_japanese_keeps_every_sign(tmp_path: Path) -> None:
    body = (
        p("冬の北方航路", "Title")
        + p("政策目標", "Heading1")
        + p("港を開き続ける", "Heading2")
        + p("冬は長い。船は古い。")
    )
    path = tmp_path / "x.docx"
    path.write_bytes(File(body).data())
    code, out, _ = import_(path, "--map", "政策目標=goals")

    assert code == 0
    assert "statement: 港を開き続ける" in out
    assert "冬は長い。船は古い。" in out
    assert "id: goal-1" in out


def test_a_document_from_right_to_left_keeps_its_words(tmp_path: Path) -> None:
    body = (
        p("Title", "Title")
        + p("أهداف", "Heading1")
        + p("إبقاء الموانئ مفتوحة", "Heading2")
        + p("الشتاء \u202eطويل\u202c.")
    )
    path = tmp_path / "x.docx"
    path.write_bytes(File(body).data())
    code, out, errors = import_(path, "--map", "أهداف=goals")

    assert code == 0
    assert "إبقاء الموانئ مفتوحة" in out
    assert "\u202e" not in out
    assert "are nowhere" not in errors


def test_five_thousand_notes_all_arrive(tmp_path: Path) -> None:
    marks = "".join(run(f"Sentence {n}. ") + note(n) for n in range(1, 5001))
    file = File(HEAD + p("Keep the ports open", "Heading2") + p(marks), notes={n: f"Note {n}." for n in range(1, 5001)})
    path = tmp_path / "x.docx"
    path.write_bytes(file.data())
    code, out, errors = import_(path)

    assert code == 0
    assert "[^5000]: Note 5000." in out
    assert "are nowhere" not in errors


def test_text_that_looks_like_yaml_or_steers_a_terminal_is_text(tmp_path: Path) -> None:
    body = HEAD + p("'x': &a !!python/object {y: *a} # z", "Heading2") + p("goals:\n---\n\x9b31m %TAG") + p("- - -")
    path = tmp_path / "x.docx"
    path.write_bytes(File(body + p("Off\x9b topic", "Heading1") + p("# a\nb: c\u2028d: e")).data())
    code, out, errors = import_(path)
    reading = read_bytes(out.encode(), "x.yaml")

    assert code == 0
    assert "\x9b" not in out + errors
    assert reading.draft is not None
    assert not reading.findings
    data = cast("dict[str, Any]", reading.draft.data)
    assert data["goals"]["points"][0]["statement"] == "'x': &a !!python/object {y: *a} # z"
    assert set(data) == {"title", "goals"}
