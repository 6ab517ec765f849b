"""Word files: every part in its named style, with notes, links, lists, tables, pages, and the same bytes twice."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest
from docx_reading import META, R, W, body, chapter, part, parts, styled, written

from briefkit.document import blocks as b
from briefkit.document.look import Look
from briefkit.publish.formats.documents.docx import write
from briefkit.publish.formats.documents.docx.pictures import measured


def cell(*texts: str) -> b.Cell:
    return b.Cell(tuple(map(b.paragraph, texts)))


def table(rows: int = 1, columns: int = 2, **others: object) -> b.Table:
    """Return a table with a header."""
    hints = others.pop("columns_hints", (b.ColumnHint(),) * columns)
    header = tuple(cell(f"h{i}") for i in range(columns))
    group = b.RowGroup(tuple(tuple(cell(f"r{row}c{i}") for i in range(columns)) for row in range(rows)))
    return b.Table(hints, header, (group,), **others)  # type: ignore[arg-type]


def values(element: ET.Element, name: str) -> list[str | None]:
    """Return the values of all elements of a name."""
    return [found.get(f"{W}val") for found in element.iter(f"{W}{name}")]


def test_paragraphs_have_the_styles_of_their_roles() -> None:
    said = b.paragraph("said")
    shown = styled(
        body(
            written(
                b.Section("byline", (b.Paragraph(b.text("who"), "authors"), b.Paragraph(b.text("whom"), "audience"))),
                b.Section("summary", (b.paragraph("short"),), b.text("Summary")),
                b.Heading(2, b.text("Question")),
                b.Section("verdict", (b.paragraph("yes"),)),
                b.Section("point", (b.Heading(3, b.text("G1 point")), said)),
                b.Section("facts", (b.DefinitionList(((b.text("Who"), (b.paragraph("Japan"),)),)),)),
                b.Paragraph(b.text("G1 stated"), "statement"),
                b.Quote((b.paragraph("quoted"),)),
                b.Section("abbreviations", (b.DefinitionList(((b.text("ACSA"), (b.paragraph("long"),)),)),)),
                b.Section("bibliography", (b.Paragraph(b.text("source"), "entry"),)),
                b.Section("editorial-note", (b.Heading(3, b.text("Note 1")), b.paragraph("mended"))),
                b.Preformatted("code"),
            )
        )
    )

    assert shown == [
        ("Heading1", "Chapter"),
        ("Author", "who"),
        ("Audience", "whom"),
        ("SummaryHeading", "Summary"),
        ("Summary", "short"),
        ("Heading2", "Question"),
        ("Verdict", "yes"),
        ("Heading3", "G1 point"),
        ("BodyText", "said"),
        ("Facts", "Who: Japan"),
        ("Statement", "G1 stated"),
        ("Quote", "quoted"),
        ("DefinitionEntry", "ACSAlong"),
        ("Bibliography", "source"),
        ("NoteHeading", "Note 1"),
        ("EditorialNote", "mended"),
        ("SourceCode", "code"),
    ]


def test_every_style_that_is_used_is_there_and_based_on_one_that_is() -> None:
    runs = tuple(b.Styled(b.text(role), role) for role in ("label", "muted", "caution", "orphan", "good"))
    marked = b.Paragraph((*runs, b.Emphasis(b.text("e")), b.Strong(b.text("s")), b.Code("c"), b.Deleted(b.text("d"))))
    data = written(marked, b.BulletList(((marked,),)), table(), b.Divider())
    styles = part(data, "word/styles.xml")
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}

    used = {value for name in ("pStyle", "rStyle", "tblStyle") for value in values(body(data), name)}
    assert used | set(values(styles, "basedOn")) | set(values(styles, "next")) <= known
    names = values(styles, "name")
    assert len(names) == len(set(names)) == len(known)


def test_a_note_stands_at_the_foot_and_a_second_mark_leads_to_it() -> None:
    mark, other = b.NoteMark(1, "n1"), b.NoteMark(2, "n2")
    link = b.Link(b.text("site"), "https://x.org")
    notes = (
        b.NoteText(1, "n1", (b.Paragraph((b.Text("first "), link)), b.paragraph("more"))),
        b.NoteText(2, "n2", (b.BulletList(((b.paragraph("second"),),)),)),
    )
    data = written(b.Paragraph((b.Text("a"), mark, other)), b.Paragraph((b.Text("b"), mark)), notes=notes)
    text, foot = body(data), part(data, "word/footnotes.xml")

    references = [element.get(f"{W}id") for element in text.iter(f"{W}footnoteReference")]
    assert references == ["1", "2"]
    found = {note.get(f"{W}id"): styled(note) for note in foot.iter(f"{W}footnote")}
    assert found["1"] == [("FootnoteText", " first site"), ("FootnoteText", "more")]
    assert found["2"] == [("ListBullet", "second")]
    assert [(code.text or "").split()[:2] for code in text.iter(f"{W}instrText")] == [["NOTEREF", "_note_1"]]
    assert b"https://x.org" in parts(data)["word/_rels/footnotes.xml.rels"]
    assert styled(text)[1] == ("BodyText", "a,")  # between two marks


def test_notes_of_each_chapter_begin_at_one_and_go_on_behind_a_page_on_its_side() -> None:
    def marked(number: int, name: str) -> b.Paragraph:
        return b.Paragraph((b.Text("t"), b.NoteMark(number, name)))

    def note(number: int, name: str) -> b.NoteText:
        return b.NoteText(number, name, (b.paragraph("note"),))

    first = chapter(marked(1, "a1"), table(wide=True), marked(2, "a2"), notes=(note(1, "a1"), note(2, "a2")))
    second = b.Chapter("d", (marked(1, "b1"),), (note(1, "b1"),), b.text("Second"))
    data = write(b.Document(META, (first, second)))
    sections = body(data).findall(f".//{W}sectPr")
    restarts = [values(section, "numRestart") for section in sections]

    assert values(part(data, "word/settings.xml"), "numRestart") == ["eachSect"]
    assert restarts == [[], ["continuous"], ["continuous"], []]
    assert [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections] == [None, "landscape", None, None]  # type: ignore[union-attr]


def test_links_inside_lead_to_bookmarks_and_those_outside_are_relationships() -> None:
    long = "x" * 60
    elsewhere = b.CrossReference("india-g1", b.text("G1"), b.text("Trade"), elsewhere=b.Elsewhere("india", b.text("T")))
    data = written(
        b.Heading(2, b.text("Here"), "c--here"),
        b.Heading(2, b.text("There"), long),
        b.Paragraph(
            (
                b.CrossReference("c--here", b.text("G1"), b.text("Title")),
                b.CrossReference(long, b.text("long")),
                b.CrossReference("nowhere", b.text("G2"), b.text("Gone")),
                elsewhere,
                b.Link(b.text("mail"), "mailto:a@b.org"),
                b.Link(b.text("bad"), "javascript:alert(1)"),
                b.Link(b.text("odd"), "https://x.org/a b|c%zz#d#e"),
            )
        ),
    )
    text = body(data)
    bookmarks = {mark.get(f"{W}name") or "" for mark in text.iter(f"{W}bookmarkStart")}
    links = {"".join(link.itertext()): link for link in text.iter(f"{W}hyperlink")}
    targets = dict(
        re.findall(r'Id="(\w+)"[^>]*?Target="([^"]*)"', parts(data)["word/_rels/document.xml.rels"].decode())
    )

    assert all(len(name) <= 40 and re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) for name in bookmarks)
    assert links.keys() == {"G1", "long", "G1 Trade", "mail", "odd"}
    assert {links["G1"].get(f"{W}anchor"), links["long"].get(f"{W}anchor")} <= bookmarks
    assert links["G1 Trade"].get(f"{W}anchor") == "india_g1"
    assert targets[links["G1 Trade"].get(f"{R}id") or ""] == "india.docx"
    assert targets[links["odd"].get(f"{R}id") or ""] == "https://x.org/a%20b%7Cc%25zz#d%23e"
    assert "javascript" not in " ".join(targets.values())
    assert "G2 Gone" in styled(text)[-1][1]


def test_a_link_inside_a_link_is_text_and_a_note_comes_after_it() -> None:
    inner: b.Link = b.Link(b.text("inner"), "https://y.org")
    outer: b.Link = b.Link((b.Text("outer "), inner, b.NoteMark(1, "n"), b.Text(" end")), "https://x.org")
    data = written(b.Paragraph((outer, b.Text("."))), notes=(b.NoteText(1, "n", (b.paragraph("note"),)),))
    (link,) = body(data).iter(f"{W}hyperlink")

    assert "".join(link.itertext()) == "outer inner end"
    assert list(link.iter(f"{W}footnoteReference")) == []
    assert len(list(body(data).iter(f"{W}footnoteReference"))) == 1
    assert b"https://y.org" not in parts(data)["word/_rels/document.xml.rels"]


def test_lists_are_numbered_from_their_first_number() -> None:
    inner = b.OrderedList(((b.paragraph("x"),), (b.paragraph("y"),)), 4)
    data = written(b.BulletList(((b.paragraph("one"), inner, b.paragraph("after")),)), inner)
    numbering = part(data, "word/numbering.xml")

    assert styled(body(data))[1:] == [
        ("ListBullet", "one"),
        ("ListNumber2", "x"),
        ("ListNumber2", "y"),
        ("ListParagraph", "after"),
        ("ListNumber", "x"),
        ("ListNumber", "y"),
    ]
    assert values(body(data), "numId") == ["1", "2", "2", "3", "3"]
    assert values(numbering, "startOverride") == ["4", "4"]


def test_tables_repeat_their_header_and_name_their_groups() -> None:
    head = (cell("", ""), cell("what"))
    groups = (b.RowGroup(((cell("a"), b.Cell(())),), b.text("Group")), b.RowGroup(((cell("b"), cell("c")),)))
    shown = body(
        written(b.Table((b.ColumnHint(), b.ColumnHint("right")), head, groups, b.text("Caption"), row_heads=True))
    )
    rows = list(shown.iter(f"{W}tr"))

    assert styled(shown)[1] == ("Caption", "Caption")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert values(rows[1], "gridSpan") == ["2"]
    assert styled(rows[1]) == [("TableGroup", "Group")]
    assert styled(rows[2]) == [("TableText", "a"), ("TableText", "—")]
    widths = [int(column.get(f"{W}w") or 0) for column in shown.iter(f"{W}gridCol")]
    assert all(width > 0 for width in widths)


@pytest.mark.parametrize("columns", [2, 9, 40, 101])
def test_no_table_is_wider_than_its_page_or_than_word_allows(columns: int) -> None:
    text = body(written(table(2, columns, wide=True, row_heads=True), orientation="landscape"))
    found = list(text.iter(f"{W}tbl"))

    for one in found:
        widths = [int(column.get(f"{W}w") or 0) for column in one.iter(f"{W}gridCol")]
        assert len(widths) <= 63
        assert sum(widths) <= 14570
        assert styled(one)[len(widths) : len(widths) + 1] == [("TableText", "r0c0")]  # the name stands in each
    shown = [said for _, said in styled(text) if said.startswith("h")]
    assert sorted(set(shown)) == sorted(f"h{i}" for i in range(columns))


def test_contents_are_a_field_that_already_lists_what_comes_after_it() -> None:
    front = b.Chapter("f", (b.Contents(b.text("Contents"), "contents", in_print=1),), role="front")
    one = b.Chapter("one", (b.Heading(2, b.text("Inside"), "in"),), title=b.text("One & two"), authors=('A "B" \\o',))
    data = write(b.Document(META, (front, one)))
    text = body(data)
    codes = [(code.text or "").strip() for code in text.iter(f"{W}instrText")]

    assert codes == ['TOC \\o "1-1" \\f \\h \\z', 'TC "A B o" \\l 2']
    assert styled(text)[:3] == [("TOCHeading", "Contents"), ("TOC1", "One & two"), ("TOC2", 'A "B" \\o')]
    assert [link.get(f"{W}anchor") for link in text.iter(f"{W}hyperlink")] == ["one"]
    assert b"updateFields" not in parts(data)["word/settings.xml"]


def test_pages_have_heads_feet_and_numbers() -> None:
    title = b.Chapter("t", (b.Section("title-page", (b.paragraph("by"),)),), title=b.text("Book"), role="front")
    preface = b.Chapter("p", (b.paragraph("x"),), title=b.text("Preface"), role="front")
    brief = b.Chapter("a", (b.paragraph("y"),), title=b.text("Long: title"), short=b.text("Short"), authors=("Ann",))
    data = write(b.Document(META, (title, preface, brief)))
    sections = body(data).findall(f".//{W}sectPr")
    numbers = [section.find(f"{W}pgNumType") for section in sections]
    files = parts(data)
    targets = dict(re.findall(r'Id="(\w+)"[^>]*?Target="([^"]*)"', files["word/_rels/document.xml.rels"].decode()))

    def shown(section: ET.Element, kind: str, place: str) -> str:
        (found,) = (one for one in section.iter(f"{W}{kind}Reference") if one.get(f"{W}type") == place)
        root = ET.fromstring(files[f"word/{targets[found.get(f'{R}id') or '']}"])  # noqa: S314  what we wrote
        return " ".join(text.strip() for text in root.itertext() if text.strip())

    assert [(one.get(f"{W}fmt"), one.get(f"{W}start")) for one in numbers if one is not None] == [
        ("lowerRoman", "1"),
        ("lowerRoman", None),
        ("decimal", "1"),
    ]
    assert [shown(section, "header", "default") for section in sections] == [
        "",
        "Title STYLEREF 1 Preface",
        "Title STYLEREF 1 Short",
    ]
    assert [shown(section, "footer", "default") for section in sections] == ["", "PAGE 1", "Ann PAGE 1"]
    assert [shown(section, "header", "first") for section in sections] == ["", "", ""]
    assert all(section.find(f"{W}titlePg") is not None for section in sections)
    assert ("Title", "Book") in styled(body(data))


def test_languages_are_marked_where_they_change() -> None:
    spoken = b.Styled(b.text("Haus"), language="de-AT")
    data = written(b.Paragraph((b.Text("house "), spoken)), b.Paragraph(b.text("日本"), language="ja"))
    found = [(lang.attrib) for lang in body(data).iter(f"{W}lang")]

    assert found == [{f"{W}val": "de-AT"}, {f"{W}eastAsia": "ja-JP"}]
    assert part(data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang").attrib == {f"{W}val": "en-US"}  # type: ignore[union-attr]


def test_the_file_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    meta = b.Meta("A & B", "Sub", ("Ann", "Bo"), "2015-03", "de", description="What <it> is", keywords=("x", "y"))
    one = b.Document(meta, (chapter(b.paragraph("x")),))
    said = {element.tag.partition("}")[2]: element.text for element in part(write(one), "docProps/core.xml")}

    assert said == {
        "title": "A & B",
        "subject": "Sub",
        "creator": "Ann; Bo",
        "keywords": "x, y",
        "description": "What <it> is",
        "language": "de",
        "created": "2015-03-01T00:00:00Z",
        "modified": "2015-03-01T00:00:00Z",
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert b"2023-11-14T22:13:20Z" in parts(write(one))["docProps/core.xml"]


def test_the_same_document_gives_the_same_bytes() -> None:
    def once() -> bytes:
        return written(b.Heading(2, b.text("h"), "a"), table(), b.BulletList(((b.paragraph("x"),),)))

    with zipfile.ZipFile(io.BytesIO(once())) as file:
        assert {(one.date_time, one.create_system) for one in file.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert once() == once()
    assert next(iter(parts(once()))) == "[Content_Types].xml"


CHART = b.Chart("bar", (("China", (b.ChartValue(132, "132"),)), ("Japan", (b.ChartValue(-45.2, "−45.2"),))), (), "bn")


@pytest.mark.parametrize("kind", ["bar", "line", "dot", "table"])
def test_a_chart_is_drawn_by_word_and_stands_beside_its_values(kind: b.ChartKind) -> None:
    chart = b.Chart(kind, CHART.rows, CHART.columns, CHART.unit)
    data = written(b.Figure("c--figure-x", b.text("Figure 1"), b.text("Budgets"), "Three times", chart))
    charts = [name for name in parts(data) if "charts/" in name]

    assert styled(body(data))[1] == ("Caption", "Figure 1. Budgets (bn)")
    assert [said for _, said in styled(next(body(data).iter(f"{W}tbl")))] == ["bn", "China", "132", "Japan", "−45.2"]
    assert len(charts) == (kind != "table")
    for name in charts:
        assert parts(data)[name].count(b"<c:v>") == 5
        assert b'descr="Three times"' in parts(data)["word/document.xml"]


def png(width: int, height: int) -> bytes:
    """Return a gray picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_pictures_say_their_size_in_their_first_bytes() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc2\x00\x11\x08\x00\x14\x00\x1e" + b"\0" * 12

    assert measured(png(30, 20)) == ("png", 30, 20)
    assert measured(jpeg) == ("jpeg", 30, 20)
    for broken in (b"", b"\x89PNG\r\n\x1a\n", jpeg[:12], b"\xff\xd8" + b"\xff" * 9, b"<svg/>", png(0, 5)):
        assert measured(broken) is None


@dataclass(frozen=True)
class Pictured(b.Figure):
    """A figure with the bytes of its picture."""

    data: bytes = b""


def test_a_picture_is_in_the_file_in_its_own_shape_and_says_what_it_shows() -> None:
    wide = Pictured("f", b.text("Figure 1"), b.text("Map"), 'It "shows"', file="figures/x.png", data=png(2000, 500))
    data = written(wide)
    (name,) = (name for name in parts(data) if name.startswith("word/media/"))
    text = parts(data)["word/document.xml"].decode()

    assert parts(data)[name] == wide.data
    assert 'descr="It &quot;shows&quot;"' in text
    width, height = map(int, re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', text)[0])
    assert width == 8730 * 635  # the width of the text
    assert abs(width / height - 4) < 0.01


def test_a_lost_picture_leaves_words_in_its_place() -> None:
    data = written(b.Figure("f", b.text("Figure 1"), b.text("Trade"), "It grows.", source=(b.paragraph("Ministry"),)))

    assert styled(body(data))[1:] == [
        ("Caption", "Figure 1. Trade"),
        ("Figure", "The picture is lost. It grows."),
        ("FigureSource", "Source: Ministry"),
    ]


def test_a_page_break_falls_before_the_next_block() -> None:
    data = written(b.PageBreak(), b.paragraph("x"), b.PageBreak(), table())
    broken = [p for p in body(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]

    assert ["".join(p.itertext()) for p in broken] == ["x", ""]


def test_facts_stay_with_the_end_of_the_text_before_them() -> None:
    facts = b.DefinitionList(tuple((b.text(name), (b.paragraph("x"),)) for name in ("Who", "When")))
    data = written(b.paragraph("text"), b.Section("facts", (facts,)))
    kept = [p for p in body(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]

    assert ["".join(p.itertext()) for p in kept] == ["text", "Who: x"]


def test_a_house_has_its_own_look() -> None:
    look = Look("#5b1a2e", "#7a5c00", "Text & Face", "Head Face", png(30, 20), "The House", paper="us-letter")
    chapters = (b.Chapter("c", (b.paragraph("said"),), title=b.text("Title")),)
    data = write(b.Document(META, chapters, look))
    plain = write(b.Document(META, chapters))

    for name in ("styles", "theme"):
        ours, theirs = (parts(file)[f"word/{name}.xml"].decode() for file in (plain, data))
        for was, now in (
            ("0B4F6C", "5B1A2E"),
            ("B5541C", "7A5C00"),
            ("Cambria", "Text &amp; Face"),
            ("Calibri", "Head Face"),
        ):
            assert f'"{was}"' in ours
            assert f'"{was}"' not in theirs
            assert ours.count(f'"{was}"') == theirs.count(f'"{now}"')
    main = parts(data)["word/document.xml"].decode()
    assert main.index("Logo of The House") < main.index("Heading1")
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in main
    assert parts(data)["word/media/image1.png"] == png(30, 20)


def test_a_logo_that_word_does_not_show_is_left_out() -> None:
    document = b.Document(META, (b.Chapter("c", (b.paragraph("said"),), title=b.text("Title")),))

    assert write(b.Document(META, document.chapters, Look(logo=b"<svg/>"))) == write(document)


def test_what_is_written_from_the_right_is_set_so() -> None:
    blocks = (b.paragraph("שלום עולם and more"), b.paragraph("Peace is سلام in Arabic."))
    chapters = (b.Chapter("c", blocks, title=b.text("T")),)
    found = parts(write(b.Document(META, chapters)))["word/document.xml"].decode()

    assert "<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>שלום עולם</w:t></w:r>" in found
    assert "<w:r><w:rPr><w:rtl/></w:rPr><w:t>سلام</w:t></w:r>" in found
    assert found.count("<w:bidi/>") == 1
