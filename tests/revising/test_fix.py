"""Each fix takes its finding away and brings no other."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import open_library
from mutations.kinds import pick
from mutations.test_mutations import FOUNDING, JUDGE, MUTATIONS

SOUND = Counter({"state-as-actor": 1, "unbalanced-sections": 1})
"""What stands in the founding library."""


def may_be_certain(hint: str | None) -> bool:
    return hint is not None and hint.startswith(("did you mean", "put quotes around it:", "remove the quotes:"))


def test_every_fix_takes_its_finding_away(tmp_path: Path) -> None:
    fixed_rules: Counter[str] = Counter()
    for i, (name, kind) in enumerate(one for one in MUTATIONS if one[0] == "australia"):
        mutant = pick(JUDGE.documents, name, kind)
        assert mutant is not None
        if not any(may_be_certain(one.hint) for one in JUDGE.report(name, mutant.data).findings):
            continue
        folder = Path(shutil.copytree(FOUNDING, tmp_path / str(i)))
        (folder / f"{name}.yaml").write_bytes(mutant.data)
        before = open_library(folder).validate()

        fixed = api.fix(open_library(folder), before).findings

        rules = Counter(one.rule for one in before.findings)
        after = Counter(one.rule for one in open_library(folder).validate().findings)
        assert all(after[rule] == rules[rule] - count for rule, count in Counter(one.rule for one in fixed).items())
        if fixed:
            assert not after - SOUND, (name, kind)
        fixed_rules.update(one.rule for one in fixed)

    assert {"unknown-field", "broken-link", "wrong-type"} <= fixed_rules.keys(), fixed_rules


@pytest.mark.parametrize("written", ["satake-2014", "other"])
def test_what_may_be_another_source_is_left_alone(written: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOUNDING, tmp_path / "briefs"))
    path = folder / "australia.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("cite: satake-2015", f"cite: {written}"), encoding="utf-8")
    before = path.read_bytes()

    api.fix(open_library(folder), open_library(folder).validate())

    assert path.read_bytes() == before
