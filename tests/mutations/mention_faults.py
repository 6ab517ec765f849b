"""Faults of the mentions of figures in prose."""

import re
from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document
from mutations.figure_faults import figures
from mutations.link_faults import misspelt
from mutations.mutant import MEASURES, Hit, Mutant, mutant, on_brief, on_volume

_MENTION = re.compile(r"\[fig:([\w-]+)\]")


def _mentions(document: Document) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the mentions of figures with their lines."""
    for path in document.prose():
        for match in _MENTION.finditer(document.text, document.slots[path].start, document.slots[path].end):
            yield match, document.line_of(match.start())


@on_brief
def misspelt_mention(document: Document, _: Library) -> Iterator[Mutant]:
    for match, line in _mentions(document):
        text = document.replaced(match.start(), match.end(), f"[fig:{misspelt(match[1])}]")
        yield mutant(match[0], text, Hit("undefined-figure", line))


@on_brief
def mention_of_nothing(document: Document, _: Library) -> Iterator[Mutant]:
    for match, line in _mentions(document):
        text = document.replaced(match.start(), match.end(), "[fig:qqq-zzz]")
        yield mutant(match[0], text, Hit("undefined-figure", line), follows="unmentioned-figure")


@on_brief
def delete_mention(document: Document, _: Library) -> Iterator[Mutant]:
    ids = {document.text_at((*path, "id")): document.line((*path, "id")) for path in figures(document)}
    for match, _line in _mentions(document):
        text = document.replaced(match.start(), match.end(), "the chart")
        yield mutant(match[0], text, Hit("unmentioned-figure", ids[match[1]]))


@on_volume
def mention_in_a_volume(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.prose():
        line = document.first_text_line(path)
        own = document.source_line(line)
        if own.count("`") % 2 == 0:  # what stands in code is no mention
            text = document.with_line(line, f"{own} [fig:military-budgets]")
            yield mutant(path, text, Hit("undefined-figure", line))


# Not faults.


@on_brief
def harmless_mention(document: Document, _: Library) -> Iterator[Mutant]:
    for match, _line in _mentions(document):
        for words in ("and again", "`[fig:no-such-figure]`"):
            more = f"{match[0]} {words if '`' in words else f'{words} {match[0]}'}"
            yield mutant((words,), document.replaced(match.start(), match.end(), more), measures=MEASURES)
