import json
from typing import Any

from hypothesis import given
from report_samples import CLEAN, finding, hostile_reports, of_each_severity, related, report

from briefkit.reports.reporters.json import render
from briefkit.source.finding import Report
from briefkit.text.printable import UNPRINTABLE


def test_a_clean_report() -> None:
    assert json.loads(render(CLEAN)) == {
        "briefkit": 1,
        "kind": "report",
        "summary": {"errors": 0, "warnings": 0, "infos": 0, "waived": 0, "files": 2},
        "findings": [],
        "waived": [],
        "files": ["briefs/australia.yaml", "briefs/india.yaml"],
        "remarks": [],
    }


def test_everything_that_the_text_has() -> None:
    one = finding(
        "`Tōkyō` is listed twice",
        line=9,
        columns=(5, 3),
        end_line=10,
        hint="delete the second",
        related=(related("first here"),),
        excerpt="    - Tōkyō",
    )
    accepted = finding("no title", rule="incomplete-reference", code="BK407", waived="The source lost it.")

    data = json.loads(render(report(one, waived=(accepted,), remarks=("one rule did not run",))))

    assert data["summary"] == {"errors": 1, "warnings": 0, "infos": 0, "waived": 1, "files": 1}
    assert data["findings"] == [
        {
            "rule": "unknown-field",
            "code": "BK102",
            "severity": "error",
            "file": "briefs/australia.yaml",
            "line": 9,
            "column": 5,
            "end_line": 10,
            "end_column": 3,
            "message": "`Tōkyō` is listed twice",
            "hint": "delete the second",
            "related": [{"file": "briefs/australia.yaml", "line": 7, "column": 3, "message": "first here"}],
            "excerpt": "    - Tōkyō",
        }
    ]
    assert data["waived"][0]["reason"] == "The source lost it."
    assert data["waived"][0]["rule"] == "incomplete-reference"
    assert data["remarks"] == ["one rule did not run"]


def test_severities_are_counted() -> None:
    assert json.loads(render(of_each_severity()))["summary"] == {
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "waived": 1,
        "files": 4,
    }


def test_text_is_readable_and_indented() -> None:
    text = render(report(finding("Tōkyō")))

    assert '      "message": "Tōkyō",\n' in text
    assert text.endswith("}\n")


@given(hostile_reports)
def test_hostile_text_comes_back_unchanged_and_never_raw(hostile: Report) -> None:
    text = render(hostile)
    data: dict[str, Any] = json.loads(text)

    assert UNPRINTABLE.search(text) is None
    for written, meant in zip(data["findings"], hostile.findings, strict=True):
        assert (written["file"], written["rule"], written["message"], written["hint"], written["excerpt"]) == (
            meant.file,
            meant.rule,
            meant.message,
            meant.hint,
            meant.excerpt,
        )
        assert [place["message"] for place in written["related"]] == [place.message for place in meant.related]
    assert data["remarks"] == list(hostile.remarks)
