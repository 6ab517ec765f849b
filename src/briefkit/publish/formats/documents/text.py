"""Text in pages, ready to print: running heads, contents with page numbers, notes at the end of each chapter.

A page is a header, an empty line, the body, an empty line and a footer; a form feed stands between pages, right before
the first character of the next. Contents of the document are pages of their own. Those of a chapter are written where
the document has no other chapter and the chapter is long.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.format import Format, Options
from briefkit.publish.layout import (
    PLAIN,
    Anchors,
    Look,
    Page,
    cells,
    lay_chapter,
    lay_out,
    shorten,
    text_of,
    wrap,
)
from briefkit.publish.layout.chapters import is_title_page, several, single
from briefkit.text.dates import parse_date
from briefkit.text.errors import UsageError

MIN_WIDTH = 40
MIN_PAGE_LENGTH = 20
MAX_WIDTH = 10_000
MAX_PAGE_LENGTH = 10_000

_FURNITURE = 4
"""Lines of a page that are not its body: header, footer and an empty line beside each."""

_FEW_DIGITS = 2
"""Digits of page numbers that most documents do with."""


class Body(NamedTuple):
    """A page without its head and foot, and what goes there: a heading, or none, and words."""

    page: Page
    head: b.Heading | None
    foot: str
    is_bare: bool = False
    """Whether head and foot stay empty, as they do on title pages."""


@dataclass(frozen=True, slots=True)
class TextOptions(Options):
    """`width` in display cells, `page_length` in lines; without `pages` text flows."""

    width: int = 72
    page_length: int = 58
    pages: bool = True


def write(document: b.Document, options: TextOptions) -> str:
    """Return the document as text; without `pages` it flows, and has neither contents nor page numbers.

    No line is wider than `width` display cells, and every page has `page_length` lines. Raises UsageError for a
    page that is too small or too large.
    """
    if options.width < MIN_WIDTH:
        raise UsageError(f"a width of {options.width} is too narrow", hint=f"the least is {MIN_WIDTH} columns")
    if options.page_length < MIN_PAGE_LENGTH:
        raise UsageError(
            f"a page of {options.page_length} lines is too short", hint=f"the least is {MIN_PAGE_LENGTH} lines"
        )
    for value, most in ((options.width, MAX_WIDTH), (options.page_length, MAX_PAGE_LENGTH)):
        if value > most:
            raise UsageError(f"a page of {value} is too large", hint=f"the most is {most}")
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
        pages = single([piece for pieces in laid for piece in pieces], options.width, height)
        foot = _foot(document.meta.authors, document.meta.date)
        return [Body(page, head, foot) for page, head in zip(pages, _sections(pages), strict=True)]
    found = []
    parts = several(document.chapters, laid, options.width, height)
    for chapter, part in zip(document.chapters, parts, strict=True):
        is_title, foot = is_title_page(chapter), _foot(chapter.authors)
        head = None if is_title else chapter.heading or _first_heading(part)
        found += [Body(page, head, foot, is_bare=is_title and not i) for i, page in enumerate(part)]
    return found


def _foot(authors: Iterable[str], date: str = "") -> str:
    with suppress(ValueError):  # the date of a document may be words
        date = parse_date(date).words()
    return _shown(" · ".join(part for part in (", ".join(authors), date) if part))


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
    header = "" if is_first or body.is_bare else _header(_shown(meta.title), body.head, options.width)
    footer = "" if body.is_bare else _ends(body.foot, folio, options.width)
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
