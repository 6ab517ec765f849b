"""Faults of what is written: statements, prose, abbreviations, waivers."""

import re
from collections.abc import Iterator

from mutations.consequences import Library, undefined, unexplained
from mutations.document import Document, Path
from mutations.mutant import MEASURES, Hit, Mutant, mutant, on_any, on_brief, on_volume

LIMITS = {"goals": 20, "challenges": 14, "us_cooperation": 20, "recommendations": 20, "context": 99, "conclusion": 99}
WELL_KNOWN = ("US", "UK", "EU", "NATO", "GDP")
"""Abbreviations that nobody needs to explain."""
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


def _into_prose(document: Document, words: str, rule: str = "") -> Iterator[Mutant]:
    """Add words to the end of the first line of every field of prose."""
    for path in document.prose():
        line = document.first_text_line(path)
        own = document.source_line(line)
        if rule in OF_OWN_WORDS and path[0] == "editorial_notes":
            continue
        # What is quoted is not judged.
        if own.count("“") != own.count("”"):
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
        yield from _into_prose(document, words, "todo-marker")


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
def abbreviation_without_a_meaning(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _into_prose(document, "So says the QZX.", "undefined-abbreviation")


@on_any
def delete_abbreviation(document: Document, library: Library) -> Iterator[Mutant]:
    terms = [str(path[-1]) for path in library["volume"].children(("checks", "terms"))]
    for path in document.children(("abbreviations",)):
        word = str(path[-1])
        files = library.values() if document.name == "volume" else [document]
        if word in WELL_KNOWN or word in terms or len(document.children(("abbreviations",))) == 1:
            continue
        after = {file.name: file for file in files} | {document.name: Document(document.name, document.without(path))}
        uses = [use for file in after.values() if (use := undefined(file, word))]
        hits = [Hit(use.rule, use.line, use.file) for use in uses]
        yield mutant(path, document.without(path), *hits)


@on_any
def abbreviation_of_no_use(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("abbreviations",)) + 1
    text = document.with_lines_before(line, "  QZX: Quartz Commission")
    yield mutant("abbreviations", text, Hit("unused-abbreviation", line))


@on_brief
def abbreviation_with_two_meanings(document: Document, library: Library) -> Iterator[Mutant]:
    for path in library["volume"].children(("abbreviations",)):
        if undefined(document, str(path[-1])):
            line = document.line(("abbreviations",)) + 1
            text = document.with_lines_before(line, f"  {path[-1]}: Another Meaning")
            yield mutant(path, text, Hit("conflicting-abbreviation", line))


@on_any
def name_that_the_volume_writes_otherwise(document: Document, _: Library) -> Iterator[Mutant]:
    for words in ("So did Britain.", "It fell by 3 per cent.", "U.S. ships came."):
        yield from _into_prose(document, words, "name-variant")


@on_any
def unsupported_markup(document: Document, _: Library) -> Iterator[Mutant]:
    for words in (
        "One<br>two.",
        "![A map](https://example.org/map.png)",
        "[here](javascript:alert)",
        "[here](file:///etc/passwd)",
        "[here](notes.md)",
    ):
        yield from _into_prose(document, words, "unsupported-markup")


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


@on_any
def waiver_of_no_use(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("waivers",)) + 1
    text = document.with_lines_before(line, "  - rule: todo-marker", "    reason: None is left.")
    yield mutant("waivers", text, Hit("unused-waiver", line))


@on_any
def waiver_of_no_rule(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("waivers",)) + 1
    text = document.with_lines_before(line, "  - rule: no-such-thing", "    reason: None is left.")
    yield mutant("waivers", text, Hit("unknown-rule", line))


@on_any
def misspelt_rule_of_waiver(document: Document, _: Library) -> Iterator[Mutant]:
    for waiver in document.children(("waivers",)):
        path = (*waiver, "rule")
        text = document.with_value(path, document.text_at(path) + "s")
        yield mutant(path, text, Hit("unknown-rule", document.line(path)))


@on_any
def misspelt_place_of_waiver(document: Document, library: Library) -> Iterator[Mutant]:
    """The finding stands again that it should accept."""
    for waiver in document.children(("waivers",)):
        places = document.children((*waiver, "at"))
        for path, hit in zip(places, _accepted(document, library, waiver), strict=True):
            name = document.text_at(path)
            text = document.with_value(path, f'"{name}{name[-1]}"')
            line = document.line(path if len(places) > 1 else (*waiver, "rule"))
            yield mutant(path, text, Hit("unused-waiver", line), hit)


@on_any
def place_of_waiver_without_a_finding(document: Document, _: Library) -> Iterator[Mutant]:
    for waiver in document.children(("waivers",)):
        path = (*waiver, "at")
        yield mutant(path, document.with_entry(path, "qqq-zzz"), Hit("unused-waiver", document.last_line(path)))


@on_any
def delete_waiver(document: Document, library: Library) -> Iterator[Mutant]:
    """What it accepted stands again, one finding for each place."""
    waivers = document.children(("waivers",))
    for waiver in waivers if len(waivers) > 1 else ():
        yield mutant(waiver, document.without(waiver), *_accepted(document, library, waiver))


def _accepted(document: Document, library: Library, waiver: Path) -> list[Hit]:
    """Return what a waiver accepts, a finding for each place."""
    named = {document.text_at((*path, "id")): path for path in (*document.points(), *document.references())}
    field = {"unsupported-claim": "scope", "url-date-mismatch": "URL"}
    rule = document.text_at((*waiver, "rule"))
    hits = []
    for name in (document.text_at(path).removeprefix("ref:") for path in document.children((*waiver, "at"))):
        if rule == "abbreviation-before-expansion":
            hits += [Hit(rule, use.line) for word, use in unexplained(library, document) if word == name]
        else:
            path = (*named[name], field.get(rule, "id")) if name in named else (name,)
            hits.append(Hit(rule, document.line(path)))
    return hits


@on_volume
def severity_of_no_rule(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("checks", "terms"))
    for name in ("todo-markers", "no-such-thing"):
        text = document.with_lines_before(line, "  severity:", f"    {name}: info")
        yield mutant(name, text, Hit("unknown-rule", line + 1))


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
        yield from _into_prose(document, words)
