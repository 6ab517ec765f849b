"""Runs and what stands among them: text, links, notes, fields, tracked changes, pictures, text boxes."""

import base64
import binascii
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from briefkit.importing.content import LeftKind, Look, NoteMark
from briefkit.importing.word import fields
from briefkit.importing.word.counted import texts
from briefkit.importing.word.fields import Field
from briefkit.importing.word.styles import look as looked
from briefkit.importing.word.tree import at, is_on, value

if TYPE_CHECKING:
    from briefkit.importing.word.body import Reader

_INSIDE = {
    *("w:smartTag", "w:customXml", "w:sdtContent", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:dir", "w:bdo"),
    *("w:rubyBase", "w:ruby", "w:subDoc"),
}
_SIGNS = {"w:tab": " ", "w:ptab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_TRACKED: dict[str, LeftKind] = {
    "w:del": "deletion",
    "w:ins": "insertion",
    "w:moveFrom": "moved text",
    "w:moveTo": "moved text",
    "w:tr": "deletion",
}
_MENDELEY = "MENDELEY_CITATION_v3_"
_BULLETS = {"F0B7", "F0A7", "F076", "F0D8"}


class Runs:
    """Reads what stands in paragraphs into the line of a reader."""

    def __init__(self, reader: "Reader") -> None:
        """Begin."""
        self._reader = reader
        self.bookmarks: list[str] = []
        self._custom_mark = False

    def children(self, element: Element, look: Look) -> None:
        """Read all that stands in an element; `look` is what runs inherit."""
        for child in element:
            self.element(child, look)

    def element(self, element: Element, look: Look) -> None:
        """Read one element of a paragraph."""
        tag, line = element.tag, self._reader.line
        if tag == "w:r":
            self._run(element, look)
        elif tag in self._reader.dropped:
            self.leave_tracked(element)
        elif tag in _INSIDE:
            self.children(element, look)
        elif tag == "w:hyperlink":
            self._link(element, look)
        elif tag == "w:fldSimple":
            line.begin(fields.understand(value(element, "w:instr")))
            self.children(element, look)
            line.end()
        elif tag == "w:sdt":
            self._sdt(element, look)
        elif tag in ("m:oMath", "m:oMathPara"):
            line.text("".join(part.text or "" for part in element.iter("m:t")), look)
        elif tag == "mc:AlternateContent":
            self._alternatives(element, look)
        else:
            self._mark(element)

    def _mark(self, element: Element) -> None:
        """Read a bookmark, or the beginning or end of what a comment is about."""
        line = self._reader.line
        if element.tag == "w:bookmarkStart":
            self.bookmarks.append(value(element, "w:name"))
        elif element.tag == "w:commentRangeStart":
            line.watch(value(element, "w:id"))
        elif element.tag == "w:commentRangeEnd":
            line.unwatch(value(element, "w:id"))

    def leave_tracked(self, element: Element) -> None:
        """List a tracked change that is not taken, in its words."""
        for text in texts(element, ()):
            self._reader.line.leave(_TRACKED[element.tag], text)

    def _run(self, run: Element, inherited: Look) -> None:
        properties = at(run, "w:rPr")
        look = inherited
        if properties is not None:
            if (style := at(properties, "w:rStyle")) is not None:
                look = self._reader.run_look(value(style), inherited)
            look = looked(properties, look)
            if is_on(at(properties, "w:vanish")):
                self._reader.line.leave("hidden text", " ".join(texts(run, ())))
                return
        for child in run:
            self._piece(child, look)
        self._custom_mark = False

    def _piece(self, element: Element, look: Look) -> None:
        """Read one piece of a run."""
        tag, line = element.tag, self._reader.line
        if tag in ("w:t", "w:delText"):
            if self._custom_mark:
                line.leave("sign", element.text or "", "the mark of a note, which is numbered instead")
            elif line.in_code:
                line.leave("field", element.text or "", "text in the code of a field")
            else:
                line.text(element.text or "", look)
        elif tag in _SIGNS:
            is_page = tag == "w:br" and value(element, "w:type") in ("page", "column")
            line.text(" " if is_page else _SIGNS[tag], look)
        elif tag == "w:instrText":
            line.code(element.text or "")
        elif tag == "w:fldChar":
            self._field(value(element, "w:fldCharType"))
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            line.add(NoteMark(f"{tag[2]}{value(element, 'w:id')}"))
            self._custom_mark = value(element, "w:customMarkFollows") in ("1", "true", "on")
        elif tag == "w:sym":
            self._sign(element, look)
        elif tag in ("w:drawing", "w:pict", "w:object"):
            self._picture(element)
        elif tag in ("mc:AlternateContent", "w:ruby"):
            self.element(element, look)
        elif tag == "w:rt":
            line.leave("hidden text", " ".join(texts(element, ())), "how a word is read (ruby)")

    def _field(self, kind: str) -> None:
        line = self._reader.line
        if kind == "begin":
            line.begin()
        elif kind == "separate":
            line.separate()
        elif kind == "end":
            line.end()

    def _link(self, element: Element, look: Look) -> None:
        address = self._reader.links.get(value(element, "r:id"), "")
        if address and (anchor := value(element, "w:anchor")):
            address = f"{address}#{anchor}"
        if not address.lower().startswith(("http://", "https://", "mailto:")):
            if address:
                self._reader.line.leave("field", "", f"a link to {address[:200]}")
            address = ""
        self._reader.line.begin(Field(link=address))
        self.children(element, look)
        self._reader.line.end()

    def _sdt(self, element: Element, look: Look) -> None:
        content = at(element, "w:sdtContent")
        if content is None:
            return
        known = self.control(element)
        if known:
            self._reader.line.begin(known)
        self.children(content, look)
        if known:
            self._reader.line.end()

    def control(self, element: Element) -> Field | None:
        """Return what a content control is when it is more than what stands in it."""
        properties = at(element, "w:sdtPr")
        if properties is None:
            return None
        if is_on(at(properties, "w:showingPlcHdr")):
            return Field("field")
        tag = value(at(properties, "w:tag"))
        if tag.startswith("MENDELEY_BIBLIOGRAPHY"):
            return Field("bibliography")
        if tag.startswith(_MENDELEY):
            try:
                text = base64.b64decode(tag.removeprefix(_MENDELEY), validate=True).decode("utf-8")
            except (binascii.Error, ValueError):
                return None
            found = fields.csl(text)
            return found if found.items else None
        gallery = at(properties, "w:docPartObj", "w:docPartGallery")
        return Field("contents") if value(gallery).lower() == "table of contents" else None

    def _alternatives(self, element: Element, look: Look) -> None:
        """Read the first choice of alternatives, else what stands in for it."""
        chosen = at(element, "mc:Choice")
        chosen = chosen if chosen is not None else at(element, "mc:Fallback")
        for child in chosen if chosen is not None else ():
            if child.tag in ("w:drawing", "w:pict", "w:object", "w:t", "w:sym"):
                self._piece(child, look)
            else:
                self.element(child, look)

    def _picture(self, element: Element) -> None:
        """Read the text boxes of a drawing; what else it shows is listed as a figure to do."""
        boxes = list(_boxes(element))
        for box in boxes:
            self._reader.box(box)
        kinds = {part.tag for part in element.iter()}
        shows = {"a:blip", "v:imagedata", "c:chart"} & kinds or any(tag == "x:relIds" for tag in kinds)
        if shows or not boxes:
            described = next(iter(element.iter("wp:docPr")), None)
            words = value(described, "descr") or value(described, "title")
            self._reader.line.leave(
                "image", "", f"{'a chart' if 'c:chart' in kinds else 'a picture'}: {words or 'no description'}"
            )

    def _sign(self, element: Element, look: Look) -> None:
        """Read a sign of a font of signs; only those that mean something outside of it are text."""
        code = value(element, "w:char").upper()
        if code in _BULLETS:
            self._reader.line.text("•", look)
        elif len(code) == 4 and not code.startswith("F") and _is_hexadecimal(code):
            self._reader.line.text(chr(int(code, 16)), look)
        else:
            self._reader.line.leave("sign", "", f"a sign of the font {value(element, 'w:font') or 'of signs'}")


def _boxes(element: Element) -> list[Element]:
    """Return the text boxes in a drawing, each once, without those inside others."""
    found = []
    for child in element:
        if child.tag == "w:txbxContent":
            found.append(child)
        elif child.tag == "mc:AlternateContent":
            chosen = at(child, "mc:Choice")
            chosen = chosen if chosen is not None else at(child, "mc:Fallback")
            found += _boxes(chosen) if chosen is not None else []
        else:
            found += _boxes(child)
    return found


def _is_hexadecimal(code: str) -> bool:
    return all(sign in "0123456789ABCDEF" for sign in code)
