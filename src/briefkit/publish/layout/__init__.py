"""Blocks → lines of text with roles, no wider than a number of display cells.

The terminal paints the roles; paged text drops them and parts the same pieces into pages.
"""

from briefkit.publish.layout.anchors import Anchors
from briefkit.publish.layout.cells import cells, shorten
from briefkit.publish.layout.flow import lay_chapter, lay_out
from briefkit.publish.layout.lines import (
    PLAIN,
    Box,
    Grid,
    GridRow,
    Line,
    Look,
    Piece,
    Role,
    Segment,
    lines_of,
    spaced,
    text_of,
)
from briefkit.publish.layout.pages import Page, paginate
from briefkit.publish.layout.wrap import wrap

__all__ = [
    "PLAIN",
    "Anchors",
    "Box",
    "Grid",
    "GridRow",
    "Line",
    "Look",
    "Page",
    "Piece",
    "Role",
    "Segment",
    "cells",
    "lay_chapter",
    "lay_out",
    "lines_of",
    "paginate",
    "shorten",
    "spaced",
    "text_of",
    "wrap",
]
