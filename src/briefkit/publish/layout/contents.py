"""Contents of paged text: what they list, with the numbers of the pages."""

from collections.abc import Sequence
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.layout.cells import cells
from briefkit.publish.layout.flow import lay_chapter
from briefkit.publish.layout.lines import PLAIN, Box, Piece, Segment, spaced, text_of
from briefkit.publish.layout.pages import Page
from briefkit.publish.layout.wrap import wrap

_NUMBERS = 6
"""Cells that the contents keep free for page numbers; always the same, so that numbers never move a line."""

Entry: TypeAlias = tuple[b.Heading, int]
"""A line of the contents: a heading and the number of its page."""


def contents_in(pieces: Sequence[Piece]) -> tuple[int, b.Contents | None]:
    """Return where among the pieces contents stand, and what they are to list; None where there are none."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Box) and piece.contents:
            return place, piece.contents
    return len(pieces), None


def without_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces but the places of contents."""
    return [piece for piece in pieces if not (isinstance(piece, Box) and piece.contents)]


def headings(pieces: Sequence[Piece]) -> int:
    """Return the number of headings."""
    return sum(isinstance(piece, Box) and piece.heading is not None for piece in pieces)


def entries(contents: b.Contents, behind: int, pages: Sequence[Page]) -> list[Entry]:
    """Return what contents list; `behind` is the number of headings that come after them, the last of the pages."""
    levels = range(1 if contents.scope == "document" else 2, contents.in_print + 1)
    found = [(heading, number) for number, page in enumerate(pages, 1) for _, heading in page.headings]
    return [entry for entry in found[len(found) - behind :] if entry[0].level in levels]


def written(contents: b.Contents, listed: Sequence[Entry], width: int) -> list[Piece]:
    """Return contents as pieces: what is listed, dots, and the numbers of the pages."""
    pieces = spaced(lay_chapter(b.Chapter("", (b.Heading(2, contents.title),)), width, PLAIN), 2)
    top = min((heading.level for heading, _ in listed), default=1)
    has_parts = any(heading.level > top for heading, _ in listed)
    digits = max((len(str(number)) for _, number in listed), default=1)
    for i, (heading, number) in enumerate(listed):
        indent = 3 * (heading.level - top)
        words = wrap(b.text(b.plain(heading.children)), width - indent - _NUMBERS, PLAIN, hang=3)
        lines = [" " * indent + text_of(line) for line in words]
        dots = width - digits - 1 - cells(lines[-1])
        lines[-1] += " " * (dots % 2) + " ." * (dots // 2) + f" {number:>{digits}}"
        if heading.authors:
            people = wrap(b.text(", ".join(heading.authors)), width - indent - _NUMBERS - 3, PLAIN)
            lines += [" " * (indent + 3) + text_of(line) for line in people]
        gap = 1 if not i or (has_parts and heading.level == top) else 0
        pieces += spaced([Box(tuple((Segment(line),) for line in lines))], gap)
    return pieces
