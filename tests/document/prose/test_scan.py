"""The scan finds what markdown-it finds, or refuses; and who needs no blocks and no rare markup pays for neither."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.document.prose import Prose, parse, scan, steps

BRIEFS = sorted((Path(__file__).parents[3] / "briefs").glob("*.yaml"))
PROSE_FIELDS = {"summary", "overview", "detail", "preface", "introduction", "bio"}


def _prose(data: object) -> Iterator[str]:
    """Find the Markdown fields of a file."""
    if isinstance(data, list):
        for entry in data:
            yield from _prose(entry)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in PROSE_FIELDS and isinstance(value, str):
                yield value
            yield from _prose(value)


FIELDS = [value for path in BRIEFS for value in _prose(yaml.safe_load(path.read_text(encoding="utf-8")))]

COMMON = [
    *(
        "word ",
        "two words, ",
        "2006. ",
        "“q” ",
        "Q&A ",
        "x@y.org ",
        "[sic]",
        "snake_case",
        "日本 ",
        "e\u0301",
        "\u200b",
    ),
    *("\n", "\n    ", "\n\n", "\n[^m]: ", "\n\n[^n]: ", "\n\n[^n]: text"),
    *(
        "[@k]",
        "[see @a, p. 3; also -@b_c]",
        "[@a, accessed 2014-12, titled “x”]",
        "[@{o k}]",
        "-@a",
        "@k ",
        "@k [p. 3]",
        "[^n]",
        "[^u]",
    ),
    *("*em ph*", "**st**", " _x_ ", "(*x*)", "*a.*", "[t u](http://x.org/a_b?c#d)"),
]
RARE = [
    *"a1 \n.,;:!?()\"'&-—’*_[]@^|#>+=~\\`<\t{}\xa0\u2028\x0c\ud800",
    *("&amp;", "R&D;", "1. ", "12) ", "\n1) ", "\n2006.", "\n    2006.", "  \n", " \n", "\n\n    ", "\n    [^m]: x"),
    *("[@a and @b]", "[@a, *x* y]", "[@a [sic] b]", "@k [p. 3; @z]", "[^two words]", "[^n]:", "[^n]:  ", "[^^]: x"),
    *("*a*b", "*a\nb*", "**a*", "**", "***x***", "*[@a]*", "*x*_y_", "_x_y_", "*x_y*", "*x*\u0301", "€*a*", "*“x”*."),
    *("[](http://x)", "[t](ftp://x)", "[t](http://x 'q')", "[*a*](http://b)", "[a [b](http://c.d) e](http://f)", "]("),
    *(
        "[@a](http://x)",
        "[^n](http://x)",
        "[\u200b](http://x)",
        "[t](http://x/%41;:~)",
        "![i](http://x)",
        "[r]: http://z",
    ),
    *("<b>", "<http://x>", "<!-- ", "- a", "> q", "# h", "===", "---", "\n|-|-|", "| a | b |", "```", "\n: "),
]


def _pieces(*fragments: str) -> st.SearchStrategy[str]:
    return st.sampled_from(fragments)


VALUES = st.lists(st.one_of(*[_pieces(*COMMON)] * 7, _pieces(*RARE)), max_size=25).map("".join)


def _found(prose: Prose) -> tuple[object, ...]:
    return prose.marks, prose.masked, prose.faults, prose.blocks


@given(VALUES)
@settings(max_examples=500, deadline=None)
def test_scan_finds_what_markdown_it_finds(value: str) -> None:
    if scan.scan(value):
        assert _found(parse(value)) == _found(steps.parse(value))


@pytest.mark.parametrize("value", FIELDS, ids=lambda value: " ".join(value.split()[:4]))
def test_scan_takes_every_field_of_the_volume(value: str) -> None:
    assert scan.scan(value)
    assert _found(parse(value)) == _found(steps.parse(value))


@pytest.mark.parametrize(
    "value",
    ["a `b`", "a\n\n- b", "<b>", "# a", "a \\* b", "a * b", "x * a* y", "*a *b", "x*a*y", "[a][b]\n\n[b]: http://c"],
)
def test_scan_refuses_other_markup(value: str) -> None:
    assert scan.scan(value) is None


def test_blocks_are_built_once() -> None:
    for value in ("plain", "- list"):
        prose = parse(value)
        assert prose.blocks is prose.blocks


PROBE = """
import sys
from briefkit.document import prose
value = "As *told* [see @a].[^n]\\n\\n[^n]: In @b, [here](http://c.org).\\n"
found = prose.parse(value)
assert (len(found.marks), found.faults, len(found.masked)) == (5, (), len(value))
print("markdown_it" in sys.modules, "briefkit.document.blocks" in sys.modules, end=" ")
assert found.blocks
print("markdown_it" in sys.modules, "briefkit.document.blocks" in sys.modules)
"""


def test_common_prose_needs_neither_markdown_it_nor_the_tree() -> None:
    command = [sys.executable, "-c", PROBE]
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert output.split() == ["False", "False", "False", "True"]


@pytest.mark.parametrize(
    "value",
    [
        "[" * 90_000,
        "[@a" * 30_000,
        "@a" * 30_000,
        "[^a]" * 30_000,
        "[^x]: @a" + " " * 90_000 + "b",
        "[^x]: " + "@a [b " * 20_000 + "c",
        "[a](" * 30_000,
        "x*" * 30_000,
        "a\n" * 30_000,
        "[^a]: b\n" * 10_000,
    ],
    ids=lambda value: value[:12],
)
def test_hostile_text_is_scanned(value: str) -> None:
    """Linear time: a quadratic step here takes minutes."""
    found = scan.scan(value)
    assert found is None or len(found.masked) == len(value)
