"""PDF: which design, what each page has, and that the file is what it says it is."""

import io
import os
import re
import struct
import subprocess
import sys
import zlib
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pypdf
import pytest
from fontTools.ttLib import TTFont
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from pdf_reading import alternatives, entries, links, outline, pages, poppler, sizes, standards, tagged
from test_skeleton_html import words as words_of_html

from briefkit import api
from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.document.look import Look
from briefkit.library import open_library
from briefkit.publish.formats.documents.pdf import PdfOptions, write
from briefkit.text.errors import UsageError

BRIEFS = Path(__file__).parents[3] / "briefs"
LIBRARY = open_library(BRIEFS)
A4, LETTER, A3, BOOK = (595, 842), (612, 792), (1191, 842), (432, 648)
AUTO = PdfOptions()


def brief() -> b.Document:
    return api.show(LIBRARY, "australia").document


def of_blocks(*blocks: b.Block, **meta: str) -> b.Document:
    """Return a document of some blocks."""
    return b.Document(b.Meta("Title", **meta), (b.Chapter("chapter", blocks, title=b.text("Title")),))  # type: ignore[arg-type]


def created(pdf: bytes) -> str:
    """Return the day on which a file says that it was made."""
    said = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert said is not None
    assert said.creation_date is not None
    return said.creation_date.date().isoformat()


@pytest.fixture(scope="module")
def book() -> bytes:
    return write(api.volume(LIBRARY).document, AUTO)


def test_a_document_gets_the_design_that_suits_it(book: bytes) -> None:
    listed = write(api.list_items(LIBRARY, "goals").document, AUTO)
    compared = write(api.compare(LIBRARY).document, AUTO)

    assert "policy brief" in pages(write(brief(), AUTO))[0].lower()
    assert set(sizes(book)) == {BOOK}
    assert set(sizes(listed)) == {A4}
    assert set(sizes(compared)) == {A4[::-1]}


def test_paper_is_chosen() -> None:
    assert set(sizes(write(brief(), PdfOptions(paper="us-letter")))) == {LETTER}
    assert set(sizes(write(brief(), PdfOptions(design="plain", paper="a4")))) == {A4}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (PdfOptions(design="leaflet"), "there is no design `leaflet`"),
        (PdfOptions(paper="a5"), "there is no paper `a5`"),
        (PdfOptions(design="poster"), "the design poster is for a comparison of briefs"),
        (PdfOptions(design="book", paper="a4"), "--paper says nothing here: a book is 6 × 9 in"),
        (PdfOptions(font_path=(Path("nowhere"),)), "there is no folder of fonts nowhere"),
    ],
)
def test_what_does_not_go_together_is_refused(options: PdfOptions, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        write(brief(), options)


def test_a_list_is_no_brief() -> None:
    with pytest.raises(UsageError, match="the design brief is for one brief"):
        write(api.list_items(LIBRARY, "goals").document, PdfOptions(design="brief"))


def test_a_dated_file_is_accessible_and_for_archives(book: bytes) -> None:
    whole = {"tagged", "PDF/UA-1", "PDF/A-2a", "language en"}

    assert standards(write(brief(), AUTO)) == whole
    assert standards(book) == whole


def test_a_file_without_a_date_is_accessible(monkeypatch: pytest.MonkeyPatch) -> None:
    document = api.compare(LIBRARY).document
    assert standards(write(document, AUTO)) == {"tagged", "PDF/UA-1", "language en"}

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = write(document, AUTO)
    assert "PDF/A-2a" in standards(dated)
    assert created(dated) == "2023-11-14"


def test_it_says_of_itself_what_the_document_does() -> None:
    said = pypdf.PdfReader(io.BytesIO(write(brief(), AUTO))).metadata

    assert said is not None
    assert (said.title, said.author) == ("Japan–Australia relations", "Tomohiko Satake")
    assert created(write(brief(), AUTO)) == "2015-03-01"


def test_the_same_document_gives_the_same_bytes() -> None:
    script = (
        "import sys; from briefkit import api; from briefkit.library import open_library; from pathlib import Path;"
        "sys.stdout.buffer.write(api.render(api.show(open_library(Path(sys.argv[1])), 'india').document, 'pdf'))"
    )
    command = [sys.executable, "-c", script, str(BRIEFS)]
    runs = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in "12"
    ]

    assert runs[0] == runs[1] == write(api.show(LIBRARY, "india").document, AUTO)


@pytest.mark.parametrize("name", ["australia", "europe"])
def test_the_outline_has_every_heading(name: str) -> None:
    document = api.show(LIBRARY, name).document
    heads = [
        (head.level, " ".join(b.plain(head.children).split()))
        for chapter in document.chapters
        for head in walk.headings(chapter)
    ]

    assert outline(write(document, AUTO)) == heads


def test_links_lead_where_those_of_the_document_do() -> None:
    document = brief()
    runs = [run for chapter in document.chapters for run in walk.runs(chapter.blocks)]
    runs += [run for chapter in document.chapters for note in chapter.notes for run in walk.runs(note.blocks)]
    wanted = {one.url for run in runs for one in walk.inlines(run) if isinstance(one, b.Link)}

    out, inside = links(write(document, AUTO))
    assert set(out) == wanted
    assert inside > 100


def test_links_of_a_comparison_lead_into_the_briefs_beside_it() -> None:
    out = links(write(api.compare(LIBRARY).document, AUTO))[0]
    names = pypdf.PdfReader(io.BytesIO(write(brief(), AUTO))).named_destinations
    ours = {url.partition("#nameddest=")[2] for url in out if url.startswith("australia.pdf#")}

    assert len(ours) > 15
    assert ours <= set(names)


def test_the_first_page_of_a_brief_says_all_at_a_glance() -> None:
    document = brief()
    first, second, *_ = pages(write(document, AUTO))
    asked = [head for head in walk.headings(document.chapters[0]) if b.plain(head.short).startswith("R")]

    for head in asked:
        if head.level == 3:
            assert b.plain(head.children).partition(" ")[2].replace(" ", "") in first.replace(" ", "")
    assert "Would working with the United States help? Helps Three-way cooperation" in first
    assert first.count("●") > 10
    assert first.count("○") == 3  # a caution on two goals, and the key
    assert second.startswith("Japan–Australia relations Goals Contents")


def test_references_name_the_page_on_which_their_point_stands() -> None:
    pdf = write(brief(), AUTO)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    at = {
        str(entry.title).split()[0]: (reader.get_destination_page_number(entry) or 0) + 1
        for _, entry in entries(reader)
    }
    found = re.findall(r"\b([GXCUR]\d), p\.\s(\d+)", " ".join(pages(pdf)))

    assert len(found) > 20
    assert all(at[label] == int(page) for label, page in found)


def test_chapters_of_a_book_open_on_a_right_hand_page(book: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(book))
    opened = {str(entry.title): reader.get_destination_page_number(entry) or 0 for _, entry in entries(reader)}
    labels = reader.page_labels

    for title in ("Introduction", "Japan–India relations: Toward a special strategic partnership", "Conclusion"):
        assert opened[title] % 2 == 0
    assert labels[opened["Preface"]] == "vii"
    assert labels[opened["Introduction"]] == "1"


def test_contents_of_a_book_name_the_pages_of_its_chapters(book: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(book))
    listed = next(text for text in pages(book) if text.startswith("Contents"))

    for chapter in api.volume(LIBRARY).document.chapters[4:]:
        if chapter.title:
            title = b.plain(chapter.title)
            entry = next(one for _, one in entries(reader) if " ".join(str(one.title).split()) == title)
            label = reader.page_labels[reader.get_destination_page_number(entry) or 0]
            assert re.search(rf"{re.escape(title)}[ .]*{label}\b", listed), title


def test_empty_pages_of_a_book_are_empty(book: bytes) -> None:
    said = pages(book)

    assert said[1] == ""
    assert said[0] == "Japan’s Global Diplomacy"
    assert all(not text or len(text) > 12 for text in said)


def test_a_poster_is_one_page_with_all_points() -> None:
    document = api.compare(LIBRARY).document
    pdf = write(document, PdfOptions(design="poster"))
    (page,) = pages(pdf)

    assert sizes(pdf) == [A3]
    (table,) = [block for block in document.chapters[0].blocks if isinstance(block, b.Table)]
    for row in table.rows:
        for cell in row:
            assert b.plain(walk.flat(cell.blocks)).replace(" ", "") in page.replace(" ", "").replace("-\n", "")


def test_a_poster_has_no_room_for_notes() -> None:
    with pytest.raises(UsageError, match="no room for notes"):
        write(api.compare(LIBRARY, detail=True).document, PdfOptions(design="poster"))


def test_what_does_not_fit_on_a_poster_is_refused() -> None:
    document = api.compare(LIBRARY).document
    (chapter,) = document.chapters
    (table, *rest) = chapter.blocks
    assert isinstance(table, b.Table)
    longer = replace(table, groups=table.groups * 9)

    with pytest.raises(UsageError, match="does not fit on a poster"):
        write(replace(document, chapters=(replace(chapter, blocks=(longer, *rest)),)), PdfOptions(design="poster"))


SHOWN = {
    "list": lambda: api.list_items(LIBRARY, "recommendations"),
    "trace": lambda: api.trace(LIBRARY),
    "comparison": lambda: api.compare(LIBRARY, ["australia", "russia"], detail=True),
    "brief": lambda: api.show(LIBRARY, "india"),
}


@poppler
@pytest.mark.external
@pytest.mark.parametrize("name", SHOWN)
def test_it_says_what_the_markdown_says_in_the_same_order(name: str, tmp_path: Path) -> None:
    document = _without_contents(SHOWN[name]().document)
    ours = tagged(write(document, PdfOptions(design="plain")), tmp_path)
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    text, _, notes = reader.render(str(api.render(document, "markdown"))).partition('<section class="footnotes">')
    found = [words_of_html(note) for note in re.findall(r'(?s)<li id="fn\d+".*?</li>', notes)]

    assert ours.notes == found
    if name == "comparison":  # the name of a row stands above it, in Markdown before it
        assert Counter(ours.text) == Counter(words_of_html(text))
    else:
        assert ours.text == words_of_html(text)


@poppler
@pytest.mark.external
def test_the_designed_brief_says_no_less(tmp_path: Path) -> None:
    document = _without_contents(api.show(LIBRARY, "india").document)
    plain, designed = (tagged(write(document, PdfOptions(design=one)), tmp_path) for one in ("plain", "brief"))

    assert designed.notes == plain.notes
    assert not Counter(plain.text) - Counter(designed.text)


def test_the_book_says_what_the_markdown_says(book: bytes) -> None:
    """Words parted at the end of a line are put together first, addresses, too; heads and feet of pages are more words.

    What the Markdown says once more is the unit of a chart, as the head of a table.
    """
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    theirs = Counter(words_of_html(reader.render(str(api.render(api.volume(LIBRARY).document, "markdown")))))
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(book)).pages)
    parted = Counter(a + z for a, z in re.findall(r"(\w+)[-\xad‐]\s*\n\s*(\w+)", said))

    assert sum(theirs.values()) > 20_000
    lacking = theirs - Counter(re.findall(r"\w+", said)) - parted - Counter(["billion", "dollars"])
    squeezed = re.sub(r"[-\xad‐]", "", unquote("".join(said.split())))
    assert len(lacking) < 20
    assert sum(word not in squeezed for word in lacking) <= 2  # parted at the end of a page, with notes between


def _without_contents(document: b.Document) -> b.Document:
    """Return the document without contents, of which each format lists its own levels."""
    chapters = tuple(
        replace(chapter, blocks=tuple(block for block in chapter.blocks if not isinstance(block, b.Contents)))
        for chapter in document.chapters
    )
    return b.Document(document.meta, chapters)


@pytest.mark.parametrize("kind", ["bar", "line", "dot", "table"])
def test_a_chart_has_its_labels_and_values(kind: b.ChartKind) -> None:
    rows = tuple((f"Row {i}", (b.ChartValue(i - 1, f"{i - 1}.0"), b.ChartValue(9, "9.0"))) for i in range(3))
    chart = b.Chart(kind, rows, ("First", "Second"), "billion")
    (page,) = pages(
        write(of_blocks(b.Figure("f", b.text("Figure 1"), b.text("Budgets"), "What it shows", chart)), AUTO)
    )

    assert "Figure 1. Budgets (billion)" in page
    for said in ("Row 0", "Row 2", "-1.0", "1.0", "9.0", "First", "Second"):
        assert said in page


def test_a_chart_is_told_to_who_does_not_see_it() -> None:
    chart = b.Chart("bar", (("One", (b.ChartValue(0, "0"),)),))
    pdf = write(of_blocks(b.Figure("f", b.text("Figure 1"), b.text("Budgets"), "What it shows", chart)), AUTO)

    assert "What it shows" in alternatives(pdf)


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x0b\x4f\x6c" * width) * height
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


# One grey pixel.
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300ffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0000b08000100010101"
    "1100ffc40014000100000000000000000000000000000000ffc40014100100000000000000000000000000000000ffda0008"
    "010100003f003fffd9"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text y="20">Drawn words</text></svg>'


def _picture(data: bytes) -> b.Figure:
    return b.Figure("f", b.text("Figure 1"), b.text("Seen"), "What it shows", file="figures/any.png", data=data)


@pytest.mark.parametrize("data", [_png(40, 20), JPEG, SVG, _png(30, 3000)], ids=["png", "jpeg", "svg", "tall"])
def test_a_picture_is_shown_and_told(data: bytes) -> None:
    pdf = write(of_blocks(_picture(data), date="2020"), AUTO)
    (page,) = pages(pdf)

    assert "What it shows" in alternatives(pdf)
    assert "Picture." not in page
    assert ("Drawn words" in page) == (data is SVG)
    assert "PDF/A-2a" in standards(pdf)


def test_a_picture_without_bytes_is_told() -> None:
    assert "Picture. What it shows" in pages(write(of_blocks(_picture(b"")), AUTO))[0]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nno more", b"\xff\xd8\xff", b"<svg broken"])
def test_a_damaged_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match="a picture cannot be read"):
        write(of_blocks(_picture(data)), AUTO)


def test_a_table_whose_head_has_links_goes_on_on_another_page() -> None:
    link = (b.Link(b.text("a link"), "https://example.org"),)
    cell = b.Cell((b.Paragraph(link),))
    row = (cell, b.Cell(tuple(b.paragraph("word " * 50) for _ in range(20))))
    for wide in (False, True):
        table = b.Table((b.ColumnHint(),) * 2, (cell, cell), (b.RowGroup((row,) * 4, link),), wide=wide, row_heads=True)

        assert len(pages(write(of_blocks(table), AUTO))) > 2


HOUSE = Look(
    accent="#5b1a2e", second="#7a5c00", typeface="New Computer Modern", logo=SVG, owner="The House", paper="us-letter"
)


def fonts(pdf: bytes) -> str:
    """Return the names of the fonts in a file."""
    return " ".join(map(str, re.findall(rb"/FontName ?/([^\s/]+)", pdf)))


@pytest.mark.parametrize("design", ["brief", "plain", "poster", "book"])
def test_a_house_has_its_own_look(design: str) -> None:
    document = api.compare(LIBRARY).document if design == "poster" else brief()
    dated = replace(document, look=HOUSE, meta=replace(document.meta, date="2020"))
    pdf = write(dated, PdfOptions(design=design))

    assert "NewCM" in fonts(pdf)
    assert design in ("plain", "book") or "Logo of The House" in alternatives(pdf)  # there it is furniture of the page
    assert "PDF/A-2a" in standards(pdf)
    assert sizes(pdf)[0] == {"poster": A3, "book": BOOK}.get(design, LETTER)


def test_the_paper_that_is_asked_for_wins_over_that_of_the_house() -> None:
    assert set(sizes(write(replace(brief(), look=HOUSE), PdfOptions(paper="a4")))) == {A4}


def test_a_typeface_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="there is no font of the family `No Such Face`"):
        write(replace(brief(), look=Look(typeface="No Such Face")), AUTO)


def test_a_typeface_is_found_in_the_folder_of_the_house(tmp_path: Path) -> None:
    font = TTFont(files("briefkit.publish.formats.documents.pdf") / "fonts" / "FiraSans-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = "Houseface" if record.nameID == 6 else "House Face"
    font.save(tmp_path / "house.ttf")

    assert "Houseface" in fonts(write(replace(brief(), look=Look(typeface="House Face", fonts=str(tmp_path))), AUTO))


HAN = "\U0002a6a5"


@pytest.mark.parametrize("design", ["brief", "book", "plain", "poster"])
def test_a_sign_that_no_font_has_is_named_and_never_a_box(design: str) -> None:
    document = api.compare(LIBRARY, ["australia", "india"]).document if design == "poster" else brief()

    _named_or_shown(_with_word(document, HAN), HAN, design)


@pytest.mark.parametrize("sign", ["\u65e5", "\uac02", "\u0e01", "\U0001fae8", "\U00012345"])
def test_signs_of_other_scripts_are_shown_or_named(sign: str) -> None:
    _named_or_shown(of_blocks(b.paragraph(sign)), sign, "plain")


def _named_or_shown(document: b.Document, sign: str, design: str) -> None:
    try:
        said = "".join(pages(write(document, PdfOptions(design=design))))
    except UsageError as error:
        said = f"{error} {error.hint}"
    # a font of this system may have it
    assert f"no font has {sign} (U+{ord(sign):04X})" in said if "--font-path" in said else sign in said


def test_hebrew_and_devanagari_are_set() -> None:
    said = " ".join(pages(write(of_blocks(b.paragraph("\u05e9 \u0905")), AUTO)))

    assert "\u05e9" in said
    assert "\u0905" in said


def test_one_brief_as_a_book_has_its_abbreviations() -> None:
    assert "Abbreviations" in " ".join(pages(write(brief(), PdfOptions(design="book"))))


def _with_word(document: b.Document, word: str) -> b.Document:
    """Return the document with a word in the text of every heading."""

    def heads(block: b.Block) -> b.Block:
        match block:
            case b.Heading():
                return replace(block, children=(*block.children, b.Text(f" {word}")))
            case b.Section():
                return replace(block, blocks=tuple(map(heads, block.blocks)))
            case _:
                return block

    (chapter,) = document.chapters
    title = (*chapter.title, b.Text(f" {word}"))
    return replace(document, chapters=(replace(chapter, title=title, blocks=tuple(map(heads, chapter.blocks))),))
