"""Tracked changes: what Word shows as inserted or deleted, and takes or refuses at a click."""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.story import File
from briefkit.publish.formats.documents.docx.xml import escaped

Fate: TypeAlias = Literal["ins", "del", ""]

AUTHOR = "briefkit"
"""Who Word says made the changes: the program compared two texts, and does not know who wrote them."""

_TEXT = re.compile(r"<(/?)w:t(?=[ >])")


def tracked(xml: str, fate: Fate, file: File) -> str:
    """Return a run as inserted or deleted; as it is without a fate."""
    if not fate:
        return xml
    inner = _TEXT.sub(r"<\1w:delText", xml) if fate == "del" else xml
    return f"<w:{fate} {_about(file)}>{inner}</w:{fate}>"


def mark(fate: Fate, file: File) -> str:
    """Return the property of a paragraph, or of a row of a table, that came or went as a whole."""
    return f"<w:{fate} {_about(file)}/>" if fate else ""


def end_of_paragraph(fate: Fate, file: File) -> str:
    """Return the properties of the mark at the end of a paragraph: with it the paragraph comes or goes."""
    return f"<w:rPr>{mark(fate, file)}</w:rPr>" if fate else ""


def fate_of(inlines: b.Inlines) -> Fate:
    """Return whether a paragraph came or went as a whole."""
    if inlines and all(isinstance(inline, b.Inserted) for inline in inlines):
        return "ins"
    return "del" if inlines and all(isinstance(inline, b.Deleted) for inline in inlines) else ""


def fate_of_row(row: Iterable[b.Cell]) -> Fate:
    """Return whether a row of a table came or went as a whole."""
    found = {fate_of(block.children) if isinstance(block, b.Paragraph) else "" for cell in row for block in cell.blocks}
    return next(iter(found)) if len(found) == 1 else ""


def _about(file: File) -> str:
    date = f' w:date="{file.changed}"' if file.changed else ""
    return f'w:id="{file.next_id()}" w:author="{escaped(AUTHOR)}"{date}'
