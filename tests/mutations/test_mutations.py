"""Every fault made in the founding briefs is found, by its rule, in its line, and nothing else is."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from briefkit.checks.ruleset import all_rules
from briefkit.library import open_library
from mutations.judge import Judge, place
from mutations.kinds import ON_BRIEF, ON_VOLUME, Mutant, pick, table

FOUNDING = Path(__file__).parents[2] / "briefs"
JUDGE = Judge(FOUNDING)
BRIEFS = [name for name in JUDGE.documents if name != "volume"]
MUTATIONS = [
    (name, kind)
    for name in JUDGE.documents
    for kind, mutants in table(name).items()
    if any(True for _ in mutants(JUDGE.documents[name], JUDGE.documents))
]

FROM_OUTSIDE = {
    "unreadable-file": "a file that is not there is no mutant",
    "uncited-figure": "off by default",
    "other-question-set": "of a whole brief: `tests/library/test_own_questions.py`",
    "bad-question-set": "of a set's own file: `tests/format/test_question_sets.py`",
    "unknown-question-set": "no brief is checked then: `tests/library/test_own_questions.py`",
    "outdated-question-set": "no set has an older version yet: `tests/library/test_own_questions.py`",
    "incomplete-point": "the five questions have no such field: `tests/library/test_own_questions.py`",
}
"""Rules that no mutation shows, with the reason; they are shown by their own documentation."""


@cache
def chosen(name: str, kind: str) -> Mutant:
    mutant = pick(JUDGE.documents, name, kind)
    assert mutant is not None
    return mutant


@pytest.mark.parametrize(("name", "kind"), MUTATIONS, ids=lambda part: part)
def test_a_fault_is_one_finding_in_its_line(name: str, kind: str) -> None:
    mutant = chosen(name, kind)
    assert mutant.data != JUDGE.documents[name].text.encode()

    verdict = JUDGE.verdict(name, mutant)

    assert verdict == "", f"mutated: {mutant.at}"


@pytest.mark.parametrize("name", BRIEFS)
def test_each_brief_has_fifty_kinds_of_fault(name: str) -> None:
    assert len([kind for file, kind in MUTATIONS if file == name and not kind.startswith("harmless")]) >= 50


def test_every_rule_is_shown_by_a_fault() -> None:
    mutants = [chosen(name, kind) for name, kind in MUTATIONS]
    shown = {rule for mutant in mutants for rule in ({hit.rule for hit in mutant.hits} | mutant.follows)}

    assert all_rules().keys() - shown == FROM_OUTSIDE.keys()


def test_every_kind_of_fault_can_be_made_somewhere() -> None:
    assert {kind for _, kind in MUTATIONS} == ON_BRIEF.keys() | ON_VOLUME.keys()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("australia", "misspelt-link"),
        ("india", "misspelt-author"),
        ("europe", "unclosed-bracket"),
        ("russia", "delete-recommendation"),
        ("volume", "delete-theme"),
    ],
)
def test_the_judge_says_what_the_library_on_disk_says(name: str, kind: str, tmp_path: Path) -> None:
    mutant = chosen(name, kind)
    folder = Path(shutil.copytree(FOUNDING, tmp_path / "briefs"))
    (folder / f"{name}.yaml").write_bytes(mutant.data)

    on_disk = open_library(folder).validate()

    assert sorted(map(place, JUDGE.report(name, mutant.data).findings)) == sorted(map(place, on_disk.findings))
