import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.text.words import count_words, occurs, sentences, unfinished


def test_compounds_and_figures_are_one_word() -> None:
    assert count_words("US-led HA/DR cost Japan’s navy $45.2 billion (2.4 percent) – R&D not counted.") == 12


def test_no_words_in_nothing() -> None:
    assert count_words(" – … ") == 0


def test_sentences_end_at_stops_but_not_at_abbreviations() -> None:
    text = "Mr. Abe spoke. Did J. Nye agree? “Yes.” The U.S. pact, vol. 2, holds"

    assert [sentence for _, sentence in sentences(text)] == [
        "Mr. Abe spoke.",
        "Did J. Nye agree?",
        "“Yes.”",
        "The U.S. pact, vol. 2, holds",
    ]
    assert all(text[start:].startswith(sentence) for start, sentence in sentences(text))


def test_sentences_end_with_their_paragraph_or_list_entry() -> None:
    """The marks of a list are blanked; a line within a paragraph that begins with a capital ends nothing."""
    text = "Three steps\nJapan took:\n\n  Talk to Delhi\n  Sign\n\nthen wait"

    assert [sentence for _, sentence in sentences(text)] == [
        "Three steps\nJapan took:",
        "Talk to Delhi",
        "Sign",
        "then wait",
    ]


def test_marks_of_unfinished_work() -> None:
    text = "TODO: ask. The Lorem ipsum stays; todos and a tbd do not count; TBC."

    assert [match[0] for match in unfinished(text)] == ["TODO", "Lorem ipsum", "TBC"]


@pytest.mark.parametrize("text", ["The EU acts.", "EUs act", "(EU)", "EU", "NEU, then EU"])
def test_a_word_occurs_as_such_and_with_a_plural_s(text: str) -> None:
    assert occurs("EU", text)


@pytest.mark.parametrize("text", ["NEU", "EUR", "EU_x", "EUsb", "eu", ""])
def test_a_word_does_not_occur_inside_another(text: str) -> None:
    assert not occurs("EU", text)


PLAIN = re.compile(
    r"(?<=[.!?])(?P<closing>[”\"’)\]]*)\s+(?=[“\"‘(\[]*[^\W_a-z])|[ \t]*\n(?:[ \t]*\n\s*| {2,3}(?=[^\W_a-z]))"
)
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|no|nos|vol|ed|eds|e\.g|i\.e|cf|ca|p|pp|chap|[A-Z])\.$")


def plain_sentences(text: str) -> list[tuple[int, str]]:
    """Split a text as one pattern says it, in quadratic time."""
    found = []
    start = 0
    for match in PLAIN.finditer(text):
        if match["closing"] is not None and ABBREVIATION.search(text[start : match.start()]):
            continue
        found.append((start, text[start : match.start() if match["closing"] is None else match.end("closing")]))
        start = match.end()
    return [(at, sentence) for at, sentence in [*found, (start, text[start:])] if sentence.strip()]


SCRAPS = [
    *(*".!?\n\t ”\"’)]“‘([aA1_éÉ-'/&,", "\n\n", "  ", "   ", " \n \n", "word ", "Word "),
    *("e.g. ", "Mr. ", "chap. ", "J. ", "U.S. ", "no.\n", "\x0b", "\x85", "\u2028", "\xa0"),
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_sentences_and_words_are_those_of_the_plain_patterns(text: str) -> None:
    assert sentences(text) == plain_sentences(text)
    assert count_words(text) == len(re.findall(r"[^\W_]+(?:[-'’./&][^\W_]+)*", text))
    assert count_words(text) == sum(count_words(sentence) for _, sentence in sentences(text))


@pytest.mark.parametrize("text", [" " * 200_000, "A. " * 70_000, "a" + " " * 200_000 + "b", "\n " * 100_000])
def test_hostile_text_is_split(text: str) -> None:
    """Linear time: a quadratic step here takes minutes."""
    assert len(sentences(text)) <= 1
    assert count_words(text) == len(text.split())
