"""A document as what stands on a page: a header, a list of its parts, its text, each a landmark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.web.blocks import Body
from briefkit.publish.web.house import logo
from briefkit.publish.web.language import spoken
from briefkit.publish.web.markup import attributes, element, escaped
from briefkit.publish.web.notes import NOTES, endnotes, place_of_notes
from briefkit.publish.web.page import MAIN, UNTITLED
from briefkit.publish.web.story import Story

_FEW = 3
"""Parts from which a list of them is of use."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a page, each an element; `nav` is empty where the document has few parts."""

    header: str
    nav: str
    main: str

    @property
    def html(self) -> str:
        """Return them in their order."""
        columns = f'<div class="columns">\n{self.nav}\n{self.main}\n</div>' if self.nav else self.main
        return f"{self.header}\n{columns}"


def parts(document: b.Document, suffix: str = ".html") -> Parts:
    """Return a document as the parts of a page. Links to other documents lead to their names with the `suffix`.

    The header has the title: that of the only chapter with its byline, or the title page, or else what the document
    calls itself. Where there are several chapters, they are one level below it.
    """
    chapters = tuple(chapter for chapter in document.chapters if not _is_only_in_print(chapter))
    story = Story(chapters, suffix)
    story.language = document.meta.language
    first = _titling(chapters)
    header = _header(document, first, story)
    below = 0 if len(chapters) == 1 else 1
    written = []
    for i, chapter in enumerate(chapters):
        rest = _without_lead(chapter) if chapter is first else chapter
        written.append(_chapter((rest, *chapters[i + 1 :]), below, story))
    main = "\n".join(filter(None, written))
    looks = attributes(class_="book" if below else None)
    return Parts(header, _nav(chapters, first, story), f'<main id="{MAIN}"{looks} tabindex="-1">\n{main}\n</main>')


def _is_only_in_print(chapter: b.Chapter) -> bool:
    return any(isinstance(block, b.Section) and block.role == "half-title" for block in chapter.blocks)


def _titling(chapters: Sequence[b.Chapter]) -> b.Chapter | None:
    """Return the chapter whose title is that of the document: the only one, or a title page."""
    match chapters:
        case (b.Chapter(title=(_, *_)) as only,):
            return only
        case (b.Chapter(title=(_, *_), blocks=(b.Section("title-page"), *_)) as page, *_):
            return page
        case _:
            return None


def _lead(chapter: b.Chapter) -> b.Section | None:
    """Return the section that stands in the header with the title: who made it, or a title page."""
    match chapter.blocks:
        case (b.Section("byline" | "title-page") as section, *_):
            return section
        case _:
            return None


def _without_lead(chapter: b.Chapter) -> b.Chapter:
    return replace(chapter, title=(), blocks=chapter.blocks[1:] if _lead(chapter) else chapter.blocks)


def _header(document: b.Document, first: b.Chapter | None, story: Story) -> str:
    mark = logo(document.look)
    if not first:
        return f"<header>\n{mark}{element('h1', escaped(document.meta.title) or UNTITLED)}\n</header>"
    lead = _lead(first)
    with story.speaking(first.language) as said:
        body = Body(story, (first,))
        inner = mark + body.heading(b.Heading(1, first.title, first.anchor))
        inner += body.blocks(lead.blocks) if lead else ""
    return f"<header{attributes(class_=lead.role if lead else None)}{said}>\n{inner}\n</header>"


def _chapter(chapters: Sequence[b.Chapter], below: int, story: Story) -> str:
    """Return the first of the chapters with its notes; those after it are what its contents may list."""
    chapter = chapters[0]
    with story.speaking(chapter.language) as said:
        body = Body(story, chapters, below)
        title = body.heading(chapter.heading) if chapter.heading else ""
        text = title + body.blocks(chapter.blocks) + endnotes(chapter, body)
    if not text:
        return ""
    name = "article" if title or not below else "div"
    place = None if title else story.anchors.place(chapter.anchor)
    kinds = ["chapter", chapter.role, *(["landscape"] if chapter.orientation == "landscape" else [])]
    return f"<{name}{attributes(id=place, class_=' '.join(kinds))}{said}>\n{text}\n</{name}>"


def _nav(chapters: Sequence[b.Chapter], first: b.Chapter | None, story: Story) -> str:
    """Return links to the parts: the headings below the title, or the chapters."""
    entries = list(_entries(chapters, first, story))
    if len(entries) < _FEW:
        return ""
    listed = any(isinstance(block, b.Contents) and block.scope == "document" for c in chapters for block in c.blocks)
    links = "".join(
        f"<li{said}><a{attributes(href=link)}>{escaped(words)}</a></li>" for link, words, said in entries if link
    )
    kind = "parts listed" if listed else "parts"
    return f'<nav class="{kind}" aria-label="On this page"><ul>{links}</ul></nav>'


def _entries(chapters: Sequence[b.Chapter], first: b.Chapter | None, story: Story) -> Iterator[tuple[str, str, str]]:
    """Yield the address of each part, how it is called in short, and the attributes of its language."""
    for chapter in chapters:
        said = spoken(chapter.language, story.language)
        if len(chapters) > 1:
            if chapter.title and chapter is not first:
                yield story.anchors.link(chapter.anchor), _short(chapter.short or chapter.title), said
            continue
        for heading in walk.headings(chapter):
            if heading.level == 2 and heading.anchor:
                yield story.anchors.link(heading.anchor), _short(heading.short or heading.children), said
        if chapter.notes:
            yield f"#{place_of_notes(chapter, story)}", NOTES, ""


def _short(words: b.Inlines) -> str:
    return " ".join(b.plain(words).split())
