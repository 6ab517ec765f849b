import pytest

from briefkit.text.suggest import suggest

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
