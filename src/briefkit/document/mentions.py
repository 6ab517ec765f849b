"""Mentions of figures in prose: each becomes a cross-reference to the figure, with its number."""

from collections.abc import Mapping

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.format.model import Brief


def labels(brief: Brief) -> dict[str, b.CrossReference]:
    """Return the cross-reference to each figure of a brief, by its id; its label is `figure 1`."""
    return {
        figure.id: b.CrossReference(anchor(brief, figure.id), b.text(f"figure {figure.number}"))
        for figure in brief.figures
    }


def anchor(brief: Brief, figure: str) -> str:
    """Return the anchor of a figure of a brief."""
    return f"{brief.name}--figure-{figure}"


def resolved(blocks: b.SourceBlocks, figures: Mapping[str, b.CrossReference]) -> b.SourceBlocks:
    """Return the blocks with a cross-reference for each mention of a figure, those in footnotes, too.

    A mention that begins a sentence has a capital; one of a figure that is not there stays.
    """

    def changed(inlines: b.SourceInlines) -> b.SourceInlines:
        found: list[b.SourceInline] = []
        for inline in inlines:
            match inline:
                case b.FigureReference(name):
                    known = figures.get(name)
                    found.append((_capital(known) if _begins(found) else known) if known else inline)
                case b.Note(label, remark):
                    found.append(b.Note(label, walk.each_run(remark, changed)))
                case b.Citation():
                    found.append(inline)
                case other:
                    found.append(walk.descended(other, changed))
        return tuple(found)

    return walk.each_run(blocks, changed)


def _begins(before: list[b.SourceInline]) -> bool:
    """Tell whether a sentence begins after the inlines."""
    return not before or b.plain(tuple(before[-1:])).rstrip().endswith((".", "?", "!", "”"))


def _capital(reference: b.CrossReference) -> b.CrossReference:
    return b.CrossReference(reference.anchor, b.text(b.plain(reference.label).capitalize()), reference.title)
