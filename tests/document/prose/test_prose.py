"""Markdown prose: blocks, marks with exact places, faults, and the masked text."""

import pytest

from briefkit.document import blocks
from briefkit.document.blocks import (
    BulletList,
    Cell,
    Citation,
    CitationItem,
    Code,
    ColumnHint,
    Divider,
    Emphasis,
    LineBreak,
    Link,
    Note,
    OrderedList,
    Paragraph,
    Preformatted,
    Quote,
    RowGroup,
    Strong,
    Table,
    Text,
    paragraph,
)
from briefkit.document.prose import parse
from prose_pieces import faults, inlines, quoted

# Blocks


def test_plain_text_is_left_alone() -> None:
    value = "One sentence (2013) on US-led order."

    prose = parse(value)
    assert ((paragraph(value),), (), value, ()) == (prose.blocks, prose.marks, prose.masked, prose.faults)


@pytest.mark.parametrize("value", ["", " \n\n ", "\u200b"])
def test_nothing_to_say_is_no_block(value: str) -> None:
    assert parse(value).blocks == ()


def test_inlines() -> None:
    expected = (
        Emphasis((Text("a"),)),
        Text(" "),
        Strong((Text("b"),)),
        Text(" snake_case * & "),
        Code("x *y*"),
        Text(" d"),
        LineBreak(),
        Text("e f"),
    )

    assert expected == inlines("*a* **b** snake_case \\* &amp; `x *y*` d\\\ne\nf")


def test_blocks() -> None:
    value = "- a\n\n  b\n- c\n\n3. d\n\n> e\n\n```\nf  g\n```\n\n---\n\n| h | i |\n|---|--:|\n| j \\| k | |\n"

    expected = (
        BulletList(((paragraph("a"), paragraph("b")), (paragraph("c"),))),
        OrderedList(((paragraph("d"),),), 3),
        Quote((paragraph("e"),)),
        Preformatted("f  g"),
        Divider(),
        Table(
            (ColumnHint(), ColumnHint("right")),
            (Cell((paragraph("h"),)), Cell((paragraph("i"),))),
            (RowGroup(((Cell((paragraph("j | k"),)), Cell(())),)),),
        ),
    )
    assert expected == parse(value).blocks


def test_text_is_composed_and_cleaned_after_places_are_taken() -> None:
    value = "Cafe\u0301\u202e [@a]"

    assert (Text("Café "), Citation((CitationItem("a"),))) == inlines(value)
    assert quoted(value) == [("citation", "@a")]


def test_surplus_cells_stay_in_the_last_one() -> None:
    (table,) = parse("| a | b |\n|---|---|\n| c | d | e [@k] |\n").blocks

    assert isinstance(table, Table)
    assert blocks.plain(table.rows[0][1].blocks[0].children) == "d | e "  # type: ignore[union-attr]


def test_bar_in_the_code_of_a_cell() -> None:
    (table,) = parse("| a |\n|---|\n| `b\\|c` |\n").blocks

    assert isinstance(table, Table)
    assert table.rows[0][0] == Cell((Paragraph((Code("b|c"),)),))


def test_deep_emphasis_keeps_its_text() -> None:
    assert blocks.plain(inlines("**" * 500 + "x" + "**" * 500)).replace("*", "") == "x"


def test_deep_nesting_keeps_its_text_and_is_a_problem() -> None:
    value = "a\n\n" + "> " * 40 + "deep\n"

    assert "deep" in repr(parse(value).blocks)
    assert faults(value) == [("nesting", "> " * 40 + "deep")]


# Links and footnotes


def test_links() -> None:
    value = "[a *b*](https://x.org/a_b 'c'), <http://y.org/d> and <me@z.org>"

    expected = (
        Link((Text("a "), Emphasis((Text("b"),))), "https://x.org/a_b"),
        Text(", "),
        Link((Text("http://y.org/d"),), "http://y.org/d"),
        Text(" and "),
        Link((Text("me@z.org"),), "mailto:me@z.org"),
    )
    assert expected == inlines(value)
    assert [mark.target for mark in parse(value).marks] == ["https://x.org/a_b", "http://y.org/d", "mailto:me@z.org"]


def test_reference_link() -> None:
    assert (Link((Text("a"),), "http://x.org"),) == inlines("[a][1]\n\n[1]: http://x.org\n")


def test_link_without_text_shows_its_address() -> None:
    assert (Link((Text("http://x.org"),), "http://x.org"),) == inlines("[](http://x.org)")


def test_footnote() -> None:
    value = "a.[^n] b[^n]\n\n[^n]: One.\n\n    Two.\n"
    note = Note("n", (paragraph("One."), paragraph("Two.")))

    assert (Text("a."), note, Text(" b"), note) == inlines(value)
    assert quoted(value) == [("footnote-mark", "[^n]"), ("footnote-mark", "[^n]"), ("footnote-text", "[^n]")]


def test_first_text_of_a_label_counts() -> None:
    value = "a[^n]\n\n[^n]: One.\n\n[^n]: Two.\n"

    assert Note("n", (paragraph("One."),)) == inlines(value)[1]
    assert [mark.kind for mark in parse(value).marks] == ["footnote-mark", "footnote-text", "footnote-text"]


def test_footnote_in_a_footnote_stays_text() -> None:
    value = "a[^n]\n\n[^n]: See [^n].\n"

    assert Note("n", (paragraph("See [^n]."),)) == inlines(value)[1]
    assert faults(value) == [("misplaced-footnote", "[^n]")]


def test_footnote_in_a_link_stays_text() -> None:
    value = "[a[^n]](http://b)\n\n[^n]: Text.\n"

    assert inlines(value) == (Link((Text("a[^n]"),), "http://b"),)
    assert faults(value) == [("misplaced-footnote", "[^n]")]


@pytest.mark.parametrize("value", ["a[^n]", "a[^n] b\n\n[^n]:\n", "a[^two words]"])
def test_undefined_footnote_stays_text(value: str) -> None:
    label = value[1 : value.index("]") + 1]

    assert [("undefined-footnote", label)] == faults(value)
    assert value.partition("\n")[0] == blocks.plain(inlines(value))


@pytest.mark.parametrize(("length", "is_mark"), [(999, True), (1000, False)])
@pytest.mark.parametrize("end", ["", " ~~a~~", "\n\n- a"])
def test_a_note_mark_is_no_longer_than_the_label_of_a_link(length: int, is_mark: bool, end: str) -> None:
    assert bool(faults(f"Word.[^{'a' * length}]{end}")) == is_mark


def test_text_that_waits_is_given_out_in_stretches_and_none_is_lost() -> None:
    value = "![ " * 20_000

    assert blocks.plain(inlines(value)) == value.strip()


# Problems


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a <b>c</b>", [("html", "<b>"), ("html", "</b>")]),
        ("<div>\na\n</div>", [("html", "<div>"), ("html", "</div>")]),
        ("<!-- a\n\nb -->", [("html", "<!--")]),
        ("a ![b](c.png)", [("image", "![b](c.png)")]),
        ("a\n\n## B\n", [("heading", "## B")]),
        ("> a\n> ===\n", [("heading", "a\n> ===")]),
        ("[a](ftp://b)", [("link-scheme", "[a](ftp://b)")]),
        ("[a](javascript:b)", [("link-scheme", "[a](javascript:b)")]),
        ("[a](//b)", [("link-scheme", "[a](//b)")]),
        ("<ftp://b>", [("link-scheme", "<ftp://b>")]),
    ],
)
def test_problem(value: str, expected: list[tuple[str, str]]) -> None:
    assert expected == faults(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a <b>c</b>", "a <b>c</b>"),
        ("a ![b](c.png)", "a ![b](c.png)"),
        ("## B", "B"),
        ("[a](ftp://b)", "a (ftp://b)"),
        ("<ftp://b>", "ftp://b"),
    ],
)
def test_text_of_a_problem_stays(value: str, expected: str) -> None:
    assert (Text(expected),) == inlines(value)


def test_long_problem_is_shortened() -> None:
    (fault,) = parse("# " + "word " * 30).faults

    assert fault.text == "# word word word word word word word wo…"


# Masked text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a *b* c_d", "a  b  c_d"),
        ("a \\* `b` &amp; c", "a  *           c"),
        ("a [b](http://c) <http://d>", "a  b                      "),
        ("a [see @b; c].[^d]\n\n[^d]: e @f", "a            .    \n\n      e   "),
        ("a [@b, *c] * d", "a          * d"),
        ("> - a\n>   b\n", "    a\n    b\n"),
        ("| a | b\\|c |\n|---|---|\n", "  a   b |c  \n         \n"),
        ("# A\n\n    b\n", "  A\n\n     \n"),
    ],
)
def test_masked(value: str, expected: str) -> None:
    assert expected == parse(value).masked
