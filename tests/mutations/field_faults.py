"""Faults of fields: missing, misspelt, misplaced."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from mutations.consequences import Library
from mutations.document import QUESTIONS, Document, Path
from mutations.mutant import Hit, Mutant, mutant, on_any, on_brief, on_volume

OPEN = ("abbreviations", "themes", "actors", "terms", "severity", "about")
"""Mappings whose keys are the author's own."""


def named_fields(document: Document) -> Iterator[Path]:
    """Yield the fields whose names the format gives."""
    for path, slot in document.slots.items():
        if slot.key_start >= 0 and path[-2:-1] not in [(name,) for name in OPEN]:
            yield path


def _missing(document: Document, paths: Iterable[Path]) -> Iterator[Mutant]:
    for path in paths:
        if path in document.slots and len(document.children(path[:-1])) > 1:
            parent = document.line(path[:-1]) if len(path) > 1 else 1
            yield mutant(path, document.without(path), Hit("missing-field", parent))


def _unknown(document: Document, path: Path, text: str) -> Mutant:
    return mutant(path, text, Hit("unknown-field", document.line(path)))


@on_brief
def delete_question(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [(question,) for question in QUESTIONS])


@on_any
def delete_top_field(document: Document, _: Library) -> Iterator[Mutant]:
    names = ["title"] if document.name == "volume" else "title subject partner authors date summary".split()
    yield from _missing(document, [(name,) for name in names])


@on_brief
def delete_stance(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [("us_cooperation", "stance"), ("us_cooperation", "because")])


@on_any
def delete_points(document: Document, _: Library) -> Iterator[Mutant]:
    for question in (*QUESTIONS, "conclusion"):
        if (path := (question, "points")) in document.slots:
            if len(document.children((question,))) > 1:
                yield from _missing(document, [path])
            else:
                text = document.with_value((question,), "")
                yield mutant(path, text, Hit("empty-value", document.line((question,))))


@on_any
def delete_id(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [(*path, "id") for path in document.points()])


@on_any
def delete_statement(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [(*path, "statement") for path in document.points()])


@on_any
def delete_key_of_reference(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [(*path, "id") for path in document.references()])


@on_any
def delete_type_of_reference(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [(*path, "type") for path in document.references()])


@on_any
def delete_name_of_person(document: Document, _: Library) -> Iterator[Mutant]:
    owners = [owner for owner in ("authors", "editors", "contributors") if (owner,) in document.slots]
    yield from _missing(document, [(*path, "name") for owner in owners for path in document.children((owner,))])


@on_any
def delete_part_of_waiver(document: Document, _: Library) -> Iterator[Mutant]:
    waivers = document.children(("waivers",))
    yield from _missing(document, [(*path, name) for path in waivers for name in ("rule", "reason")])


@on_volume
def delete_name_of_theme(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _missing(document, [(*path, "name") for path in document.children(("themes",))])


@on_brief
def cut_off_file(document: Document, _: Library) -> Iterator[Mutant]:
    text = document.text[: document.slots[("recommendations",)].key_start]
    yield mutant("before recommendations", text, Hit("missing-field", 1))


@on_any
def doubled_letter_in_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in named_fields(document):
        key = str(path[-1])
        yield _unknown(document, path, document.with_key(path, key + key[-1]))


@on_any
def lost_letter_in_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in named_fields(document):
        key = str(path[-1])
        if len(key) > 3:
            yield _unknown(document, path, document.with_key(path, key[:2] + key[3:]))


@on_any
def swapped_letters_in_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in named_fields(document):
        key = str(path[-1])
        if len(key) > 3 and key[1] != key[2]:
            yield _unknown(document, path, document.with_key(path, key[0] + key[2] + key[1] + key[3:]))


@on_any
def capital_in_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in named_fields(document):
        key = str(path[-1])
        if not key[0].isupper():
            yield _unknown(document, path, document.with_key(path, key.capitalize()))


@on_any
def blank_in_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in named_fields(document):
        key = str(path[-1])
        if "_" in key or "-" in key:
            yield _unknown(document, path, document.with_key(path, key.replace("_", " ").replace("-", " ")))


@on_brief
def other_word_for_key(document: Document, _: Library) -> Iterator[Mutant]:
    words = {"summary": "abstract", "context": "background", "references": "bibliography", "abbreviations": "glossary"}
    for path in named_fields(document):
        word = (
            words.get(str(path[0]))
            if len(path) == 1
            else {"detail": "body", "statement": "headline"}.get(str(path[-1]))
        )
        if word:
            yield _unknown(document, path, document.with_key(path, word))


@on_any
def field_of_no_use(document: Document, _: Library) -> Iterator[Mutant]:
    for path, slot in document.slots.items():
        if slot.kind == "mapping" and path[-1:] not in [(name,) for name in OPEN]:
            first = document.children(path)[0]
            line = document.line(first) + (1 if path and isinstance(path[-1], int) else 0)
            if document.last_line(first) == document.line(first):
                indent = " " * document.indent(first)
                text = document.with_lines_before(line, f"{indent}remark: Ask the author")
                yield mutant(path, text, Hit("unknown-field", line))


@on_brief
def field_of_another_question(document: Document, _: Library) -> Iterator[Mutant]:
    strangers = {
        "goals": "addresses: [other]",
        "context": "horizon: ongoing",
        "challenges": "actors: [Japan]",
        "us_cooperation": "obstructs: [other]",
        "recommendations": "stance: helps",
    }
    for question, field in strangers.items():
        for path in document.points(question):
            line = document.line(path) + 1
            text = document.with_lines_before(line, " " * document.indent(path) + field)
            yield mutant(path, text, Hit("unknown-field", line))


@on_brief
def field_of_the_volume(document: Document, _: Library) -> Iterator[Mutant]:
    for field in ("place: Washington", "preface: Words", "publisher: The Stimson Center"):
        yield mutant(field, document.with_lines_before(3, field), Hit("unknown-field", 3))


@on_brief
def question_indented_into_the_one_above(document: Document, _: Library) -> Iterator[Mutant]:
    for above, question in pairwise(QUESTIONS):
        first, last = document.line((question,)), document.last_line((question,))
        lines = document.text.split("\n")
        lines[first - 1 : last] = [f"  {line}" if line else line for line in lines[first - 1 : last]]
        yield mutant(f"{question} in {above}", "\n".join(lines), Hit("unknown-field", first))


@on_any
def field_of_last_point_moved_out(document: Document, _: Library) -> Iterator[Mutant]:
    for question in (*QUESTIONS, "conclusion"):
        if (question,) not in document.slots:
            continue
        path = document.children(document.points(question)[-1])[-1]
        lines = document.text.split("\n")
        first, last = document.line(path), document.last_line(path)
        lines[first - 1 : last] = [line[4:] for line in lines[first - 1 : last]]
        yield mutant(path, "\n".join(lines), Hit("unknown-field", first))


@on_any
def comma_in_braces(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in document.references():
        if (path := (*reference, "author")) in document.slots:
            yield _unknown_at_value(document, path, "[{literal: Ministry of Foreign Affairs, Japan}]")


def _unknown_at_value(document: Document, path: Path, value: str) -> Mutant:
    return _unknown(document, path, document.with_value(path, value))
