"""Faults of abbreviations: in no list, in two, of no use, used before their words."""

import re
from collections.abc import Iterator

from mutations.consequences import Library, undefined, unexplained
from mutations.content_faults import into_prose
from mutations.document import Document, Path
from mutations.mutant import MEASURES, Hit, Mutant, mutant, on_any, on_brief

WELL_KNOWN = ("US", "UK", "EU", "NATO", "GDP")
"""Abbreviations that nobody needs to explain."""
_RULE = "abbreviation-before-expansion"


@on_any
def abbreviation_without_a_meaning(document: Document, _: Library) -> Iterator[Mutant]:
    yield from into_prose(document, "So says the QZX.", "undefined-abbreviation")


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
        yield mutant(path, document.without(path), *hits, follows="note-at-nothing")


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
def delete_words_of_abbreviation(document: Document, library: Library) -> Iterator[Mutant]:
    """The abbreviation alone is left where its words stood with it in parentheses."""
    for word, long in _known(document, library).items():
        pattern = re.compile(r"\s+".join(map(re.escape, long.split())) + rf"\s+\({re.escape(word)}\)", re.IGNORECASE)
        for path in document.prose():
            for found in pattern.finditer(document.text, document.slots[path].start, document.slots[path].end):
                # Behind the line breaks, so that the lines of the rest stay.
                text = document.replaced(found.start(), found.end(), word + found[0].count("\n") * "\n        ")
                if _unexplained(library, Document(document.name, text)) - _unexplained(library, document):
                    yield mutant((*path, word), text, Hit(_RULE, document.line_of(found.start())))


@on_any
def abbreviation_before_its_words(document: Document, library: Library) -> Iterator[Mutant]:
    for word in _known(document, library):
        for line, own, indent in _beginnings(document):
            text = document.with_line(line, f"{indent}{word} counts. {own}")
            if not own.startswith(word):
                yield mutant((f"line {line}", word), text, Hit(_RULE, line), measures=MEASURES)


@on_brief
def misspelt_words_of_abbreviation(document: Document, library: Library) -> Iterator[Mutant]:
    """Of the two spellings, the one in the text has the finding."""
    for path in document.children(("abbreviations",)):
        words = document.text_at(path)
        mutated = Document(document.name, document.with_value(path, words + words[-1]))
        (use,) = [use for word, use in unexplained(library, mutated) if word == path[-1]]
        yield mutant(path, mutated.text, Hit(_RULE, use.line))


def _known(document: Document, library: Library) -> dict[str, str]:
    """Return the abbreviations of the file and of the volume that no waiver names, with their words."""
    lists = [(owner, path) for owner in (library["volume"], document) for path in owner.children(("abbreviations",))]
    at = {document.text_at(path) for path in document.slots if path[:1] == ("waivers",) and path[2:3] == ("at",)}
    return {str(path[-1]): owner.text_at(path) for owner, path in lists if str(path[-1]) not in at}


def _unexplained(library: Library, document: Document) -> set[tuple[str, Path]]:
    return {(word, use.chapter) for word, use in unexplained(library, document)}


def _beginnings(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield the first line of each chapter in prose: its number, its words and what indents them."""
    first = ["preface", "introduction", "acknowledgments"] if document.name == "volume" else ["summary"]
    for name in first:
        line = document.first_text_line((name,))
        own = document.source_line(line)
        yield line, own.lstrip(), own[: len(own) - len(own.lstrip())]


# Not faults.


@on_any
def harmless_words_behind_abbreviation(document: Document, library: Library) -> Iterator[Mutant]:
    for word, long in _known(document, library).items():
        for line, own, indent in _beginnings(document):
            for words in (f"{word} ({long})", f"{long}, or {word},", f"{long.lower()} ({word})"):
                text = document.with_line(line, f"{indent}{words} counts. {own}")
                yield mutant((f"line {line}", words), text, measures=MEASURES)
