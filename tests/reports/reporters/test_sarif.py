import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from report_samples import CLEAN, finding, hostile_reports, of_each_severity, report

from briefkit.checks.ruleset import all_rules
from briefkit.reports.reporters.sarif import render
from briefkit.source.finding import Report
from briefkit.text.printable import UNPRINTABLE

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "sarif-subset.schema.json").read_text(encoding="utf-8"))


def run(report: Report) -> dict[str, Any]:
    """Return the only run of the log, after a look at its form."""
    log = json.loads(render(report))
    Draft202012Validator(SCHEMA).validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_a_clean_report_has_no_results_and_all_rules() -> None:
    log = run(CLEAN)

    assert log["results"] == []
    rules = log["tool"]["driver"]["rules"]
    assert [(rule["name"], rule["id"]) for rule in rules] == [(rule.name, rule.code) for rule in all_rules().values()]


def test_a_rule_explains_itself() -> None:
    rule = next(iter(all_rules().values()))

    assert run(CLEAN)["tool"]["driver"]["rules"][0] == {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.doc},
        "defaultConfiguration": {"enabled": True, "level": "error"},
    }


def test_levels_and_rule_indexes() -> None:
    log = run(of_each_severity())

    assert [result["level"] for result in log["results"]] == ["error", "warning", "note", "error"]
    rules = log["tool"]["driver"]["rules"]
    unaddressed = log["results"][1]
    assert rules[unaddressed["ruleIndex"]]["name"] == "unaddressed-point"


def test_a_result_has_its_place_and_related_places() -> None:
    result = run(of_each_severity())["results"][1]

    assert result["message"] == {"text": "no recommendation addresses challenge `china-gap`"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "briefs/india.yaml"},
                "region": {"startLine": 88, "startColumn": 11, "endLine": 88, "endColumn": 20},
            }
        }
    ]
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "a cooperation point does"},
            "physicalLocation": {
                "artifactLocation": {"uri": "briefs/india.yaml"},
                "region": {"startLine": 120, "startColumn": 7},
            },
        }
    ]


def test_waived_findings_are_suppressed_with_their_reason() -> None:
    results = run(of_each_severity())["results"]

    assert [result.get("suppressions") for result in results] == [
        None,
        None,
        None,
        [{"kind": "inSource", "justification": "Kept for the book."}],
    ]


def test_remarks_are_notifications() -> None:
    (invocation,) = run(report(remarks=("a rule did not run",)))["invocations"]

    assert invocation["toolExecutionNotifications"] == [{"level": "note", "message": {"text": "a rule did not run"}}]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("briefs/australia.yaml", "briefs/australia.yaml"),
        ("my briefs/日本 100%.yaml", "my%20briefs/%E6%97%A5%E6%9C%AC%20100%25.yaml"),
        ("c:d#e?.yaml", "c%3Ad%23e%3F.yaml"),
    ],
)
def test_files_are_percent_encoded(file: str, uri: str) -> None:
    (result,) = run(report(finding(file=file)))["results"]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_brackets_in_a_message_make_no_link() -> None:
    (result,) = run(report(finding("see [here](https://example.org)")))["results"]

    assert result["message"]["text"] == "see [here] (https://example.org)"


@given(hostile_reports)
def test_hostile_text_keeps_the_format(hostile: Report) -> None:
    log = run(hostile)

    assert UNPRINTABLE.search(render(hostile)) is None
    assert len(log["results"]) == len(hostile.findings) + len(hostile.waived)
    for result, meant in zip(log["results"], hostile.findings, strict=False):
        assert "](" not in result["message"]["text"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) == meant.file.replace("\ud800", "?")
