"""What a document of a word processor holds, whatever its format: paragraphs, tables, notes, sources, what was left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

LeftKind: TypeAlias = Literal[
    "deletion",
    "insertion",
    "moved text",
    "comment",
    "header or footer",
    "contents",
    "bibliography",
    "field",
    "hidden text",
    "image",
    "embedded file",
    "sign",
]
"""Kinds of what a reader of files leaves out; all of them are listed."""


class Look(NamedTuple):
    """How a stretch of text looks; `size` in half points, 0 where nothing says it; `link` is an address."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    raised: bool = False
    lowered: bool = False
    size: int = 0
    link: str = ""
    style: str = ""


PLAIN = Look()


class Text(NamedTuple):
    """A stretch of text in one look; a line break is a line feed."""

    text: str
    look: Look = PLAIN


class NoteMark(NamedTuple):
    """The mark of a note of the document, by the key of the note."""

    key: str


class CitedItem(NamedTuple):
    """One source of a citation: its key among the sources of the document, and what stands around it."""

    key: str
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False


class Cited(NamedTuple):
    """A citation that a program made, and the words that it shows."""

    items: tuple[CitedItem, ...]
    shown: str


Inline: TypeAlias = Text | NoteMark | Cited
Inlines: TypeAlias = tuple[Inline, ...]


class Item(NamedTuple):
    """The place of a paragraph in a list: bulleted or numbered, how deep, and the number as it is printed."""

    kind: Literal["bullet", "number"]
    depth: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `level` is its outline level from 1 on, 0 for text; `style` the name of its style in lower case."""

    inlines: Inlines
    style: str = ""
    level: int = 0
    item: Item | None = None
    centered: bool = False
    bookmarks: tuple[str, ...] = ()
    boxed: bool = False
    """Whether it stands in a text box."""

    @property
    def text(self) -> str:
        """Return its words on one line; of a citation, what it shows."""
        return plain(self.inlines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, each of them blocks; `style` is the style of the paragraph before it, if a caption."""

    rows: tuple[tuple[tuple["Block", ...], ...], ...]


Block: TypeAlias = Paragraph | Table
Blocks: TypeAlias = tuple[Block, ...]


class Left(NamedTuple):
    """Something that was left out: what kind of thing, its words, and what else is to be said of it."""

    kind: LeftKind
    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A document as it was read."""

    blocks: Blocks
    notes: Mapping[str, Blocks] = field(default_factory=dict)
    """Footnotes and endnotes by key."""
    sources: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """CSL items by the key under which citations name them."""
    left: Sequence[Left] = ()
    title: str = ""
    creator: str = ""
    language: str = ""
    words: Sequence[str] = ()
    """Every word of the file, as a second, simpler reading finds them."""
    remarks: Sequence[str] = ()


def plain(inlines: Inlines) -> str:
    """Return the words of inlines on one line; marks of notes leave nothing behind."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                parts.append(text)
            case Cited(_, shown):
                parts.append(shown)
    return " ".join("".join(parts).split())


def paragraphs(blocks: Blocks) -> list[Paragraph]:
    """Return all paragraphs of blocks in reading order, those in tables included."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for row in block.rows:
                for cell in row:
                    found += paragraphs(cell)
    return found
