"""Sections of Word: the pages of a chapter, upright or on their side, with their heads, feet and numbers."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.formats.documents.docx.package import WORD
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN, field, paragraph, run
from briefkit.text.dates import parse_date

_PAGE = (11906, 16838)
"""A4 in twips."""
_PAPERS = {"a4": _PAGE, "us-letter": (12240, 15840)}

UPRIGHT = _PAGE[0] - 2 * 1588
LYING = _PAGE[1] - 2 * 1134
"""The widths of text, on any paper; the margins at the sides are what is left of it."""

_GO_ON = '<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>'
"""Lets notes go on behind a page on its side. That they begin anew with each chapter the settings say: where sections
say it, too, LibreOffice 7.4 numbers every note 0."""

_BARE: frozenset[b.SectionRole] = frozenset({"half-title", "title-page", "imprint"})


@dataclass
class Sections:
    """The sections of one chapter.

    `following` are the chapter and those after it; `numbering` says how its pages are numbered and whether from 1.
    """

    document: b.Document
    following: Sequence[b.Chapter]
    story: Story
    numbering: str
    begun: bool = False

    @property
    def chapter(self) -> b.Chapter:
        """The chapter."""
        return self.following[0]

    @property
    def is_upright(self) -> bool:
        """Whether the pages of the chapter stand."""
        return self.chapter.orientation == "portrait"

    def end(self, *, lies: bool) -> str:
        """Return a paragraph that ends a section of pages which lie on their side, or stand."""
        return paragraph("SectionEnd", after=self.properties(lies=lies))

    def properties(self, *, lies: bool) -> str:
        """Return what holds for the pages of the section that ends here."""
        page = _PAPERS.get(self.document.look.paper, _PAGE)
        width, height = page[::-1] if lies else page
        side = (width - (LYING if lies else UPRIGHT)) // 2
        turned = ' w:orient="landscape"' if lies else ""
        is_first, self.begun = not self.begun, True
        numbers = self.numbering if is_first else self.numbering.replace(' w:start="1"', "")
        return (
            f"<w:sectPr>{self._furniture(lies, is_first)}"
            f'{"" if is_first else _GO_ON}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="1418" w:right="{side}" w:bottom="1304" w:left="{side}"'
            ' w:header="709" w:footer="624" w:gutter="0"/>'
            f"{numbers}{'<w:titlePg/>' if is_first else ''}</w:sectPr>"
        )

    def _furniture(self, lies: bool, is_first: bool) -> str:
        """Return references to heads and feet; a page that opens a chapter has no head, a title page no foot either."""
        bare = _is_bare(self.chapter)
        width = LYING if lies else UPRIGHT
        foot = "" if bare else _ends("Footer", _foot(self.document, self.chapter), field("PAGE", run("1")), width)
        head = (
            ""
            if bare
            else _ends("Header", _words(self.document.meta.title), _chapter_field(self.document, self.chapter), width)
        )
        parts = [("header", "default", head), ("footer", "default", foot)]
        if is_first:
            parts += [("header", "first", ""), ("footer", "first", foot)]
        return "".join(self._part(kind, place, content) for kind, place, content in parts)

    def _part(self, kind: str, place: str, content: str) -> str:
        """Return the reference to a head or foot, which is made where none has the same content."""
        package = self.story.file.package
        name = "hdr" if kind == "header" else "ftr"
        xml = f"{HEAD}<w:{name} {MAIN}>{content or paragraph('Footer')}</w:{name}>"
        target = self.story.file.furniture.get(xml, "")
        if not target:
            count = sum(part.startswith(f"word/{kind}") for part in package.parts)
            target = self.story.file.furniture[xml] = f"word/{kind}{count + 1}.xml"
            package.add(target, f"{WORD}.{kind}+xml", xml)
        place_id = self.story.relationships.to(kind, target.removeprefix("word/"))
        return f'<w:{kind}Reference w:type="{place}" r:id="{place_id}"/>'


def _is_bare(chapter: b.Chapter) -> bool:
    return any(isinstance(block, b.Section) and block.role in _BARE for block in chapter.blocks)


def numberings(chapters: Sequence[b.Chapter]) -> Iterable[str]:
    """Yield how the pages of each chapter are numbered: in Roman numerals before the body, from 1 where that begins."""
    roman = chapters[0].role == "front" and any(chapter.role != "front" for chapter in chapters) if chapters else False
    is_front = False
    for i, chapter in enumerate(chapters):
        was_front, is_front = is_front, roman and chapter.role == "front" and (is_front or not i)
        start = ' w:start="1"' if not i or was_front != is_front else ""
        yield f'<w:pgNumType w:fmt="{"lowerRoman" if is_front else "decimal"}"{start}/>'


def _ends(style: str, left: str, right: str, width: int) -> str:
    """Return a line with a text at either end, as a head or foot."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return paragraph(style, f"{left}<w:r><w:tab/></w:r>{right}", after=tabs)


def _foot(document: b.Document, chapter: b.Chapter) -> str:
    alone = len(document.chapters) == 1
    date = document.meta.date if alone else ""
    with suppress(ValueError):  # the date of a document may be words
        date = parse_date(date).words()
    authors = document.meta.authors if alone else chapter.authors
    words = " · ".join(part for part in (", ".join(authors), date) if part)
    return _words(words)


def _chapter_field(document: b.Document, chapter: b.Chapter) -> str:
    """Return the field that repeats the chapter, or the question of a document that is one chapter.

    It names its style by the level of the heading, which every language of Word understands.
    """
    level = 2 if len(document.chapters) == 1 else 1
    heading = next((heading for heading in walk.headings(chapter) if heading.level == level), None)
    if heading is None:
        return ""
    # What one page says is wrong on others; a program that knows no such field shows nothing there.
    shown = run(b.plain(heading.short or heading.children)) if level == 1 else ""
    return field(f"STYLEREF {level}", shown)


def _words(text: str) -> str:
    """Return text of the document's own, with curly marks like all other."""
    return run(b.plain(b.text(text))) if text else ""
