import re

from hypothesis import given
from hypothesis import strategies as st

from briefkit.document import blocks as b
from briefkit.publish.layout import PLAIN, Line, Look, Segment, cells, text_of, wrap
from briefkit.publish.layout.anchors import Anchors
from briefkit.publish.layout.cells import HOLDER
from briefkit.publish.layout.narrow import narrow_lines
from briefkit.publish.layout.wrap import word_lines
from briefkit.text.printable import clean

HOSTILE = "ab \t\nc/-. é\u0301\u0302日本、「」한🇯🇵👍🏽❤️שלום\u200b\u202e\u00a0"
texts = st.text(st.sampled_from(HOSTILE) | st.characters(), max_size=60).map(clean)
leaves: st.SearchStrategy[b.Inline] = (
    st.builds(b.Text, texts)
    | st.builds(b.Code, texts)
    | st.builds(b.NoteMark, st.integers(1, 99), st.just("n"))
    | st.just(b.LineBreak())
)
inlines: st.SearchStrategy[b.Inlines] = st.recursive(
    st.lists(leaves, max_size=4).map(tuple),
    lambda inner: st.lists(
        leaves
        | st.builds(b.Emphasis, inner)
        | st.builds(b.Strong, inner)
        | st.builds(b.Styled, inner, st.just("shared"))
        | st.builds(b.Link, inner, st.just("https://example.org/a-very-long-address/that?never=ends"))
        | st.builds(b.Deleted, inner),
        max_size=4,
    ).map(tuple),
    max_leaves=10,
)


def shown(value: b.Inlines | str, width: int, look: Look = PLAIN, hang: int = 0) -> list[str]:
    return [text_of(line) for line in wrap(b.text(value) if isinstance(value, str) else value, width, look, hang=hang)]


def test_a_line_that_fits_stays_as_it_is() -> None:
    assert shown("Goals of the brief", 20) == ["Goals of the brief"]


def test_lines_end_at_blanks_and_are_filled() -> None:
    assert shown("one two three four", 9) == ["one two", "three", "four"]


def test_white_space_is_one_blank_but_a_no_break_space_holds() -> None:
    assert shown("  a \n\t b\u00a0c  ", 3) == ["a", "b c"]


def test_lines_after_the_first_hang() -> None:
    assert shown("G1 Sustain a liberal order", 14, hang=3) == ["G1 Sustain a", "   liberal", "   order"]


def test_a_hanging_indent_leaves_room_for_words() -> None:
    assert shown("one two", 6, hang=40) == ["one", "   two"]


def test_the_author_breaks_lines() -> None:
    assert shown((b.Text("one"), b.LineBreak(), b.Text("two")), 20, hang=2) == ["one", "  two"]


def test_wide_text_ends_lines_anywhere_but_against_punctuation() -> None:
    assert shown("日本国憲法、前文", 10) == ["日本国憲", "法、前文"]


def test_an_address_parts_behind_its_host_and_its_slashes() -> None:
    assert shown("see https://www.mofa.go.jp/policy/index.html now", 22) == [
        "see",
        "https://www.mofa.go.jp",
        "/policy/index.html now",
    ]


def test_a_line_may_end_at_a_hyphen_between_letters_but_not_in_an_address() -> None:
    assert shown("a well-known long-term plan of 2014-15", 16) == ["a well-known", "long-term plan", "of 2014-15"]
    assert shown("the state-of-the-art plan", 14) == ["the state-of-", "the-art plan"]
    assert shown("see www.a.org/bc-def-ghi-jkl", 22) == ["see www.a.org/", "bc-def-ghi-jkl"]


def test_an_address_too_long_for_a_line_parts_before_a_hyphen() -> None:
    assert shown("https://example.org/a-very-long-title-of-a-page", 20) == [
        "https://example.org/",
        "a-very-long-title-of",
        "-a-page",
    ]


def test_a_short_label_stays_with_its_page_and_another_need_not() -> None:
    anchors = Anchors(("n",), digits=2)
    look = Look(anchors=anchors)
    mark, name = b.CrossReference("n", b.text("Ed. 12")), b.CrossReference("n", b.text("the notes"))

    assert [anchors.numbered(line, {"n": 53}) for line in shown((b.Text("See "), mark), 16, look)] == [
        "See",
        "Ed. 12 (p. 53)",
    ]
    assert [anchors.numbered(line, {"n": 53}) for line in shown((b.Text("See "), name), 15, look)] == [
        "See the notes",
        "(p. 53)",
    ]


def test_an_unbroken_word_loses_nothing() -> None:
    word = "x" * 400

    lines = shown(f"see {word} there", 72)

    assert lines[0] == "see"
    assert "".join(lines) == f"see{word} there"
    assert max(map(len, lines)) == 72


def test_text_files_write_stress_as_signs() -> None:
    value = (b.Emphasis(b.text("Daily")), b.Text(" "), b.Strong(b.text("now")), b.Text(", "), b.Code("id"))

    assert shown(value, 40) == ["_Daily_ now, `id`"]


def test_the_terminal_gets_roles() -> None:
    value = (b.Emphasis(b.text("Daily")), b.Text(", "), b.Strong(b.text("now")), b.NoteMark(3, "n3"))

    assert wrap(value, 40, Look()) == (
        (Segment("Daily", "emphasis"), Segment(", "), Segment("now", "strong"), Segment("[3]", "note")),
    )


def test_meaning_goes_before_stress() -> None:
    value = (b.Styled((b.Text("G1 "), b.Emphasis(b.text("x"))), "label"), b.Text(" y"))

    assert wrap(value, 40, Look()) == ((Segment("G1 x", "label"), Segment(" y")),)


def test_a_blank_between_two_roles_has_none() -> None:
    value = (b.Styled(b.text("G1"), "label"), b.Text(" "), b.Styled(b.text("no"), "caution"))

    assert wrap(value, 40, Look()) == ((Segment("G1", "label"), Segment(" "), Segment("no", "caution")),)


def test_a_link_shows_its_address_once() -> None:
    url = "https://example.org/"

    assert shown((b.Link(b.text("site"), url),), 40) == ["site <https://example.org/>"]
    assert shown((b.Link(b.text(url), url),), 40) == [url]
    assert shown((b.Link(b.text("a@b.org"), "mailto:a@b.org"),), 40) == ["a@b.org"]


def test_a_note_mark_stays_with_its_word() -> None:
    assert shown((b.Text("the end."), b.NoteMark(1, "n1")), 8) == ["the", "end.[1]"]
    assert shown((b.Text("日本国。"), b.NoteMark(1, "n1")), 9) == ["日本", "国。[1]"]


def test_a_change_is_seen_without_color() -> None:
    value = (b.Deleted(b.text("old")), b.Text(" "), b.Inserted(b.text("new")))

    assert shown(value, 40, Look()) == ["[-old-] {+new+}"]


def test_a_cross_reference_shows_its_label_and_its_title() -> None:
    assert shown((b.CrossReference("g1", b.text("G1"), b.text("Order")),), 20) == ["G1 Order"]


def test_an_exponent_is_told_from_a_digit() -> None:
    assert shown((b.Text("10 m"), b.Superscript(b.text("2"))), 20) == ["10 m^2"]


def letters(value: str) -> str:
    return re.sub(f"[ \t\n\r{HOLDER}]", "", value)


@given(inlines, st.integers(8, 40), st.integers(0, 6))
def test_every_line_fits_and_no_letter_is_lost(value: b.Inlines, width: int, hang: int) -> None:
    lines: tuple[Line, ...] = wrap(value, width, PLAIN, hang=hang)
    whole = wrap(value, 1_000_000, PLAIN)

    assert max(cells(text_of(line)) for line in lines) <= width
    assert letters("".join(map(text_of, lines))) == letters("".join(map(text_of, whole)))


NARROW = "ab \t\n–’é\u00a0 "
runs = st.lists(
    st.builds(Segment, st.text(st.sampled_from(NARROW), max_size=12), st.sampled_from([None, "strong", "note"])),
    max_size=8,
)


@given(runs, st.integers(4, 30), st.integers(0, 3), st.booleans())
def test_narrow_text_is_cut_as_words_are_laid(segments: list[Segment], width: int, hang: int, first: bool) -> None:
    lines = narrow_lines(segments, width, hang, first=first)

    assert lines in (None, word_lines(segments, width, hang, first=first))


def test_a_word_too_long_and_wide_characters_are_not_cut_the_quick_way() -> None:
    assert narrow_lines([Segment("abcdef")], 5, 0, first=True) is None
    assert narrow_lines([Segment("日本")], 5, 0, first=True) is None
    assert narrow_lines([Segment("ab cd")], 5, 0, first=True) == [(Segment("ab cd"),)]
