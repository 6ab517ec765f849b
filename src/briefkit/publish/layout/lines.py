"""Lines, and the pieces that say which lines belong together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.layout.anchors import NO_ANCHORS, Anchors

Role: TypeAlias = b.Role | Literal["heading", "emphasis", "code", "link", "note", "inserted", "deleted"]
"""What a stretch of a line means: the roles of the tree, and those that a layout gives."""


class Segment(NamedTuple):
    """A stretch of a line with one role."""

    text: str
    role: Role | None = None


Line: TypeAlias = tuple[Segment, ...]
Lines: TypeAlias = tuple[Line, ...]

EMPTY: Line = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a layout may count on.

    `marks` writes emphasis as `_x_` and code as `` `x` `` for readers who see no roles.
    `measure` is the most cells that a line of running text takes, however wide the screen is. `anchors` are those of
    the document.
    """

    marks: bool = False
    measure: int = 92
    anchors: Anchors = NO_ANCHORS


PLAIN = Look(marks=True, measure=10_000)
"""The look of text files: the page is as wide as was asked for."""


class Box(NamedTuple):
    """Lines below each other, and `gap`, the lines that part them from what stands above on the same page.

    A page may end inside `text`. A `heading` stays with what follows; `heading` is its block if a table of contents
    may list it. Cross-references lead to the `anchor` of a box that is no such heading. A `page` begins a page. A box
    with `contents` is their place, which only pages fill. As many lines at the end as `tail` says stay together, and
    with the lines before them that may begin a page.
    """

    lines: Lines
    gap: Lines = ()
    kind: Literal["text", "heading", "page"] = "text"
    heading: b.Heading | None = None
    contents: b.Contents | None = None
    anchor: str = ""
    tail: int = 0


class GridRow(NamedTuple):
    """A row of a table; `again` is the line above its rest when it is parted.

    `group` is the name of its group of rows, which stands above it at the beginning of a page; above the first row of
    the group it stands at the end of the `gap` as well, which the beginning of a page swallows.
    """

    lines: Lines
    gap: Lines
    again: Line
    group: Lines = ()


class Grid(NamedTuple):
    """A table side by side; `head` is repeated on each page."""

    head: Lines
    rows: tuple[GridRow, ...]
    gap: Lines = ()

    @property
    def lines(self) -> Lines:
        """All lines of the table, without the gap above it."""
        found = list(self.head)
        for row in self.rows:
            found += row.gap
            found += row.lines
        return tuple(found)


Piece: TypeAlias = Box | Grid


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines of pieces below each other."""
    found: list[Line] = []
    for piece in pieces:
        if found:
            found += piece.gap
        found += piece.lines
    return found


def text_of(line: Line) -> str:
    """Return the text of a line without roles and blanks at its end."""
    return "".join(segment.text for segment in line).rstrip(" ")


def spaced(pieces: list[Piece], gap: int) -> list[Piece]:
    """Return the pieces with so many empty lines above the first."""
    return [pieces[0]._replace(gap=(EMPTY,) * gap), *pieces[1:]] if pieces else []


def shifted(pieces: list[Piece], first: Segment, rest: Segment) -> list[Piece]:
    """Put a segment before every line: `first` before the very first, `rest` before the others."""
    if not first.text and not rest.text:
        return pieces
    found: list[Piece] = []
    lead = first
    for piece in pieces:
        # the gap above the first piece belongs to what stands around it
        gap = piece.gap if not found else _before(piece.gap, rest, rest)
        if isinstance(piece, Grid):
            rows = tuple(
                GridRow(
                    _before(row.lines, rest, rest),
                    _before(row.gap, rest, rest),
                    (rest, *row.again),
                    _before(row.group, rest, rest),
                )
                for row in piece.rows
            )
            found.append(Grid(_before(piece.head, lead, rest), rows, gap))
        else:
            found.append(piece._replace(lines=_before(piece.lines, lead, rest), gap=gap))
        lead = rest if piece.lines else lead  # a page break has none
    return found


def _before(lines: Lines, first: Segment, rest: Segment) -> Lines:
    return tuple(_begun(rest if i else first, line) for i, line in enumerate(lines))


def _begun(lead: Segment, line: Line) -> Line:
    return (lead, *line) if line or not lead.text.isspace() else line
