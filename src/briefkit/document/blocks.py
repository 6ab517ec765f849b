"""The document tree: a closed set of blocks and inlines that every view builds and every writer reads.

It says what a part is, not how it looks: sections, paragraphs and chapters have roles, by which writers find them.
Text in the tree is cleaned and NFC-normalized when it is built (see `printable`).

What holds inlines says by its parameter which: `SourceBlocks` may have citations and notes in them, in `Blocks`
`notes.resolve` has put a `NoteMark` in the place of each, and each chapter carries its notes. Bare, `Paragraph`,
`Table`, `Chapter` and `Document` are the resolved ones, which writers see; those are source ones, too.
"""

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeAlias

from briefkit.document.figures import Chart as Chart
from briefkit.document.figures import ChartKind as ChartKind
from briefkit.document.figures import ChartValue as ChartValue
from briefkit.document.figures import Figure as Figure
from briefkit.document.inlines import Around as Around
from briefkit.document.inlines import Citation as Citation
from briefkit.document.inlines import CitationItem as CitationItem
from briefkit.document.inlines import Code as Code
from briefkit.document.inlines import CrossReference as CrossReference
from briefkit.document.inlines import Deleted as Deleted
from briefkit.document.inlines import Elsewhere as Elsewhere
from briefkit.document.inlines import Emphasis as Emphasis
from briefkit.document.inlines import FactKind as FactKind
from briefkit.document.inlines import FigureReference as FigureReference
from briefkit.document.inlines import Held
from briefkit.document.inlines import Inline as Inline
from briefkit.document.inlines import Inlines as Inlines
from briefkit.document.inlines import Inserted as Inserted
from briefkit.document.inlines import LineBreak as LineBreak
from briefkit.document.inlines import Link as Link
from briefkit.document.inlines import Note as Note
from briefkit.document.inlines import NoteMark as NoteMark
from briefkit.document.inlines import Role as Role
from briefkit.document.inlines import SourceInline as SourceInline
from briefkit.document.inlines import SourceInlines as SourceInlines
from briefkit.document.inlines import Strong as Strong
from briefkit.document.inlines import Styled as Styled
from briefkit.document.inlines import Superscript as Superscript
from briefkit.document.inlines import Text as Text
from briefkit.document.inlines import both as both
from briefkit.document.inlines import clean as clean
from briefkit.document.inlines import plain as plain
from briefkit.document.inlines import text as text
from briefkit.document.look import Look as Look

SectionRole: TypeAlias = Literal[
    "title-page", "byline", "summary", "question", "verdict", "group", "point",
    "facts", "abbreviations", "claim", "contributor", "bibliography", "part", "editorial-notes",
    "editorial-note", "epigraph", "half-title", "imprint",
]  # fmt: skip
"""What a section is.

`verdict` is the answer to a yes-no question, `group` holds points under a heading of theirs, `part` is one of
several of a kind, under its heading. An `editorial-note` is a remark of whoever restates, under its number.

Contents are a block, and notes are the chapter's.
"""

ParagraphRole: TypeAlias = Literal[
    "text", "statement", "name", "remark", "verdict", "finding", "entry",
    "subtitle", "authors", "audience", "source", "imprint", "legend",
]  # fmt: skip
"""What a paragraph is.

role | what it is
--- | ---
`text` | running text
`statement` | a label and the statement of a point
`name` | what a row or a column is called
`remark` | says more about the paragraph above it
`verdict` | in a cell, the answer to a yes-no question, before the points
`finding` | a sentence about points, one of several
`entry` | one source, or one field, of several below each other
`subtitle`, `imprint` | of a title page: publisher, place and date, editors, address
`authors`, `audience`, `source` | of a byline: by whom and when, for whom, what the brief restates
`legend` | what signs and letters of a table stand for
"""

ChapterRole: TypeAlias = Literal["front", "body", "annex", "back"]
Orientation: TypeAlias = Literal["portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Section(Generic[Held]):
    """Blocks that are one part of the document.

    A `title` is shown with it and is no heading: neither contents nor cross-references know it.
    """

    role: SectionRole
    blocks: "tuple[BlockOf[Held], ...]"
    title: tuple[Held, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading(Generic[Held]):
    """A heading; levels start at 2 under the title of a chapter and never skip. `short` is for running heads.

    Contents name the `authors` of what stands under it.
    """

    level: int
    children: tuple[Held, ...]
    anchor: str = ""
    short: Inlines = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[Held]):
    """Running text, or what its role says; how it looks a writer decides by the role."""

    children: tuple[Held, ...]
    role: ParagraphRole = "text"
    language: str = ""


@dataclass(frozen=True, slots=True)
class BulletList(Generic[Held]):
    """Items without order."""

    items: "tuple[tuple[BlockOf[Held], ...], ...]"


@dataclass(frozen=True, slots=True)
class OrderedList(Generic[Held]):
    """Numbered items."""

    items: "tuple[tuple[BlockOf[Held], ...], ...]"
    start: int = 1


@dataclass(frozen=True, slots=True)
class DefinitionList(Generic[Held]):
    """Terms with what is said of each; of facts also their `kinds`, one an item."""

    items: "tuple[tuple[tuple[Held, ...], tuple[BlockOf[Held], ...]], ...]"
    kinds: tuple[FactKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote(Generic[Held]):
    """A quotation set off from the text."""

    blocks: "tuple[BlockOf[Held], ...]"


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
class Cell(Generic[Held]):
    """A cell of a table."""

    blocks: "tuple[BlockOf[Held], ...]"


@dataclass(frozen=True, slots=True)
class RowGroup(Generic[Held]):
    """Rows that belong together. A name stands above them, and again where they go on on another page."""

    rows: tuple[tuple[Cell[Held], ...], ...]
    name: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Generic[Held]):
    """A table: one header row and rows of cells, in groups; most tables have one without a name.

    `row_heads` says that the first cell of each row names the row; a narrow page then stacks the table: the name
    as a heading, the other cells below each other under their column's header. `corner` says what those names are;
    it is told to who does not see the table where the first cell of the header is empty. `wide` tables compare briefs
    and stack when a column would get narrower than 24 cells. The rows of `dense` tables stand close to each other.
    """

    columns: tuple[ColumnHint, ...]
    header: tuple[Cell[Held], ...]
    groups: tuple[RowGroup[Held], ...]
    caption: tuple[Held, ...] = ()
    wide: bool = False
    row_heads: bool = False
    corner: Inlines = ()
    dense: bool = False

    @property
    def rows(self) -> tuple[tuple[Cell[Held], ...], ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the contents, under a title of its own, and what they list: the headings that come after it.

    It stands among the blocks of a chapter, inside no other; in the scope of the document it is a chapter's only one.
    In the scope of the document those are the titles of chapters and the headings in them, in the scope of the chapter
    its own headings, from level 2. A page with a number to every entry lists them down to the level `in_print`, a
    screen, which has other ways to find a part, down to the level `on_screen`; where none is left, nothing is shown.
    """

    title: Inlines
    anchor: str
    scope: Literal["document", "chapter"] = "document"
    in_print: int = 2
    on_screen: int = 1


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


BlockOf: TypeAlias = (
    Section[Held]
    | Heading[Held]
    | Paragraph[Held]
    | BulletList[Held]
    | OrderedList[Held]
    | DefinitionList[Held]
    | Quote[Held]
    | Table[Held]
    | Figure[Held]
    | Contents
    | Preformatted
    | Divider
    | PageBreak
)
Block: TypeAlias = BlockOf[Inline]
Blocks: TypeAlias = tuple[Block, ...]
SourceBlock: TypeAlias = BlockOf[SourceInline]
SourceBlocks: TypeAlias = tuple[SourceBlock, ...]


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note of a chapter under its number; `anchor` is what its marks link to."""

    number: int
    anchor: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Chapter(Generic[Held]):
    """A part of the document with a title of its own, which is its heading of level 1, and with notes from 1.

    `anchor` is that of the title and unique in the document; `short` is the title for running heads; `authors` are
    those of this chapter. A chapter without a title begins with its first block.
    """

    anchor: str
    blocks: "tuple[BlockOf[Held], ...]"
    notes: tuple[NoteText, ...] = ()
    title: Inlines = ()
    short: Inlines = ()
    role: ChapterRole = "body"
    orientation: Orientation = "portrait"
    language: str = ""
    authors: tuple[str, ...] = ()

    @property
    def heading(self) -> Heading | None:
        """The title as a heading; None where there is none."""
        return Heading(1, self.title, self.anchor, self.short, self.authors) if self.title else None


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself. `date` is as in the file: YYYY, YYYY-MM or YYYY-MM-DD.

    `affiliations` are those of the authors, one each, empty where there is none.
    """

    title: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    language: str = "en"
    affiliations: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document(Generic[Held]):
    """What a view shows and a writer writes; `look` is that of the house, not of the view."""

    meta: Meta
    chapters: tuple[Chapter[Held], ...] = ()
    look: Look = field(default_factory=Look)


SourceChapter: TypeAlias = Chapter[SourceInline]
SourceDocument: TypeAlias = Document[SourceInline]


def paragraph(value: str) -> Paragraph:
    """Return a paragraph of plain text, cleaned."""
    return Paragraph(text(value))
