"""Faults of what is written: statements and prose."""

import re
from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document, Path
from mutations.mutant import MEASURES, Hit, Mutant, mutant, on_any, on_brief

LIMITS = {"goals": 20, "challenges": 14, "us_cooperation": 20, "recommendations": 20, "context": 99, "conclusion": 99}
OF_OWN_WORDS = ("undefined-abbreviation", "name-variant")
"""Rules that leave editorial notes alone, as these quote what the file does not say."""


def count_words(text: str) -> int:
    """Count words; a dash between two ends the first."""
    return len(re.findall(r"[^\s–—]+", text))


def quoted(words: str) -> str:
    """Return words in double quotes."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _statements(document: Document, room: int = 0) -> Iterator[Path]:
    """Yield the statements that are plain text and so many words shorter than their limit."""
    for point in document.points():
        path = (*point, "statement")
        words = count_words(document.text_at(path))
        if not document.slots[path].style and words + room <= LIMITS[str(point[0])]:
            yield path


def into_prose(document: Document, words: str, rule: str = "") -> Iterator[Mutant]:
    """Add words to the end of the first line of every field of prose."""
    for path in document.prose():
        line = document.first_text_line(path)
        own = document.source_line(line)
        if rule in OF_OWN_WORDS and path[0] == "editorial_notes":
            continue
        # What stands in quotes or in code is not judged.
        if own.count("“") != own.count("”") or own.count("`") % 2:
            continue
        text = document.with_line(line, f"{own} {words}")
        yield mutant((*path, words), text, *([Hit(rule, line)] if rule else []), measures=MEASURES)


@on_brief
def long_statement(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _statements(document):
        limit, words = LIMITS[str(path[0])], document.text_at(path)
        if limit < 99:
            longer = words + " and so on" * (1 + (limit - count_words(words)) // 3)
            yield mutant(path, document.with_value(path, longer), Hit("long-statement", document.line(path)))


@on_any
def markup_in_statement(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _statements(document, room=4):
        first, _blank, last = document.text_at(path).rpartition(" ")
        for marked in ("*{}*", "**{}**", "_{}_", "`{}`", "<b>{}", "[{}](https://a.org)", "{}[^1]", "{} [@satake-2015]"):
            text = document.with_value(path, f"{first} {marked.format(last)}")
            yield mutant((*path, marked), text, Hit("markup-in-statement", document.line(path)))


@on_any
def statement_in_two_lines(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _statements(document):
        first, _blank, last = document.text_at(path).partition(" ")
        indent = "\n" + " " * (document.indent(path) + 2)
        text = document.with_value(path, f"|{indent}{first}{indent}{last}")
        yield mutant(path, text, Hit("markup-in-statement", document.line(path) + 1))


@on_brief
def statement_without_verb(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points("recommendations"):
        path = (*point, "statement")
        _first, _blank, rest = document.text_at(path).partition(" ")
        for word in ("Consultation", "Better", "The", "Deepening", "Japan"):
            text = document.with_value(path, quoted(f"{word} {rest}"))
            yield mutant((*path, word), text, Hit("statement-without-verb", document.line(path)))


@on_brief
def too_many_recommendations(document: Document, _: Library) -> Iterator[Mutant]:
    last = document.last_line(("recommendations",)) + 1
    goal = document.text_at((*document.points("recommendations")[0], "addresses", 0))
    lines: list[str] = []
    for i in range(8 - len(document.points("recommendations"))):
        lines += [f"    - id: extra-{i}", "      statement: Consult again", "      themes: [china-factor]"]
        lines += [f"      addresses: [{goal}]", "      actors: [European Union]", "      horizon: ongoing"]
    hit = Hit("point-count", document.line(("recommendations",)))
    text = document.with_lines_before(last, *lines)
    yield mutant("recommendations", text, hit, measures=frozenset({"unbalanced-sections"}))


@on_any
def unfinished_prose(document: Document, _: Library) -> Iterator[Mutant]:
    for words in ("TODO: say more.", "Figures TBC.", "Lorem ipsum dolor.", "XXX"):
        yield from into_prose(document, words, "todo-marker")


@on_any
def unfinished_line(document: Document, _: Library) -> Iterator[Mutant]:
    for path in (("title",), ("subtitle",), ("us_cooperation", "because"), *_statements(document, room=1)):
        if path in document.slots:
            slot = document.slots[path]
            text = document.replaced(slot.end, slot.end, " TBD")
            yield mutant(path, text, Hit("todo-marker", document.last_line(path)))


@on_any
def unfinished_field(document: Document, _: Library) -> Iterator[Mutant]:
    names = "title container-title publisher affiliation reason name literal genre description group label alt".split()
    for path, slot in document.slots.items():
        # Another name for a person is a fault of its own.
        is_person = path[:1] in [("authors",), ("editors",), ("contributors",)] and path[-1] == "name"
        if len(path) > 1 and path[-1] in names and slot.kind == "scalar" and not is_person:
            yield mutant(path, document.with_value(path, "TODO"), Hit("todo-marker", document.line(path)))


@on_any
def name_that_the_volume_writes_otherwise(document: Document, _: Library) -> Iterator[Mutant]:
    for words in ("So did Britain.", "It fell by 3 per cent.", "U.S. ships came."):
        yield from into_prose(document, words, "name-variant")


@on_any
def unsupported_markup(document: Document, _: Library) -> Iterator[Mutant]:
    for words in (
        "One<br>two.",
        "![A map](https://example.org/map.png)",
        "[here](javascript:alert)",
        "[here](file:///etc/passwd)",
        "[here](notes.md)",
    ):
        yield from into_prose(document, words, "unsupported-markup")


@on_any
def heading_in_prose(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.prose():
        line = document.first_text_line(path)
        indent = " " * (len(document.source_line(line)) - len(document.source_line(line).lstrip()))
        text = document.with_lines_before(line, f"{indent}## Background", "")
        yield mutant(path, text, Hit("unsupported-markup", line))


@on_brief
def long_summary(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("summary",)
    line = document.first_text_line(path)
    more = " It is so." * 45
    text = document.with_line(line, document.source_line(line) + more)
    yield mutant(path, text, Hit("long-summary", document.line(path)))


@on_any
def very_long_sentence(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.prose():
        if path[0] in ("context", "challenges", "introduction"):
            line = document.first_text_line(path)
            indent = " " * (len(document.source_line(line)) - len(document.source_line(line).lstrip()))
            text = document.with_lines_before(line, f"{indent}It went{' on and' * 22} on.", "")
            measures = MEASURES - {"long-sentences"}
            yield mutant(path, text, Hit("long-sentences", line), measures=measures)


@on_any
def enumeration_in_prose(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.prose():
        line = document.first_text_line(path)
        indent = " " * (len(document.source_line(line)) - len(document.source_line(line).lstrip()))
        paragraphs = f"{indent}First, it grew.", "", f"{indent}Second, it fell.", ""
        yield mutant(path, document.with_lines_before(line, *paragraphs), Hit("enumerated-prose", line))


# Not faults.


@on_any
def harmless_prose(document: Document, _: Library) -> Iterator[Mutant]:
    for words in (
        "Write to editor@example.org today.",
        "Costs were < 5 and > 3 in 2013/14.",
        "The file snake_case_name has 2 * 3 * 4 rows.",
        "See [the page](https://example.org/a_b(c)?d=e&f=g#h).",
        "It rose by $3 million (3 percent), i.e. little.",
        "A “todo” list was xxx-rated.",
        "King Henry VIII, Pope John XXIII and the G7 met.",
        "The *Asahi Shimbun* said: “Britain wins.”",
        "It is an R&D `CODE`, in part.",
    ):
        yield from into_prose(document, words)
