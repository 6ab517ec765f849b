"""No text becomes code of the template, wherever it stands, and no document is too deep or too odd to be set."""

import builtins
from pathlib import Path

import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import links, pages

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.pdf import PdfOptions, setting, write
from briefkit.text.errors import UsageError

HOSTILE = [
    '#panic("x")',
    '#read("/etc/passwd") #sys.version',
    '"); panic("x',
    "*b* _e_ `c` $x$ = H - l + n / t <a> @a ~ -- \\ [c] {c} // c /* c",
    '\\u{41} \\n \\" \\',
    "\x00\x08\x0b\x0c\x1b\x7f\x85\ud800\ufffe\uffff\u202e\u2028",
    "../../etc",
    "",
    " ",
]


def filled(text: str) -> b.Document:
    """Return a document with a text in every field that a document has."""
    inlines: b.Inlines = (b.Text(text), b.Code(text), b.Strong((b.Emphasis((b.Text(text),)),)), b.LineBreak())
    spoken = b.Styled((b.Text(text),), "label", text)
    away = (b.Link((b.Text(text),), f"https://x.org/{text}"), b.Link((b.Text(text),), text))
    other = b.CrossReference(text, (b.Text(text),), inlines, elsewhere=b.Elsewhere(text, inlines))
    inside = b.CrossReference(f"{text} heading", (b.Text(text),), inlines)
    line = b.Paragraph((*inlines, spoken, *away, other, inside, b.NoteMark(1, f"{text} note")))
    cell = b.Cell((line,))
    table = b.Table((b.ColumnHint(),), (cell,), (b.RowGroup(((cell,),), inlines),), inlines, corner=inlines)
    chart = b.Chart("line", ((text, (b.ChartValue(1.5, text), b.ChartValue(2, text))),), (text, text), text)
    point = b.Section("point", (b.Heading(3, inlines, f"{text} point", inlines), line, _facts(inlines, line)))
    blocks: b.Blocks = (
        b.Section("byline", (b.Paragraph(inlines, "authors"), b.Paragraph(inlines, "audience"))),
        b.Section("summary", (line,), inlines, text),
        b.Contents(inlines, f"{text} contents", "chapter"),
        b.Section(
            "question",
            (b.Heading(2, inlines, f"{text} heading", inlines, (text,)), b.Section("verdict", (line,)), point),
        ),
        table,
        b.Figure(f"{text} figure", inlines, inlines, text, chart, source=(line,)),
        b.Figure(f"{text} file", inlines, inlines, text, file=text),
        b.BulletList(((line,),)),
        b.DefinitionList(((inlines, (line,)),)),
        b.Quote((b.Paragraph(inlines, language=text),)),
        b.Preformatted(text),
    )
    note = b.NoteText(1, f"{text} note", (b.Paragraph(inlines),))
    chapter = b.Chapter(text, blocks, (note,), inlines, inlines, language=text, authors=(text,))
    return b.Document(b.Meta(text, text, (text,), text, text, (text,), text, text, text, (text,)), (chapter,))


def _facts(inlines: b.Inlines, line: b.Paragraph) -> b.Section:
    return b.Section("facts", (b.DefinitionList(((inlines, (line,)), (inlines, (line,))), ("actors", "addresses")),))


@pytest.mark.parametrize("design", ["brief", "book", "plain"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_more_than_text(text: str, design: str) -> None:
    pdf = write(filled(text), PdfOptions(design=design))

    assert all(url.startswith(("https://x.org/", "http")) or ".pdf#nameddest=" in url for url in links(pdf)[0])
    if text.isprintable() and text.strip():
        said = "".join("".join(pages(pdf)).split())
        assert said.count("".join(text.split())) > 15


@settings(max_examples=40)
@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x24F), max_size=30))
def test_any_text_in_latin_letters_can_be_set(text: str) -> None:
    write(filled(text), PdfOptions(design="plain"))


@pytest.mark.parametrize("depth", [8, 40, 120])
def test_no_document_is_too_deep(depth: int) -> None:
    inlines: b.Inlines = (b.Text("innermost"),)
    blocks: b.Blocks = (b.paragraph("innermost block"),)
    for i in range(depth):
        inlines = (b.Strong(inlines),) if i % 2 else (b.Emphasis(inlines),)
        blocks = (b.Quote(blocks),) if i % 2 else (b.BulletList((blocks,)),)
    chapter = b.Chapter("c", (b.Paragraph(inlines), *blocks), title=b.text("Deep"))

    said = " ".join(pages(write(b.Document(b.Meta("Deep"), (chapter,)), PdfOptions())))
    assert said.count("innermost") == 2


def test_headings_that_skip_a_level_are_set() -> None:
    blocks = (b.Heading(4, b.text("Four"), "a"), b.Heading(2, b.text("Two"), "b"), b.Heading(6, b.text("Six"), "c"))

    assert "Six" in pages(write(b.Document(b.Meta("t"), (b.Chapter("c", blocks),)), PdfOptions()))[0]


def one_sign(sign: str) -> b.Document:
    return b.Document(b.Meta("t"), (b.Chapter("c", (b.paragraph(f"before {sign} after"),), title=b.text("T")),))


def font_of(sign: str, folder: Path) -> Path:
    """Return a folder with a font that has one sign."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((500, 700))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "sign"])
    builder.setupCharacterMap({ord(sign): "sign"})
    builder.setupGlyf({".notdef": pen.glyph(), "sign": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "sign": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "One Sign", "styleName": "Regular", "psName": "OneSign-Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(folder / "one.ttf")
    return folder


@pytest.fixture
def without_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No font of the machine that runs the tests may have what ours lack."""
    ours = setting._fonts
    monkeypatch.setattr(setting, "_fonts", lambda paths, **_: ours(system=False, paths=paths))


@pytest.mark.usefixtures("without_system_fonts")
def test_signs_that_no_font_has_are_named() -> None:
    with pytest.raises(UsageError) as raised:
        write(one_sign("日本 😀"), PdfOptions())

    assert raised.value.message == "no font has 日 (U+65E5), 本 (U+672C), 😀 (U+1F600)"
    assert raised.value.hint == "name a folder with a font that has them: --font-path FOLDER"


@pytest.mark.usefixtures("without_system_fonts")
def test_a_font_that_has_them_can_be_named(tmp_path: Path) -> None:
    pdf = write(one_sign("日"), PdfOptions(font_path=(font_of("日", tmp_path),)))

    assert "before 日 after" in pages(pdf)[0]


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError) as raised:
        write(one_sign("x"), PdfOptions())

    assert raised.value.message == "PDF needs typst, which is not installed"
    assert raised.value.hint == 'install it with: pip install "briefkit[pdf]"'


def test_a_panic_of_typst_is_an_error_that_the_command_can_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Rust raises is no Exception to Python, and nothing that handles errors would see it."""

    class Panic(BaseException):
        pass

    def panicking(*_: object, **__: object) -> bytes:
        raise Panic("range start index 1 out of range")

    monkeypatch.setattr(typst, "compile", panicking)

    with pytest.raises(RuntimeError, match="Typst gave up on the document: range start"):
        write(filled("Text"), PdfOptions(design="plain"))
