"""Links from a comparison to the points that it compares."""

from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point


def linked(brief: Brief, point: Point, words: b.Inlines) -> b.CrossReference:
    """Return words as a link to a point in the document of its brief."""
    anchor = f"{brief.name}-{point.id}"
    heading = b.text(f"{point.label} {point.statement}")
    return b.CrossReference(anchor, words, elsewhere=b.Elsewhere(brief.name, heading))
