"""Text in pages, ready to print: running heads, contents with page numbers, notes at the end of each chapter.

A page is a header, an empty line, the body, an empty line and a footer; a form feed stands between pages, right before
the first character of the next. Contents of the document are pages of their own. Those of a chapter are written where
the document has no other chapter and the chapter is long.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeAlias

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.format import Format, Options
from briefkit.publish.layout import (
    PLAIN,
    Anchors,
    Box,
    Look,
    Page,
    Piece,
    Segment,
    cells,
    lay_chapter,
    lay_out,
    paginate,
    shorten,
    spaced,
    text_of,
    wrap,
)
from briefkit.text.dates import parse_date
from briefkit.text.errors import UsageError

MIN_WIDTH = 40
MIN_PAGE_LENGTH = 20

_FURNITURE = 4
"""Lines of a page that are not its body: header, footer and an empty line beside each."""

_SHORT = 3
"""A single chapter of so many pages needs no contents."""

_NUMBERS = 6
"""Cells that the contents keep free for page numbers; always the same, so that numbers never move a line."""

_FEW_DIGITS = 2
"""Digits of page numbers that most documents do with."""

_TITLE_PAGES: frozenset[b.SectionRole] = frozenset({"half-title", "title-page"})

Entry: TypeAlias = tuple[b.Heading, int]
"""A line of the contents: a heading and the number of its page."""


class Body(NamedTuple):
    """A page without its head and foot, and what goes there: a heading, or none, and words."""

    page: Page
    head: b.Heading | None
    foot: str


@dataclass(frozen=True, slots=True)
class TextOptions(Options):
    """`width` in display cells, `page_length` in lines; without `pages` text flows."""

    width: int = 72
    page_length: int = 58
    pages: bool = True


def write(document: b.Document, options: TextOptions) -> str:
    """Return the document as text; without `pages` it flows, and has neither contents nor page numbers.

    No line is wider than `width` display cells, and every page has `page_length` lines. Raises UsageError for a
    page that is too small.
    """
    if options.width < MIN_WIDTH:
        raise UsageError(f"a width of {options.width} is too narrow", hint=f"the least is {MIN_WIDTH} columns")
    if options.page_length < MIN_PAGE_LENGTH:
        raise UsageError(
            f"a page of {options.page_length} lines is too short", hint=f"the least is {MIN_PAGE_LENGTH} lines"
        )
    if not options.pages:
        return _ended(map(text_of, lay_out(document, options.width, PLAIN)))
    return "\f".join(map(_ended, _pages(document, options)))


def _ended(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _pages(document: b.Document, options: TextOptions) -> list[list[str]]:
    """Return the pages, each as its lines; laid out again where there are more pages than its numbers had digits."""
    digits = _FEW_DIGITS
    while True:
        anchors = Anchors(walk.anchors(document.chapters), digits)
        bodies = _bodies(document, options, replace(PLAIN, anchors=anchors))
        if len(str(len(bodies))) <= digits:
            break
        digits = len(str(len(bodies)))
    pages = {anchor: number for number, body in enumerate(bodies, 1) for anchor in body.page.anchors}
    numbered = partial(anchors.numbered, pages=pages)
    return [
        _framed(
            document.meta, options, body, f"Page {number} of {len(bodies)}", is_first=number == 1, numbered=numbered
        )
        for number, body in enumerate(bodies, 1)
    ]


def _bodies(document: b.Document, options: TextOptions, look: Look) -> list[Body]:
    """Return the pages without their heads and feet."""
    height = options.page_length - _FURNITURE
    laid = [lay_chapter(chapter, options.width, look) for chapter in document.chapters]
    if len(laid) <= 1:
        pages = _single([piece for pieces in laid for piece in pieces], options.width, height)
        foot = _foot(document.meta.authors, document.meta.date)
        return [Body(page, head, foot) for page, head in zip(pages, _sections(pages), strict=True)]
    is_title = [_is_title_page(chapter) for chapter in document.chapters]
    found = []
    parts = _several(laid, is_title, options.width, height)
    for chapter, title, part in zip(document.chapters, is_title, parts, strict=True):
        head = None if title else chapter.heading or _first_heading(part)
        found += [Body(page, head, _foot(chapter.authors)) for page in part]
    return found


def _foot(authors: Iterable[str], date: str = "") -> str:
    with suppress(ValueError):  # the date of a document may be words
        date = parse_date(date).words()
    return _shown(" · ".join(part for part in (", ".join(authors), date) if part))


def _is_title_page(chapter: b.Chapter) -> bool:
    return any(isinstance(block, b.Section) and block.role in _TITLE_PAGES for block in chapter.blocks)


def _several(laid: list[list[Piece]], is_title: list[bool], width: int, height: int) -> list[list[Page]]:
    """Return the pages of several chapters, those of the contents with the right numbers."""
    parts = [paginate(_without_contents(pieces), height) for pieces in laid]
    for (first, *more), title in zip(parts, is_title, strict=True):
        if title and not more:  # a title page reads better from a third of its height
            first.lines[:0] = [()] * ((height - len(first.lines)) // 3)
    for i, pieces in enumerate(laid):
        place, contents = _contents_in(pieces)
        if contents and contents.scope == "document":
            behind = _headings([piece for part in laid[i + 1 :] for piece in part])
            for _ in range(2):  # once to know its length, then with the right numbers
                entries = _entries(contents, behind, [page for pages in parts for page in pages])
                parts[i] = paginate(
                    [*pieces[:place], *_contents(contents, entries, width), *pieces[place + 1 :]], height
                )
    return parts


def _single(pieces: list[Piece], width: int, height: int) -> list[Page]:
    """Return the pages of a chapter; of a long one with its contents."""
    pages = paginate(_without_contents(pieces), height)
    place, contents = _contents_in(pieces)
    behind = _headings(pieces[place:])
    if contents is None or len(pages) <= _SHORT or len(_entries(contents, behind, pages)) < 2:
        return pages
    for _ in range(2):  # once to see where the sections go, then with the right numbers
        entries = _entries(contents, behind, pages)
        pages = paginate([*pieces[:place], *_contents(contents, entries, width), *pieces[place + 1 :]], height)
    return pages


def _contents_in(pieces: Sequence[Piece]) -> tuple[int, b.Contents | None]:
    """Return where among the pieces contents stand, and what they are to list; None where there are none."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Box) and piece.contents:
            return place, piece.contents
    return len(pieces), None


def _without_contents(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if not (isinstance(piece, Box) and piece.contents)]


def _headings(pieces: Sequence[Piece]) -> int:
    """Return the number of headings."""
    return sum(isinstance(piece, Box) and piece.heading is not None for piece in pieces)


def _entries(contents: b.Contents, behind: int, pages: Sequence[Page]) -> list[Entry]:
    """Return what contents list; `behind` is the number of headings that come after them, the last of the pages."""
    levels = range(1 if contents.scope == "document" else 2, contents.in_print + 1)
    found = [(heading, number) for number, page in enumerate(pages, 1) for _, heading in page.headings]
    return [entry for entry in found[len(found) - behind :] if entry[0].level in levels]


def _contents(contents: b.Contents, entries: Sequence[Entry], width: int) -> list[Piece]:
    pieces = spaced(lay_chapter(b.Chapter("", (b.Heading(2, contents.title),)), width, PLAIN), 2)
    top = min((heading.level for heading, _ in entries), default=1)
    has_parts = any(heading.level > top for heading, _ in entries)
    digits = max((len(str(number)) for _, number in entries), default=1)
    for i, (heading, number) in enumerate(entries):
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


def _first_heading(pages: Sequence[Page]) -> b.Heading | None:
    """Return the first heading of a chapter without a title, for its running head."""
    return next((heading for page in pages for _, heading in page.headings), None)


def _sections(pages: Sequence[Page]) -> list[b.Heading | None]:
    """Return for each page the section that its first line belongs to, or the first that begins on it."""
    found: list[b.Heading | None] = []
    current: b.Heading | None = None
    for page in pages:
        sections = [(line, heading) for line, heading in page.headings if heading.level == 2]
        begins = sections and (sections[0][0] == 0 or not current)
        found.append(sections[0][1] if begins else current)
        current = sections[-1][1] if sections else current
    return found


def _shown(words: str) -> str:
    return " ".join(map(text_of, wrap(b.text(words), 10_000, PLAIN)))


def _framed(
    meta: b.Meta, options: TextOptions, body: Body, folio: str, *, is_first: bool, numbered: Callable[[str], str]
) -> list[str]:
    """Return a page with its header and footer; the first page has no running head, a title page neither."""
    is_title = body.head is None and not body.foot
    header = "" if is_first or is_title else _header(_shown(meta.title), body.head, options.width)
    footer = "" if is_title else _ends(body.foot, folio, options.width)
    lines = [header, "", *(numbered(text_of(line)) for line in body.page.lines)]
    return [*lines, *[""] * (options.page_length - len(lines) - 1), footer]


def _header(title: str, head: b.Heading | None, width: int) -> str:
    """Return a running head; a heading that does not fit beside the title is there in its short form."""
    if head is None:
        return _ends(title, "", width)
    right = _shown(b.plain(head.children))
    if cells(title) + cells(right) + 2 > width:
        right = _shown(b.plain(head.short)) if head.short else right.partition(": ")[0]
    return _ends(title, right, width)


def _ends(left: str, right: str, width: int) -> str:
    """Return a line with a text at either end."""
    right = shorten(right, max(width // 2, width - cells(left) - 2))
    left = shorten(left, width - cells(right) - 2) if right else shorten(left, width)
    return (left + " " * (width - cells(left) - cells(right)) + right).rstrip()


FORMAT = Format("text", ".txt", write, TextOptions, has_width=True)
