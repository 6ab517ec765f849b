"""A value made of paragraphs and footnotes only, cut into them; any other value is refused."""

import re
from typing import NamedTuple

# Unprintable to Python, letters to Markdown: blanks that do not break, thin ones, and marks without width.
_HARMLESS = dict.fromkeys(map(ord, "\xa0\xad\u2009\u200a\u200b\u200c\u200d\u202f\u2060"))
_ENTITY = re.compile(r"&#?\w+;")
# What may start a heading, a quotation, a list, a code block, a table or a rule. Rules and lists of asterisks and
# underscores are none of the emphasis that the scan takes.
_BLOCK = r"[#>+=|:~-]"
_FIRST = re.compile(rf" |{_BLOCK}|[0-9]+[.)](?:[ \n]|\Z)")
# Of the ordered lists one from 1 ends a paragraph, and in a footnote any whose line is not indented.
_LATER = re.compile(rf"\n *+(?:{_BLOCK}|0*1[.)])")
_UNINDENTED_NUMBER = re.compile(r"\n {0,3}[0-9]+[.)]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
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
    has_footnotes = "]:" in value
    for match in _PARAGRAPH.finditer(value):
        start, end = match.span()
        if _FIRST.match(value, start):
            return None
        if has_footnotes:
            paragraphs += _parts(value, start, end)
        else:
            paragraphs.append(Paragraph(start, start, end))
    return paragraphs if not has_footnotes or _are_footnotes(value, paragraphs) else None


def _are_footnotes(value: str, paragraphs: list[Paragraph]) -> bool:
    """Tell whether every `]:` is a footnote's, so that none makes an address for links."""
    notes = [paragraph for paragraph in paragraphs if paragraph.label]
    return value.count("]:") == len(notes) and not any(
        value[max(note.begin - 1, 0) : note.begin].strip("\n") or _UNINDENTED_NUMBER.search(value, note.start, note.end)
        for note in notes
    )


def _is_refused(value: str) -> bool:
    return bool(
        "`" in value
        or "<" in value
        or "\\" in value
        or "![" in value
        # Blanks at the end of a line may break it.
        or " \n" in value
        or value.endswith(" ")
        or ("&" in value and _ENTITY.search(value))
        or not _is_plain(value.replace("\n", ""))
        or _LATER.search(value)
    )


def _is_plain(text: str) -> bool:
    """Tell whether a text has neither tabs and control characters nor odd line breaks."""
    return text.isprintable() or text.translate(_HARMLESS).isprintable()


def _parts(value: str, start: int, end: int) -> list[Paragraph]:
    """Return the text before the first footnote, if there is any, and the footnotes."""
    labels = list(_DEFINITION.finditer(value, start, end))
    begins = [*(label.start() for label in labels), end + 1]
    before = [Paragraph(start, start, begins[0] - 1)] if begins[0] > start else []
    return before + [
        Paragraph(label.start(), label.end(), following - 1, label[1])
        for label, following in zip(labels, begins[1:], strict=True)
    ]
