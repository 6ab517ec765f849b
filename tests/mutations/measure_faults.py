"""Faults of a whole answer: who is asked in it, its share of the words, its sources."""

import re
from collections.abc import Iterator

from mutations.consequences import Library
from mutations.content_faults import count_words
from mutations.document import QUESTIONS, Document, Path
from mutations.link_faults import waived
from mutations.mutant import Hit, Mutant, mutant, on_brief

_CITATION = re.compile(r"\[(?!\^)[^\[\]]*@[^\[\]]*\]")
_LONG = 330
"""An answer with more words is long; the limit is 300, and what counts as a word is not reckoned exactly."""


def _measure(document: Document, question: str, text: str, rule: str, follows: str = "") -> Mutant:
    return mutant((question,), text, Hit(rule, document.line((question,))), follows=follows)


@on_brief
def only_states_are_asked(document: Document, library: Library) -> Iterator[Mutant]:
    """The first point that asks no state alone makes the remark, where no other has it."""
    volume = library["volume"]
    kinds = {path[-1]: volume.text_at((*path, "kind")) for path in volume.children(("actors",))}
    for question in ("us_cooperation", "recommendations"):
        actors = [path for point in document.points(question) if (path := (*point, "actors")) in document.slots]
        asked = [{kinds[document.text_at(entry)] for entry in document.children(path)} for path in actors]
        if actors and {"state"} not in asked:
            text = document.with_value(actors[0], "[Japan, United States]")
            yield _measure(document, question, text, "state-as-actor")


@on_brief
def answer_that_outgrows_the_advice(document: Document, _: Library) -> Iterator[Mutant]:
    if "context" in waived(document) or document.name == "europe":  # its advice is short as it is
        return
    for path in _prose_of(document, "us_cooperation"):
        line = document.first_text_line(path)
        own = document.source_line(line)
        if own.count("“") == own.count("”"):
            text = document.with_line(line, own + " It is so." * 2_500)
            hit = Hit("unbalanced-sections", document.line(("recommendations",)))
            yield mutant(path, text, hit)


@on_brief
def answer_without_sources(document: Document, _: Library) -> Iterator[Mutant]:
    for question in QUESTIONS:
        start, end = document.slots[(question,)].start, document.slots[(question,)].end
        answer = document.text[start:end]
        words = sum(count_words(document.text_at(path)) for path in _prose_of(document, question))
        if words > _LONG and "[^" not in answer and _CITATION.search(answer):
            text = document.replaced(start, end, _CITATION.sub("", answer))
            yield _measure(document, question, text, "uncited-section", "unused-reference")


def _prose_of(document: Document, question: str) -> Iterator[Path]:
    return (path for path in document.prose() if path[0] == question)
