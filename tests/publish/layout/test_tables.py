import re
from collections import Counter
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from briefkit.document import blocks as b
from briefkit.publish.layout import PLAIN, Look, Segment, cells, lay_chapter, lay_out, paginate, text_of
from briefkit.publish.layout.cells import HOLDER


def cell(*values: str, role: b.ParagraphRole = "text") -> b.Cell:
    return b.Cell(tuple(b.Paragraph(b.text(value), role) for value in values))


def rows(*rows: tuple[b.Cell, ...]) -> tuple[b.RowGroup, ...]:
    return (b.RowGroup(rows),)


def shown(table: b.Table, width: int, look: Look = PLAIN) -> str:
    return "\n".join(text_of(line) for line in lay_out((table,), width, look))


def text(value: str) -> str:
    return dedent(value).strip("\n")


PLAIN_TABLE = b.Table(
    columns=(b.ColumnHint(fixed=True), b.ColumnHint(), b.ColumnHint(align="right", fixed=True)),
    header=(cell("brief"), cell("author"), cell("points")),
    groups=rows((cell("australia"), cell("Satake"), cell("21")), (cell("india"), cell(""), cell("9"))),
)

COMPARISON = b.Table(
    columns=(b.ColumnHint(fixed=True), b.ColumnHint(), b.ColumnHint()),
    header=(b.Cell(()), cell("Australia", "Satake · March 2015"), cell("India", "Asano · March 2015")),
    groups=rows(
        (
            cell("1 Goals"),
            cell("G1 Sustain a liberal regional order that keeps the US engaged", "G2 Deter provocation", role="entry"),
            cell("G1 Deepen security cooperation along the sea lanes", role="entry"),
        ),
        (cell("3 Challenges"), cell("C1 Tokyo and Canberra see China differently", role="entry"), b.Cell(())),
    ),
    wide=True,
    row_heads=True,
)


def test_a_table_without_cells_is_nothing() -> None:
    assert shown(b.Table((), (), ()), 40) == ""


def test_columns_are_as_wide_as_they_need_and_an_empty_cell_is_a_dash() -> None:
    assert shown(PLAIN_TABLE, 72) == text("""
        brief      author  points
        ─────────────────────────
        australia  Satake      21
        india      —            9
        ─────────────────────────
        """)


def test_briefs_side_by_side() -> None:
    assert shown(COMPARISON, 72) == text("""
                       Australia                     India
                       Satake · March 2015           Asano · March 2015
        ────────────────────────────────────────────────────────────────────────
        1 Goals        G1 Sustain a liberal          G1 Deepen security
                          regional order that           cooperation along the
                          keeps the US engaged          sea lanes
                       G2 Deter provocation

        3 Challenges   C1 Tokyo and Canberra see     —
                          China differently
        ────────────────────────────────────────────────────────────────────────
        """)


def test_a_comparison_stacks_when_a_column_gets_too_narrow() -> None:
    assert shown(COMPARISON, 60) == text("""
        ────────────────────────────────────────────────────────────
        1 Goals

        Australia · Satake · March 2015
           G1 Sustain a liberal regional order that keeps the US
              engaged
           G2 Deter provocation

        India · Asano · March 2015
           G1 Deepen security cooperation along the sea lanes

        ────────────────────────────────────────────────────────────
        3 Challenges

        Australia
           C1 Tokyo and Canberra see China differently

        India
           —
        ────────────────────────────────────────────────────────────
        """)


def test_short_cells_do_not_stack_however_many() -> None:
    """A count needs no 24 cells."""
    row = (cell("norms and order"), *(cell(str(n)) for n in range(4)))
    table = b.Table((b.ColumnHint(),) * 5, (b.Cell(()), *map(cell, "ABCD")), rows(row), wide=True, row_heads=True)

    assert "norms and order   0   1   2   3" in shown(table, 40)


def test_an_ordinary_table_without_room_becomes_records() -> None:
    table = b.Table(
        (b.ColumnHint(fixed=True), b.ColumnHint(), b.ColumnHint()),
        (cell("id"), cell("statement"), cell("themes")),
        rows((cell("R1"), cell("word " * 12), cell("")), (cell("R2"), cell("short"), cell("norms"))),
    )

    assert shown(table, 20) == text("""
        id: R1
        statement: word word
           word word word
           word word word
           word word word
           word
        themes: —

        id: R2
        statement: short
        themes: norms
        """)


def test_records_with_a_head_stand_in_below_it() -> None:
    table = b.Table(
        (b.ColumnHint(), b.ColumnHint(fixed=True)),
        (cell("theme"), cell("of")),
        rows((cell("norms"), cell("x" * 30))),
        row_heads=True,
    )

    assert shown(table, 24) == text("""
        theme: norms
           of:
              xxxxxxxxxxxxxxxxxx
              xxxxxxxxxxxx
        """)


def test_a_fixed_column_never_wraps() -> None:
    row = (cell("needs no wrapping at all"), cell("word " * 20))

    lines = shown(
        b.Table((b.ColumnHint(fixed=True), b.ColumnHint()), (cell("k"), cell("v")), rows(row)), 40
    ).splitlines()

    assert lines[2] == "needs no wrapping at all  word word word"


def test_signs_are_a_matrix_or_a_line_for_each_sign() -> None:
    sign = b.ColumnHint(align="center", fixed=True, sign=True)
    body = rows((cell("G1 Sustain order"), cell("●"), b.Cell(()), cell("●")), (cell("G2 Deter"), *(b.Cell(()),) * 3))
    table = b.Table((b.ColumnHint(), *(sign,) * 3), (b.Cell(()), *map(cell, ("R1", "R2", "U1"))), body, row_heads=True)

    assert shown(table, 40).splitlines()[2:4] == ["G1 Sustain order  ●   ·   ●", "G2 Deter          ·   ·   ·"]
    assert shown(table, 22) == text("""
        G1 Sustain order
           ● R1, U1

        G2 Deter
           —
        """)


SIGN = b.ColumnHint(align="center", fixed=True, sign=True)
SIGNS = b.Table(
    (b.ColumnHint(), SIGN, SIGN, SIGN),
    (b.Cell(()), cell("R1"), cell("R2"), cell("U1")),
    rows(
        (cell("G1 Sustain the order", role="entry"), cell("x"), cell("o"), cell("x")),
        (cell("G2 Deter", role="entry"), b.Cell(()), b.Cell(()), b.Cell(())),
    ),
    row_heads=True,
)


def test_a_cell_without_its_sign_is_a_dot() -> None:
    assert shown(SIGNS, 40) == text("""
                              R1  R2  U1
        ────────────────────────────────
        G1 Sustain the order  x   o   x
        G2 Deter              ·   ·   ·
        ────────────────────────────────
        """)


def test_signs_are_listed_with_the_columns_that_have_them_when_there_is_no_room() -> None:
    assert shown(SIGNS, 20) == text("""
        G1 Sustain the order
           x R1, U1
           o R2

        G2 Deter
           —
        """)


def test_a_sign_of_several_blocks_is_not_cut_off() -> None:
    table = b.Table((b.ColumnHint(), SIGN), (cell("k"), cell("R1")), rows((cell("G1"), cell("x" * 9, "y" * 30))))

    assert "x" * 9 + " R1" in shown(table, 20)
    assert shown(table, 20).count("y") == 30


def test_rows_of_several_lines_have_air_between_them() -> None:
    body = rows(*((cell("a"), cell("word " * 8)) for _ in range(2)))

    assert shown(b.Table((b.ColumnHint(),) * 2, (cell("k"), cell("v")), body), 30) == text("""
        k  v
        ──────────────────────────────
        a  word word word word word
           word word word

        a  word word word word word
           word word word
        ──────────────────────────────
        """)


def test_a_caption_stands_above() -> None:
    table = b.Table((b.ColumnHint(),), (cell("k"),), rows((cell("v"),)), caption=b.text("Table 1"))

    assert shown(table, 40) == "Table 1\nk\n─\nv\n─"


GROUPS = b.Table(
    (b.ColumnHint(), b.ColumnHint()),
    (cell("k"), cell("v")),
    (
        b.RowGroup(((cell("a"), cell("1")), (cell("b"), cell("2"))), b.text("Letters")),
        b.RowGroup(((cell("§"), cell("3")),), b.text("Signs")),
    ),
)


def test_groups_of_rows_have_their_names_above_them() -> None:
    assert shown(GROUPS, 40) == "k  v\n────\nLetters\na  1\nb  2\nSigns\n§  3\n────"


def test_a_stacked_table_has_the_names_of_its_groups_above_their_first_rows() -> None:
    wide = cell("x" * 30)
    groups = tuple(b.RowGroup(((cell(name), wide),), b.text(f"Group {name}")) for name in "ab")
    table = b.Table((b.ColumnHint(), b.ColumnHint(fixed=True)), (cell("k"), cell("v")), groups)

    lines = [line for line in shown(table, 20).splitlines() if line.startswith(("Group", "k"))]
    assert lines == ["Group a", "k: a", "Group b", "k: b"]


def test_the_name_of_a_group_repeats_on_the_next_page() -> None:
    many = b.RowGroup(tuple((cell(f"row {i}"), cell("v")) for i in range(30)), b.text("Letters"))
    table = b.Table((b.ColumnHint(), b.ColumnHint()), (cell("key"), cell("value")), (many,))

    laid = lay_chapter(b.Chapter("c", (table,)), 40, PLAIN)
    tops = [[text_of(line) for line in page.lines[:4]] for page in paginate(laid, 20)]

    rule = "─" * 13
    assert tops == [["key     value", rule, "Letters", "row 0   v"], ["key     value", rule, "Letters", "row 17  v"]]


def test_ragged_rows_are_filled() -> None:
    table = b.Table((b.ColumnHint(),), (cell("k"), cell("v")), rows((cell("a"),), (cell("a"), cell("b"), cell("c"))))

    assert shown(table, 40) == "k  v\n───────\na  —  —\na  b  c\n───────"


def test_an_empty_column_has_room_for_its_dashes() -> None:
    row = (*(b.Cell(()) for _ in range(7)), cell("x" * 150))

    lines = shown(b.Table((), (b.Cell(()),) * 8, rows(row)), 50).splitlines()

    assert lines[1].startswith("—  —  —  —  —  —  —  xxx")
    assert max(map(len, lines)) == 50


def test_columns_stay_straight_with_wide_text_marks_and_addresses() -> None:
    values = (
        "日本国憲法前文" * 5,
        "e\u0302\u0323x " * 30,
        "https://example.org/" + "path/" * 20,
        "plain " * 20,
        "❤️ 🇯🇵 " * 9,
    )
    body = rows(*((cell(value), cell(value), cell(f"|{i}")) for i, value in enumerate(values)))
    table = b.Table((b.ColumnHint(),) * 3, (cell("one"), cell("two"), cell("|x")), body)

    lines = [text_of(line) for line in lay_out((table,), 62, PLAIN)]

    assert {cells(line[: line.index("|")]) for line in lines if "|" in line} == {60}
    assert max(map(cells, lines)) == 62


def test_statements_in_a_cell_are_compact_and_paragraphs_are_not() -> None:
    loose = b.Table((b.ColumnHint(),), (cell("k"),), rows((cell("one", "two"),)))
    compact = b.Table((b.ColumnHint(),), (cell("k"),), rows((cell("one", "two", role="entry"),)))

    assert shown(loose, 40) == "k\n───\none\n\ntwo\n───"
    assert shown(compact, 40) == "k\n───\none\ntwo\n───"


def test_headers_and_row_heads_carry_roles() -> None:
    lines = lay_out((COMPARISON,), 72)

    assert lines[0][1] == Segment("Australia", "heading")
    assert lines[3][0] == Segment("1 Goals", "strong")


words = st.text(st.sampled_from("ab日、e\u0301-/ \n"), max_size=60)
tables = st.builds(
    lambda header, groups, flags: b.Table(
        (b.ColumnHint(), b.ColumnHint(fixed=flags[2]), b.ColumnHint(align="center")),
        header,
        tuple(b.RowGroup(tuple(rows), b.text(name)) for name, rows in groups),
        b.text("c"),
        *flags[:2],
    ),
    st.tuples(*[words.map(cell)] * 3),
    st.lists(
        st.tuples(
            words.map(b.clean),
            st.lists(st.tuples(*[st.lists(words, max_size=3).map(lambda texts: cell(*texts))] * 3), max_size=3),
        ),
        max_size=2,
    ),
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
)


@given(tables, st.integers(20, 120))
def test_no_table_is_too_wide_or_cut_off(table: b.Table, width: int) -> None:
    lines = [text_of(line) for line in lay_out((table,), width, PLAIN)]
    shown_letters = Counter(re.sub(IGNORED, "", "".join(lines)))
    contents = [content for row in (table.header, *table.rows) for content in row]
    wanted = Counter(re.sub(IGNORED, "", "".join(map(letters, contents))))

    assert all(cells(line) <= width for line in lines)
    assert wanted <= shown_letters


IGNORED = f"[─—:·\\s{HOLDER}]"


def letters(content: b.Cell) -> str:
    return "".join(b.plain(block.children) for block in content.blocks if isinstance(block, b.Paragraph))
