"""The document tree: a closed set of blocks and inlines that every view builds and every writer reads.

Text in the tree is cleaned and NFC-normalized when it is built (see `printable`). Citations and notes are resolved
by `notes.resolve` before a writer sees the tree: then only `NoteMark` is left, and each chapter carries its notes.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefkit.text.printable import clean as clean

Role: TypeAlias = Literal[
    "label", "muted", "strong", "shared", "distinct", "orphan", "waived", "caution", "good", "error", "warning", "info"
]
"""What a styled stretch means; writers choose how it looks, and it is never needed to understand the text."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text. White space in it is one blank."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text or the title of a work."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    """Important text."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be taken letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document; the address is http, https or mailto."""

    children: "Inlines"
    url: str


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to an anchor in the document."""

    children: "Inlines"
    anchor: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author wants."""


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One source in a citation: `see @key, p. 3` has prefix `see`, key `key`, suffix `, p. 3` without the comma."""

    key: str
    prefix: "Inlines" = ()
    suffix: "Inlines" = ()
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A bracketed citation of one or more sources; `bare` inside a footnote, where it is part of the sentence."""

    items: tuple[CitationItem, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark; the same label in the same field is the same note."""

    label: str
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The number of a note of the chapter, as it stands in the text."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Inserted:
    """Text that is new against another version."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Deleted:
    """Text that is gone against another version."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Styled:
    """Text with a meaning that a writer may show by color or weight."""

    children: "Inlines"
    role: Role


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Code
    | Link
    | CrossReference
    | LineBreak
    | Citation
    | Note
    | NoteMark
    | Inserted
    | Deleted
    | Styled
)
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels start at 1 in each chapter and never skip."""

    level: int
    children: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `hang` indents the lines after the first by so many cells, for labeled statements."""

    children: Inlines
    hang: int = 0


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without order."""

    items: "tuple[Blocks, ...]"


@dataclass(frozen=True, slots=True)
class OrderedList:
    """Numbered items."""

    items: "tuple[Blocks, ...]"
    start: int = 1


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with what is said of each."""

    items: "tuple[tuple[Inlines, Blocks], ...]"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set off from the text."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Aside:
    """A box beside the argument: summary, facts."""

    title: Inlines
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class ColumnHint:
    """A hint for a column: its alignment, its share of the width, and whether its cells must not wrap.

    The cells of `sign` columns hold a sign or nothing; a stacked table says in one line which of them have a sign.
    """

    align: Literal["left", "right", "center"] = "left"
    weight: float = 1.0
    fixed: bool = False
    sign: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one header row and rows of cells.

    `row_heads` says that the first cell of each row names the row; a narrow page then stacks the table: the name
    as a heading, the other cells below each other under their column's header. `wide` tables compare briefs and
    stack when a column would get narrower than 24 cells.
    """

    columns: tuple[ColumnHint, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines = ()
    wide: bool = False
    row_heads: bool = False


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose lines stay as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule between two parts."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | OrderedList
    | DefinitionList
    | Quote
    | Aside
    | Table
    | Preformatted
    | Divider
    | PageBreak
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note of a chapter under its number; `anchor` is what its marks link to."""

    number: int
    anchor: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part with headings from level 1 and notes numbered from 1. `anchor` is unique in the document."""

    anchor: str
    blocks: Blocks
    notes: tuple[NoteText, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself. `date` is as in the file: YYYY, YYYY-MM or YYYY-MM-DD."""

    title: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Document:
    """What a writer writes."""

    meta: Meta
    chapters: tuple[Chapter, ...] = field(default=())


def plain(inlines: Inlines) -> str:
    """Return the words of inlines, without markup, notes and citations."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Citation() | Note() | NoteMark():
                pass
            case _:
                parts.append(plain(inline.children))
    return "".join(parts)


def text(value: str) -> Inlines:
    """Return inlines for one piece of plain text, cleaned; none for an empty one."""
    cleaned = clean(value)
    return (Text(cleaned),) if cleaned else ()


def paragraph(value: str) -> Paragraph:
    """Return a paragraph of plain text, cleaned."""
    return Paragraph(text(value))
