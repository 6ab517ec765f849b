"""The blocks of a value that the scan took."""

import re

from briefkit.document import blocks
from briefkit.document.blocks import SourceBlocks, SourceInline, SourceInlines
from briefkit.document.prose.scan import Find, Scan

_BLANKS = re.compile(r"[ \n]+")


def blocks_of(scan: Scan) -> SourceBlocks:
    """Return the blocks; the footnotes stand inside them, at their marks."""
    notes: dict[str, SourceBlocks] = {}
    for paragraph, finds in zip(scan.paragraphs, scan.finds, strict=True):
        if paragraph.label and paragraph.label not in notes:
            notes[paragraph.label] = _paragraph(scan.value, paragraph.start, paragraph.end, finds, {})
    found: list[blocks.SourceBlock] = []
    for paragraph, finds in zip(scan.paragraphs, scan.finds, strict=True):
        if not paragraph.label:
            found += _paragraph(scan.value, paragraph.start, paragraph.end, finds, notes)
    return tuple(found)


def _paragraph(value: str, start: int, end: int, finds: list[Find], notes: dict[str, SourceBlocks]) -> SourceBlocks:
    inlines: list[SourceInline] = []
    for find in finds:
        inlines += _text(value, start, find.start)
        inlines.append(_inline(value, find, notes))
        start = find.end
    inlines += _text(value, start, end)
    return (blocks.Paragraph(tuple(inlines)),) if inlines else ()


def _text(value: str, start: int, end: int) -> SourceInlines:
    return blocks.text(_BLANKS.sub(" ", value[start:end])) if start < end else ()


def _inline(value: str, find: Find, notes: dict[str, SourceBlocks]) -> SourceInline:
    match find.kind:
        case "note":
            return blocks.Note(find.target, notes[find.target])
        case "figure":
            return blocks.FigureReference(find.target)
        case "emphasis":
            return blocks.Emphasis(_text(value, *find.text))
        case "strong":
            return blocks.Strong(_text(value, *find.text))
        case "link":
            return blocks.Link(_text(value, *find.text) or blocks.text(find.target), find.target)
        case "citation" | "bare":
            items = tuple(
                blocks.CitationItem(
                    source.key,
                    _text(value, *source.prefix),
                    _text(value, *source.suffix),
                    source.suppress_author,
                    source.accessed,
                    source.titled,
                )
                for source in find.sources
            )
            return blocks.Citation(items, find.kind == "bare")
