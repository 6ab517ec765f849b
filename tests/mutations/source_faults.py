"""Faults of citations, footnotes and references."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from mutations.consequences import Library
from mutations.document import Document, Path
from mutations.link_faults import misspelt, waived
from mutations.mutant import MEASURES, Hit, Mutant, mutant, on_any

_BRACKETS = re.compile(r"\[(?P<before>[^\[\]@]*)@(?P<key>[\w-]+)(?P<after>[^\[\]@]*)\]")
_KEY = re.compile(r"(?<!\w)@(?P<key>[\w-]+)")
_MARK = re.compile(r"\[\^(?P<label>[^\]]+)\](?!:)")
_DATED = re.compile(r"(?:19|20)[0-9]{2}[-/]?[0-9]{2}|[0-9]{6}|/[a-z]{3}/[0-9]{2}")
_NOTE_LINE = re.compile(r" *\[\^[^\]]+\]:")


class _Found(NamedTuple):
    path: Path
    line: int
    start: int
    end: int
    match: re.Match[str]


def _find(document: Document, pattern: re.Pattern[str]) -> Iterator[_Found]:
    """Yield the matches in the prose, with their places in the file."""
    for path in document.prose():
        start, end = document.slots[path].start, document.slots[path].end
        for match in pattern.finditer(document.text, start, end):
            yield _Found(path, document.line_of(match.start()), match.start(), match.end(), match)


def _outside_notes(document: Document, pattern: re.Pattern[str]) -> Iterator[_Found]:
    for found in _find(document, pattern):
        if found.line not in _note_lines(document, found.path):
            yield found


def _note_lines(document: Document, path: Path) -> list[int]:
    """Return the lines of the footnotes of a field; they stand at its end."""
    lines = range(document.first_text_line(path), document.last_line(path) + 1)
    first = next((line for line in lines if _NOTE_LINE.match(document.source_line(line))), None)
    return [] if first is None else list(range(first, lines.stop))


def _free(document: Document) -> Iterator[Path]:
    """Yield the references that no waiver names."""
    names = waived(document)
    return (path for path in document.references() if document.text_at((*path, "id")) not in names)


@on_any
def misspelt_citation(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _KEY):
        text = document.replaced(found.start, found.end, "@" + misspelt(found.match["key"]))
        yield mutant(found.match[0], text, Hit("undefined-citation", found.line))


@on_any
def citation_of_nothing(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _KEY):
        text = document.replaced(found.start, found.end, "@qqq-1900")
        yield mutant(found.match[0], text, Hit("undefined-citation", found.line), follows="unused-reference")


@on_any
def citation_without_brackets(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _outside_notes(document, _BRACKETS):
        text = document.replaced(found.start, found.end, " @" + found.match["key"])
        yield mutant(found.match[0], text, Hit("bare-citation", found.line), measures=MEASURES)


@on_any
def citation_never_closed(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _outside_notes(document, _BRACKETS):
        text = document.replaced(found.start, found.end, found.match[0][:-1])
        yield mutant(found.match[0], text, Hit("bare-citation", found.line), measures=MEASURES)


@on_any
def delete_citation(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _BRACKETS):
        text = document.replaced(found.start, found.end, "")
        yield mutant(found.match[0], text, follows="unused-reference", measures=MEASURES)


@on_any
def delete_reference(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.references():
        text = document.without(path)
        follows = "undefined-citation broken-link unused-waiver note-at-nothing"
        yield mutant(document.text_at((*path, "id")), text, follows=follows)


@on_any
def key_of_another_reference(document: Document, _: Library) -> Iterator[Mutant]:
    first, *others = _free(document)
    for reference in others:
        path = (*reference, "id")
        text = document.with_value(path, document.text_at((*first, "id")))
        follows = "undefined-citation broken-link note-at-nothing"
        yield mutant(path, text, Hit("duplicate-id", document.line(path)), follows=follows)


@on_any
def reference_that_nothing_cites(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("references",)) + 1
    fields = "- id: qqq-1900", "  type: book", "  title: A Book", "  publisher: Press", "  issued: 1900"
    text = document.with_lines_before(line, *(f"  {field}" for field in fields))
    yield mutant("references", text, Hit("unused-reference", line))


@on_any
def delete_mark_of_footnote(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _MARK):
        note = f"[^{found.match['label']}]:"
        line = document.line_of(document.text.index(note, found.start))
        text = document.replaced(found.start, found.end, "")
        yield mutant(found.match[0], text, Hit("unused-footnote", line))


@on_any
def delete_text_of_footnote(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _MARK):
        first = document.line_of(document.text.index(f"[^{found.match['label']}]:", found.start))
        last = first
        while last < document.last_line(found.path) and not _ends_note(document.source_line(last + 1)):
            last += 1
        lines = document.text.split("\n")
        text = "\n".join([*lines[: first - 1], *lines[last:]])
        hit = Hit("undefined-footnote", found.line)
        follows = "unused-reference unused-abbreviation"
        yield mutant(found.match[0], text, hit, follows=follows, measures=MEASURES)


def _ends_note(line: str) -> bool:
    return not line.strip() or bool(_NOTE_LINE.match(line))


@on_any
def misspelt_mark_of_footnote(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _MARK):
        text = document.replaced(found.start, found.end, f"[^{misspelt(found.match['label'])}]")
        yield mutant(found.match[0], text, Hit("undefined-footnote", found.line))


@on_any
def misspelt_text_of_footnote(document: Document, _: Library) -> Iterator[Mutant]:
    """The finding is at the mark: of the two, nobody can tell which is wrong."""
    for found in _find(document, _MARK):
        label = found.match["label"]
        text = document.text.replace(f"[^{label}]:", f"[^{misspelt(label)}]:")
        yield mutant(found.match[0], text, Hit("undefined-footnote", found.line))


@on_any
def second_text_of_footnote(document: Document, _: Library) -> Iterator[Mutant]:
    for found in _find(document, _MARK):
        line = document.last_line(found.path) + 1
        indent = " " * document.indent(found.path) + "  "
        text = document.with_lines_before(line, "", f"{indent}{found.match[0]}: Another remark.")
        yield mutant(found.match[0], text, Hit("unused-footnote", line + 1))


@on_any
def incomplete_reference(document: Document, _: Library) -> Iterator[Mutant]:
    needs = {
        "article-newspaper": "title issued container-title",
        "article-journal": "title issued container-title",
        "article-magazine": "title issued container-title",
        "post-weblog": "title issued container-title URL",
        "webpage": "title issued URL",
        "book": "title issued publisher",
        "chapter": "title issued container-title",
        "report": "title issued publisher",
        "document": "title issued",
        "speech": "title issued",
        "thesis": "title issued publisher",
        "legislation": "title",
        "treaty": "title issued",
    }
    for reference in _free(document):
        for name in needs.get(document.text_at((*reference, "type")), "title").split():
            path = (*reference, name)
            is_own = name == "publisher" and (*reference, "author", 0, "literal") in document.slots
            if path in document.slots and not is_own:
                hit = Hit("incomplete-reference", document.line((*reference, "id")))
                yield mutant(path, document.without(path), hit)


@on_any
def reference_of_no_type(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in _free(document):
        path = (*reference, "type")
        hit = Hit("unsupported-reference-type", document.line(path))
        yield mutant(path, document.with_value(path, "song"), hit)


def _dated(document: Document, path: Path) -> bool:
    return bool(_DATED.search(document.text_at((*path, "URL"))))


@on_any
def read_before_it_came_out(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in _free(document):
        issued, path = document.text_at((*reference, "issued")), (*reference, "accessed")
        if path in document.slots and issued[:4].isdecimal():
            value = f"{int(issued[:4]) - 1}-06-15"
            yield mutant(path, document.with_value(path, value), Hit("impossible-date", document.line(path)))


@on_any
def read_after_the_brief(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in _free(document):
        if (path := (*reference, "accessed")) in document.slots:
            text = document.with_value(path, "2016-01-15")
            yield mutant(path, text, Hit("impossible-date", document.line(path)))


@on_any
def came_out_after_the_brief(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in _free(document):
        if (path := (*reference, "issued")) in document.slots and not _dated(document, reference):
            text = document.with_value(path, "2019-05-01")
            yield mutant(path, text, Hit("impossible-date", document.line(path)))


@on_any
def address_of_another_source(document: Document, _: Library) -> Iterator[Mutant]:
    with_url = [path for path in _free(document) if (*path, "URL") in document.slots and not _dated(document, path)]
    for first, second in pairwise(with_url):
        path = (*second, "URL")
        hit = Hit("same-source-twice", document.line((*second, "id")))
        yield mutant(path, document.with_value(path, document.text_at((*first, "URL"))), hit)


@on_any
def backslash_in_address(document: Document, _: Library) -> Iterator[Mutant]:
    for path, url in _addresses(document):
        host, _slash, rest = url.rpartition("/")
        yield mutant(path, document.with_value(path, rf"{host}\{rest}"), Hit("suspicious-url", document.line(path)))


@on_any
def letter_for_zero_in_address(document: Document, _: Library) -> Iterator[Mutant]:
    for path, url in _addresses(document):
        if found := re.search(r"(?<=[0-9])0(?=[0-9])", url):
            text = document.with_value(path, url[: found.start()] + "o" + url[found.end() :])
            yield mutant(path, text, Hit("suspicious-url", document.line(path)))


@on_any
def broken_word_in_address(document: Document, library: Library) -> Iterator[Mutant]:
    """A word of another address of the site, with a hyphen as from the end of a line."""
    others = " ".join(url for other in library.values() for _, url in _addresses(other))
    for path, url in _addresses(document):
        host = url.split("/")[2]
        words = {word for other in others.split() if other != url and f"//{host}/" in other for word in _words(other)}
        for word in sorted(words & _words(url)):
            text = document.with_value(path, url.replace(word, f"{word[:3]}-{word[3:]}"))
            yield mutant((*path, word), text, Hit("suspicious-url", document.line(path)))


def _words(url: str) -> set[str]:
    return {
        word
        for word in re.split(r"[/.?&=_-]", url.partition("://")[2].partition("/")[2])
        if re.fullmatch("[a-z]{6,}", word)
    }


def _addresses(document: Document) -> Iterator[tuple[Path, str]]:
    for reference in _free(document):
        if (path := (*reference, "URL")) in document.slots:
            yield path, document.text_at(path)


@on_any
def date_that_the_address_denies(document: Document, _: Library) -> Iterator[Mutant]:
    """The finding is at the address: of the two dates, nobody can tell which is wrong."""
    for reference in _free(document):
        issued, url = document.text_at((*reference, "issued")), document.text_at((*reference, "URL"))
        year, _dash, day = issued.partition("-")
        if len(issued) == len("2014-01-01") and re.search(rf"(?<![0-9]){issued.replace('-', '[-/]?')}(?![0-9])", url):
            text = document.with_value((*reference, "issued"), f"{int(year) - 1}-{day}")
            yield mutant(issued, text, Hit("url-date-mismatch", document.line((*reference, "URL"))))
