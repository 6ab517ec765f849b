"""Libraries with a question set of their own: chosen, found wanting, changed, mixed up."""

from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import InvalidBriefError, Library
from briefkit.library.cache import ResultCache
from briefkit.text.errors import UsageError
from small_set import SET

BRIEF = """\
title: Sugar
subject: Sugar
authors: [{name: Ann Boyd}]
date: 2020
summary: Sugar is drunk.
problem:
  points:
    - id: sugar
      statement: Much sugar is drunk
options:
  points:
    - id: tax
      group: Money
      statement: Put a tax on it
      certainty: high
      actors: [Treasury]
      deadline: 2021
      addresses: [sugar]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library of two briefs that answer two questions of their own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions.yaml").write_text(SET)
    (tmp_path / "volume.yaml").write_text("title: Two\nquestion_set:\n  name: questions.yaml\n  version: 2\n")
    (tmp_path / "sugar.yaml").write_text(BRIEF)
    (tmp_path / "salt.yaml").write_text(BRIEF.replace("Sugar", "Salt").replace("sugar", "salt"))
    return tmp_path


def findings(folder: Path, *names: str) -> list[str]:
    report = Library(folder).validate(names)
    return [f"{one.file}:{one.line}: {one.rule}: {one.message}" for one in report.findings]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_library_has_the_set_that_its_volume_names(folder: Path) -> None:
    library = Library(folder)

    assert findings(folder) == []
    assert library.questions.name == "small"
    assert library.names == ("salt", "sugar")  # the set's own file is no brief


def test_every_view_speaks_of_its_questions(folder: Path) -> None:
    library = Library(folder)

    def text(view: str | object) -> str:
        return str(api.render(view.document, "text", pages=False))  # type: ignore[union-attr]

    compared = text(api.compare(library))
    assert "1 Problem" in compared
    assert "O1 Put a tax on it (certainty: high)" in " ".join(compared.split())
    assert "1 of 1 problem has an option" in text(api.trace(library, ["sugar"]))
    assert "Certainty: high" in text(api.show(library, "sugar"))
    assert "Money" in text(api.show(library, "sugar", "O"))
    assert api.list_items(library, "options").records[0]["certainty"] == "high"
    assert "O Options" in text(api.list_items(library))
    assert "Treasury" in text(api.compare(library, by="actor"))
    assert "What can be done?" in text(api.volume(library))
    assert "by 2021" in text(api.volume(library))


def test_the_schema_is_that_of_the_set(folder: Path) -> None:
    text = api.schema("brief", Library(folder))

    assert '"certainty"' in text
    assert "us_cooperation" not in text


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "certainty: high",
            "certainty: higher",
            "not-allowed: `certainty` of point `tax` cannot be `higher`",
        ),
        ("      certainty: high\n", "", "incomplete-point: O1 `tax` has no `certainty`"),
        ("      addresses: [salt]\n", "", "unlinked-point: O1 `tax` addresses no problem"),
        ("      addresses: [salt]\n", "", "unaddressed-point: no option addresses P1 `salt`"),
        ("addresses: [salt]", "addresses: [tax]", "broken-link: `tax` is O1, an option; `addresses` names a problem"),
        ("options:", "option:", "unknown-field: unknown field `option`"),
    ],
)  # fmt: skip
def test_the_rules_ask_the_set(folder: Path, old: str, new: str, finding: str) -> None:
    edit(folder / "salt.yaml", old, new)

    assert any(one.endswith(finding) for one in findings(folder, "salt"))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("evidence-breif", "there is no question set `evidence-breif`"),
        ("missing.yaml", "there is no file `missing.yaml`"),
        ("../questions.yaml", "`../questions.yaml` lies outside the library"),
        ("/etc/passwd.yaml", "`/etc/passwd.yaml` lies outside the library"),
        ("C:\\\\sets\\\\a.yaml", "`C:\\\\sets\\\\a.yaml` lies outside the library"),
    ],
)
def test_a_set_that_is_not_there_is_one_finding(folder: Path, name: str, message: str) -> None:
    edit(folder / "volume.yaml", "name: questions.yaml", f"name: '{name}'")
    report = Library(folder).validate()

    assert [(one.file, one.line, one.rule, one.message) for one in report.findings] == [
        ("volume.yaml", 3, "unknown-question-set", message)
    ]
    assert report.remarks == ("the briefs wait until volume.yaml is mended",)


def test_a_set_with_a_fault_is_told_and_the_briefs_wait(folder: Path) -> None:
    edit(folder / "questions.yaml", "letter: O", "letter: P")

    assert findings(folder) == ["questions.yaml:24: bad-question-set: the letter `P` is taken by question 1, `Problem`"]
    with pytest.raises(InvalidBriefError) as caught:
        api.list_items(Library(folder))
    assert [one.rule for one in caught.value.report.findings] == ["bad-question-set"]
    with pytest.raises(InvalidBriefError):
        api.compare(Library(folder))


def test_a_set_is_checked_alone(folder: Path) -> None:
    other = folder / "elsewhere" / "mine.yaml"
    other.parent.mkdir()
    other.write_text(SET.replace("key: options", "key: Options"))

    report = Library(other.parent, (other,)).validate(["mine"])

    assert [(one.line, one.rule) for one in report.findings] == [(23, "bad-format")]


def test_a_brief_of_another_set_is_one_finding(folder: Path) -> None:
    (folder / "volume.yaml").write_text("title: Two\n")
    (folder / "questions.yaml").unlink()
    (folder / "salt.yaml").unlink()
    edit(folder / "sugar.yaml", "certainty: high", "certainty: high")

    message = (
        "sugar.yaml:6: other-question-set: this brief answers the questions of `evidence-brief`, "
        "but those of the library are `five-questions`"
    )
    assert findings(folder) == [message]


def test_a_library_of_an_older_version_is_told_what_changed(folder: Path) -> None:
    edit(folder / "volume.yaml", "version: 2", "version: 1")

    message = (
        "volume.yaml:4: outdated-question-set: written for version 1 of small, which is now at version 2: "
        "Options say how certain they are."
    )
    assert findings(folder) == [message]


def test_kept_results_are_those_of_the_set(folder: Path, tmp_path: Path) -> None:
    def check() -> list[str]:
        library = Library(folder, cache=ResultCache(tmp_path / "kept"))
        return [one.rule for one in library.validate().findings]

    assert check() == check() == []
    edit(folder / "questions.yaml", "high:", "sure:")
    assert check() == check() == ["not-allowed", "not-allowed"]


@pytest.mark.parametrize("entry", ["questions.yaml", "null", "", "[questions.yaml]", "{name: 5}", "{version: 1}"])
def test_a_set_that_is_not_named_is_one_finding(folder: Path, entry: str) -> None:
    (folder / "volume.yaml").write_text(f"title: Two\nquestion_set: {entry}\n")

    assert findings(folder) == [
        "volume.yaml:2: unknown-question-set: `question_set` does not say which question set the library has"
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [("volume.yaml", "`volume.yaml` is no question set"), ("sugar.yaml", "`sugar.yaml` is no question set")],
)
def test_a_file_of_another_kind_is_no_set(folder: Path, name: str, message: str) -> None:
    edit(folder / "volume.yaml", "name: questions.yaml", f"name: {name}")

    assert findings(folder) == [f"volume.yaml:3: unknown-question-set: {message}"]


def test_a_set_is_no_brief(folder: Path) -> None:
    for view in (api.show, api.export):
        with pytest.raises(UsageError, match=r"questions.yaml is a question set, not a brief"):
            view(Library(folder), "questions")
    with pytest.raises(UsageError, match=r"questions.yaml is a question set, not a brief"):
        api.trace(Library(folder), ["questions", "sugar"])


def test_a_draft_of_a_set_beside_the_briefs_is_checked_as_one(folder: Path) -> None:
    (folder / "draft.yaml").write_text(SET.replace("letter: O", "letter: P"))

    assert findings(folder) == ["draft.yaml:24: bad-question-set: the letter `P` is taken by question 1, `Problem`"]


def test_a_brief_that_answers_nothing_of_the_set_is_one_finding(folder: Path) -> None:
    edit(folder / "volume.yaml", "name: questions.yaml\n  version: 2", "name: assessment")
    (folder / "questions.yaml").unlink()
    (folder / "salt.yaml").unlink()
    text = (folder / "sugar.yaml").read_text()
    (folder / "sugar.yaml").write_text(text.replace("problem:", "burden:").replace("options:", "measures:"))

    assert findings(folder) == [
        "sugar.yaml:6: other-question-set: this brief answers none of the questions of `assessment`"
    ]


def test_a_set_of_ones_own_is_explained(folder: Path) -> None:
    by_name, by_file = api.explain("small", library=Library(folder)), api.explain("questions.yaml")

    assert by_name.records == by_file.records
    assert [record["question"] for record in by_name.records] == ["problem", "options"]


@pytest.mark.parametrize("key", ["when", "place", "statement"])
def test_a_choice_does_not_take_the_place_of_a_column(folder: Path, key: str) -> None:
    edit(folder / "questions.yaml", "certainty", key)

    assert f"questions.yaml:9: bad-question-set: `{key}` is a field of points already" in findings(folder)


@pytest.mark.parametrize("key", ["actors", "briefs", "words", "label", "cautions"])
def test_a_question_does_not_take_the_place_of_a_column(folder: Path, key: str) -> None:
    edit(folder / "questions.yaml", "key: options", f"key: {key}")

    assert f"questions.yaml:23: bad-question-set: `{key}` is what lists and data call something else" in findings(
        folder
    )


def test_limits_have_a_lower_and_an_upper_end(folder: Path) -> None:
    edit(folder / "questions.yaml", "    expects:", "    limits: {least-points: 4, most-points: 1}\n    expects:")

    assert findings(folder) == ["questions.yaml:29: bad-question-set: `least-points` is 4, more than `most-points`, 1"]


def test_a_name_without_its_suffix_is_led_to_the_file(folder: Path) -> None:
    edit(folder / "volume.yaml", "name: questions.yaml", "name: questions")
    (finding,) = Library(folder).validate().findings

    assert (finding.message, finding.hint) == ("there is no question set `questions`", "did you mean `questions.yaml`?")


def test_a_rule_is_explained_in_a_library_whose_set_has_errors(folder: Path) -> None:
    """The finding of the set leads there."""
    edit(folder / "questions.yaml", "letter: O", "letter: P")

    assert api.explain("bad-question-set", library=Library(folder)).records[0]["code"] == "BK110"
    with pytest.raises(InvalidBriefError):
        api.explain("small", library=Library(folder))


def test_a_brief_with_a_stray_field_of_sets_stays_a_brief(folder: Path) -> None:
    with (folder / "salt.yaml").open("a") as file:
        file.write("questions:\n  - key: more\n")

    assert findings(folder) == ["salt.yaml:19: unknown-field: unknown field `questions`"]
