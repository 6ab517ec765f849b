"""The same brief in many forms: every point, every reason and every note is found, and no word is lost."""

import pytest
from brief_forms import FORMS, KEYS, SAID
from held_out_forms import HELD_OUT, own_words
from imports import Read, read
from later_forms import LATER

ALL = {**FORMS, **HELD_OUT, **LATER}
WITHOUT_REASONS = {"numbers_inside_a_sentence"}


@pytest.fixture(scope="module", params=ALL)
def imported(request: pytest.FixtureRequest) -> tuple[str, Read]:
    """A form by name, and what was read from it."""
    return request.param, read(ALL[request.param]())


def test_every_point_is_found_under_its_question(imported: tuple[str, Read]) -> None:
    _, found = imported

    for key, said in zip(KEYS, SAID, strict=True):
        assert [statement.lower() for statement in found.statements(key)] == [one.statement.lower() for one in said]


def test_every_reason_stands_in_the_detail_of_its_point(imported: tuple[str, Read]) -> None:
    name, found = imported

    for key, said in zip(KEYS, SAID, strict=True) if name not in WITHOUT_REASONS else ():
        for detail, one in zip(found.details(key), said, strict=True):
            assert one.reason in " ".join(detail.split("[^")[0].split())


def test_no_word_is_lost(imported: tuple[str, Read]) -> None:
    _, found = imported

    assert found.account.lost == ()


def test_the_title_is_found(imported: tuple[str, Read]) -> None:
    _, found = imported

    assert found.data["title"].lower() == "norland and estia in winter"


@pytest.mark.parametrize("name", ["real_notes", "typed_notes", "raised_notes"])
def test_every_note_stands_at_its_point(name: str) -> None:
    found = read(FORMS[name]())

    details = [detail for key in KEYS for detail in found.details(key)]
    assert len(details) == 11
    for number, detail in enumerate(details, 1):
        report = f"See report {number}." if name != "real_notes" else "See report "
        assert "[^" in detail.partition("\n\n")[0]
        assert report in detail


def test_a_table_gives_who_and_when() -> None:
    found = read(FORMS["table_of_recommendations"]())

    first = found.points("recommendations")[0]
    assert first["actors"] == ["Norland", "Estia"]
    assert first["horizon"] == "short-term"


def test_points_that_the_author_counts_are_said_to_be_counted() -> None:
    found = read(FORMS["ordinal_paragraphs"]())

    assert all(found.answer(key)["counted"] is True for key in KEYS)


def test_headings_in_words_of_their_own_stay_without_a_place_until_they_are_mapped() -> None:
    without = read(own_words())
    found = read(own_words(), mapped={"What Norland wants": "goals"})

    assert "What Norland wants" in without.unplaced
    assert without.statements("goals") == []
    assert found.statements("goals") == [one.statement for one in SAID[0]]
    assert len(found.points("challenges")) == 2


def test_a_memo_gives_author_readers_and_date() -> None:
    found = read(LATER["memo"]())

    assert found.data["authors"] == [{"name": "Ada Berg"}]
    assert found.data["audience"] == ["Ministry of Ports"]
    assert found.data["date"] == "2026-05-03"
