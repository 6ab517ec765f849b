from briefkit.text.words import count_words, sentences, unfinished


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
