"""Faults of what editors write: their notes, and the front and back matter of the volume."""

from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document, Path
from mutations.link_faults import misspelt
from mutations.mutant import Hit, Mutant, mutant, on_any, on_volume


def _notes(document: Document) -> list[Path]:
    return document.children(("editorial_notes",))


def _places(document: Document) -> Iterator[Path]:
    """Yield the places that notes name."""
    return (path for note in _notes(document) for path in document.children((*note, "at")))


def _named(document: Document, path: Path, name: str) -> Mutant:
    """Write another place."""
    return mutant((*path, name), document.with_value(path, f'"{name}"'), Hit("note-at-nothing", document.line(path)))


@on_any
def misspelt_place_of_note(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _places(document):
        name = document.text_at(path)
        yield _named(document, path, misspelt(name))
        yield _named(document, path, name[:-1])


@on_any
def note_at_nothing(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _places(document):
        for name in ("qqq-zzz", "ref:qqq-1900", "Two words", "R1"):
            yield _named(document, path, name)


@on_any
def note_at_a_reference_without_its_mark(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _places(document):
        name = document.text_at(path)
        other = name.removeprefix("ref:") if name.startswith("ref:") else f"ref:{name}"
        yield _named(document, path, other)


@on_any
def place_of_note_beside_others(document: Document, _: Library) -> Iterator[Mutant]:
    for note in _notes(document):
        path = (*note, "at")
        text = document.with_entry(path, "qqq-zzz")
        yield mutant(path, text, Hit("note-at-nothing", document.last_line(path)))


@on_any
def delete_part_of_note(document: Document, _: Library) -> Iterator[Mutant]:
    for note in _notes(document):
        for name in ("at", "says"):
            text = document.without((*note, name))
            yield mutant((*note, name), text, Hit("missing-field", document.line(note)))


@on_any
def place_of_note_without_brackets(document: Document, _: Library) -> Iterator[Mutant]:
    for note in _notes(document):
        path = (*note, "at")
        text = document.with_value(path, document.text_at(document.children(path)[0]))
        yield mutant(path, text, Hit("wrong-type", document.line(path)))


@on_any
def note_of_many_words(document: Document, _: Library) -> Iterator[Mutant]:
    for note in _notes(document):
        path = (*note, "says")
        line = document.first_text_line(path)
        text = document.with_line(line, document.source_line(line) + " It is so." * 500)
        yield mutant(path, text, Hit("too-long", document.line(path)))


@on_volume
def epigraph_of_many_words(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("epigraph", "text")
    for words in ("It is so. " * 667, "A word. " * 1_000):
        line = document.first_text_line(path)
        text = document.with_line(line, f"{document.source_line(line)} {words.strip()}")
        yield mutant((*path, words[:8]), text, Hit("too-long", document.line(path)))


@on_volume
def epigraph_without_its_words(document: Document, _: Library) -> Iterator[Mutant]:
    text = document.without(("epigraph", "text"))
    yield mutant("epigraph", text, Hit("missing-field", document.line(("epigraph",))))


@on_volume
def words_for_epigraph(document: Document, _: Library) -> Iterator[Mutant]:
    text = document.with_value(("epigraph",), "We view the world as a whole.")
    yield mutant("epigraph", text, Hit("wrong-type", document.line(("epigraph",))))


@on_volume
def markup_in_source_of_epigraph(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("epigraph", "source")
    for words in ("*Diet speech*", "Shinzo Abe[^1]", "Abe [@abe-2013-diet]"):
        text = document.with_value(path, f'"{words}"')
        yield mutant((*path, words), text, Hit("markup-in-statement", document.line(path)))


@on_volume
def byline_of_no_part(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(("bylines",)):
        for part in ("foreword", "about", f"{path[-1]}s"):
            yield mutant((*path, part), document.with_key(path, part), Hit("unknown-field", document.line(path)))


@on_volume
def byline_without_a_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(("bylines",)):
        text = document.with_value(path, document.text_at((*path, 0, "name")))
        yield mutant(path, text, Hit("wrong-type", document.line(path)))


@on_volume
def text_for_about(document: Document, _: Library) -> Iterator[Mutant]:
    text = document.with_value(("about",), "A think tank.")
    yield mutant("about", text, Hit("wrong-type", document.line(("about",))))
