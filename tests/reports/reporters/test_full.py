from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import CLEAN, finding, hostile_reports, hostile_text, of_each_severity, related, report
from wcwidth import wcswidth

from briefkit.publish.layout.cells import clusters
from briefkit.reports.reporters.full import render
from briefkit.source.draft import AROUND, LONG_LINE, Position, Source
from briefkit.source.finding import Finding, Report
from briefkit.text.printable import UNPRINTABLE


def text(report: Report, width: int = 80) -> list[str]:
    """Return the lines without their roles."""
    return ["".join(segment.text for segment in line) for line in render(report, width)]


def excerpt(line: str, marked: str, width: int = 80) -> list[str]:
    """Return the excerpt and the carets for a part of a line, without the margin."""
    start = line.index(marked) + 1
    one = finding(line=7, columns=(start, start + len(marked)), excerpt=line)
    lines = text(report(one), width)[2:4]
    assert [line[:4] for line in lines] == ["7 | ", "  | "]
    return [line[4:] for line in lines]


def test_a_clean_report_is_one_line() -> None:
    assert text(CLEAN) == ["no findings in 2 briefs"]


def test_the_look() -> None:
    assert text(of_each_severity()) == [
        "briefs/australia.yaml:41:1: error[unknown-field] unknown field `recomendations`",
        "   |",
        "41 | recomendations:",
        "   | ^^^^^^^^^^^^^^ did you mean `recommendations`?",
        "   = see: briefkit explain unknown-field",
        "",
        "briefs/india.yaml:88:11: warning[unaddressed-point] no recommendation addresses challenge `china-gap`",
        "   |",
        "88 |     - id: china-gap",
        "   |           ^^^^^^^^^",
        "   = note: briefs/india.yaml:120:7: a cooperation point does",
        "   = see: briefkit explain unaddressed-point",
        "",
        "briefs/russia.yaml:3:1: info[point-count] 1 goal, where 2 to 5 are usual",
        "  |",
        "3 | goals:",
        "  | ^^^^^",
        "  = see: briefkit explain point-count",
        "",
        "1 error, 1 warning, 1 info in 3 of 4 briefs; 1 waived",
        "unused-theme did not run, because briefs/europe.yaml could not be read as a whole",
    ]


def test_roles_tell_the_severity() -> None:
    lines = list(render(of_each_severity()))

    assert [segment.role for segment in lines[0]] == ["strong", "error", None]
    assert [segment.role for segment in lines[3]] == ["muted", "error", "error"]
    assert [segment.role for segment in lines[6]] == ["strong", "warning", None]
    assert [segment.role for segment in lines[13]] == ["strong", "info", None]


def folded(report: Report, width: int) -> list[str]:
    return ["".join(segment.text for segment in line) for line in render(report, width, fold=True)]


def test_on_a_screen_messages_break_between_words() -> None:
    long = finding("no recommendation addresses it", columns=(1, 6), excerpt="goals:", hint="name it in one of them")

    assert folded(report(long), 40)[:7] == [
        "briefs/australia.yaml:41:1:",
        "error[unknown-field] no recommendation",
        "addresses it",
        "   |",
        "41 | goals:",
        "   | ^^^^^ name it in one of them",
        "   = see: briefkit explain unknown-field",
    ]


def test_on_a_screen_a_long_hint_hangs_behind_the_carets_or_stands_below_them() -> None:
    hint = "name it under `addresses` in one of them or waive it"
    short = finding(columns=(1, 6), excerpt="goals:", hint=hint)
    long = finding(columns=(1, 28), excerpt="a: goals, context and so on", hint=hint)

    assert folded(report(short), 50)[4:7] == [
        "   | ^^^^^ name it under `addresses` in one of",
        "   |       them or waive it",
        "   = see: briefkit explain unknown-field",
    ]
    assert folded(report(long), 50)[4:8] == [
        "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "   = hint: name it under `addresses` in one of",
        "           them or waive it",
        "   = see: briefkit explain unknown-field",
    ]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_folding_changes_nothing_that_fits(width: int) -> None:
    fitting = report(finding("too long", hint="cut it"))

    assert folded(fitting, width) == text(fitting, width)


def test_without_an_excerpt_the_hint_has_its_own_line() -> None:
    unreadable = finding("cannot be read", line=1, columns=(1, 1), excerpt="", hint="look at its permissions")

    assert text(report(unreadable))[1:3] == [
        "  = hint: look at its permissions",
        "  = see: briefkit explain unknown-field",
    ]


def test_a_place_without_width_gets_one_caret() -> None:
    at_end = finding("text is missing", line=7, columns=(7, 7), excerpt="title:")

    assert text(report(at_end))[2:4] == ["7 | title:", "  |       ^"]


def test_several_lines_are_underlined_to_the_end_of_the_first() -> None:
    long = finding("too long", line=7, columns=(8, 3), end_line=9, excerpt="title: 'Toward  ")

    assert text(report(long))[2:4] == ["7 | title: 'Toward  ", "  |        ^^^^^^^"]


@pytest.mark.parametrize(
    ("line", "marked", "shown", "carets"),
    [
        ("\ttitle:\tJapan", "Japan", "    title:    Japan", "              ^^^^^"),
        ("title: 日本 and 豪州", "豪州", "title: 日本 and 豪州", "                ^^^^"),
        ("title: To\u0304kyo\u0304 now", "now", "title: To\u0304kyo\u0304 now", "             ^^^"),
        ("title: 😀 now", "😀", "title: 😀 now", "       ^^"),
        ("a\x1b[31mb\u202ec\x9bd", "d", "a␛[31mb�c�d", "          ^"),
        ("a\u200bb: c", "\u200b", "a�b: c", " ^"),
    ],
    ids=["tabs", "wide", "combining", "emoji", "controls", "zero-width"],
)
def test_carets_stand_under_the_marked_cells(line: str, marked: str, shown: str, carets: str) -> None:
    assert excerpt(line, marked) == [shown, carets]


def test_a_line_that_fits_is_not_cut() -> None:
    line = "statement: " + "x" * 65

    assert excerpt(line, "statement") == [line, "^^^^^^^^^"]


def test_a_long_line_is_cut_behind_the_place() -> None:
    assert excerpt("statement: " + "word " * 40, "statement", width=40) == [
        "statement: word word word word word…",
        "^^^^^^^^^",
    ]


def test_a_long_line_is_cut_before_the_place() -> None:
    assert excerpt("word " * 40 + "TBD", "TBD", width=40) == ["… word word TBD", "            ^^^"]


def test_a_long_line_is_cut_on_both_sides() -> None:
    line = "word " * 40 + "TBD " + "more " * 40

    assert excerpt(line, "TBD", width=40) == ["… word word TBD more more more more…", "            ^^^"]


def test_a_long_place_is_cut() -> None:
    assert excerpt("a: " + "x" * 100, "x" * 100, width=40) == ["a: " + "x" * 32 + "…", "   " + "^" * 33]


def test_wide_characters_are_cut_whole() -> None:
    assert excerpt("中" * 50 + "TBD" + "文" * 50, "TBD", width=41) == [
        "…中中中中中TBD文文文文文文文文文文文…",
        "           ^^^",
    ]


def test_a_cut_leaves_no_combining_mark_behind() -> None:
    shown, _ = excerpt("e\u0301" * 100 + "TBD", "TBD", width=40)

    assert shown == "…" + "e\u0301" * 11 + "TBD"


def test_of_a_line_of_megabytes_little_is_shown() -> None:
    shown, carets = excerpt("x" * 100_000 + "TBD" + "\u0301" * 100_000, "TBD")

    assert wcswidth(shown) <= 76
    assert len(shown) < 1000
    assert carets.strip() == "^^^"


LONG = st.lists(st.sampled_from(["word ", "e\u0301", "日本", "\t", "x" * 50, "\u200b "]), min_size=50, max_size=80)


@given(LONG, st.integers(0, 6000), st.sampled_from([0, 1, 30, 3000]), st.integers(20, 300))
def test_a_stretch_of_a_long_line_shows_what_the_whole_line_would(
    parts: list[str], at: int, size: int, width: int
) -> None:
    line = "".join(parts * 12)
    at = min(at, len(line))
    end = min(at + size, len(line))
    part = Source("a.yaml", line).excerpt(Position(1, at + 1))
    whole = finding(line=1, columns=(at + 1, end + 1), excerpt=line)
    stretch = replace(whole, excerpt=part.text, excerpt_column=part.column)

    assert len(part.text) <= 3 * AROUND or len(line) <= LONG_LINE
    assert text(report(stretch), width) == text(report(whole), width)


def test_related_places_may_be_in_another_file() -> None:
    one = finding(related=(related("the other expansion", "briefs/india.yaml", 300, 3),))

    assert "   = note: briefs/india.yaml:300:3: the other expansion" in text(report(one))


@given(hostile_text, hostile_text, hostile_text, st.integers(20, 120))
def test_carets_stand_under_the_place_whatever_is_before_it(before: str, marked: str, after: str, width: int) -> None:
    start = len(before) + 1
    one = finding(line=7, columns=(start, start + len(marked)), excerpt=f"{before}{marked}{after}#")

    shown, carets = text(report(one), width)[2:4]

    assert wcswidth(shown) <= max(width, 24)
    assert wcswidth(carets) <= max(width, 24)
    _assert_under(one, shown[4:], carets[4:])


def _assert_under(one: Finding, shown: str, carets: str) -> None:
    """Compare what stands over the carets with the place, as far as it is printable and not cut."""
    place = one.excerpt[one.column - 1 : one.end_column - 1]
    cells = [cluster for cluster in clusters(shown) for _ in range(max(0, wcswidth(cluster)))]
    over = [cluster for cluster, caret in zip(cells, carets, strict=False) if caret == "^"]
    if over and place.isascii() and place.isprintable() and "…" not in over:
        assert "".join(over) == (place or over[0])


@given(hostile_reports)
def test_hostile_text_cannot_break_out(hostile: Report) -> None:
    lines = text(hostile)

    assert not any(UNPRINTABLE.search(line) or "\n" in line or "\t" in line for line in lines)
    heads = [line for line in lines if line.startswith("a")]
    assert len(heads) == len(hostile.findings)
    assert len(lines) == sum(map(_lines, hostile.findings)) + 1 + len(hostile.remarks)


def _lines(one: Finding) -> int:
    body = 3 if one.excerpt else int(bool(one.hint))
    return 1 + body + len(one.related) + 2
