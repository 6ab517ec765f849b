"""pandoc's citation syntax, with pandoc as the oracle."""

import json
import re
import subprocess
from collections.abc import Iterator

import pypandoc  # type: ignore[import-untyped]
import pytest

from briefkit.document import blocks
from briefkit.document.blocks import (
    Citation,
    CitationItem,
    Emphasis,
    Link,
    Note,
    Paragraph,
    Text,
)
from briefkit.document.prose import parse
from briefkit.text.dates import PartialDate
from prose_pieces import faults, inlines, quoted


def citations(tree: object) -> Iterator[Citation]:
    """Find the citations in a tree."""
    if isinstance(tree, Citation):
        yield tree
    elif isinstance(tree, tuple):
        for part in tree:
            yield from citations(part)
    elif isinstance(tree, Paragraph | Emphasis | Link):
        yield from citations(tree.children)
    elif isinstance(tree, Note):
        yield from citations(tree.blocks)


def test_citation() -> None:
    value = "[see @a, *pp.* 33-35; also -@b_c, chap. 2]"

    expected = Citation(
        (
            CitationItem("a", (Text("see"),), (Emphasis((Text("pp."),)), Text(" 33-35"))),
            CitationItem("b_c", (Text("also"),), (Text("chap. 2"),), suppress_author=True),
        )
    )
    assert (expected,) == inlines(value)
    assert quoted(value) == [("citation", "@a"), ("citation", "@b_c")]


def test_odd_key() -> None:
    assert quoted("[@{odd key}, p. 3]") == [("citation", "@{odd key}")]
    assert [mark.target for mark in parse("[@{odd key}, p. 3]").marks] == ["odd key"]


def test_part_without_key_belongs_to_its_neighbour() -> None:
    (citation,) = inlines("[@a, p. 3; emphasis added; @b]")

    assert Citation((CitationItem("a", (), (Text("p. 3; emphasis added"),)), CitationItem("b"))) == citation


@pytest.mark.parametrize(
    ("value", "item"),
    [
        ("[@a, accessed 2014-12-18]", CitationItem("a", accessed=PartialDate(2014, 12, 18))),
        ("[@a, p. 3, accessed\n2014-12]", CitationItem("a", (), (Text("p. 3"),), accessed=PartialDate(2014, 12))),
        ("[@a, accessed 2014, p. 3]", CitationItem("a", (), (Text("p. 3"),), accessed=PartialDate(2014))),
        ("[@a, titled “On the ‘Arc’”]", CitationItem("a", titled="On the ‘Arc’")),
        ('[@a, titled "X,\n  y", accessed 2014]', CitationItem("a", accessed=PartialDate(2014), titled="X, y")),
        ("[see @a, p. 3, titled “X”]", CitationItem("a", (Text("see"),), (Text("p. 3"),), titled="X")),
        ("[-@a, accessed 2014]", CitationItem("a", suppress_author=True, accessed=PartialDate(2014))),
        ("*x* [@a, accessed 2014]", CitationItem("a", accessed=PartialDate(2014))),
    ],
)
def test_citation_may_vary_its_reference(value: str, item: CitationItem) -> None:
    assert list(citations(parse(value).blocks)) == [Citation((item,))]
    assert quoted(value)[-1] == ("citation", "@a")


def test_bare_citation_may_vary_its_reference() -> None:
    value = "a[^n]\n\n[^n]: @b [p. 3, accessed 2014] says so, @c [titled “X”; see @d, accessed 2015].\n"

    assert [item for citation in citations(parse(value).blocks) for item in citation.items] == [
        CitationItem("b", (), (Text("p. 3"),), accessed=PartialDate(2014)),
        CitationItem("c", titled="X"),
        CitationItem("d", (Text("see"),), accessed=PartialDate(2015)),
    ]


@pytest.mark.parametrize(
    "suffix",
    [
        "accessed 2014-13",
        "accessed 2014-02-30",
        "accessed 14-02",
        "accessed in 2014",
        "accessed 2014 again",
        "last accessed 2014",
        "titled X",
        "titled “X",
        "titled “”",
        "untitled “X”",
        "p. 3 accessed 2014",
        "p. 3; accessed 2014",
    ],
)
def test_what_is_no_variation_stays_as_it_is(suffix: str) -> None:
    assert list(citations(parse(f"[@a, {suffix}]").blocks)) == [Citation((CitationItem("a", (), (Text(suffix),)),))]


def test_second_variation_of_a_kind_stays_as_it_is() -> None:
    (citation,) = citations(parse("[@a, accessed 2014, accessed 2015]").blocks)

    assert citation.items == (CitationItem("a", (), (Text("accessed 2015"),), accessed=PartialDate(2014)),)


@pytest.mark.parametrize("part", [", accessed 2014", ", titled “x”", ", titled “x", ' titled "', ",“”"])
def test_hostile_suffix_is_split(part: str) -> None:
    """Linear time: a quadratic step here takes minutes."""
    assert parse(f"[@a{part * 100_000}]").marks


@pytest.mark.parametrize(
    "value", ["me@x.org", "[me@x.org]", "[text @x](http://y.org)", "[a [@b] c](http://d)", "`[@a]`", "\\@a", "a @ b"]
)
def test_no_citation(value: str) -> None:
    assert list(citations(parse(value).blocks)) == []
    assert faults(value) == []


def test_bare_citation_in_a_footnote() -> None:
    value = "a[^n]\n\n[^n]: @b says so, @c [p. 3; see @d] and [@e] too, @f [@g].\n"

    expected = [
        Citation((CitationItem("b"),), bare=True),
        Citation((CitationItem("c", (), (Text("p. 3"),)), CitationItem("d", (Text("see"),))), bare=True),
        Citation((CitationItem("e"),)),
        Citation((CitationItem("f"),), bare=True),
        Citation((CitationItem("g"),)),
    ]
    assert expected == list(citations(parse(value).blocks))
    assert faults(value) == []
    assert all(mark.in_footnote == (mark.kind == "citation") for mark in parse(value).marks)


def test_bare_citation_elsewhere_stays_text() -> None:
    value = "As @b-c says [@d and @e]."

    assert faults(value) == [("bare-citation", "@b-c"), ("bare-citation", "@e")]
    assert blocks.plain(inlines(value)) == "As @b-c says ."


@pytest.mark.parametrize("value", ["[@a and @b]", "[@a &amp; @b]", "x[^n]\n\n[^n]: [@a and @b]"])
def test_second_key_of_a_part_is_bare(value: str) -> None:
    assert [item.key for citation in citations(parse(value).blocks) for item in citation.items] == ["a"]
    assert faults(value) == [("bare-citation", "@b")]


PANDOC_FORMS = [
    "[@a]",
    "[see @a, pp. 33-35; also @b, chap. 2]",
    "[-@a, p. 3; see also -@b]",
    "[@{oddkey,x}, p. 2]",
    "[@müller_2010:b.c, 3]",
    "[@a.]",
    "[e.g. *note* @a, see **that**]",
    "[@a p. 3]",
    "[see @a, sec. 2.1]",
    "[@a [sic] b]",
    "[@a, see <https://x.org/a;b>]",
    "[@a, Q&amp;A; @b]",
    "[@a, R&D; @b]",
    "[@https://ex.org/a/b]",
    "[@a--b]",
    "[ @a ;@b ]",
    "[@a] [@b]",
    "[see\n@a,\np. 3]",
    "[me@example.org]",
]


def test_citations_as_pandoc_reads_them() -> None:
    text = "\n\n".join(f"x {form}" for form in PANDOC_FORMS)
    command = [pypandoc.get_pandoc_path(), "-f", "markdown-smart", "-t", "json"]
    read = json.loads(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)

    expected = [list(_pandoc_items(block)) for block in read["blocks"]]
    actual = [
        [
            (item.key, blocks.plain(item.prefix), blocks.plain(item.suffix), item.suppress_author)
            for citation in citations(block)
            for item in citation.items
        ]
        for block in parse(text).blocks
    ]
    assert expected == actual


def _pandoc_items(part: object) -> Iterator[tuple[str, str, str, bool]]:
    if isinstance(part, dict) and part.get("t") == "Cite":
        for item in part["c"][0]:
            suffix = re.sub(r"^[\s,]+", "", _pandoc_text(item["citationSuffix"]))
            suppress = item["citationMode"]["t"] == "SuppressAuthor"
            yield item["citationId"], _pandoc_text(item["citationPrefix"]), suffix, suppress
    elif isinstance(part, dict | list):
        for child in part.values() if isinstance(part, dict) else part:
            yield from _pandoc_items(child)


def _pandoc_text(part: object) -> str:
    if isinstance(part, list):
        return "".join(map(_pandoc_text, part))
    assert isinstance(part, dict)
    if part["t"] in ("Space", "SoftBreak"):
        return " "
    return part["c"] if part["t"] == "Str" else _pandoc_text(part["c"][1] if part["t"] == "Link" else part["c"])
