"""All writers of documents carry the same words in the same order, and the same headings, notes, cells and links."""

import re
from html import unescape
from itertools import pairwise
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from docx_reading import W, part, parts
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from random_documents import WORD, Said, documents

from briefkit import api
from briefkit.document import blocks as b
from briefkit.publish.formats.documents import docx

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)

random = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def found(text: str) -> list[str]:
    """Return the words of a text, each where it stands first."""
    return list(dict.fromkeys(WORD.findall(text)))


# Markdown, as markdown-it reads it


def read_markdown(document: b.Document) -> Said:
    root = SyntaxTreeNode(READER.parse(str(api.render(document, "markdown"))))
    said = Said()
    for node in root.children:
        if node.type == "footnote_block":
            said.notes = [found(_text(note)) for note in node.children]
        else:
            said.groups.append(found(_text(node)))
        _collect(node, said)
    return said


def _collect(node: SyntaxTreeNode, said: Said) -> None:
    for inner in node.walk():
        if inner.type == "heading":
            said.headings.append((int(inner.tag[1]), found(_text(inner))))
        elif inner.type == "table":
            rows = [row for half in inner.children for row in half.children]
            said.cells.append([[found(_text(cell)) for cell in row.children] for row in rows])
        elif inner.type == "footnote_ref":
            said.marks.append(int(str(inner.meta["label"]).rpartition("-")[2]))
        elif inner.type == "link" and "://" in str(inner.attrs["href"]):
            said.links.append(unquote(str(inner.attrs["href"])))


def _text(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline", "fence"):
        return node.content
    if node.type in ("softbreak", "hardbreak", "html_inline"):
        return "\n"
    return ("" if node.type in ("inline", "em", "strong", "s", "link") else " ").join(map(_text, node.children))


def read_word(document: b.Document) -> Said:
    """Read a Word file by its XML."""
    data = docx.write(document)
    said = Said()
    for node in next(iter(part(data, "word/document.xml"))):
        said.groups.append(found(_content(node)))
        for paragraph in node.iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if style is not None and (level := re.fullmatch(r"Heading(\d)", style.get(f"{W}val", ""))):
                said.headings.append((int(level[1]), found(_content(paragraph))))
        if node.tag == f"{W}tbl":
            said.cells.append(
                [[found(_content(cell)) for cell in row.findall(f"{W}tc")] for row in node.findall(f"{W}tr")]
            )
        said.marks += [int(mark.get(f"{W}id", "")) for mark in node.iter(f"{W}footnoteReference")]
    said.notes = [found(_content(note)) for note in part(data, "word/footnotes.xml")][2:]
    for name in ("word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"):
        targets = re.findall(r'Target="(https:[^"]*)"', parts(data).get(name, b"").decode())
        said.links += [unquote(unescape(target)) for target in targets]
    return said


def _content(node: ET.Element) -> str:
    spoken = (inner for inner in node.iter() if inner.tag in _SPEAKING)
    return "".join(inner.text or "" if inner.tag in (f"{W}t", f"{W}delText") else "\n" for inner in spoken)


_SPEAKING = {f"{W}t", f"{W}delText", f"{W}p", f"{W}br", f"{W}tab"}


@random
@given(documents())
def test_markdown_says_all(given: tuple[b.Document, Said]) -> None:
    document, said = given
    read = read_markdown(document)

    assert read.words == said.words
    assert read.headings == said.headings
    assert read.cells == [padded(table) for table in said.cells]
    assert read.notes == said.notes
    assert read.marks == said.marks
    assert sorted(read.links) == sorted(said.links)


def padded(rows: list[list[list[str]]]) -> list[list[list[str]]]:
    """Return rows with as many cells as the first one has: the name of a group is a row with one."""
    return [row + [[]] * (len(rows[0]) - len(row)) for row in rows]


@random
@given(documents())
def test_word_says_all(given: tuple[b.Document, Said]) -> None:
    document, said = given
    read = read_word(document)

    assert read.words == said.words
    assert read.headings == said.headings
    assert read.cells == said.cells
    assert read.notes == said.notes
    assert read.marks == [*range(1, len(said.notes) + 1)]
    assert sorted(set(read.links)) == sorted(set(said.links))


@random
@given(documents())
def test_text_says_all(given: tuple[b.Document, Said]) -> None:
    """Where cells stand beside each other, lines go through all of them, so a table counts as a whole."""
    document, said = given
    text = re.sub(r"\s", " ", str(api.render(document, "text", pages=False, width=100)))
    place = {word: text.find(word) for word in [*said.words, *(word for note in said.notes for word in note)]}

    assert min(place.values()) >= 0, [word for word, at in place.items() if at < 0]
    groups = [[place[word] for word in group] for group in said.groups if group]
    assert all(max(before) < min(after) for before, after in pairwise(groups))
    notes = [place[word] for note in said.notes for word in note]
    assert notes == sorted(notes)


@random
@given(documents())
def test_html_says_all(given: tuple[b.Document, Said]) -> None:
    """A chart says its values as it draws them, and again in its table, so it counts as a whole."""
    document, said = given
    body = re.sub(r"(?s)^.*?<body|<(style|script|nav)\b.*?</\1>", "", str(api.render(document, "html")))
    place = {word: at for at, word in enumerate(found(unescape(re.sub("<[^>]*>", "", body))))}
    headings = re.findall(r"(?s)<h([1-6])\b[^>]*>(.*?)</h\1>", body)
    groups = [[place[word] for word in group] for group in said.groups if group]
    notes = [place[word] for note in said.notes for word in note]

    assert all(max(before) < min(after) for before, after in pairwise(groups))
    assert notes == sorted(notes)
    told = [found(unescape(re.sub("<[^>]*>", "", text))) for _, text in headings]
    assert [words for words in told if words] == [words for _, words in said.headings]
