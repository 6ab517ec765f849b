import subprocess
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]
import pytest

from briefkit import api
from briefkit.format.model import wording
from briefkit.format.shipped import default
from briefkit.library import open_library

QUESTIONS = default().questions

FOUNDING = Path(__file__).parent.parent.parent / "briefs"
NOTES = {"australia": 23, "india": 10, "europe": 29, "russia": 15}
"""Notes of the printed chapters; the restated briefs may have more, never fewer."""


def plain(markdown: str) -> str:
    """Return what pandoc reads in Markdown, as plain text on unwrapped lines."""
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "plain", "--wrap=none"]
    return subprocess.run(command, input=markdown, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize("name", NOTES)
def test_pandoc_finds_title_questions_statements_and_notes(name: str) -> None:
    library = open_library(FOUNDING)
    brief = library.brief(name)
    written = api.export(library, name)
    assert isinstance(written, str)

    read = plain(written).replace("’", "'")

    assert brief.title.replace("’", "'") in read
    for number, question in enumerate(QUESTIONS, 1):
        assert f"{number}. {wording(library.volume, question)}".replace("’", "'") in read
    for point in brief.points:
        assert f"{point.label} {point.statement}".replace("’", "'") in read
    notes = api.show(library, name).document.chapters[0].notes
    assert [f"\n[{note.number}] " in read for note in notes] == [True] * len(notes)
    assert len(notes) >= NOTES[name]


def test_one_question_alone_has_no_summary_and_no_abbreviations(good: Path) -> None:
    library = open_library(good)
    whole, one = api.show(library, "estia"), api.show(library, "estia", "us-cooperation")

    assert {record["question"] for record in one.records} == {"us_cooperation"}
    assert len(whole.records) == 6
    assert "Summary" not in str(one.document)


def test_a_brief_lists_the_abbreviations_of_the_volume_that_it_uses() -> None:
    written = api.export(open_library(FOUNDING), "russia")
    assert isinstance(written, str)

    listed = written.partition("## Abbreviations")[2].partition("[^1]:")[0]
    assert "**NATO**" in listed
    assert "**JMSDF**" not in listed


def test_a_brief_lists_an_abbreviation_that_stands_in_a_reason_and_none_that_stands_in_an_address(good: Path) -> None:
    path = good / "estia.yaml"
    text = path.read_text(encoding="utf-8").replace("It helps while both", "The ABM helps while both")
    text = text.replace("It still holds.", "It still holds, [they say](https://example.org/XYZ).")
    path.write_text(text + "abbreviations:\n  DEF: Defined Here\n", encoding="utf-8")
    volume = good / "volume.yaml"
    shared = "abbreviations:\n  ABM: Arctic Border Mission\n  XYZ: Never Said\n"
    volume.write_text(volume.read_text(encoding="utf-8") + shared, encoding="utf-8")

    written = api.export(open_library(good), "estia")

    assert isinstance(written, str)
    listed = written.partition("## Abbreviations")[2].partition("[^1]:")[0]
    assert [line.partition(":")[0] for line in listed.split("\n") if line] == ["- **ABM**", "- **DEF**"]


def test_access_dates_are_printed_when_asked_for() -> None:
    library = open_library(FOUNDING)
    plain_notes, dated = (api.export(library, "australia", access_dates=asked) for asked in (False, True))
    assert isinstance(plain_notes, str)
    assert isinstance(dated, str)

    assert plain_notes.count("accessed ") < dated.count("accessed ")


def test_a_brief_tells_what_it_is_about_and_who_wrote_it_where(good: Path) -> None:
    meta = api.show(open_library(good), "estia").document.meta

    assert len(meta.affiliations) == len(meta.authors)
    assert meta.keywords
    assert meta.description
    assert "[" not in meta.description
