"""Chapters → pages: contents with the right numbers, title pages set lower, short matter one below the other."""

from collections.abc import Sequence
from itertools import pairwise

from briefkit.document import blocks as b
from briefkit.publish.layout.contents import contents_in, entries, headings, without_contents, written
from briefkit.publish.layout.lines import Piece
from briefkit.publish.layout.pages import Page, paginate

_SHORT = 3
"""A single chapter of so many pages needs no contents."""

_APART = 3
"""Empty lines between chapters that share a page."""

_TITLE_PAGES: frozenset[b.SectionRole] = frozenset({"half-title", "imprint", "title-page"})


def is_title_page(chapter: b.Chapter) -> bool:
    """Tell whether a chapter is a title page, which has neither running head nor number."""
    return any(isinstance(block, b.Section) and block.role in _TITLE_PAGES for block in chapter.blocks)


def several(chapters: Sequence[b.Chapter], laid: Sequence[list[Piece]], width: int, height: int) -> list[list[Page]]:
    """Return the pages that begin with each of several chapters, those of the contents with the right numbers.

    A chapter that shares the last page of the one before it has none of its own.
    """
    alone = [paginate(without_contents(pieces), height) for pieces in laid]
    for (first, *more), chapter in zip(alone, chapters, strict=True):
        if is_title_page(chapter) and not more:  # it reads better from a third of its height
            first.lines[:0] = [()] * ((height - len(first.lines)) // 3)
    parts = _shared(chapters, alone, height)
    for i, pieces in enumerate(laid):
        place, contents = contents_in(pieces)
        if contents and contents.scope == "document":
            behind = headings([piece for part in laid[i + 1 :] for piece in part])
            for _ in range(2):  # once to know its length, then with the right numbers
                listed = entries(contents, behind, [page for pages in parts for page in pages])
                filled = [*pieces[:place], *written(contents, listed, width), *pieces[place + 1 :]]
                alone[i] = paginate(filled, height)
                parts = _shared(chapters, alone, height)
    return parts


def single(pieces: list[Piece], width: int, height: int) -> list[Page]:
    """Return the pages of a chapter; of a long one with its contents."""
    pages = paginate(without_contents(pieces), height)
    place, contents = contents_in(pieces)
    behind = headings(pieces[place:])
    if contents is None or len(pages) <= _SHORT or len(entries(contents, behind, pages)) < 2:
        return pages
    for _ in range(2):  # once to see where the sections go, then with the right numbers
        listed = entries(contents, behind, pages)
        pages = paginate([*pieces[:place], *written(contents, listed, width), *pieces[place + 1 :]], height)
    return pages


def _shared(chapters: Sequence[b.Chapter], alone: Sequence[list[Page]], height: int) -> list[list[Page]]:
    """Return the pages with short front and back matter below that before it, where it fits."""
    found = [list(alone[0])]
    last = found[0]
    for (before, chapter), pages in zip(pairwise(chapters), alone[1:], strict=True):
        room = height - len(last[-1].lines) - _APART
        if _may_share(before) and _may_share(chapter) and before.role == chapter.role and _fits(pages, room):
            last[-1] = _below(last[-1], pages[0])
            found.append([])
        else:
            last = list(pages)
            found.append(last)
    return found


def _may_share(chapter: b.Chapter) -> bool:
    is_apart = is_title_page(chapter) or any(isinstance(block, b.Contents) for block in chapter.blocks)
    return bool(chapter.title) and chapter.role in ("front", "back") and not is_apart


def _fits(pages: Sequence[Page], room: int) -> bool:
    return len(pages) == 1 and len(pages[0].lines) <= room


def _below(first: Page, second: Page) -> Page:
    start = len(first.lines) + _APART
    return Page(
        lines=[*first.lines, *[()] * _APART, *second.lines],
        headings=[*first.headings, *((start + line, heading) for line, heading in second.headings)],
        anchors=[*first.anchors, *second.anchors],
    )
