"""What stands before the body of the book: title pages, contents, how to read it, preface, abbreviations."""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Volume
from briefkit.text.english import listed
from briefkit.text.words import occurs
from briefkit.views import editorial
from briefkit.views.view import contents, date_words
from briefkit.views.volume import reading
from briefkit.views.volume.chapter import chapter


def chapters(parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.SourceChapter]:
    """Yield the chapters; those that have nothing to say are empty."""
    half = b.Section("half-title", (b.Paragraph((b.Strong(b.text(volume.title)),), "subtitle"),))
    yield b.Chapter("volume-half-title", (half,), role="front")
    yield chapter("title", volume.title, (b.Section("title-page", tuple(_title(volume))),), "front")
    if imprint := tuple(_imprint(volume)):
        yield b.Chapter("volume-imprint", (b.Section("imprint", imprint),), role="front")
    yield b.Chapter("volume-contents", (contents("contents", "document"),), role="front")
    for name in ("preface", "acknowledgments"):
        noted = editorial.marks(volume, name)
        yield chapter(name, name.capitalize(), parsed.blocks(name), "front", volume.bylines.get(name, ()), noted)
    yield chapter("reading", "How to read this book", tuple(reading.blocks(volume, briefs)), "front")
    short = tuple(_abbreviations(parsed, volume, briefs))
    yield chapter("abbreviations", "Abbreviations", short, "front", marks=editorial.marks(volume, "abbreviations"))


def _title(volume: Volume) -> Iterator[b.SourceBlock]:
    if volume.subtitle:
        yield b.Paragraph((b.Emphasis(b.text(volume.subtitle)),), "subtitle")
    editors = listed([person.name for person in volume.editors], "and") if volume.editors else ""
    if volume.based_on:
        yield b.paragraph(f"A restatement of the volume edited by {editors}" if editors else "A restatement")
    elif editors:
        yield b.Paragraph(b.text(f"Edited by {editors}"), "authors")
    if volume.restated_by:
        names = listed([person.name for person in volume.restated_by], "and")
        yield b.Paragraph(b.text(f"Restated by {names}"), "authors")
    if volume.editors and not volume.based_on:
        yield from _publication(volume)


def _publication(volume: Volume) -> Iterator[b.SourceBlock]:
    imprint = ", ".join(filter(None, (volume.publisher, volume.publisher_place, date_words(volume.date))))
    if imprint:
        yield b.Paragraph(b.text(imprint), "imprint")
    if volume.url:
        yield b.Paragraph((b.Link(b.text(volume.url), volume.url),), "imprint")


def _imprint(volume: Volume) -> Iterator[b.SourceBlock]:
    """Say what is restated by whom; only a book that restates has a page for it."""
    if not volume.based_on:
        return
    source = b.Citation((b.CitationItem(volume.based_on),), bare=True)
    yield b.Paragraph((b.Text("This book restates "), source, b.Text(".")), "source")
    yield b.paragraph(
        "Facts, figures, arguments and sources are those of that publication; the sentences are not. "
        "Whoever wants to quote its authors should turn to it."
    )
    if volume.editorial_notes:
        ref = b.CrossReference("volume-editorial-notes", b.text("the editorial notes"))
        yield b.Paragraph(
            (b.Text("What was mended, supplied or found to be contradictory stands in "), ref, b.Text("."))
        )
    if volume.url:
        yield b.Paragraph(
            (b.Text("The publisher of the original: "), b.Link(b.text(volume.url), volume.url)), "imprint"
        )


def _abbreviations(parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.Block]:
    """List the abbreviations that are used."""
    texts = [one.words for one in (parsed, *briefs)]
    known = dict(volume.abbreviations) | {
        short: long for one in briefs for short, long in one.subject.abbreviations.items()
    }
    used = [short for short in sorted(known, key=str.casefold) if any(occurs(short, text) for text in texts)]
    if used:
        items = tuple((b.text(short), (b.Paragraph(tuple(_expansion(known[short], short, briefs))),)) for short in used)
        yield b.Section("abbreviations", (b.DefinitionList(items),))


def _expansion(long: str, short: str, briefs: Sequence[ParsedBrief]) -> Iterator[b.Inline]:
    """Yield what an abbreviation stands for, and the marks of the notes about it."""
    yield from b.text(long)
    for one in briefs:
        if one.brief and (marks := editorial.marks(one.brief, short)):
            yield from (b.Text(f" [{b.clean(one.brief.called)} "), *marks, b.Text("]"))
