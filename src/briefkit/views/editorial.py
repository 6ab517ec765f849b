"""Editorial notes: marks where they belong, and the list of them, signed by those who restate or edit."""

from collections.abc import Iterable, Iterator, Mapping

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, EditorialNote, Person, Reference, Volume
from briefkit.text.english import listed

TITLE = "Editorial notes"
_SOURCE = "ref:"


def mark(owner: str, note: EditorialNote) -> b.CrossReference:
    """Return the mark of a note, `Ed. 3`, which leads to it; `owner` is the name of the brief, or `volume`."""
    return b.CrossReference(f"{owner}--ed-{note.number}", b.text(f"Ed. {note.number}"))


def marks(subject: Brief | Volume, *places: str) -> b.Inlines:
    """Return the marks of the notes about one of the places, with commas between them."""
    found: list[b.Inline] = []
    for note in subject.editorial_notes:
        if not set(places).isdisjoint(note.at):
            found += [b.Text(", ")] if found else []
            found.append(mark(owner(subject), note))
    return tuple(found)


def of_sources(subject: Brief | Volume) -> Mapping[str, b.Inlines]:
    """Return the marks of the notes about sources, by citation key."""
    keys = {name.removeprefix(_SOURCE) for note in subject.editorial_notes for name in note.at if _is_source(name)}
    return {key: marks(subject, f"{_SOURCE}{key}") for key in keys}


def of_head(brief: Brief) -> b.Inlines:
    """Return the marks of the notes about the brief itself: its title, its date, its readers."""
    inner = {question.key for question in brief.questions.questions} | brief.abbreviations.keys() | brief.by_id.keys()
    inner |= {figure.id for figure in brief.figures}
    names = {name for note in brief.editorial_notes for name in note.at if not _is_source(name)}
    return marks(brief, *(names - inner))


def owner(subject: Brief | Volume) -> str:
    """Return with what the anchors of the notes begin."""
    return subject.name if isinstance(subject, Brief) else "volume"


def section(parsed: ParsedBrief) -> Iterator[b.Section[b.SourceInline]]:
    """Yield the notes of one file below each other, each under its mark, as one section; none where there are none."""
    if parsed.subject.editorial_notes:
        yield b.Section("editorial-notes", tuple(_note(parsed, note) for note in parsed.subject.editorial_notes))


def signed(people: Iterable[Person], others: str) -> b.Paragraph:
    """Return the paragraph that says whose remarks these are, and that they are not those of the `others`."""
    names = [person.name for person in people]
    if not names:
        return b.paragraph(f"These remarks are editorial and not by the {others}.")
    return b.paragraph(
        f"These remarks are by {listed(names, 'and')}, who restated the publication, and not by its {others}. "
        "“The source,” “the book” and “the chapter” mean that publication, not this restatement."
    )


def _note(parsed: ParsedBrief, note: EditorialNote) -> b.Section[b.SourceInline]:
    reference = mark(owner(parsed.subject), note)
    places = b.text(f": {', '.join(dict.fromkeys(_place(parsed, name) for name in note.at))}")
    name = b.Styled(b.text(f"Note {note.number}"), "label")
    heading = b.Heading(3, (name, *places), reference.anchor, reference.label)
    return b.Section("editorial-note", (heading, *parsed.blocks(*note.place.path, "says")))


def _place(parsed: ParsedBrief, name: str) -> str:
    """Return what a reader calls a place: a label, a source by its author and year, the name of a question or field."""
    subject = parsed.subject
    if _is_source(name):
        return _source(parsed, name.removeprefix(_SOURCE))
    if isinstance(subject, Brief):
        if point := subject.by_id.get(name):
            return point.label
        if number := next((figure.number for figure in subject.figures if figure.id == name), 0):
            return f"Figure {number}"
        if question := subject.questions.by_key.get(name):
            return question.name
    elif number := next((claim.number for claim in subject.claims if claim.id == name), 0):
        return f"Conclusion {number}"
    return name if name in subject.abbreviations else name.replace("_", " ").capitalize()


def _source(parsed: ParsedBrief, key: str) -> str:
    """Return author and year of a source; its title, too, where others are of the same author and year."""
    shared = parsed.volume.references if parsed.volume and parsed.brief else ()
    known = {ref.id: ref for ref in (*shared, *parsed.subject.references)}
    if not (reference := known.get(key)):
        return key
    name = _author_and_year(reference)
    title = reference.fields.get("title-short") or reference.fields.get("title", "").partition(": ")[0]
    is_one_of_several = sum(_author_and_year(ref) == name for ref in known.values()) > 1
    return f"{name} ({title})" if is_one_of_several and title else name


def _author_and_year(reference: Reference) -> str:
    people = next((people for role in ("author", "editor") if (people := reference.names.get(role))), ())
    names = [person.family or person.literal for person in people[:2]]
    who = " and ".join(names) if len(people) < 3 else f"{names[0]} et al."
    issued = reference.dates.get("issued")
    year = f"{issued.interval.start.year}" if issued and issued.interval else ""
    fields = reference.fields
    house = fields.get("container-title") or fields.get("publisher") or fields.get("title") or reference.id
    return f"{who or house} {year}".strip()


def _is_source(name: str) -> bool:
    return name.startswith(_SOURCE)
