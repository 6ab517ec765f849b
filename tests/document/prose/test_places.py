"""Places of marks and words are exact in any nesting, and any text is accepted."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.document import blocks
from briefkit.document.blocks import (
    BulletList,
    Cell,
    Citation,
    Emphasis,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from briefkit.document.prose import parse

MARK = st.sampled_from(
    ["[@k1]", "[see @k2, p. 3; also -@k3]", "[^n]", "[t](http://u.org)", "<http://v.org>", "[@{odd key}]"]
)
WORD = st.sampled_from(["plain", "US-led", "*stress*", "**very *very* strong**", "`code`", "a\\|b", "日本", "e\u0301"])
LINE = st.lists(MARK | WORD, min_size=1, max_size=4).map(" ".join)
LEAF = st.lists(LINE, min_size=1, max_size=3).map("\n".join) | st.builds(
    lambda head, row: f"| {head} | b |\n|---|:-:|\n| {row} | {head}\n", LINE, LINE
)


def _indented(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", f"\n{rest}")


NESTED = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        inner.map(lambda text: _indented(text, "> ", "> ")),
        inner.map(lambda text: _indented(text, "> ", "")),  # lazy lines
        inner.map(lambda text: _indented(text, "- ", "  ")),
        inner.map(lambda text: _indented(text, "-\t", "\t")),
        inner.map(lambda text: _indented(text, "12. ", "    ")),
        inner.map(lambda text: _indented(text, "[^n]: ", "    ")),
        inner.map(lambda text: f"# {text}"),
        st.tuples(inner, inner).map("\n\n".join),
    ),
    max_leaves=6,
)


def _assert_exact(value: str) -> None:
    prose = parse(value)
    for mark in prose.marks:
        literal = value[mark.span.start : mark.span.end]
        match mark.kind:
            case "citation":
                assert literal in (f"@{mark.target}", f"@{{{mark.target}}}")
            case "footnote-mark" | "footnote-text":
                assert re.sub("[\x00\r\x0c\ud800\u2028]", " ", literal) == f"[^{mark.target}]"
            case "link":
                assert (literal[0], literal[-1]) in {("[", ")"), ("[", "]"), ("<", ">")}
    assert len(value) == len(prose.masked)
    for shown, raw in zip(prose.masked, value, strict=True):
        assert shown == raw or shown.isspace()


@given(NESTED)
@settings(max_examples=150, deadline=None)
def test_marks_are_exact_in_any_nesting(value: str) -> None:
    _assert_exact(value)


@given(NESTED)
@settings(max_examples=150, deadline=None)
def test_tree_marks_and_masked_text_agree(value: str) -> None:
    """The words of the tree are the words that are shown, and each of its sources and links has a mark."""
    # An address is text in the tree, but no word; the tree has no footnote that is not marked.
    value = value.replace("<http://v.org>", "v").replace("[^n]: ", "").replace("[^n]", "n")
    prose = parse(value)
    leaves = list(_leaves(prose.blocks))
    words = "".join(leaf.text for leaf in leaves if isinstance(leaf, Text))
    keys = [item.key for leaf in leaves if isinstance(leaf, Citation) for item in leaf.items]
    links = [leaf.url for leaf in leaves if isinstance(leaf, Link)]

    assert re.sub(r"\s", "", words) == blocks.clean("".join(prose.masked.split()))
    assert keys == [mark.target for mark in prose.marks if mark.kind == "citation"]
    assert links == [mark.target for mark in prose.marks if mark.kind == "link"]


def _leaves(tree: object) -> Iterator[Text | Citation | Link]:
    if isinstance(tree, Text | Citation | Link):
        yield tree
    if isinstance(tree, tuple):
        for part in tree:
            yield from _leaves(part)
    elif isinstance(tree, Paragraph | Emphasis | Strong | Link):
        yield from _leaves(tree.children)
    elif isinstance(tree, Quote | Cell):
        yield from _leaves(tree.blocks)
    elif isinstance(tree, BulletList | OrderedList):
        yield from _leaves(tree.items)
    elif isinstance(tree, Table):
        yield from _leaves((tree.header, tree.rows))


SCRAPS = st.sampled_from(
    [
        *"a1 \n\t>-.*_`[]()^@;,&<!#=~\\|:${}日\u0301\u200b\x0c\x00\r\ud800\u2028\xa0",
        *("    ", "- ", "1. ", "\n\n", "|-|\n", "===\n", "~~~\n", "**", "``", "[^x]", "[^x]: ", "&amp;", "<b>", "<!--"),
        *("@k", "[@k]", "-@", "@{o k}", "<http://x>", "![", "[a](http://q)", "[r]", "[r]: http://z\n", "-->", "\\|"),
    ]
)


@given(st.lists(SCRAPS, max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_is_accepted(value: str) -> None:
    _assert_exact(value)


@pytest.mark.parametrize(
    "value",
    [
        "[" * 9000,
        "![" * 9000,
        "**" * 9000,
        ">" * 9000,
        "[@a" * 9000,
        "`" * 9000,
        "[^x]: " + "@a [b" * 3000,
        "\\" * 9000,
    ],
    ids=lambda value: value[:8],
)
def test_hostile_text_is_accepted(value: str) -> None:
    """Linear time: a quadratic step here takes minutes."""
    assert len(value) == len(parse(value).masked)
