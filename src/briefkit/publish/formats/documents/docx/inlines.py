"""Inlines → runs of text, links, marks of notes."""

import re
from functools import lru_cache
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.addresses import address
from briefkit.publish.formats.documents.docx.changes import Fate, tracked
from briefkit.publish.formats.documents.docx.language import directed, language
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.xml import bookmark, escaped, field, styled_run

_BLANKS = re.compile(r"[ \t\r\n]+")
_UNEVEN = re.compile(r"[ \t\r\n]{2}|[\t\r\n]")
_NOTE_STYLE = "FootnoteReference"

ROLES: dict[b.Role, str] = {
    "label": "Label",
    "muted": "Muted",
    "strong": "Strong",
    "shared": "Shared",
    "distinct": "Distinct",
    "orphan": "Orphan",
    "waived": "Waived",
    "caution": "Caution",
    "good": "Good",
    "error": "Error",
    "warning": "Warning",
    "info": "Info",
}
"""The styles of characters that stand for roles."""


class Look(NamedTuple):
    """How a run looks: its style, what comes on top of it, and its language where that is not the document's."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    raised: bool = False
    language: str = ""
    from_the_right: bool = False

    def styled(self, style: str) -> "Look":
        """Return the look in another style."""
        return Look(style, self.bold, self.italic, self.raised, self.language)


PLAIN = Look()


@lru_cache(maxsize=1 << 10)
def properties(look: Look) -> str:
    """Return the properties of a run; bold and italic are styles, too, where the run has no other."""
    style, bold, italic = look.style, look.bold, look.italic
    if not style and bold:
        style, bold = "Strong", False
    elif not style and italic:
        style, italic = "Emphasis", False
    found = [
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/>" if bold else "",
        "<w:i/>" if italic else "",
        '<w:vertAlign w:val="superscript"/>' if look.raised else "",
        "<w:rtl/>" if look.from_the_right else "",
        language(look.language) if look.language else "",
    ]
    return f"<w:rPr>{''.join(found)}</w:rPr>" if any(found) else ""


def runs(inlines: b.Inlines, story: Story, look: Look = PLAIN) -> str:
    """Return inlines as the content of a paragraph; white space at its beginning is left out."""
    match inlines:
        case (b.Text(text),) if not _BLANKS.match(text) and not _UNEVEN.search(text):  # most cells and many headings
            return _run(text, look) if text else ""
    line = _Line(story)
    line.write(inlines, look)
    return "".join(line.parts)


def _run(text: str, look: Look) -> str:
    """Return text as runs, one for each direction of writing."""
    return "".join(_stretch(part, look._replace(from_the_right=turned)) for part, turned in directed(text))


def _stretch(text: str, look: Look) -> str:
    """Return a run of text, with a word for Word to keep the blanks at its ends, if it has any."""
    kept = ' xml:space="preserve"' if text[-1] == " " or text[0] == " " else ""
    return f"<w:r>{properties(look)}<w:t{kept}>{escaped(text)}</w:t></w:r>"


_Marked: TypeAlias = b.Emphasis | b.Strong | b.Superscript | b.Styled


def _inside(inline: _Marked, look: Look, *, is_link: bool) -> Look:
    """Return the look of what stands inside an inline; links keep their style."""
    match inline:
        case b.Emphasis():
            return look._replace(italic=True)
        case b.Strong():
            return look._replace(bold=True)
        case b.Superscript():
            return look._replace(raised=True)
        case b.Styled(_, role, language):
            look = look._replace(language=language or look.language)
            if role == "strong":
                return look._replace(bold=True)
            return look if is_link or not role else look.styled(ROLES[role])


class _Line:
    """The content of a paragraph as far as it is written."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.parts: list[str] = []
        self.ends_blank = True
        self.ends_with_note = False
        self.in_link = False
        self.fate: Fate = ""
        self.held: list[b.NoteMark] = []
        """Notes of the link that is being written, which come after it."""

    def write(self, inlines: b.Inlines, look: Look) -> None:
        for inline in inlines:
            match inline:
                case b.Text(text):
                    self._text(text, look)
                case b.Code(text):
                    self._text(text, look.styled("VerbatimChar"))
                case b.LineBreak():
                    self._put_run("<w:r><w:br/></w:r>")
                    self.ends_blank = True
                case b.Link(children, url):
                    self._link(children, url, look)
                case b.CrossReference():
                    self._cross_reference(inline, look)
                case b.NoteMark():
                    self._note(inline)
                case b.Inserted(children):
                    self._change(children, look, "ins")
                case b.Deleted(children):
                    self._change(children, look, "del")
                case _:
                    self.write(inline.children, _inside(inline, look, is_link=self.in_link))

    def _put(self, xml: str) -> None:
        self.parts.append(xml)
        self.ends_with_note = False

    def _put_run(self, xml: str) -> None:
        self._put(tracked(xml, self.fate, self.story.file))

    def _change(self, children: b.Inlines, look: Look, fate: Fate) -> None:
        """Write what was inserted or deleted; what comes after it is written as if what was deleted were not there."""
        outer, self.fate = self.fate, fate
        before = self.ends_blank, self.ends_with_note
        self.write(children, look)
        self.fate = outer
        if fate == "del":
            self.ends_blank, self.ends_with_note = before

    def _text(self, text: str, look: Look) -> None:
        if _UNEVEN.search(text):
            text = _BLANKS.sub(" ", text)
        if self.ends_blank:
            text = text.removeprefix(" ")
        if not text:
            return
        self.ends_blank = text[-1] == " "
        self.ends_with_note = False
        self.parts.append(tracked(_run(text, look), self.fate, self.story.file))

    def _link(self, children: b.Inlines, url: str, look: Look) -> None:
        shown = children if b.plain(children).strip() else (b.Text(url), *children)
        target = address(url)
        if not target:
            self.write(shown, look)
            return
        name = self.story.relationships.to("hyperlink", target, external=True) if not self.in_link else ""
        self._linked(shown, f'r:id="{name}"', look.styled("Hyperlink"))

    def _cross_reference(self, reference: b.CrossReference, look: Look) -> None:
        is_here = reference.anchor in self.story.file.anchors
        shown = reference.label if is_here and reference.label else b.both(reference)
        place = f'w:anchor="{bookmark(reference.anchor)}"'
        if reference.elsewhere:
            file = f"{quote(reference.elsewhere.document, errors='replace')}.docx"
            place = f'r:id="{self.story.relationships.to("hyperlink", file, external=True)}" {place}'
        if is_here or reference.elsewhere:
            self._linked(shown, place, look.styled("CrossReference"))
        else:
            self.write(shown, look)

    def _linked(self, children: b.Inlines, place: str, look: Look) -> None:
        """Write a link; one inside another is text, and notes in it follow it."""
        if self.in_link:
            self.write(children, look)
            return
        self.in_link = True
        self._put(f"<w:hyperlink {place}>")
        before = len(self.parts)
        self.write(children, look)
        if len(self.parts) == before:  # nothing to click at
            self.parts.pop()
        else:
            self._put("</w:hyperlink>")
        self.in_link = False
        held, self.held = self.held, []
        for mark in held:
            self._note(mark)

    def _tracked_mark(self, mark: b.NoteMark, comma: str) -> str:
        """Return the mark of a note that has one already, as it came or went: its number, since fields are not."""
        number = styled_run(str(mark.number), _NOTE_STYLE)
        return tracked(f"{comma}{number}", self.fate, self.story.file)

    def _note(self, mark: b.NoteMark) -> None:
        """Write the mark of a note: the note itself, or, after the first time and in notes, a reference to it."""
        if self.in_link:
            self.held.append(mark)
            return
        file = self.story.file
        comma = styled_run(",", _NOTE_STYLE) if self.ends_with_note else ""
        number, _ = file.notes.get(mark.anchor, (0, None))
        name = f"_note_{number}"
        if not number:
            self._put_run(styled_run(str(mark.number), _NOTE_STYLE))
        elif mark.anchor in file.marked or self.story.is_notes:
            again = field(f"NOTEREF {name} \\f \\h", styled_run(str(mark.number), _NOTE_STYLE))
            self._put(comma + again if not self.fate else self._tracked_mark(mark, comma))
        else:
            file.marked.add(mark.anchor)
            place = file.next_id()
            reference = (
                f'<w:r><w:rPr><w:rStyle w:val="{_NOTE_STYLE}"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
            )
            self._put(
                f'{tracked(comma, self.fate, file) if comma else ""}<w:bookmarkStart w:id="{place}" w:name="{name}"/>'
                f"{tracked(reference, self.fate, file)}"
                f'<w:bookmarkEnd w:id="{place}"/>'
            )
        self.ends_with_note = True
        self.ends_blank = False
