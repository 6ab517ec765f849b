"""pandoc reads the Markdown back in both of its dialects: text, blocks, notes, links, addresses of headings."""

import json
import random
import subprocess
from typing import Any

import pypandoc  # type: ignore[import-untyped]
import pytest
from markdown_scraps import SCRAPS

from briefkit.document import blocks as b
from briefkit.document.typography import set_marks
from briefkit.publish.formats.documents.markdown import MarkdownOptions, write

META = b.Meta("Japan and *others*", "A “view”", ("Ann Lee", "Bo Ek"), "2015-03-04", "de")


def markdown(*blocks: b.Block, notes: tuple[b.NoteText, ...] = (), title: str = "", front_matter: bool = False) -> str:
    """Write blocks as the one chapter of a document."""
    chapter = b.Chapter("c", blocks, notes, title=b.text(title))
    return write(b.Document(META, (chapter,)), MarkdownOptions(front_matter=front_matter))


def cell(*texts: str) -> b.Cell:
    """Return a cell of paragraphs."""
    return b.Cell(tuple(map(b.paragraph, texts)))


def pandoc(text: str, dialect: str) -> Any:
    """Return what pandoc reads."""
    command = [pypandoc.get_pandoc_path(), "-f", dialect, "-t", "json"]
    return json.loads(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)


def find(part: Any, kind: str) -> list[Any]:
    """Return all elements of a kind."""
    if isinstance(part, dict):
        found = [part] if part.get("t") == kind else []
        return found + [inner for value in part.values() for inner in find(value, kind)]
    return [inner for value in part for inner in find(value, kind)] if isinstance(part, list) else []


@pytest.mark.parametrize("dialect", ["markdown-smart", "gfm"])
def test_pandoc_reads_the_same_text(dialect: str) -> None:
    """One run over many paragraphs, each of which might be a list, a caption, a formula, a citation …"""
    choose = random.Random(7)  # noqa: S311
    texts = ["".join(choose.choices(SCRAPS, k=choose.randint(1, 12))) for _ in range(600)]
    texts = [text for text in texts if text.strip()]
    read = pandoc(markdown(*map(b.paragraph, texts)), dialect)["blocks"]

    assert [block["t"] for block in read] == ["Para"] * len(texts)
    assert [_words(block["c"]) for block in read] == [" ".join(set_marks(text).split()) for text in texts]


def _words(inlines: list[Any]) -> str:
    kinds = {inline["t"] for inline in inlines}
    assert kinds <= {"Str", "Space"}, kinds
    return " ".join("".join(inline.get("c", " ") for inline in inlines).split())


HEADINGS = [
    "Act now",
    "Act now",
    "act NOW",
    "G1 Deepen Japan–Australia ties, and more",
    "1. What, why?",
    "U.S. bases",
    "This -- and that…",
    "Wait... what",
    "Goals & means — all",
    "snake_case and things",
    "Größe: 日本",
    "China's “rise”",
    "100",
]


@pytest.mark.parametrize("dialect", ["gfm", "markdown-smart+gfm_auto_identifiers"])
@pytest.mark.parametrize("heading", [*HEADINGS, None])
def test_addresses_of_headings_as_pandoc_gives_them(heading: str | None, dialect: str) -> None:
    """In its `markdown` pandoc gives others by default where a heading has periods, `&` or a number before it."""
    texts = [heading] if heading else HEADINGS
    headings = [b.Heading(2, b.text(text), f"a{i}") for i, text in enumerate(texts)]
    links = b.Paragraph(tuple(b.CrossReference(f"a{i}", b.text("x")) for i, _ in enumerate(texts)))
    read = pandoc(markdown(*headings, links), dialect)

    targets = [part["c"][2][0].removeprefix("#") for part in find(read, "Link")]
    assert [part["c"][1][0] for part in find(read, "Header")] == targets


@pytest.mark.parametrize("dialect", ["markdown", "gfm"])
@pytest.mark.parametrize("front_matter", [False, True])
def test_pandoc_reads_all_that_was_written(dialect: str, front_matter: bool) -> None:
    link = b.Link((b.Text("l"),), "https://x.org")
    marked: b.Paragraph = b.Paragraph((b.Text("a"), b.NoteMark(1, "n1"), b.NoteMark(2, "n2"), b.Text(" "), link))
    rows = (b.RowGroup(((cell("a", "b"), b.Cell((marked,))),)),)
    table = b.Table((b.ColumnHint(), b.ColumnHint()), (b.Cell(()), cell("h")), rows)
    blocks: b.Blocks = (
        b.Heading(2, (b.Text("S"), b.NoteMark(3, "n3"))),
        marked,
        table,
        b.paragraph("Table: no caption"),
        table,
        b.paragraph(": no definition"),
        b.BulletList(((b.paragraph("i"), b.OrderedList(((marked,), (b.paragraph("j"),)), 4)), (b.paragraph("k"),))),
        b.DefinitionList(((b.text("t"), (marked, b.paragraph("e"))),)),
        b.Quote((marked, b.Preformatted("p"))),
        b.Section("summary", (b.BulletList(((b.paragraph("i"),),)),), b.text("s")),
        b.Divider(),
    )
    notes = (
        b.NoteText(1, "n1", (b.Paragraph((b.Emphasis((b.Text("Title"),)), link)), b.paragraph("more"))),
        b.NoteText(2, "n2", (b.BulletList(((b.paragraph("i"),),)),)),
        b.NoteText(3, "n3", (b.paragraph("last"),)),
    )
    read = pandoc(markdown(*blocks, notes=notes, title="T", front_matter=front_matter), dialect)

    marks = 6  # of `marked`: two notes each, one with a link and one with a list
    expected = {
        "Header": 1 if front_matter else 2,
        "Note": 2 * marks + 1,
        "Table": 2,
        "Link": 2 * marks,
        "BulletList": 4 + marks - 1,
        "OrderedList": 1,
        "BlockQuote": 1 if front_matter else 2,  # the summary is the abstract
        "CodeBlock": 1,
        "HorizontalRule": 1,
    }
    assert {kind: len(find(read, kind)) for kind in expected} == expected
    assert set(read["meta"]) == ({"title", "subtitle", "author", "date", "lang", "abstract"} if front_matter else set())
