import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import InvalidBriefError, open_library
from briefkit.source.draft import Json
from briefkit.text.errors import UsageError

FOUNDING = Path(__file__).parent.parent.parent / "briefs"


def rows(field: str, records: tuple[Mapping[str, Json], ...]) -> list[Json]:
    """Return the different values of a field in their order."""
    return list(dict.fromkeys(record[field] for record in records))


def text(view_document: object) -> str:
    """Return the words of a document, without its layout."""
    from briefkit.document.blocks import Document

    assert isinstance(view_document, Document)
    written = api.render(view_document, "text", width=2000, pages=False)
    assert isinstance(written, str)
    return written


def test_by_question_has_every_point_of_every_brief_once() -> None:
    library = open_library(FOUNDING)
    view = api.compare(library, ["australia", "india"])

    expected = sorted((b.name, point.label) for b in library.briefs(["australia", "india"]) for point in b.points)
    assert sorted((r["brief"], r["label"]) for r in view.records) == expected
    assert rows("question", view.records) == ["goals", "context", "challenges", "us_cooperation", "recommendations"]


def test_questions_keep_their_order_however_they_are_named(good: Path) -> None:
    view = api.compare(open_library(good), ["estia", "sudmark"], questions=["R", "goals"])

    assert rows("question", view.records) == ["goals", "recommendations"]


def test_columns_are_in_the_order_of_the_arguments(good: Path) -> None:
    view = api.compare(open_library(good), ["sudmark", "Estia"])

    assert view.document.meta.title == "Sudmark and Estia compared"


def test_by_theme_begins_with_what_all_share() -> None:
    library = open_library(FOUNDING)
    view = api.compare(library, by="theme")

    briefs_of = {
        theme: {r["brief"] for r in view.records if r["theme"] == theme} for theme in rows("theme", view.records)
    }
    counts = [len(briefs) for briefs in briefs_of.values()]
    assert counts == sorted(counts, reverse=True)
    assert len(briefs_of) == 21


@pytest.mark.parametrize(("only", "expected"), [("shared", ["trade", "fishing"]), ("distinct", ["alliance"])])
def test_only_shared_and_distinct_themes(good: Path, only: str, expected: list[str]) -> None:
    view = api.compare(open_library(good), by="theme", only=only)

    assert sorted(map(str, rows("theme", view.records))) == sorted(expected)


def test_a_gap_is_one_whatever_questions_are_shown() -> None:
    library = open_library(FOUNDING)
    everywhere = api.compare(library, by="theme", only="gaps")
    goals = api.compare(library, by="theme", only="gaps", questions=["goals"])

    assert set(rows("theme", goals.records)) <= set(rows("theme", everywhere.records))
    assert "A goal or challenge, but no recommendation: Cyber and space\n" in text(goals.document)


def test_gaps_are_themes_with_a_goal_or_challenge_and_no_recommendation() -> None:
    view = api.compare(open_library(FOUNDING), by="theme", only="gaps")

    assert rows("theme", view.records) == ["new-domains", "resources"]
    cyber = [r for r in view.records if r["theme"] == "new-domains"]
    assert {(r["brief"], r["question"]) for r in cyber} == {
        ("europe", "goals"),
        ("australia", "us_cooperation"),
        ("india", "us_cooperation"),
    }
    assert "nowhere" in text(view.document)


def test_themes_may_be_named_as_they_are_printed(good: Path) -> None:
    view = api.compare(open_library(good), themes=["Trade and transit"])

    assert view.records
    assert all("trade" in record["themes"] for record in view.records if isinstance(record["themes"], list))


def test_by_actor_gathers_tasks_and_names_nobody_where_nobody_is_named() -> None:
    view = api.compare(open_library(FOUNDING), by="actor")

    assert rows("actor", view.records)[0] == "Japan"
    unnamed = [(r["brief"], r["label"]) for r in view.records if r["actor"] == ""]
    assert unnamed == [("india", "R3")]
    assert "nobody named" in text(view.document)


def test_detail_adds_the_first_paragraph_with_its_notes(good: Path) -> None:
    library = open_library(good)
    plain, detailed = (api.compare(library, detail=detail) for detail in (False, True))

    assert "The pact was signed in a hurry.[2] It still holds.[3]" in text(detailed.document)
    assert "The pact was signed" not in text(plain.document)
    assert [note.number for note in detailed.document.chapters[0].notes] == [1, 2, 3]


def test_equal_citation_keys_of_two_briefs_stay_apart(good: Path) -> None:
    other = (good / "estia.yaml").read_text(encoding="utf-8")
    other = other.replace("partner: Estia", "partner: Ostia").replace("The Cold Coast", "The Warm Coast")
    (good / "ostia.yaml").write_text(other.replace("Norland–Estia", "Norland–Ostia"), encoding="utf-8")
    (good / "volume.yaml").unlink()
    for name in ("estia", "ostia"):
        path = good / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("[@pact-2012]", ""), encoding="utf-8")

    words = text(api.compare(open_library(good), ["estia", "ostia"], detail=True).document)

    assert "The Cold Coast" in words
    assert "The Warm Coast" in words
    assert "Sources cited in two or more briefs" not in words


def test_closing_names_sources_that_several_briefs_cite() -> None:
    words = text(api.compare(open_library(FOUNDING)).document)

    assert re.search(r"National Security Strategy.? \(India, Europe", words)


def test_transposed_has_the_same_records(good: Path) -> None:
    library = open_library(good)

    assert api.compare(library, transpose=True).records == api.compare(library).records


def test_a_statement_cannot_inject_markup(good: Path) -> None:
    path = good / "estia.yaml"
    hostile = "Keep | ports <b>open</b> \\| [x](y) `z`"
    source = path.read_text(encoding="utf-8").replace("Keep the ports of both countries open all year", f"'{hostile}'")
    path.write_text(source, encoding="utf-8")
    library = open_library(good)
    with pytest.raises(InvalidBriefError):
        api.compare(library)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"only": "shared"}, "--only compares themes or actors"),
        ({"by": "actor", "only": "gaps"}, "gaps are themes"),
        ({"by": "topic"}, "there is no comparison by `topic`"),
        ({"by": "theme", "only": "share"}, "there is no kind of row `share`"),
        ({"themes": ["fisching"]}, "there is no theme `fisching`"),
        ({"by": "actor", "questions": ["goals"]}, "only cooperation points and recommendations have actors"),
    ],
)
def test_what_does_not_go_together_is_refused(good: Path, options: dict[str, object], problem: str) -> None:
    with pytest.raises(UsageError, match=re.escape(problem)):
        api.compare(open_library(good), **options)  # type: ignore[arg-type]


def test_a_library_without_themes_says_how_to_add_them(good: Path) -> None:
    (good / "volume.yaml").unlink()
    for path in good.glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").replace("[@pact-2012]", "").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "themes:" not in line), encoding="utf-8")

    with pytest.raises(UsageError, match="no point of these briefs has a theme") as caught:
        api.compare(open_library(good), by="theme")

    assert "volume.yaml" in str(caught.value.hint)
