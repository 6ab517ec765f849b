"""What two sequences have in common, and two texts word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.text.alignment import longest_rise, matches
from briefkit.text.rewording import Stretch, blanks_outside, reworded


def told(stretches: list[Stretch] | tuple[Stretch, ...]) -> str:
    """Return a difference as the terminal writes it."""
    signs = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(signs[stretch.fate].format(stretch.text) for stretch in stretches)


ITEMS = st.lists(st.sampled_from("abcde"), max_size=150)


@given(ITEMS, ITEMS)
def test_matches_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    i = j = 0
    for match in matches(old, new):
        assert match.old >= i
        assert match.new >= j
        assert match.length > 0
        i, j = match.old + match.length, match.new + match.length
        assert old[match.old : i] == new[match.new : j]
    assert i <= len(old)
    assert j <= len(new)


@given(st.lists(st.integers(), max_size=200))
def test_what_is_the_same_matches_as_a_whole(items: list[int]) -> None:
    assert [match.length for match in matches(items, items)] == ([len(items)] if items else [])


@given(st.lists(st.integers(0, 20), max_size=12))
def test_the_longest_rise_is_as_long_as_any(numbers: list[int]) -> None:
    found = longest_rise(numbers)
    best = [1] * len(numbers)
    for i, number in enumerate(numbers):
        best[i] += max((best[j] for j in range(i) if numbers[j] < number), default=0)

    assert [numbers[place] for place in found] == sorted({numbers[place] for place in found})
    assert len(found) == max(best, default=0)


TEXTS = st.lists(st.sampled_from(["a", "one", "two", "red", ".", ",", " ", "  ", "\n", "日", "[@k, p. 3]"])).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_had_back(old: str, new: str) -> None:
    stretches = reworded(old, new)

    assert "".join(stretch.text for stretch in stretches if stretch.fate != "inserted") == old
    assert "".join(stretch.text for stretch in stretches if stretch.fate != "deleted") == new
    assert all(stretch.text for stretch in stretches)
    assert old != new or all(stretch.fate == "kept" for stretch in stretches)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Consult regularly on China", "Consult each year on China", "Consult [-regularly-]{+each year+} on China"),
        ("X Y", "New X Y", "{+New+} X Y"),
        ("New X Y", "X Y", "[-New-] X Y"),
        # a lone word between two changes is changed with them
        (
            "a red car drives fast now",
            "a blue car races fast now",
            "a [-red car drives-]{+blue car races+} fast now",
        ),
        # what is new begins with a sentence
        ("First one. Last one.", "First one. Middle one. Last one.", "First one. {+Middle one.+} Last one."),
        ("So it is [@a, p. 3].", "So it is [@a, p. 4].", "So it is [-[@a, p. 3]-]{+[@a, p. 4]+}."),
        ("日本は国", "日本の国", "日本[-は-]{+の+}国"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ],
)
def test_words(old: str, new: str, expected: str) -> None:
    assert told(blanks_outside(reworded(old, new))) == expected


@given(TEXTS, TEXTS)
def test_for_reading_no_word_is_lost(old: str, new: str) -> None:
    stretches = blanks_outside(reworded(old, new))

    for text, fate in ((old, "inserted"), (new, "deleted")):
        left = "".join(stretch.text for stretch in stretches if stretch.fate != fate)
        assert left.replace(" ", "") == text.replace(" ", "")


def test_long_texts_without_anything_in_common_are_given_up() -> None:
    old, new = ("ab" * 40_000), ("ba" * 20_000 + "cb" * 20_000)

    assert sum(match.length for match in matches(old, new)) <= len(old)
