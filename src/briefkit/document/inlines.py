"""The inlines of the document tree: a closed set, before notes are resolved and after.

`Inline` is what writers see. `SourceInline` is what prose is read to: the same with citations and notes in it, at any
depth. Inlines that hold others say by their parameter which of the two they hold; bare, they hold what writers see.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias

from briefkit.document.typography import set_marks
from briefkit.text.dates import PartialDate
from briefkit.text.printable import clean as clean

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from briefkit.document.blocks import SourceBlocks

    Held = TypeVar("Held", covariant=True, default="Inline")
else:
    from typing import TypeVar

    Held = TypeVar("Held", covariant=True)

Role: TypeAlias = Literal[
    "label", "muted", "strong", "shared", "distinct", "orphan", "waived", "caution", "good", "error", "warning", "info"
]
"""What a styled stretch means; writers choose how it looks, and it is never needed to understand the text."""

FactKind: TypeAlias = Literal[
    "stance", "actors", "time", "addresses", "rests_on", "obstructs", "choice", "themes", "see"
]
"""What a fact says of a point; `see` leads to notes about it."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text. White space in it is one blank."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be taken letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author wants."""


@dataclass(frozen=True, slots=True)
class Emphasis(Generic[Held]):
    """Stressed text or the title of a work."""

    children: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Strong(Generic[Held]):
    """Important text."""

    children: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Superscript(Generic[Held]):
    """Raised text, such as an exponent."""

    children: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Link(Generic[Held]):
    """A link out of the document; the address is http, https or mailto."""

    children: tuple[Held, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Inserted(Generic[Held]):
    """Text that is new against another version."""

    children: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Deleted(Generic[Held]):
    """Text that is gone against another version."""

    children: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Styled(Generic[Held]):
    """Text with a meaning that a writer may show by color or weight, or in another language (BCP 47) than its place."""

    children: tuple[Held, ...]
    role: Role | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A heading in a document of its own: the name of that document, and the words of the heading."""

    document: str
    heading: "Inlines"


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to an anchor, by its label (`G1`), by its title, or by both.

    What a view leaves empty stands beside the reference anyway. A writer gives the label alone, in print with its
    page, where the anchor is one of the document; else the title says what is meant. `pageless` references say their
    page, or that of all, in another place. An anchor `elsewhere` is in that document; a writer that cannot link there
    writes the words.
    """

    anchor: str
    label: "Inlines" = ()
    title: "Inlines" = ()
    pageless: bool = False
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class FigureReference:
    """A mention of a figure by its id, as prose has it; `mentions.resolved` puts a cross-reference in its place."""

    id: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The number of a note of the chapter, as it stands in the text."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One source in a citation: `see @key, p. 3` has prefix `see`, key `key`, suffix `, p. 3` without the comma."""

    key: str
    prefix: "SourceInlines" = ()
    suffix: "SourceInlines" = ()
    suppress_author: bool = False
    accessed: PartialDate | None = None
    """The day of access that this citation gives: `[@key, accessed 2014-12-18]`."""
    titled: str = ""
    """The title that this citation gives: `[@key, titled “Another Title”]`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A bracketed citation of one or more sources; `bare` inside a footnote, where it is part of the sentence."""

    items: tuple[CitationItem, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark; the same label in the same field is the same note."""

    label: str
    blocks: "SourceBlocks"


Leaf: TypeAlias = Text | Code | LineBreak | CrossReference | NoteMark
"""The inlines that hold no others."""

LEAVES = (Text, Code, LineBreak, CrossReference, FigureReference, NoteMark, Citation, Note)
"""The classes of inlines that hold no others, those of source ones, too."""

Around: TypeAlias = (
    Emphasis[Held] | Strong[Held] | Superscript[Held] | Link[Held] | Inserted[Held] | Deleted[Held] | Styled[Held]
)
"""The inlines that hold others."""

Inline: TypeAlias = Leaf | Around["Inline"]
SourceInline: TypeAlias = Leaf | Around["SourceInline"] | Citation | FigureReference | Note
Inlines: TypeAlias = tuple[Inline, ...]
SourceInlines: TypeAlias = tuple[SourceInline, ...]


def plain(inlines: SourceInlines) -> str:
    """Return the words of inlines, without markup, notes and citations."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Citation() | FigureReference() | Note() | NoteMark():
                pass
            case CrossReference():
                parts.append(plain(both(inline)))
            case _:
                parts.append(plain(inline.children))
    return "".join(parts)


def both(reference: CrossReference) -> Inlines:
    """Return the label and the title of a cross-reference."""
    if reference.label and reference.title:
        return (*reference.label, Text(" "), *reference.title)
    return reference.label or reference.title


def text(value: str) -> Inlines:
    """Return inlines for one piece of plain text, cleaned and with curly marks; none for an empty one."""
    cleaned = set_marks(clean(value))
    return (Text(cleaned),) if cleaned else ()
