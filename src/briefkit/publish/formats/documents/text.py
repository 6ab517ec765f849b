"""Text in pages, ready to print: running heads, contents with page numbers, notes at the end of each chapter.

A page is a header, an empty line, the body, an empty line and a footer; a form feed stands between pages, right before
the first character of the next. A document that does not begin with a heading of level 1 gets its title from its
meta data. The contents list headings of level 1 and 2: those of several chapters on a page of their own behind the
title page, those of a single chapter before its first section.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.format import Format, Options
from briefkit.publish.layout import (
    PLAIN,
    Box,
    Line,
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

_CONTENTS = b.Heading(2, (b.Text("Contents"),))

Entry: TypeAlias = tuple[b.Heading, int]
"""A line of the contents: a heading and the number of its page."""


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
    document = _titled(document)
    if not options.pages:
        return _ended(map(text_of, lay_out(document, options.width, PLAIN)))
    return "\f".join(map(_ended, _pages(document, options)))


def _ended(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _titled(document: b.Document) -> b.Document:
    """Return the document with its title before the first block, unless a heading of level 1 is there."""
    first, *others = document.chapters or (b.Chapter("text", ()),)
    if first.blocks and isinstance(first.blocks[0], b.Heading) and first.blocks[0].level == 1:
        return document
    meta = document.meta
    blocks: list[b.Block] = [b.Heading(1, b.text(meta.title), first.anchor)] if meta.title else []
    blocks += [b.paragraph(line) for line in (meta.subtitle, _byline(meta)) if line]
    return replace(document, chapters=(replace(first, blocks=(*blocks, *first.blocks)), *others))


def _byline(meta: b.Meta) -> str:
    try:
        date = parse_date(meta.date).words()
    except ValueError:
        date = meta.date
    return " · ".join(part for part in (", ".join(meta.authors), date) if part)


def _pages(document: b.Document, options: TextOptions) -> list[list[str]]:
    """Return the pages, each as its lines."""
    height = options.page_length - _FURNITURE
    laid = [lay_chapter(chapter, options.width, PLAIN) for chapter in document.chapters]
    if len(laid) == 1:
        bodies = _single(laid[0], options.width, height)
        heads = _sections(bodies)
    else:
        parts = _several(
            [paginate(pieces, height) for pieces in laid], _shown(document.meta.title), options.width, height
        )
        bodies = [page for pages in parts for page in pages]
        heads = [_first_title(pages) for pages in parts for _ in pages]
    return [
        _framed(document.meta, options, page.lines, f"Page {number} of {len(bodies)}", head if number > 1 else None)
        for number, (page, head) in enumerate(zip(bodies, heads, strict=True), 1)
    ]


def _several(parts: list[list[Page]], title: str, width: int, height: int) -> list[list[Page]]:
    """Return the pages of several chapters with the contents behind the title page, or first if there is none."""
    place = 0
    if len(parts[0]) == 1 and title and _first_title(parts[0]).startswith(title):
        place = 1
        front = parts[0][0].lines
        front[:0] = [()] * ((height - len(front)) // 3)  # a title page reads better from a third of its height
    behind = [page for pages in parts[place:] for page in pages]
    ahead = sum(map(len, parts[:place]))
    contents: list[Page] = []
    for _ in range(2):  # once to know its length, then with the right numbers
        contents = paginate(_contents(_entries(behind, ahead + len(contents) + 1), width), height)
    return [*parts[:place], contents, *parts[place:]]


def _single(pieces: list[Piece], width: int, height: int) -> list[Page]:
    """Return the pages of a chapter; of a long one with the contents before its first section."""
    pages = paginate(pieces, height)
    starts = [
        i for i, piece in enumerate(pieces) if isinstance(piece, Box) and piece.heading and piece.heading.level == 2
    ]
    if len(pages) <= _SHORT or len(starts) < 2:
        return pages
    for _ in range(2):  # once to see where the sections go, then with the right numbers
        entries = [entry for entry in _entries(pages, 1) if entry[0].level == 2]
        pages = paginate([*pieces[: starts[0]], *spaced(_contents(entries, width), 2), *pieces[starts[0] :]], height)
    return pages


def _entries(pages: Sequence[Page], first: int) -> list[Entry]:
    """Return the headings for the contents; `first` is the number of the first of these pages."""
    return [
        (heading, i)
        for i, page in enumerate(pages, first)
        for _, heading in page.headings
        if heading.level <= 2 and heading != _CONTENTS
    ]


def _contents(entries: Sequence[Entry], width: int) -> list[Piece]:
    pieces = lay_chapter(b.Chapter("", (_CONTENTS,)), width, PLAIN)
    top = min((heading.level for heading, _ in entries), default=1)
    has_parts = any(heading.level > top for heading, _ in entries)
    digits = max((len(str(number)) for _, number in entries), default=1)
    for i, (heading, number) in enumerate(entries):
        indent = 3 * (heading.level - top)
        words = wrap(b.text(b.plain(heading.children)), width - indent - _NUMBERS, PLAIN, hang=3)
        lines = [" " * indent + text_of(line) for line in words]
        dots = width - digits - 1 - cells(lines[-1])
        lines[-1] += " " * (dots % 2) + " ." * (dots // 2) + f" {number:>{digits}}"
        gap = 1 if not i or (has_parts and heading.level == top) else 0
        pieces += spaced([Box(tuple((Segment(line),) for line in lines))], gap)
    return pieces


def _first_title(pages: Sequence[Page]) -> str:
    """Return the title of a chapter for its running head."""
    return next((_one_line(heading) for page in pages for _, heading in page.headings), "")


def _sections(pages: Sequence[Page]) -> list[str]:
    """Return for each page the section that its first line belongs to, or the first that begins on it."""
    found: list[str] = []
    current = ""
    for page in pages:
        sections = [(line, _one_line(heading)) for line, heading in page.headings if heading.level == 2]
        begins = sections and (sections[0][0] == 0 or not current)
        found.append(sections[0][1] if begins else current)
        current = sections[-1][1] if sections else current
    return found


def _one_line(heading: b.Heading) -> str:
    return _shown(b.plain(heading.children))


def _shown(words: str) -> str:
    return " ".join(map(text_of, wrap(b.text(words), 10_000, PLAIN)))


def _framed(meta: b.Meta, options: TextOptions, body: Sequence[Line], number: str, head: str | None) -> list[str]:
    """Return a page with its header and footer; the first page has no running head."""
    title = _shown(meta.title)
    header = "" if head is None else _ends(title, "" if title and head.startswith(title) else head, options.width)
    footer = _ends(_shown(_byline(meta)), number, options.width)
    lines = [header, "", *map(text_of, body)]
    return [*lines, *[""] * (options.page_length - len(lines) - 1), footer]


def _ends(left: str, right: str, width: int) -> str:
    """Return a line with a text at either end; where they do not fit, first the right one loses its subtitle."""
    if cells(left) + cells(right) + 2 > width:
        right = right.partition(": ")[0]
    right = shorten(right, max(width // 2, width - cells(left) - 2))
    left = shorten(left, width - cells(right) - 2) if right else shorten(left, width)
    return (left + " " * (width - cells(left) - cells(right)) + right).rstrip()


FORMAT = Format("text", ".txt", write, TextOptions, has_width=True)
