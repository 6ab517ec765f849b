import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from jsonschema import Draft202012Validator
from report_samples import CLEAN, finding, hostile_reports, of_each_severity, report

from briefkit.reports.reporters.gitlab import render
from briefkit.source.finding import Report
from briefkit.text.printable import UNPRINTABLE

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "gitlab-subset.schema.json").read_text(encoding="utf-8"))


def fingerprints(*args: str, line: int = 41) -> list[str]:
    """Return the fingerprints of findings with these messages, the first on the given line."""
    findings = [finding(message, line=line + i) for i, message in enumerate(args)]
    return [entry["fingerprint"] for entry in json.loads(render(report(*findings)))]


def test_a_clean_report_is_an_empty_list() -> None:
    assert render(CLEAN) == "[]\n"


def test_an_entry_for_each_finding() -> None:
    entries = json.loads(render(of_each_severity()))

    Draft202012Validator(SCHEMA).validate(entries)
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info"]
    assert entries[0] | {"fingerprint": ""} == {
        "description": "unknown field `recomendations`; did you mean `recommendations`?",
        "check_name": "unknown-field",
        "fingerprint": "",
        "severity": "major",
        "location": {"path": "briefs/australia.yaml", "lines": {"begin": 41, "end": 41}},
    }


def test_fingerprints_tell_equal_findings_apart() -> None:
    first, second, third = fingerprints("a", "a", "b")

    assert len({first, second, third}) == 3


def test_fingerprints_stay_when_lines_move() -> None:
    assert fingerprints("a", "a", "b", line=41) == fingerprints("a", "a", "b", line=99)


def test_fingerprints_depend_on_file_and_rule() -> None:
    one = finding()
    both = report(one, replace(one, file="briefs/india.yaml"), replace(one, rule="other"))

    assert len({entry["fingerprint"] for entry in json.loads(render(both))}) == 3


@given(hostile_reports)
def test_hostile_text_keeps_the_format(hostile: Report) -> None:
    text = render(hostile)
    entries = json.loads(text)

    Draft202012Validator(SCHEMA).validate(entries)
    assert UNPRINTABLE.search(text) is None
    assert len({entry["fingerprint"] for entry in entries}) == len(hostile.findings)
