import sys
import unicodedata
from itertools import pairwise

import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from briefkit.publish.layout.cells import HOLDER, breaks, cells, clusters, cut, held, shorten, stretches
from briefkit.text.printable import clean

HOSTILE = "abc-/. é́̂ंि日本語、。「」한🇯🇵👍🏽❤️שלוםمرحباक्षाกำ—“”＝ﾊﾟ"
texts = st.text(st.sampled_from(HOSTILE) | st.characters(exclude_categories=("Cs", "Cc")), max_size=40).map(clean)
words = texts.map(lambda text: "".join(text.split())).filter(bool).map(held)


def test_plain_text_has_a_cell_for_each_letter() -> None:
    assert cells("order") == 5


def test_width_is_that_of_the_screen() -> None:
    assert [cells(text) for text in ("日本", "x\u0302", "❤️", "ﾊﾟ", "")] == [4, 1, 2, 2, 0]


def test_narrow_characters_are_narrow() -> None:
    """What skips the tables of wcwidth must agree with them."""
    from briefkit.publish.layout.cells import _NARROW

    narrow = [char for char in map(chr, range(sys.maxunicode + 1)) if _NARROW.fullmatch(char)]

    assert [char for char in narrow if wcwidth.wcwidth(char) != 1] == []
    assert set("aé–—’“”…•─═│ĐЖΩ") <= set(narrow)


@given(words)
def test_what_stays_together_adds_up_to_the_word(word: str) -> None:
    assert "".join(clusters(word)) == word
    assert "".join(stretches(word)) == word
    assert all(not unicodedata.combining(cluster[0]) for cluster in clusters(word))


@given(words, st.integers(2, 12))
def test_a_cut_word_fits_and_loses_nothing(word: str, width: int) -> None:
    pieces = cut(word, width)

    assert "".join(pieces) == word
    assert max(map(cells, pieces)) <= width
    assert all(not unicodedata.combining(piece[0]) for piece in pieces)


@given(st.lists(words, min_size=1, max_size=6))
def test_words_on_a_line_are_no_wider_than_together(line: list[str]) -> None:
    """A mark without a letter would join the blank before it; the holder prevents that."""
    assert cells("   ".join(line)) <= sum(map(cells, line)) + 3 * (len(line) - 1)


def test_a_mark_without_a_letter_gets_a_holder() -> None:
    assert held("\u0301a") == f"{HOLDER}\u0301a"
    assert held("a\u0301") == "a\u0301"


def test_wide_text_parts_but_not_against_its_punctuation() -> None:
    assert stretches("日本、「平和」abc。") == ("日", "本、", "「平", "和」", "abc。")


def pieces(word: str) -> list[str]:
    """Return a word cut wherever a line may end inside it."""
    ends = [0, *breaks(word), len(word)]
    return [word[start:end] for start, end in pairwise(ends)]


def test_addresses_part_after_slashes_and_before_other_signs() -> None:
    assert pieces("https://www.mofa.go.jp/a?b=12345678") == ["https://www.mofa.go.jp/", "a", "?b", "=12345678"]


def test_addresses_never_part_at_a_hyphen_nor_before_a_short_end() -> None:
    assert pieces("https://a.org/treaty-of-amity/policy.html.") == [
        "https://a.org/",
        "treaty-of-amity/",
        "policy.html.",
    ]
    assert pieces("https://a.org/") == ["https://a.org/"]


def test_closing_signs_stay_with_the_address() -> None:
    assert pieces("<https://a.org/bbbb/cccccccc/>.") == ["<https://a.org/", "bbbb/", "cccccccc/>."]


def test_words_part_at_hyphens_between_letters() -> None:
    assert pieces("state-of-the-art,") == ["state-", "of-", "the-", "art,"]
    assert pieces("F-35") == ["F-35"]
    assert pieces("2006–2007") == ["2006–2007"]


def test_short_text_is_not_shortened() -> None:
    assert shorten("Goals", 5) == "Goals"


@given(texts, st.integers(1, 20))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert cells(shorten(text, width)) <= width


def test_a_huge_word_takes_no_time() -> None:
    """Parting is linear: a quadratic one would take minutes here."""
    word = "x" * 100_000 + "日" + "é\u0302" * 30_000 + "\u0302" * 200_000

    assert "".join(cut(word, 60)) == word
    assert breaks(f"https://a.org/{word}") == [14]
    assert len(stretches(word)) == 3
