from xml.etree import ElementTree as ET

from hypothesis import given
from report_samples import CLEAN, finding, hostile_reports, of_each_severity, report

from briefkit.reports.reporters.junit import render
from briefkit.source.finding import Report, Severity
from briefkit.text.printable import visible


def parse(report: Report) -> tuple[ET.Element, list[ET.Element]]:
    """Return the suite and its cases."""
    root = ET.fromstring(render(report).encode("utf-8"))  # noqa: S314 - our own output
    assert root.tag == "testsuites"
    (suite,) = root
    return suite, suite.findall("testcase")


def test_passing_files_appear() -> None:
    suite, cases = parse(CLEAN)

    assert suite.attrib == {"name": "briefkit", "tests": "2", "failures": "0", "errors": "0", "skipped": "0"}
    assert [(case.get("name"), len(case)) for case in cases] == [("briefs/australia.yaml", 0), ("briefs/india.yaml", 0)]
    assert suite.findtext("system-out") == "no findings in 2 briefs"


def test_a_file_with_an_error_fails_and_others_pass() -> None:
    suite, cases = parse(of_each_severity())

    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")
    assert [[part.tag for part in case] for case in cases] == [["failure"], [], ["system-out"], ["system-out"]]
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "error", "message": "1 error"}
    assert failure.text == (
        "briefs/australia.yaml:41:1: BK102 error[unknown-field] unknown field `recomendations`"
        "; did you mean `recommendations`?"
    )
    assert suite.findtext("system-out") == (
        "1 error, 1 warning, 1 info in 3 of 4 briefs; 1 waived\n"
        "unused-theme did not run, because briefs/europe.yaml could not be read as a whole"
    )


def test_all_findings_of_a_file_stand_in_its_failure() -> None:
    _, cases = parse(report(finding("one"), finding("two", severity=Severity.WARNING)))

    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.get("message") == "1 error, 1 warning"
    assert [line.rpartition(" ")[2] for line in (failure.text or "").splitlines()] == ["one", "two"]


@given(hostile_reports)
def test_hostile_text_keeps_the_format(hostile: Report) -> None:
    suite, cases = parse(hostile)

    assert [case.get("name") for case in cases] == [visible(file).replace("\uffff", "�") for file in hostile.files]
    assert {part.tag for case in cases for part in case} <= {"failure", "system-out"}
    lines = [line for case in cases for part in case for line in (part.text or "").split("\n")]
    assert len(lines) == len(hostile.findings)
    assert [part.tag for part in suite if part.tag != "testcase"] == ["system-out"]
