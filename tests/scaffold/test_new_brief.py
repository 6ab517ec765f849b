"""A new brief asks for its text and for nothing else, whatever the questions are."""

import re
from pathlib import Path

import pytest

from briefkit import api
from briefkit.format import shipped
from briefkit.library import open_library
from briefkit.publish.write import write_new_files
from briefkit.scaffold.brief import checked_name
from briefkit.scaffold.start import start_brief, start_library
from briefkit.text.errors import OutputError, UsageError


@pytest.fixture(params=shipped.names())
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A new library of each question set."""
    files = start_library(tmp_path, request.param, date="2026-12")
    write_new_files(tmp_path, {file.path: file.text for file in files})
    return tmp_path / "briefs"


def filled(text: str) -> str:
    """Write over each TODO, as a person would, with the first words that come to mind."""
    counted = iter(range(1000))
    return re.sub(r'"?TODO:[^"\n]*"?', lambda _: f"Begin work number {next(counted)}", text)


def test_only_todos_are_found(library: Path) -> None:
    found = open_library(library)
    path, text = start_brief(found, "korea", date="2026-12")
    write_new_files(path.parent, {path.name: text})

    findings = open_library(library).validate().findings

    assert {finding.rule for finding in findings} == {"todo-marker"}
    assert {Path(finding.file).stem for finding in findings} == {"first-brief", "korea", "volume"}


def test_each_question_is_there_in_its_wording(library: Path) -> None:
    text = (library / "first-brief.yaml").read_text(encoding="utf-8")

    for question in open_library(library).questions.questions:
        assert f"# {question.number}. {question.wording}\n" in text


def test_when_it_is_filled_nothing_is_an_error(library: Path) -> None:
    for path in library.glob("*.yaml"):
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")

    report = open_library(library).validate()

    assert [finding for finding in report.findings if finding.severity == "error"] == []
    assert "TODO" not in str(api.render(api.show(open_library(library), "first-brief").document, "markdown"))


def test_what_stands_in_comments_is_valid_when_it_is_taken_out_of_them(tmp_path: Path) -> None:
    files = start_library(tmp_path, date="2026-12")
    write_new_files(tmp_path, {file.path: file.text for file in files})
    path = tmp_path / "briefs" / "first-brief.yaml"
    commented = r"(?m)^( *)# (themes|horizon|actors|addresses|obstructs|deadline): "
    text, count = re.subn(commented, r"\1\2: ", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")

    assert count == 13
    assert {finding.rule for finding in open_library(path.parent).validate(["first-brief"]).findings} == {"todo-marker"}


def test_the_themes_of_the_volume_are_offered(good: Path) -> None:
    _, text = start_brief(open_library(good), "korea", date="2026-12")

    assert "# themes: [trade]  # of trade, fishing, alliance\n" in text


def test_what_a_point_lacks_is_told_once_it_has_a_statement(good: Path) -> None:
    path, text = start_brief(open_library(good), "korea", date="2026-12")
    text = text.replace('"TODO: recommendation 1"', "Publish the catch of every vessel")
    write_new_files(good, {path.name: text})

    rules = {finding.rule for finding in open_library(good).validate(["korea"]).findings}

    assert {"point-without-actor", "point-without-horizon", "unlinked-point", "untagged-point"} <= rules


@pytest.mark.parametrize(("written", "name"), [("korea", "korea"), ("Korea.yaml", "korea"), ("日本-中国", "日本-中国")])
def test_names(written: str, name: str) -> None:
    assert checked_name(written, ["japan"]) == name


@pytest.mark.parametrize("written", ["", "a b", "../x", "a/b", "volume", "Japan", "-", "a--b", ".hidden"])
def test_what_is_no_name_of_a_new_brief(written: str) -> None:
    with pytest.raises(UsageError):
        checked_name(written, ["japan"])


def test_nothing_is_written_when_one_of_the_files_is_there(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="is already there"):
        write_new_files(tmp_path, {"a": "1", "b": "2"})

    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_text(encoding="utf-8") == "mine"


def test_what_was_written_before_a_failure_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(OutputError, match="cannot be made"):
        write_new_files(tmp_path, {"a": "1", "file/b": "2"})

    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("at", ["", "      at: [recommendation-1]\n", "      at: [recommendations]\n"])
def test_a_waiver_for_what_an_unwritten_point_lacks_is_not_called_unused(at: str, good: Path) -> None:
    path, text = start_brief(open_library(good), "korea", date="2026-12")
    waiver = f"waivers:\n    - rule: point-without-horizon\n{at}      reason: The author sets no date.\n"
    write_new_files(good, {path.name: text + waiver})

    rules = {finding.rule for finding in open_library(good).validate(["korea"]).findings}
    assert rules == {"todo-marker", "brief-not-in-volume"}
