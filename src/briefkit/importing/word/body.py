"""Elements of a part → paragraphs and tables, with all that Word puts around them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeAlias
from xml.etree.ElementTree import Element

from briefkit.importing.content import Block, Blocks, Inlines, Item, Left, Look, Paragraph, Table, Text
from briefkit.importing.word.line import Line
from briefkit.importing.word.numbering import Numbering
from briefkit.importing.word.runs import Runs
from briefkit.importing.word.styles import Style, Styles, int_of, outline
from briefkit.importing.word.tree import at, value

Tracked: TypeAlias = Literal["accept", "reject"]
"""What becomes of tracked changes."""

DROPPED = {"accept": frozenset({"w:del", "w:moveFrom"}), "reject": frozenset({"w:ins", "w:moveTo"})}
"""The elements with what is left out."""

_WRAPPERS = {"w:customXml", "w:smartTag", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:sdtContent", "w:dir", "w:bdo"}


class Reader:
    """Reads the blocks of one part. Numbers, what is left out and sources are those of the whole file."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        links: dict[str, str],
        tracked: Tracked,
        left: list[Left],
        sources: dict[str, object],
    ) -> None:
        """Begin; `links` are the addresses of the part by their ids."""
        self.styles = styles
        self.numbering = numbering
        self.links = links
        self.dropped = DROPPED[tracked]
        self.line = Line(left, sources)
        self.boxes: list[Block] = []
        self._runs = Runs(self)
        self._carried: Inlines = ()
        """The text of a paragraph whose end is deleted: it stands before the next one."""

    def read(self, root: Element) -> Blocks:
        """Return the blocks of a part, a note or a cell that nothing comes after."""
        blocks = self.blocks(root)
        rest = self._carried + self.line.close()
        self._carried = ()
        if any((isinstance(inline, Text) and inline.text.strip()) or not isinstance(inline, Text) for inline in rest):
            blocks = (*blocks, Paragraph(rest))
        return blocks

    def blocks(self, element: Element, *, boxed: bool = False) -> Blocks:
        """Return the blocks in an element."""
        found: list[Block] = []
        for child in element:
            found += self._block(child, boxed)
        return tuple(found)

    def _block(self, element: Element, boxed: bool) -> Iterator[Block]:
        tag = element.tag
        if tag == "w:p":
            yield from self._paragraph(element, boxed)
        elif tag == "w:tbl":
            yield from self._table(element)
        elif tag == "w:sdt":
            yield from self._control(element, boxed)
        elif tag in self.dropped:
            self._runs.leave_tracked(element)
        elif tag in _WRAPPERS:
            yield from self.blocks(element, boxed=boxed)
        elif tag == "mc:AlternateContent":
            if (chosen := choice(element)) is not None:
                yield from self.blocks(chosen, boxed=boxed)
        elif tag == "w:altChunk":
            self.line.leave("embedded file", "", "a whole document that Word has not taken in yet")
        elif tag in ("m:oMathPara", "m:oMath"):
            self._runs.element(element, self.styles.body)
            yield from self._made((), Style(), None)

    def _control(self, element: Element, boxed: bool) -> Iterator[Block]:
        """Yield what stands in a content control, unless it is contents or a bibliography."""
        content = at(element, "w:sdtContent")
        if content is None:
            return
        known = self._runs.control(element)
        if known is None:
            yield from self.blocks(content, boxed=boxed)
            return
        self.line.begin(known)
        blocks = self.blocks(content, boxed=boxed)
        self.line.end()
        yield from blocks

    def _paragraph(self, element: Element, boxed: bool) -> Iterator[Block]:
        properties = at(element, "w:pPr")
        style = self.styles.paragraph(value(at(properties, "w:pStyle") if properties is not None else None))
        outer, self.boxes = self.boxes, []
        bookmarks: list[str] = []
        self._runs.bookmarks = bookmarks
        self._runs.children(element, style.look)
        boxes, self.boxes = self.boxes, outer
        if properties is not None and self._mark_is_dropped(properties):
            self._carried += self.line.taken()
        else:
            made = self._made(tuple(bookmarks), style, properties)
            yield from (replace(one, boxed=True) for one in made) if boxed else made
        yield from boxes

    def _mark_is_dropped(self, properties: Element) -> bool:
        mark = at(properties, "w:rPr")
        return mark is not None and any(child.tag in self.dropped for child in mark)

    def _made(self, bookmarks: tuple[str, ...], style: Style, properties: Element | None) -> Iterator[Paragraph]:
        """Yield the paragraph that has been read, if there is anything in it."""
        inlines, self._carried = self._carried + self.line.taken(), ()
        item = self._item(style, properties)
        if not any(not isinstance(inline, Text) or inline.text.strip() for inline in inlines):
            return
        level, centered = style.level, style.centered
        if properties is not None:
            if (own := at(properties, "w:outlineLvl")) is not None:
                level = outline(value(own))
            if (jc := at(properties, "w:jc")) is not None:
                centered = value(jc) == "center"
        yield Paragraph(inlines, style.name, level, item, centered, bookmarks)

    def _item(self, style: Style, properties: Element | None) -> Item | None:
        number, depth = style.number
        own = at(properties, "w:numPr") if properties is not None else None
        if own is not None:
            number = value(at(own, "w:numId")) or number
            depth = int_of(value(at(own, "w:ilvl")), depth)
        return self.numbering.item(number, depth) if number else None

    def _table(self, element: Element) -> Iterator[Table]:
        rows = []
        for row in self._parts(element, "w:tr"):
            properties = at(row, "w:trPr")
            if properties is not None and any(child.tag in self.dropped for child in properties):
                self._runs.leave_tracked(row)
                continue
            cells = tuple(self.blocks(cell) for cell in self._parts(row, "w:tc"))
            if any(cells):
                rows.append(cells)
        if rows:
            yield Table(tuple(rows))

    def _parts(self, element: Element, tag: str) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, through what may stand around them."""
        for child in element:
            if child.tag == tag:
                yield child
            elif child.tag in _WRAPPERS and child.tag not in self.dropped:
                yield from self._parts(child, tag)
            elif child.tag == "w:sdt" and (content := at(child, "w:sdtContent")) is not None:
                yield from self._parts(content, tag)
            elif child.tag in self.dropped:
                self._runs.leave_tracked(child)

    def box(self, element: Element) -> None:
        """Read a text box, which stands behind its paragraph."""
        held, self.line = self.line, self.line.beside()
        carried, self._carried = self._carried, ()
        bookmarks = self._runs.bookmarks
        outer, self.boxes = self.boxes, []
        found = self.blocks(element, boxed=True)
        rest = self._carried + self.line.close()
        if rest:
            found = (*found, Paragraph(rest, boxed=True))
        self.boxes = [*outer, *found]
        self.line, self._carried, self._runs.bookmarks = held, carried, bookmarks

    def run_look(self, name: str, inherited: Look) -> Look:
        """Return the look of a run in a style of characters."""
        return self.styles.run_look(name, inherited)


def choice(element: Element) -> Element | None:
    """Return what is to be read of alternatives: the first choice, else what stands in for it."""
    chosen = at(element, "mc:Choice")
    return chosen if chosen is not None else at(element, "mc:Fallback")
