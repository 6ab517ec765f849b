"""Where pages end. Each line of the made-up pieces names its piece: `t3` is a line of text of piece 3."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefkit.document.blocks import Heading
from briefkit.publish.layout import Box, Grid, GridRow, Line, Page, Piece, Segment, paginate, text_of

BLANK: Line = ()
BREAK = Box((), kind="page")


def lines(name: str, count: int) -> tuple[Line, ...]:
    return tuple((Segment(f"{name} {i}"),) for i in range(count))


def text(name: str, count: int, gap: int = 1) -> Box:
    return Box(lines(name, count), (BLANK,) * gap)


def heading(name: str, count: int = 1) -> Box:
    return Box(lines(name, count), (BLANK,), kind="heading", heading=Heading(2, (), name))


def grid(name: str, head: int, *rows: int) -> Grid:
    made = (
        GridRow(lines(f"{name}r{i}", n), (BLANK,) if i else (), (Segment(f"{name} again"),)) for i, n in enumerate(rows)
    )
    return Grid(lines(f"{name}h", head), tuple(made), (BLANK,))


def shown(pages: list[Page]) -> list[list[str]]:
    return [[text_of(line) for line in page.lines] for page in pages]


def test_nothing_is_one_empty_page() -> None:
    assert shown(paginate([], 10)) == [[]]


def test_what_fits_is_one_page() -> None:
    assert shown(paginate([text("a", 4), text("b", 5)], 10)) == [
        ["a 0", "a 1", "a 2", "a 3", "", "b 0", "b 1", "b 2", "b 3", "b 4"]
    ]


def test_two_lines_stay_on_either_side() -> None:
    pages = shown(paginate([text("a", 5), text("b", 5)], 10))

    assert [len(page) for page in pages] == [9, 2]
    assert pages[1] == ["b 3", "b 4"]


def test_three_lines_never_part() -> None:
    assert shown(paginate([text("a", 7), text("b", 3)], 10))[1] == ["b 0", "b 1", "b 2"]


def test_the_tail_of_a_box_stays_together_with_two_lines_before_it() -> None:
    assert [len(page) for page in shown(paginate([text("a", 5), text("b", 8)._replace(tail=3)], 12))] == [9, 5]
    assert [len(page) for page in shown(paginate([text("a", 9), text("b", 5)._replace(tail=3)], 12))] == [9, 5]


def test_a_tail_longer_than_a_page_is_parted_all_the_same() -> None:
    pages = shown(paginate([text("a", 30)._replace(tail=29)], 10))

    assert [line for page in pages for line in page] == [f"a {i}" for i in range(30)]


def test_a_heading_goes_with_two_lines() -> None:
    pages = shown(paginate([text("a", 6), heading("h"), text("b", 6)], 10))

    assert pages[1][:3] == ["h 0", "", "b 0"]


def test_a_gap_does_not_begin_a_page() -> None:
    assert shown(paginate([text("a", 10), text("b", 2, gap=2)], 10))[1] == ["b 0", "b 1"]


def test_a_page_break_begins_a_page_but_never_an_empty_one() -> None:
    pieces: list[Piece] = [BREAK, text("a", 1), BREAK, BREAK, text("b", 1), BREAK]

    assert shown(paginate(pieces, 10)) == [["a 0"], ["b 0"]]


def test_a_heading_before_a_page_break_is_kept() -> None:
    brk = Box((), (BLANK,), kind="page")

    assert shown(paginate([heading("h"), brk, text("a", 1)], 10)) == [["h 0"], ["a 0"]]


def test_headings_know_their_line() -> None:
    pages = paginate([text("a", 3), heading("h"), text("b", 2), heading("i"), text("c", 8)], 10)

    assert [[(line, found.anchor) for line, found in page.headings] for page in pages] == [[(4, "h")], [(0, "i")]]


def test_a_table_that_fits_a_page_stays_whole_with_its_heading() -> None:
    pages = shown(paginate([text("a", 5), heading("h"), grid("t", 1, 2, 2)], 10))

    assert [page[0] for page in pages] == ["a 0", "h 0"]


def test_a_longer_table_parts_between_rows_and_repeats_its_head() -> None:
    pages = shown(paginate([grid("t", 2, 3, 3, 3)], 10))

    assert pages == [
        ["th 0", "th 1", "tr0 0", "tr0 1", "tr0 2", "", "tr1 0", "tr1 1", "tr1 2"],
        ["th 0", "th 1", "tr2 0", "tr2 1", "tr2 2"],
    ]


def test_a_row_longer_than_a_page_is_parted_and_says_so() -> None:
    pages = shown(paginate([grid("t", 1, 14)], 10))

    assert [page[:3] for page in pages] == [["th 0", "tr0 0", "tr0 1"], ["th 0", "t again", "tr0 9"]]
    assert sum(len(page) for page in pages) == 17


def test_a_head_that_would_fill_the_page_is_not_repeated() -> None:
    pages = shown(paginate([grid("t", 6, 8, 8)], 10))

    assert [name for page in pages for name in page if name.startswith("th")] == [f"th {i}" for i in range(6)]


counts = st.integers(1, 5) | st.integers(1, 70)
kinds = (
    st.builds(lambda n, gap: text("", n, gap), counts, st.integers(0, 2))
    | st.builds(lambda n: heading("", n), st.integers(1, 3))
    | st.builds(lambda head, rows: grid("", head, *rows), st.integers(0, 4), st.lists(counts, min_size=1, max_size=6))
    | st.just(BREAK)
)


def named(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            found.append(grid(f"g{i}", len(piece.head), *(len(row.lines) for row in piece.rows)))
        elif piece.kind == "page":
            found.append(piece)
        elif piece.kind == "heading":
            found.append(heading(f"h{i}", len(piece.lines)))
        else:
            found.append(text(f"t{i}", len(piece.lines), len(piece.gap)))
    return found


@given(st.lists(kinds, max_size=12).map(named), st.integers(10, 60))
def test_pages_keep_every_promise(pieces: list[Piece], height: int) -> None:
    pages = paginate(pieces, height)
    bodies = shown(pages)

    assert all(len(page) <= height for page in bodies)
    assert all(page and page[0] and page[-1] for page in bodies) or bodies == [[]]
    assert once(bodies) == [text_of(line) for piece in pieces for line in piece.lines if line]
    for before, after in pairwise(bodies):
        check_turn(before, after, pieces, height)


def once(bodies: list[list[str]]) -> list[str]:
    """Return the lines of pages without gaps and without what a parted table repeats."""
    seen: dict[str, None] = {}
    for page in bodies:
        seen |= dict.fromkeys(line for line in page if line and not line.endswith("again"))
    return list(seen)


def check_turn(before: list[str], after: list[str], pieces: list[Piece], height: int) -> None:
    name = before[-1].split()[0]
    piece = next(piece for piece in pieces if before[-1] in map(text_of, piece.lines))
    if isinstance(piece, Grid):
        check_table(name.partition("r")[0], piece, before, after, height)
    elif piece.kind == "heading":
        rest = pieces[pieces.index(piece) + 1]
        assert rest == BREAK or chain_is_too_long(pieces, piece, height)
    elif after[0].startswith(f"{name} "):
        parts = [sum(line.startswith(f"{name} ") for line in page) for page in (before, after)]
        assert min(parts) >= 2


def check_table(name: str, table: Grid, before: list[str], after: list[str], height: int) -> None:
    if not any(line.startswith(f"{name}r") for line in after):
        return
    chain = sum(len(line) > 0 for line in before if line.startswith("h"))
    assert len(table.lines) + 4 * chain > height // 2, "a table that takes half a page at most was parted"
    repeated = [text_of(line) for line in table.head] if len(table.head) <= height // 3 else []
    assert after[: len(repeated)] == repeated
    row_name = before[-1].split()[0]
    if any(line.startswith(f"{row_name} ") for line in after):
        assert after[len(repeated)] == f"{name} again"
        assert min(sum(line.startswith(f"{row_name} ") for line in page) for page in (before, after)) >= 2
        row = next(row for row in table.rows if text_of(row.lines[0]) == f"{row_name} 0")
        assert row is table.rows[0] or len(repeated) + len(row.lines) > height


def chain_is_too_long(pieces: list[Piece], piece: Piece, height: int) -> bool:
    """Tell whether the headings around this one leave no room on a page for what follows them."""
    start = end = pieces.index(piece)
    while start and is_heading(pieces[start - 1]):
        start -= 1
    while end < len(pieces) and is_heading(pieces[end]):
        end += 1
    needed = sum(len(part.lines) + 1 for part in pieces[start:end])
    return end == len(pieces) or needed + 9 > height


def is_heading(piece: Piece) -> bool:
    return isinstance(piece, Box) and piece.kind == "heading"
