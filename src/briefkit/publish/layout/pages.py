"""Pieces → pages: where one page ends and the next begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from briefkit.document.blocks import Heading
from briefkit.publish.layout.lines import Box, Grid, GridRow, Line, Lines, Piece

MIN_LINES = 2
"""Lines of a paragraph, or of a row, that stay together at the end and at the beginning of a page."""


@dataclass
class Page:
    """The lines of one page, and what begins on it: headings, each with its line (from 0), and anchors."""

    lines: list[Line] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    headings: list[tuple[int, Heading]] = field(default_factory=list)


def paginate(pieces: Sequence[Piece], height: int) -> list[Page]:
    """Part pieces into pages of at most `height` lines, at least 10; there is always one page.

    A heading stays with two lines of what follows; of a paragraph two lines or more stand on either side; a table
    stays whole if it takes half a page at most, or fits on a page and this one is nearly full; else it is parted
    between rows, its head repeated.
    """
    pager = _Pager(height)
    for heads, body in _chains(pieces):
        pager.place(heads, body)
    if len(pager.pages) > 1 and not pager.page.lines:
        pager.pages.pop()
    return pager.pages


def _chains(pieces: Sequence[Piece]) -> Iterator[tuple[list[Box], Piece]]:
    """Yield each piece with the headings right above it, which no page may part from it."""
    heads: list[Box] = []
    for piece, after in zip_longest(pieces, pieces[1:]):
        has_body = isinstance(after, Grid) or (isinstance(after, Box) and after.kind != "page")
        if isinstance(piece, Box) and piece.kind == "heading" and has_body:
            heads.append(piece)
        else:
            yield heads, piece
            heads = []


class _Pager:
    """Pages as they fill."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.pages = [Page()]

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def _room(self, gap: Lines = ()) -> int:
        """Return the lines left on the page after a gap, which the beginning of a page swallows."""
        return self.height - len(self.page.lines) - (len(gap) if self.page.lines else 0)

    def _turn(self) -> None:
        if self.page.lines:
            self.pages.append(Page())

    def _put(self, gap: Lines, lines: Sequence[Line]) -> None:
        if self.page.lines:
            self.page.lines += gap
        self.page.lines += lines

    def place(self, heads: Sequence[Box], body: Piece) -> None:
        """Put a piece and its headings on this page or the next ones."""
        if isinstance(body, Box) and body.kind == "page":
            self._turn()
            return
        chain = [*heads, body]
        lead = len(chain[0].lines) + sum(len(part.gap) + len(part.lines) for part in chain[1:])
        above = lead - len(body.lines)
        room = self._room(chain[0].gap)
        if lead > room:
            # a page that is half empty is worse than a table in two parts
            fits = lead <= self.height // 2 or (lead <= self.height and room < self.height // 3)
            stays_whole = isinstance(body, Grid) and fits
            if stays_whole or above + self._least(body, above) > room:
                self._turn()
        for head in heads:
            self._pour_box(head)
        if isinstance(body, Grid):
            self._pour_grid(body)
        else:
            self._pour_box(body)

    def _least(self, body: Piece, above: int) -> int:
        """Return how many lines of a piece must stand under its headings."""
        if isinstance(body, Box):
            return len(body.lines) if len(body.lines) < 2 * MIN_LINES + body.tail else _least_of(body.lines)
        head, row = len(body.head), body.rows[0].lines if body.rows else ()
        head += len(body.rows[0].gap) if body.rows else 0
        fits = above + head + len(row) <= self.height
        return head + (len(row) if fits else _least_of(row))

    def _pour_box(self, box: Box) -> None:
        gap, rest = box.gap, box.lines
        while rest:
            put = self._pour(gap, rest, min(box.tail + MIN_LINES, self.height // 2))
            if put and len(rest) == len(box.lines):
                self._begin(box, len(self.page.lines) - put)
            rest, gap = rest[put:], ()
            if rest:
                self._turn()

    def _begin(self, box: Box, line: int) -> None:
        """Note what begins on the page with a box."""
        if box.heading:
            self.page.headings.append((line, box.heading))
            self.page.anchors.append(box.heading.anchor)
        if box.anchor:
            self.page.anchors.append(box.anchor)

    def _pour(self, gap: Lines, lines: Lines, together: int = 0) -> int:
        """Put as many lines on the page as may stand there, the last `together` on one page; return their number."""
        room = self._room(gap)
        fit = len(lines) if len(lines) <= room else min(room, len(lines) - max(MIN_LINES, together))
        if fit < min(MIN_LINES, len(lines)):
            return 0
        self._put(gap, lines[:fit])
        return fit

    def _pour_grid(self, grid: Grid) -> None:
        # a head that fills the page would leave no room for rows
        head = grid.head if len(grid.head) <= self.height // 3 else ()
        self._pour_box(Box(grid.head, grid.gap))
        for i, row in enumerate(grid.rows):
            if len(row.lines) <= self._room(row.gap):
                self._put(row.gap, row.lines)
            elif i and len(head) + len(row.group) + len(row.lines) <= self.height:
                self._turn()
                self._put((), (*head, *row.group, *row.lines))
            else:
                self._part(row, head)

    def _part(self, row: GridRow, head: Lines) -> None:
        """Part a row that is longer than a page."""
        gap, rest = row.gap, row.lines
        while True:
            rest = rest[self._pour(gap, rest) :]
            if not rest:
                return
            self._turn()
            self._put((), (*head, *row.group) if rest == row.lines else (*head, *row.group, row.again))
            gap = ()


def _least_of(lines: Lines) -> int:
    """Return how many of the lines must stand together at the end of a page."""
    return len(lines) if len(lines) < 2 * MIN_LINES else MIN_LINES
