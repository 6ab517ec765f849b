"""Editorial notes: marks at their places, a list of their own, never in the author's voice."""

from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import open_library

NOTES = """\
restated_by:
  - name: the students
editorial_notes:
  - at: [{place}]
    says: |
      The source prints another word.
"""


def shown(library: Path, place: str) -> str:
    path = library / "estia.yaml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n{NOTES.format(place=place)}", encoding="utf-8")
    return str(api.export(open_library(library), "estia", "text", pages=False))


@pytest.mark.parametrize(
    ("place", "mark", "called"),
    [
        ("count-fish", "See: Ed. 1", "R1"),
        ("goals", "See: Ed. 1", "Goals"),
        ("summary", "Editorial notes: Ed. 1", "Summary"),
        ("ref:lund-2018", "[Ed. 1]", "Lund 2018"),
    ],
)
def test_a_note_has_a_mark_at_its_place_and_stands_in_the_list(good: Path, place: str, mark: str, called: str) -> None:
    text = " ".join(shown(good, place).split())

    assert mark in text
    assert f"Note 1: {called}. The source prints another word." in text


def test_the_list_says_whose_remarks_these_are(good: Path) -> None:
    text = " ".join(shown(good, "count-fish").split())

    assert (
        "These remarks are by the students, who restated the publication, and not by its author. “The source,” " in text
    )


def test_the_book_lists_the_notes_of_all_files_and_marks_its_bibliography(good: Path) -> None:
    shown(good, "ref:lund-2018")
    book = " ".join(str(api.render(api.volume(open_library(good)).document, "text", pages=False)).split())

    assert "Editorial notes ═══════════════ These remarks are editorial and not by the authors." in book
    assert "Estia ───── Note 1: Lund 2018. The source prints another word." in book
    assert book.rpartition("Bibliography ═")[2].count("[Estia Ed. 1]") == 1


def test_what_a_note_quotes_is_neither_an_abbreviation_in_use_nor_a_name_to_be_mended(good: Path) -> None:
    path = good / "estia.yaml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    note = NOTES.format(place="count-fish").replace("another word", "QZX")
    path.write_text(f"{text}\n{note}", encoding="utf-8")

    assert [f.message for f in open_library(good).validate(["estia"]).findings if "QZX" in f.message] == []
