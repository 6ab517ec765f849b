from collections.abc import Callable
from difflib import SequenceMatcher
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.text.suggest import THRESHOLD, Effort, Vocabulary, squeezed, suggest

FIELDS = ["title", "goals", "context", "challenges", "us_cooperation", "recommendations", "references"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recomendations", "recommendations"),
        ("us-cooperation", "us_cooperation"),
        ("US Cooperation", "us_cooperation"),
        ("Goals", "goals"),
        ("challanges", "challenges"),
    ],
)
def test_a_misspelling_finds_the_word(written: str, meant: str) -> None:
    assert suggest(written, FIELDS) == meant


@pytest.mark.parametrize("written", ["weather", "", "x", "bibliography"])
def test_a_foreign_word_finds_nothing(written: str) -> None:
    assert suggest(written, FIELDS) is None


def test_of_two_equal_candidates_the_first_wins() -> None:
    assert suggest("goal", ["goals", "goalz"]) == "goals"


WORD = st.text("ab-_ Aéß", max_size=6) | st.text("abcdefgh", max_size=12)


@given(WORD, st.lists(WORD, max_size=12))
def test_no_filter_changes_the_answer(word: str, known: list[str]) -> None:
    def ratio(candidate: str) -> float:
        return SequenceMatcher(None, squeezed(candidate), squeezed(word), autojunk=False).ratio()

    best = max(known, key=ratio, default=None)  # of equals the first

    assert suggest(word, known) == (best if best is not None and ratio(best) >= THRESHOLD else None)


def names(count: int, letters: str = "abcdefgh", size: int = 12) -> list[str]:
    random = Random(count)  # noqa: S311 # the same every time
    return ["".join(random.choices(letters, k=size)) for _ in range(count)]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is worked out, once for each pair of words."""
    done: list[str] = []
    for name in ("ratio", "quick_ratio"):
        monkeypatch.setattr(SequenceMatcher, name, _counted(name, done))
    return done


def _counted(name: str, done: list[str]) -> Callable[[SequenceMatcher[str]], float]:
    real: Callable[[SequenceMatcher[str]], float] = getattr(SequenceMatcher, name)

    def counted(matcher: SequenceMatcher[str]) -> float:
        done.append(name)
        return real(matcher)

    return counted


@pytest.mark.parametrize(("size", "most"), [(4, 55_000), (12, 16_500), (60, 830), (400, 20)])
def test_thousands_of_unknown_names_cost_no_more_than_a_few_hundred(compared: list[str], size: int, most: int) -> None:
    vocabulary = Vocabulary(names(1000, size=size))
    for word in names(3000, size=size):
        vocabulary.nearest(word)

    assert compared.count("ratio") < most
    assert compared.count("quick_ratio") < 80_000


def test_a_hundred_misspellings_of_a_thousand_names_all_get_their_guess() -> None:
    known = names(1000, letters="abcdefghijklmnopqrst")
    vocabulary = Vocabulary(known)

    assert [vocabulary.nearest(word[:5] + word[6:]) for word in known[:100]] == known[:100]


def test_a_question_asked_again_is_not_worked_out_again(compared: list[str]) -> None:
    vocabulary = Vocabulary(FIELDS)
    assert vocabulary.nearest("challanges") == "challenges"
    once = list(compared)

    assert vocabulary.nearest("challanges") == "challenges"
    assert compared == once


def test_vocabularies_of_one_file_share_the_effort() -> None:
    effort = Effort()
    first, second = Vocabulary(names(2000), effort), Vocabulary(FIELDS, effort)
    for word in names(2001):
        first.nearest(word)

    assert second.nearest("challanges") is None
    assert Vocabulary(FIELDS).nearest("challanges") == "challenges"
