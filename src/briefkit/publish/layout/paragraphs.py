"""How paragraphs stand by their role: how far the lines after the first hang, and which are close to the one above."""

from collections.abc import Mapping

from briefkit.document import blocks as b
from briefkit.publish.layout.cells import cells

_HANGS: Mapping[b.ParagraphRole, int] = {"name": 2, "remark": 2, "verdict": 3, "finding": 3, "entry": 3}
"""Cells by which the lines after the first hang; those of a statement hang under it, behind its label."""


def is_close(paragraph: b.Paragraph) -> bool:
    """Tell whether a paragraph has no empty line above it: one of several that belong together, each of which hangs."""
    return paragraph.role in _HANGS or paragraph.role == "statement"


def hang_of(paragraph: b.Paragraph) -> int:
    """Return by how many cells the lines after the first of a paragraph hang."""
    return behind_label(paragraph.children) if paragraph.role == "statement" else _HANGS.get(paragraph.role, 0)


def behind_label(inlines: b.Inlines) -> int:
    """Return how many cells the label takes with which inlines begin, and the blank behind it; 0 without a label."""
    match inlines:
        case (b.Strong(inner), *_):
            return behind_label(inner)
        case (b.Styled(label, "label"), *_):
            return cells(b.plain(label)) + 1
        case _:
            return 0
