"""Links from a comparison to the points that it compares."""

from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point
from briefkit.views.comparison.asked import Asked


def linked(asked: Asked, brief: Brief, point: Point, words: b.Inlines) -> b.CrossReference:
    """Return words as a link to a point: in the same document in a book, else in the document of its brief."""
    anchor = f"{brief.name}-{point.id}"
    if asked.in_book:
        return b.CrossReference(anchor, words)
    heading = b.text(f"{point.label} {point.statement}")
    return b.CrossReference(anchor, words, elsewhere=b.Elsewhere(brief.name, heading))
