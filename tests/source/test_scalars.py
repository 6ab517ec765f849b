from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from briefkit.reading import read_bytes
from briefkit.source import scalars
from briefkit.source.draft import Path
from yaml_documents import ESCAPES, documents


def located(scalar: str, style: str, value: str, word: str) -> str:
    """Return the source text to which a word of the value is traced; the scalar stands in a longer text."""
    before, after = "key: ", "\nnext: 1\n"
    start = value.index(word)
    begin, end = scalars.locate(
        before + scalar + after,
        len(before),
        len(before) + len(scalar),
        style,
        value,
        (start, start + len(word)),
    )
    return (before + scalar + after)[begin:end]


def test_whole_plain_scalar() -> None:
    assert located("one two", "", "one two", "one two") == "one two"


@pytest.mark.parametrize(
    ("scalar", "style", "value", "word", "source"),
    [
        pytest.param("one two\n  three", "", "one two three", "three", "three", id="plain"),
        pytest.param("one\n  two", "", "one two", "one two", "one\n  two", id="across a fold"),
        pytest.param("'it''s so'", "'", "it's so", "'s", "''s", id="single: doubled quote"),
        pytest.param(r'"a \u00e9t\u00e9"', '"', "a été", "été", r"\u00e9t\u00e9", id="double: escapes"),
        pytest.param('"one \\\n  two"', '"', "one two", "two", "two", id="double: continued line"),
        pytest.param('"one\n\n\n  two"', '"', "one\n\ntwo", "two", "two", id="double: blank lines"),
        pytest.param("|\n  one\n   two", "|", "one\n two\n", " two", " two", id="literal"),
        pytest.param("|2-\n    one\n  two", "|", "  one\ntwo", "two", "two", id="literal with indicator"),
        pytest.param(">\n  one\n  two\n\n  three", ">", "one two\nthree\n", "three", "three", id="folded"),
        pytest.param(
            ">  # note\n\n  one\n   two\n  three", ">", "\none\n two\nthree\n", "three", "three", id="indented"
        ),
        pytest.param("|\r\n  one\r\n  two", "|", "one\ntwo\n", "two", "two", id="CRLF"),
        pytest.param("one 😀\n  two", "", "one 😀 two", "two", "two", id="emoji"),
    ],
)
def test_words(scalar: str, style: str, value: str, word: str, source: str) -> None:
    assert located(scalar, style, value, word) == source


def test_line_breaks_stand_at_the_end_of_their_line() -> None:
    text = "key: |\n  one\n  two\n"
    assert scalars.locate(text, 5, 18, "|", "one\ntwo\n", (3, 4)) == (12, 12)
    assert scalars.locate(text, 5, 18, "|", "one\ntwo\n", (7, 8)) == (18, 18)


def test_an_empty_part_stands_before_its_character() -> None:
    assert scalars.locate("key: one", 5, 8, "", "one", (1, 1)) == (6, 6)


@pytest.mark.parametrize("scalar", ["", '""', "''", "|", "|\n\n"])
def test_an_empty_value_ends_where_the_scalar_ends(scalar: str) -> None:
    assert scalars.locate(scalar, 0, len(scalar), scalar[:1], "", (0, 0)) == (len(scalar), len(scalar))


def test_what_lies_past_the_value_is_its_end() -> None:
    assert scalars.locate("key: one", 5, 8, "", "one", (2, 9)) == (7, 8)


@settings(max_examples=150, deadline=None)
@given(documents())
@example(("k0: |2-\n    w\n  w\n", [("k0",)]))
def test_every_character_is_traced_to_itself(document: tuple[str, list[Path]]) -> None:
    """Of all styles; folds and line breaks are traced to the end of a line, and no two characters to one place."""
    text, paths = document
    draft = read_bytes(text.encode(), "x.yaml").draft
    assert draft is not None, text
    for path in paths:
        node, value = draft.node(path), draft.value(path)
        assert isinstance(value, str)
        spans = [draft.span(path, (i, i + 1)) for i in range(len(value))]
        for character, (start, end) in zip(value, spans, strict=True):
            source = text[start:end]
            if start == end:
                assert character in " \n"
                assert start == node.end or text[start:].lstrip(" \t")[0] in "\r\n\\"
            elif node.style == "'" and character == "'":
                assert source == "''"
            else:
                assert (ESCAPES.get(source, source) if node.style == '"' else source) == character
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start
