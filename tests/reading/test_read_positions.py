"""Where each part of a draft stands, and that both parsers say the same."""

import pytest
from hypothesis import example, given, settings

from briefkit.source.draft import Path
from readings import of, same
from yaml_documents import RUBBISH, documents

TEXT = """\
# note
title: Pläne 😀  # note
"quoted key" : 'it''s'
list:
- one

- two: |
    text

    more

  # note
  three: >-
    folded
flow: [a, {b: "c", d: }, e: f ]
empty:
nested:
    deep:
        deeper: 1.5

# the end
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("title",), "Pläne 😀", "title"),
        (("quoted key",), "'it''s'", '"quoted key"'),
        (("list", 0), "one", None),
        (("list", 1, "two"), "|\n    text\n\n    more", "two"),
        (("list", 1, "three"), ">-\n    folded", "three"),
        (("list", 1), "two: |\n    text\n\n    more\n\n  # note\n  three: >-\n    folded", None),
        (("list",), TEXT[TEXT.index("- one") : TEXT.index("\nflow")], "list"),
        (("flow",), '[a, {b: "c", d: }, e: f ]', "flow"),
        (("flow", 1), '{b: "c", d: }', None),
        (("flow", 1, "b"), '"c"', "b"),
        (("flow", 1, "d"), "", "d"),
        (("flow", 2), "e: f", None),
        (("empty",), "", "empty"),
        (("nested", "deep"), "deeper: 1.5", "deep"),
        ((), TEXT[TEXT.index("title") : TEXT.index("\n\n# the end")], None),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_extents(path: Path, value: str, key: str | None, line_break: str) -> None:
    text = TEXT.replace("\n", line_break)
    draft = of(text).draft

    assert draft is not None
    start, end = draft.span(path)
    assert text[start:end] == value.replace("\n", line_break)
    key_start, key_end = draft.key_span(path)
    assert text[key_start:key_end] == (value.replace("\n", line_break) if key is None else key)


def test_an_empty_value_stands_after_its_colon() -> None:
    draft = of("a:\nb: {c: , d: }\n").draft

    assert draft is not None
    assert [draft.span(path) for path in (("a",), ("b", "c"), ("b", "d"))] == [(2, 2), (9, 9), (14, 14)]


@pytest.mark.parametrize("style", ["|", ">", '"', "'", ""])
def test_styles(style: str) -> None:
    draft = of(f"a: {style}\n  x" if style in ("|", ">") else f"a: {style}x{style}").draft

    assert draft is not None
    assert draft.node(("a",)).style == style


def test_a_block_ends_with_its_last_line_of_text() -> None:
    text = "a: |+\n  x  \n\n  \n# note\nb: |\n\nc: |  # note"
    draft = of(text).draft

    assert draft is not None
    assert draft.data == {"a": "x  \n\n\n", "b": "", "c": ""}
    assert [text[slice(*draft.span((key,)))] for key in "abc"] == ["|+\n  x  ", "|", "|  # note"]


@settings(max_examples=100, deadline=None)
@given(documents())
def test_both_parsers_read_the_same(document: tuple[str, list[Path]]) -> None:
    assert same(of(document[0], pure=True)) == same(of(document[0]))


@settings(max_examples=400, deadline=None)
@given(RUBBISH)
@example("a: b\tc\nd:\te #1\n")
@example("a: [x ? y, {b: , c: }]\n")
@example('a: "\\ud83d\\q"\n')
@example("a: 1\n[b")
@example("a: [x\n---\ny]\n")
@example("a: |#c\n  \tx\n")
def test_both_parsers_refuse_the_same(text: str) -> None:
    """And neither raises."""
    text = "k: v\n" + text
    assert same(of(text, pure=True)) == same(of(text))
