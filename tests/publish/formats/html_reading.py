"""Reads pages back: a strict parser of HTML, and what a page says, ours or one made of Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.html import write

VOID = {"br", "hr", "img", "meta", "input"}
INLINE = {"a", "bdi", "code", "del", "em", "ins", "s", "span", "strong", "sup"}
META = b.Meta("Title", "", ("Ann Lee",), "2015-03", "en")


@dataclass
class Node:
    """An element with what is in it; a `tag` of its own for text would be empty."""

    tag: str
    given: dict[str, str] = field(default_factory=dict)
    inner: "list[Node | str]" = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.given.get("class", "").split())

    def all(self, *tags: str) -> "Iterator[Node]":
        """Yield the elements in it, in the order of the page, those of some names if any are given."""
        for one in self.inner:
            if isinstance(one, Node):
                if not tags or one.tag in tags:
                    yield one
                yield from one.all(*tags)

    def one(self, tag: str, kind: str = "") -> "Node":
        """Return the only element of a name and class."""
        (found,) = (node for node in self.all(tag) if not kind or kind in node.classes)
        return found

    @property
    def text(self) -> str:
        """All text in it, with a blank where an element begins a line."""
        inner = "".join(one if isinstance(one, str) else one.text for one in self.inner)
        return inner if self.tag in INLINE else f" {inner} "

    def without(self, *kinds: str) -> "Node":
        """Return it without elements of some names, or `.class`es."""
        inner = [
            one.without(*kinds) if isinstance(one, Node) else one
            for one in self.inner
            if isinstance(one, str) or not ({one.tag, *(f".{kind}" for kind in one.classes)} & set(kinds))
        ]
        return Node(self.tag, self.given, inner)


class _Reader(HTMLParser):
    """Builds the tree; whatever is not closed in its order is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag}: an attribute stands twice"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inner.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"{tag} is closed where something else is open"

    def handle_data(self, data: str) -> None:
        self.open[-1].inner.append(data)

    def handle_comment(self, data: str) -> None:
        assert data == " ", "there are no comments but those of the Markdown writer"


def read(html: str) -> Node:
    """Return a page as a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def chapter(*blocks: b.Block, **others: object) -> b.Chapter:
    """Return a chapter with a title."""
    return b.Chapter("c", blocks, **{"title": b.text("Chapter"), **others})  # type: ignore[arg-type]


def page(*blocks: b.Block, **others: object) -> Node:
    """Write blocks as the one chapter of a document and read the page."""
    return read(write(b.Document(META, (chapter(*blocks, **others),))))


def words(node: Node) -> list[str]:
    """Return the words of an element."""
    return re.findall(r"\w+", unquote(node.text))


class Said(NamedTuple):
    """What a page says: `marks` are the words of the note at each mark, `links` text and address."""

    words: list[str]
    headings: list[tuple[int, list[str]]]
    marks: list[list[str]]
    notes: list[list[str]]
    links: list[tuple[list[str], str]]
    tables: list[list[list[list[str]]]]
    figures: list[list[str]]


_MARK = "MARK"


def said_by(html: str) -> Said:
    """Return what a page of ours says, without what only leads around in it."""
    root = read(html)
    body = root.one("body").without(".skip", ".parts", ".hidden", ".to-mark", "svg", "summary")
    notes = {li.given["id"]: words(li) for ol in _notes(body) for li in ol.all("li")}
    text = body.without(".notes")
    marks = [a for a in text.all("a") if a.given.get("role") == "doc-noteref"]
    found = [notes[a.given["href"][1:]] for a in marks]
    for mark in marks:
        mark.inner = [f" {_MARK} "]
    figures = [words(figure.one("figcaption")) for figure in text.all("figure")]
    return _said(text, found, list(notes.values()), [a for a in text.all("a") if a not in marks], figures)


def _notes(body: Node) -> Iterator[Node]:
    return (section.one("ol") for section in body.all("section") if "notes" in section.classes)


def said_in_markdown(markdown: str) -> Said:
    """Return what Markdown says, as CommonMark with tables and footnotes reads it."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    root = read(reader.render(markdown)).without(".footnote-backref")
    notes = {li.given["id"]: words(li) for s in root.all("section") if "footnotes" in s.classes for li in s.all("li")}
    text = root.without(".footnotes", ".footnotes-sep")
    marks = [sup for sup in text.all("sup") if "footnote-ref" in sup.classes]
    found = [notes[mark.one("a").given["href"][1:]] for mark in marks]
    for mark in marks:
        mark.inner = [f" {_MARK} "]
    figures = [words(p) for p in text.all("p") if re.match(r"\s*Figure \d+\.", p.text) and next(p.all("strong"), None)]
    return _said(text, found, list(notes.values()), list(text.all("a")), figures)


def _said(
    text: Node, marks: list[list[str]], notes: list[list[str]], links: list[Node], figures: list[list[str]]
) -> Said:
    return Said(
        words(text),
        [(int(h.tag[1]), words(h)) for h in text.all("h1", "h2", "h3", "h4", "h5", "h6")],
        marks,
        notes,
        [(words(a), unquote(a.given["href"])) for a in links],
        [[_cells(row) for row in table.all("tr")] for table in text.all("table")],
        figures,
    )


def _cells(row: Node) -> list[list[str]]:
    found = [words(cell) for cell in row.all("th", "td")]
    return found[:1] if not any(found[1:]) else found  # a name over a group is one cell, or one and empty ones
