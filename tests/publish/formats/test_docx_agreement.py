"""A Word file says what the Markdown says, in the same order, as pandoc reads both."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx_reading import W, body, find, pandoc, without_styles, words

from briefkit import api
from briefkit.document import blocks as b
from briefkit.library import open_library
from briefkit.publish.formats.documents.docx import write

BRIEFS = Path(__file__).parents[3] / "briefs"
LIBRARY = open_library(BRIEFS)
SHOWN: dict[str, Callable[[], Any]] = {
    "brief": lambda: api.show(LIBRARY, "australia"),
    "comparison": lambda: api.compare(LIBRARY, detail=True),
    "comparison by theme": lambda: api.compare(LIBRARY, by="theme"),
    "trace": lambda: api.trace(LIBRARY),
    "list": lambda: api.list_items(LIBRARY, "recommendations"),
    "volume": lambda: api.volume(LIBRARY),
}
ONLY_IN_PRINT = ("Half Title", "toc 1", "toc 2", "Contents Title")


def without_contents(document: b.Document) -> b.Document:
    """Return the document without contents, of which each format lists its own levels."""
    chapters = tuple(
        replace(chapter, blocks=tuple(block for block in chapter.blocks if not isinstance(block, b.Contents)))
        for chapter in document.chapters
    )
    return b.Document(document.meta, chapters)


@pytest.fixture(scope="module", params=SHOWN)
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """The same document as pandoc reads it from Word and from Markdown."""
    document = without_contents(SHOWN[request.param]().document)
    word = pandoc(write(document), "docx+styles")
    return without_styles(word, *ONLY_IN_PRINT), pandoc(str(api.render(document, "markdown")).encode(), "markdown")


def test_pandoc_reads_the_same_words_in_the_same_order(both: tuple[Any, Any]) -> None:
    word, markdown = map(words, both)

    assert len(word) > 500
    assert word == markdown


def test_pandoc_reads_the_same_headings(both: tuple[Any, Any]) -> None:
    word, markdown = ([(level, words(text)) for level, _, text in find(blocks, "Header")] for blocks in both)

    assert word
    assert word == markdown


def test_pandoc_reads_the_same_notes(both: tuple[Any, Any]) -> None:
    word, markdown = ([words(note) for note in find(blocks, "Note")] for blocks in both)

    assert word == [note for i, note in enumerate(markdown) if i == markdown.index(note) or note in word[i:]]
    assert len(word) == len(markdown)


def test_pandoc_reads_the_same_cells(both: tuple[Any, Any]) -> None:
    word, markdown = (
        [[words(cell) for cell in find(table, "Cell")] for table in find(blocks, "Table")] for blocks in both
    )

    assert word == markdown


def test_pandoc_reads_the_same_links(both: tuple[Any, Any]) -> None:
    word, markdown = ([(words(shown), url) for _, shown, (url, _) in find(blocks, "Link")] for blocks in both)

    assert [text for text, _ in word] == [text for text, _ in markdown]
    assert [url for _, url in word if "://" in url] == [url for _, url in markdown if "://" in url]
    files = [url.partition(".docx#")[0] for _, url in word if ".docx#" in url]
    assert files == [url.partition(".md#")[0] for _, url in markdown if ".md#" in url]


def test_links_of_a_comparison_lead_to_the_bookmarks_of_the_briefs() -> None:
    links = pandoc(write(api.compare(LIBRARY).document), "docx")
    targets = {url for _, _, (url, _) in find(links, "Link")}
    marks = {
        f"{brief}.docx#{mark.get(f'{W}name')}"
        for brief in LIBRARY.names
        for mark in body(write(api.show(LIBRARY, brief).document)).iter(f"{W}bookmarkStart")
    }

    assert len(targets) > 50
    assert targets <= marks


def test_every_link_inside_leads_to_a_part() -> None:
    blocks = pandoc(write(api.volume(LIBRARY).document), "docx")
    anchors = {c[1][0] for c in find(blocks, "Header")} | {c[0][0] for c in find(blocks, "Span")}
    links = [url for _, _, (url, _) in find(blocks, "Link") if url.startswith("#")]

    assert len(links) > 300
    assert {url[1:] for url in links} <= anchors


def test_lists_quotations_and_code_are_read_as_such() -> None:
    inner = b.OrderedList(((b.paragraph("x"),), (b.paragraph("y"),)), 4)
    blocks: b.Blocks = (
        b.BulletList(((b.paragraph("one"), inner), (b.paragraph("two"),))),
        b.Quote((b.paragraph("quoted"),)),
        b.Preformatted("code  here\n  indented"),
        b.Paragraph((b.Emphasis(b.text("e")), b.Strong(b.text("s")), b.Superscript(b.text("2")), b.Code("c"))),
    )
    word = pandoc(write(b.Document(b.Meta("t"), (b.Chapter("c", blocks),))), "docx")

    assert [block["t"] for block in word] == ["BulletList", "BlockQuote", "CodeBlock", "Para"]
    (bullets,) = find(word, "BulletList")
    assert [block["t"] for block in bullets[0]] == ["Para", "OrderedList"]
    ((start, *_), items) = bullets[0][1]["c"]
    assert (start, [[words(block) for block in item] for item in items]) == (4, [[["x"]], [["y"]]])
    assert word[2]["c"][1] == "code  here\n  indented"
    assert [inline["t"] for inline in word[3]["c"]] == ["Emph", "Strong", "Superscript", "Code"]
