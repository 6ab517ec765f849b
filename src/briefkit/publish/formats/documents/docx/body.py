"""Blocks → paragraphs and tables, each styled by what it is."""

from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx import contents, figures, tables
from briefkit.publish.formats.documents.docx.changes import Fate, end_of_paragraph, fate_of, tracked
from briefkit.publish.formats.documents.docx.inlines import Look, runs
from briefkit.publish.formats.documents.docx.language import begins_from_the_right
from briefkit.publish.formats.documents.docx.sections import LYING, Sections
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.where import LISTED, QUOTED, Where
from briefkit.publish.formats.documents.docx.xml import bookmark, paragraph, run

_BULLETS = 1
"""The numbering of all lists with bullets."""
_DEEPEST = 8
_KEY = 3
"""Letters up to which a term is a label, and what is said of it stands close to it."""


class Body:
    """Blocks as the content of a part, one after the other."""

    def __init__(self, story: Story, sections: Sections | None = None) -> None:
        """Begin; `sections` are those of a chapter, without which nothing turns the page on its side."""
        self.story = story
        self.sections = sections
        self.parts: list[str] = []
        self.breaks_page = False
        self.keeps_next = False

    def blocks(self, blocks: b.Blocks, where: Where) -> None:
        """Write blocks; the facts of a point stay on the page where its text ends."""
        for i, block in enumerate(blocks):
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            self.keeps_next = isinstance(following, b.Section) and following.role == "facts"
            self._block(block, where)
        self.keeps_next = False

    def _block(self, block: b.Block, where: Where) -> None:
        match block:
            case b.Section(role, inner, title):
                if title:
                    self._paragraph("SummaryHeading" if role == "summary" else "PartTitle", title, where)
                self.blocks(inner, where.inside(block))
            case b.Heading():
                self.heading(block, where)
            case b.Paragraph(children, role, language):
                own = where._replace(language=language) if language else where
                self._paragraph(own.style(role), children, own)
            case b.BulletList() | b.OrderedList() | b.DefinitionList():
                self._listed(block, where)
            case b.Quote(inner):
                self.blocks(inner, where._replace(quotes=where.quotes + 1))
            case b.Table() | b.Figure() | b.Contents():
                self._break()
                self._set_apart(block, where)
            case b.Preformatted(text):
                lines = [run(line.expandtabs()) for line in text.split("\n")]
                self._add("SourceCode", "<w:r><w:br/></w:r>".join(lines), where)
            case b.Divider():
                self._add("Divider", "", where)
            case b.PageBreak():
                self.breaks_page = True

    def _listed(self, block: b.BulletList | b.OrderedList | b.DefinitionList, where: Where) -> None:
        match block:
            case b.BulletList(items):
                self._list(items, "ListBullet", _BULLETS, where)
            case b.OrderedList(items, start):
                self.story.file.lists.append((min(where.depth, _DEEPEST), start))
                self._list(items, "ListNumber", _BULLETS + len(self.story.file.lists), where)
            case b.DefinitionList(items):
                self._definitions(items, where)

    def _set_apart(self, block: b.Table | b.Figure | b.Contents, where: Where) -> None:
        match block:
            case b.Table():
                self._table(block, where)
            case b.Figure():
                self.parts += figures.lines(block, where, self.story, _content)
            case b.Contents():
                self.parts += contents.lines(block, self.sections.following, self.story) if self.sections else ()

    def heading(self, heading: b.Heading, where: Where, style: str = "") -> None:
        """Write a heading with its bookmark; its authors are an entry of the contents, which Word reads there."""
        content = runs(heading.children, self.story, Look(language=where.language))
        if not content:
            return
        if heading.anchor:
            place = self.story.file.next_id()
            name = bookmark(heading.anchor)
            content = f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{place}"/>'
        style = style or where.heading or f"Heading{min(heading.level, 6)}"
        fate = fate_of(heading.children)
        self._add(style, content + contents.entry(heading, self.story), Where(where.width), fate=fate)

    def _table(self, table: b.Table, where: Where) -> None:
        """Write a table; one that is wide stands on pages of its own that lie on their side."""
        turned = self.sections if self.sections and self.sections.is_upright and _is_free(where) else None
        if not (turned and tables.is_too_wide(table, where.width)):
            turned = None
        if not turned:
            self.parts += tables.lines(table, where, self.story, _content)
            return
        self.parts.append(turned.end(lies=False))
        self.parts += tables.lines(table, where._replace(width=LYING), self.story, _content)
        self.parts.append(turned.end(lies=True))

    def _paragraph(self, style: str, children: b.Inlines, where: Where, numbered: str = "", lead: str = "") -> None:
        content = runs(children, self.story, Look(language=where.language))
        if content or numbered or lead:
            turned = begins_from_the_right(b.plain(children))
            self._add(style, lead + content, where, numbered, fate_of(children), turned=turned)

    def _add(
        self, style: str, content: str, where: Where, numbered: str = "", fate: Fate = "", *, turned: bool = False
    ) -> None:
        kept = "<w:keepNext/>" if self.keeps_next else ""
        before = f"{kept}{'<w:pageBreakBefore/>' if self.breaks_page else ''}{numbered}"
        self.breaks_page = self.keeps_next = False
        after = (
            ("<w:bidi/>" if turned else "")
            + _place(where, is_item=bool(numbered))
            + end_of_paragraph(fate, self.story.file)
        )
        self.parts.append(paragraph(style, content, before, after))

    def _break(self) -> None:
        """Write the page break that is due; what comes next is no paragraph."""
        if self.breaks_page:
            self._add("SectionEnd", "", Where(0))

    def _list(self, items: Sequence[b.Blocks], kind: str, number: int, where: Where) -> None:
        inner = where._replace(depth=where.depth + 1)
        level = min(where.depth, _DEEPEST)
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in items:
            match item:
                case (b.Paragraph(children), *rest):
                    self._paragraph(where.listed(kind), children, where, numbered)
                case rest:  # a list that begins with another block still has its number
                    self._paragraph(where.listed(kind), (), where, numbered)
            self.blocks(tuple(rest), inner)

    def _definitions(self, items: Sequence[tuple[b.Inlines, b.Blocks]], where: Where) -> None:
        is_key = all(len(b.plain(term)) <= _KEY for term, _ in items)
        style = "" if where.is_cell or where.own else where.defined or ("KeyEntry" if is_key else "DefinitionEntry")
        for i, (term, said) in enumerate(items, 1):
            self.keeps_next = bool(where.defined) and i < len(items)
            lead = runs(term, self.story, Look("FactName" if where.defined else "", True, language=where.language))
            between = "<w:r><w:tab/></w:r>" if style.endswith("Entry") else run(": ")
            lead += tracked(between, fate_of(term), self.story.file)
            match said:
                case (b.Paragraph(children, role), *rest):
                    self._paragraph(style or where.style(role), children, where, lead=lead)
                case rest:
                    self._paragraph(style or where.style("text"), (), where, lead=lead)
            self.blocks(tuple(rest), where)


def _is_free(where: Where) -> bool:
    """Tell whether nothing stands around a block that the end of a section would part."""
    return not (where.is_cell or where.depth or where.quotes)


def _content(blocks: b.Blocks, where: Where, story: Story) -> list[str]:
    """Return blocks as they stand in a cell."""
    body = Body(story)
    body.blocks(blocks, where)
    return body.parts


def _place(where: Where, *, is_item: bool) -> str:
    """Return indentation and alignment where the style, or the numbering of the list, does not say them."""
    left = QUOTED * where.quotes + LISTED * (where.depth + is_item)
    said = 0 if is_item else QUOTED if where.quotes else 0
    own = LISTED * (where.depth + 1) if is_item else LISTED if where.depth and not where.quotes else said
    indent = ""
    if left != own and not where.is_cell:
        indent = f'<w:ind w:left="{left}"{f" w:hanging={chr(34)}{LISTED}{chr(34)}" if is_item else ""}/>'
    return indent + (f'<w:jc w:val="{where.align}"/>' if where.align else "")
