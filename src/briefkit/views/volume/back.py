"""What stands after the body of the book: people, what stands behind it, editorial notes, sources."""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.format.model import Contributor, Volume
from briefkit.views import editorial
from briefkit.views.volume.chapter import chapter


def chapters(
    parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief], *, access_dates: bool
) -> Iterator[b.SourceChapter]:
    """Yield the chapters; those that have nothing to say are empty."""
    people = (b.Section("contributor", tuple(_contributor(parsed, person))) for person in volume.contributors)
    yield chapter("contributors", "Contributors", tuple(people), "back", marks=editorial.marks(volume, "contributors"))
    about = editorial.marks(volume, "about")
    for i, name in enumerate(volume.about, 1):
        yield chapter(f"about-{i}", f"About {name}", parsed.blocks("about", name), "back", marks=about)
    yield chapter("editorial-notes", editorial.TITLE, tuple(_editorial_notes(parsed, volume, briefs)), "back")
    entries = tuple(_bibliography((parsed, *briefs), access_dates))
    sources = (b.Section("bibliography", entries),) if entries else ()
    yield chapter("bibliography", "Bibliography", sources, "back")


def _contributor(parsed: ParsedBrief, person: Contributor) -> Iterator[b.SourceBlock]:
    yield b.Heading(2, b.text(person.name), f"volume-contributor-{person.place.path[-1]}")
    blocks = parsed.blocks(*person.place.path, "bio")
    if person.affiliation and not blocks:
        yield b.paragraph(person.affiliation)
    yield from blocks


def _editorial_notes(parsed: ParsedBrief, volume: Volume, briefs: Sequence[ParsedBrief]) -> Iterator[b.SourceBlock]:
    noted = [one for one in (*briefs, parsed) if one.subject.editorial_notes]
    if noted:
        yield editorial.signed(volume.restated_by, "authors")
    for one in noted:
        name = one.brief.called if one.brief else "Front and back matter"
        owner = editorial.owner(one.subject)
        yield b.Heading(2, b.text(name), f"volume-editorial-notes-{owner}")
        yield from editorial.section(one)


def _bibliography(files: Sequence[ParsedBrief], access_dates: bool) -> Iterator[b.Paragraph]:
    """List every source that the volume or a brief cites, once, with the marks of the notes about it."""
    sources = {cite.identity(reference): reference for one in reversed(files) for reference in one.cited_sources()}
    marks: dict[str, list[b.Inline]] = {}
    for parsed in files:
        noted = editorial.of_sources(parsed.subject)
        whose = (b.Text(f"{b.clean(parsed.brief.called)} "),) if parsed.brief else ()
        for reference in parsed.subject.references:
            name = cite.identity(reference)
            if name in sources and (found := noted.get(reference.id)):
                marks[name] = [*(marks[name] + [b.Text(", ")] if name in marks else ()), *whose, *found]
    for name, reference in sorted(sources.items(), key=lambda one: cite.sort_key(one[1])):
        entry = cite.bibliography_entry(reference, access_dates=access_dates)
        remark = (b.Text(" ["), *marks[name], b.Text("]")) if name in marks else ()
        yield b.Paragraph((*entry, *remark), "entry")
