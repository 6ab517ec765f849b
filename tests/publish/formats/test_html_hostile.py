"""No text becomes markup, a script, or an address that is fetched, wherever it stands."""

import re
from dataclasses import replace

import pytest
from html_reading import Node, page, read
from hypothesis import given
from hypothesis import strategies as st

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.html import write
from briefkit.text.printable import UNPRINTABLE

HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=//evil.example>",
    '"><svg onload=alert(1)> " autofocus onfocus="alert(1) \' x=\'',
    "javascript:alert(1)",
    "JaVaScRiPt&colon;alert(1) data:text/html,<b>x</b> vbscript:x",
    "</style></title></textarea><style>@import url(//evil.example)</style>",
    "]]><!-- &lt; &#x3c;script&#62; <!DOCTYPE x> --!> <?php ?>",
    'https://evil.example/" onclick="alert(1)',
    "\x00\x08\x0b\x0c\x1b\x7f\x85\ud800\ufffe\u202e\u2066\u200b",
    "\u202edesrever \u05d0\u05d1\u05d2 abc",
    "../../etc/passwd",
    "日本 😀 e\u0301 \u00a0",
    "",
    " ",
]
LINKED = ("https://", "http://", "mailto:", "#", "data:image/")


def filled(text: str) -> b.Document:
    """Return a document with a text in every field that a document has."""
    inlines: b.Inlines = (b.Text(text), b.Code(text), b.Strong((b.Emphasis((b.Text(text),)),)), b.LineBreak())
    changed = (b.Inserted(inlines), b.Deleted(inlines), b.Superscript(inlines))
    spoken = b.Styled((b.Text(text),), "label", text)
    links = (b.Link((b.Text(text),), f"https://x.org/{text}"), b.Link((b.Text(text),), text), b.Link((), text))
    other = b.CrossReference(text, (b.Text(text),), inlines, elsewhere=b.Elsewhere(text, inlines))
    inside = b.CrossReference(f"{text} heading", (b.Text(text),), inlines)
    line = b.Paragraph((*inlines, *changed, spoken, *links, other, inside, b.NoteMark(1, f"{text} note")))
    cell = b.Cell((line,))
    columns = (b.ColumnHint(), b.ColumnHint("right", sign=True), b.ColumnHint(fixed=True))
    table = b.Table(
        columns, (b.Cell(()), cell, cell), (b.RowGroup(((cell, cell),), inlines),), inlines, True, True, inlines
    )
    values = (b.ChartValue(1.5, text), b.ChartValue(-2, text))
    charts = (b.Chart(kind, ((text, values), (text, values)), (text, text), text) for kind in ("bar", "line", "dot"))
    facts = b.Section("facts", (b.DefinitionList(((inlines, (line,)), (inlines, (line,))), ("actors", "themes")),))
    point = b.Section("point", (b.Heading(3, inlines, f"{text} point", inlines), line, facts))
    blocks: b.Blocks = (
        b.Section("byline", (b.Paragraph(inlines, "authors"), b.Paragraph(inlines, "audience"))),
        b.Section("summary", (line,), inlines, text),
        b.Contents(inlines, f"{text} contents", "chapter", on_screen=2),
        b.Section("question", (b.Heading(2, inlines, f"{text} heading", inlines, (text,)), point)),
        table,
        *(b.Figure(f"{text} {chart.kind}", inlines, inlines, text, chart, source=(line,)) for chart in charts),
        b.Figure(f"{text} file", inlines, inlines, text, file=text),
        b.Figure(f"{text} picture", inlines, inlines, text, file=text, data=text.encode("utf-8", "replace") or b"x"),
        b.BulletList(((line,),)),
        b.OrderedList(((line, line),), 3),
        b.Quote((b.Paragraph(inlines, language=text),)),
        b.Preformatted(text),
    )
    notes = (b.NoteText(1, f"{text} note", (line,)),)
    chapter = b.Chapter(text, blocks, notes, inlines, inlines, language=text, authors=(text,))
    meta = b.Meta(text, text, (text,), text, text, (text,), text, text, text, (text,))
    return b.Document(meta, (chapter, replace(chapter, anchor=f"{text} 2", notes=())))


def shape(root: Node) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the names of all elements, and of their attributes."""
    return {node.tag for node in root.all()}, {(node.tag, name) for node in root.all() for name in node.given}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_more_than_text(text: str) -> None:
    html = write(filled(text))
    html.encode()  # no half of a character is left
    root, (tags, given) = read(html), shape(read(write(filled("plain"))))

    assert shape(root)[0] <= tags | {"bdi"}  # around what is written from the right
    assert shape(root)[1] <= given | {(tag, "dir") for tag in ("p", "h1", "h2", "h3", "h4", "td")}
    for node in root.all():
        assert not any(name.startswith("on") for name in node.given)
        for name in ("href", "src"):
            link = node.given.get(name, "#")
            assert link.startswith(LINKED) or re.fullmatch(r"[\w.~%-]*\.html#[\w-]*", link), link
    ids = [node.given["id"] for node in root.all() if "id" in node.given]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z][\w-]*", one) for one in ids)
    assert {a.given["href"][1:] for a in root.all("a") if a.given["href"][:1] == "#"} <= set(ids)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", html)
    if text.isprintable() and text.strip():
        assert root.one("body").text.count(text) > 40


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//x.org", "file:///x", "x"]
)
def test_a_link_that_leads_to_no_page_is_text(url: str) -> None:
    root = page(b.Paragraph((b.Link(b.text("shown"), url),)))

    assert root.one("main").text.strip() == "shown"
    assert list(root.one("main").all("a")) == []


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """What cannot be seen is left out."""
    root = page(b.Preformatted(f"a{text}z"))

    assert root.one("pre").text.strip() == f"a{UNPRINTABLE.sub('', text)}z"


def test_one_paragraph_may_have_a_million_letters() -> None:
    text = "word < & > " * 100_000

    assert page(b.Paragraph((b.Text(text),))).one("article").one("p").text.strip() == text.strip()


def test_lists_may_be_deep() -> None:
    blocks: b.Blocks = (b.paragraph("innermost"),)
    for i in range(60):
        blocks = (b.BulletList((blocks,)),) if i % 2 else (b.OrderedList(((b.paragraph("p"), *blocks),)),)

    assert page(*blocks).text.count("innermost") == 1


def test_three_thousand_notes_are_all_marked_and_told() -> None:
    marks = tuple(b.NoteMark(i, f"n{i}") for i in range(1, 3001))
    notes = tuple(b.NoteText(i, f"n{i}", (b.paragraph(f"note {i}"),)) for i in range(1, 3001))
    root = page(b.Paragraph((b.Text("t"), *marks)), notes=notes)

    assert [li.given["value"] for li in root.one("section", "notes").all("li")] == [str(i) for i in range(1, 3001)]
    assert len([a for a in root.all("a") if a.given.get("role") == "doc-noteref"]) == 3000


def test_a_table_may_have_forty_columns() -> None:
    cells = tuple(b.Cell((b.paragraph(f"c{i}"),)) for i in range(40))
    for is_wide in (True, False):
        table = b.Table((b.ColumnHint(),) * 40, cells, (b.RowGroup((cells,)),), wide=is_wide, row_heads=True)
        box = page(table).one("div", "scroll")

        assert box.given["tabindex"] == "0"
        assert [cell.text.strip() for cell in box.all("td")] == [f"c{i}" for i in range(1, 40)]


def test_rows_may_be_longer_or_shorter_than_the_header() -> None:
    cells = tuple(b.Cell((b.paragraph(f"c{i}"),)) for i in range(5))
    table = b.Table((b.ColumnHint(),) * 2, cells[:1], (b.RowGroup((cells, cells[:1])),), row_heads=True)

    assert [len(list(row.all("th", "td"))) for row in page(table).all("tr")] == [5, 5, 5]


def test_the_same_anchor_twice_is_one_id() -> None:
    blocks = (b.Heading(2, b.text("One"), "same"), b.Heading(2, b.text("Two"), "same"))
    link = b.Paragraph((b.CrossReference("same", b.text("X")),))
    root = page(*blocks, link)

    assert [h.given.get("id") for h in root.all("h2")] == ["same", None]
    assert root.one("a", "ref").given["href"] == "#same"
