"""A value made of paragraphs and footnotes only, cut into them; any other value is refused."""

import re
from typing import NamedTuple

_ODD = re.compile("[\t\x00\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029\ud800-\udfff]")
# Code, HTML, escapes, images, and blanks at the end of a line, which may break it.
_REFUSED = ("`", "<", "\\", "![", " \n")
_ENTITY = re.compile(r"&#?\w+;")
# What may start a heading, a quotation, a list, a code block, a table or a rule. Rules and lists of asterisks and
# underscores are none of the emphasis that the scan takes.
_BLOCK = r"[#>+=|:~-]"
_FIRST = re.compile(rf" |{_BLOCK}|[0-9]+[.)](?:[ \n]|\Z)")
# Of the ordered lists one from 1 ends a paragraph, and in a footnote any whose line is not indented.
_LATER = re.compile(rf"\n *+(?:{_BLOCK}|0*1[.)])")
_UNINDENTED_NUMBER = re.compile(r"\n {0,3}[0-9]+[.)]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*+")
_DEFINITION = re.compile(rf"\[\^([^\s\[\]]+)\]: (?!\n|\Z|{_FIRST.pattern})")


class Paragraph(NamedTuple):
    """A paragraph of the value, from its first to after its last letter; with a label the text of that footnote.

    `begin` is before the label. Lines after the first may be indented.
    """

    begin: int
    start: int
    end: int
    label: str = ""


def cut(value: str) -> list[Paragraph] | None:
    """Return the paragraphs and footnotes of a value, None where it may hold other blocks or code, HTML, escapes."""
    if _is_refused(value):
        return None
    paragraphs: list[Paragraph] = []
    for match in _PARAGRAPH.finditer(value):
        start, end = match.span()
        if _FIRST.match(value, start):
            return None
        paragraphs += _parts(value, start, end)
    # Every `]:` is then a footnote's, and none makes an address for links.
    footnotes = [paragraph for paragraph in paragraphs if paragraph.label]
    if value.count("]:") != len(footnotes) or not all(_is_footnote(value, note) for note in footnotes):
        return None
    return paragraphs


def _is_footnote(value: str, note: Paragraph) -> bool:
    starts_line = note.begin == 0 or value[note.begin - 1] == "\n"
    return starts_line and not _UNINDENTED_NUMBER.search(value, note.start, note.end)


def _is_refused(value: str) -> bool:
    return (
        any(sign in value for sign in _REFUSED)
        or value.endswith(" ")
        or (not value.isprintable() and _ODD.search(value) is not None)
        or ("&" in value and _ENTITY.search(value) is not None)
        or _LATER.search(value) is not None
    )


def _parts(value: str, start: int, end: int) -> list[Paragraph]:
    """Return the text before the first footnote, if there is any, and the footnotes."""
    if value.find("]: ", start, end) < 0:
        return [Paragraph(start, start, end)]
    labels = list(_DEFINITION.finditer(value, start, end))
    begins = [*(label.start() for label in labels), end + 1]
    before = [Paragraph(start, start, begins[0] - 1)] if begins[0] > start else []
    return before + [
        Paragraph(label.start(), label.end(), following - 1, label[1])
        for label, following in zip(labels, begins[1:], strict=True)
    ]
