"""The words of a Word file by a second, simpler reading, to hold the first against."""

from collections.abc import Collection
from xml.etree.ElementTree import Element

_BREAKS = {"w:tab", "w:br", "w:cr", "w:footnoteReference", "w:endnoteReference", "w:ptab"}
_TEXTS = {"w:t", "w:delText", "m:t"}


def texts(root: Element, dropped: Collection[str]) -> list[str]:
    """Return every text of a part, deletions and all, parted where words end.

    `dropped` are the elements with what the first reading leaves out as a tracked change: words inside them are read
    apart, so that those around them stay whole.
    """
    found: list[str] = []
    line: list[str] = []
    _read(root, line, found, dropped)
    found.append("".join(line))
    return [text for text in found if text.strip()]


def _read(element: Element, line: list[str], found: list[str], dropped: Collection[str]) -> None:
    tag = element.tag
    if tag in _TEXTS:
        line.append(element.text or "")
    elif tag in _BREAKS:
        line.append(" ")
    elif tag == "w:noBreakHyphen":
        line.append("-")
    elif tag != "mc:Fallback":
        apart = tag == "w:p" or tag == "w:rt" or tag in dropped
        own: list[str] = [] if apart else line
        for child in element:
            _read(child, own, found, dropped)
        if apart:
            found.append("".join(own))
