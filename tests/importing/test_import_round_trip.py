"""Files of briefkit's own come back as the brief that they were made of."""

from pathlib import Path

import pytest
from imports import Read, read

from briefkit import api
from briefkit.document import blocks as b
from briefkit.document import prose
from briefkit.library import Library, open_library
from briefkit.publish.formats.documents.docx import write

FOUNDING = open_library(Path(__file__).parents[2] / "briefs")
GOOD = open_library(Path(__file__).parents[1] / "libraries" / "good")
BRIEFS = [(FOUNDING, name) for name in FOUNDING.names] + [(GOOD, name) for name in GOOD.names]


@pytest.fixture(scope="module", params=BRIEFS, ids=lambda pair: pair[1])
def pair(request: pytest.FixtureRequest) -> tuple[Library, str, Read]:
    """A brief, and what its Word file is read as."""
    library, name = request.param
    return library, name, read(write(api.show(library, name).document), library=library)


def test_no_word_is_lost(pair: tuple[Library, str, Read]) -> None:
    _, _, found = pair

    assert found.account.lost == ()


def test_the_head_comes_back(pair: tuple[Library, str, Read]) -> None:
    library, name, found = pair
    brief = library.brief(name)

    assert found.data["title"] == brief.title
    assert found.data.get("subtitle", "") == brief.subtitle
    assert [one["name"] for one in found.data["authors"]] == [one.name for one in brief.authors]
    assert [one.get("affiliation", "") for one in found.data["authors"]] == [one.affiliation for one in brief.authors]
    assert str(found.data["date"]) == brief.date
    assert tuple(found.data.get("audience", ())) == brief.audience
    assert _words(found.data["summary"]) == _words(brief.summary)


def test_every_point_comes_back_with_its_id_and_fields(pair: tuple[Library, str, Read]) -> None:
    library, name, found = pair
    brief = library.brief(name)

    for answer in brief.answers:
        points = found.points(answer.question.key)
        assert [point["id"] for point in points] == [point.id for point in answer.points]
        for point, original in zip(points, answer.points, strict=True):
            assert _plain(point["statement"]) == _plain(original.statement)
            assert point.get("group", "") == original.group
            assert tuple(point.get("actors", ())) == original.actors
            assert (point.get("horizon", ""), point.get("deadline", "")) == (original.horizon, original.deadline)
            for kind, ids in original.links.items():
                assert sorted(point.get(kind, ())) == sorted(ids)
            if "[fig:" not in original.detail:  # figures print with words of their own
                assert _words(point.get("detail", "")) == _words(original.detail)


def test_themes_come_back_by_their_ids(pair: tuple[Library, str, Read]) -> None:
    library, name, found = pair

    for answer in library.brief(name).answers:
        themes = [tuple(point.get("themes", ())) for point in found.points(answer.question.key)]
        assert themes == [point.themes for point in answer.points]


def test_verdict_and_counting_come_back(pair: tuple[Library, str, Read]) -> None:
    library, name, found = pair

    for answer in library.brief(name).answers:
        said = found.answer(answer.question.key)
        assert said.get("stance", "") == answer.stance
        assert _plain(said.get("because", "")) == _plain(answer.because)
        assert said.get("counted", False) == answer.counted
        assert _words(said.get("overview", "")) == _words(answer.overview)


def test_the_headings_of_the_draft_are_those_of_the_brief(tmp_path: Path) -> None:
    """The draft, completed by what a Word file cannot say, is a brief that prints the same headings."""
    source = write(api.show(GOOD, "estia").document)
    text = read(source, library=GOOD).text
    for file in GOOD.folder.glob("*.yaml") if GOOD.folder else ():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    head = "subject: Norland\npartner: Estia\n"
    (tmp_path / "estia.yaml").write_text(text.replace("title:", f"{head}title:", 1), encoding="utf-8")

    again = api.show(open_library(tmp_path), "estia").document
    first = api.show(GOOD, "estia").document
    assert _headings(again) == _headings(first)


def _headings(document: b.Document) -> list[str]:
    markdown = api.render(document, "markdown")
    assert isinstance(markdown, str)
    return [line for line in markdown.splitlines() if line.startswith("#")]


def _plain(text: str) -> str:
    return text.replace("'", "’").replace('"', "“").replace("”", "“").rstrip(".")


def _words(markdown: str) -> str:
    """Return the words of prose without marks of notes and their texts, which hold printed sources after the trip."""
    text = markdown.split("\n[^")[0]
    return _plain(" ".join(prose.parse(text).masked.split())).replace(" .", ".")
