"""JUnit XML: a test case for each file, which fails when the file has an error."""

import re
from xml.etree import ElementTree as ET

from briefkit.publish.format import plain_format
from briefkit.reports.reporter import counts, one_line, summary
from briefkit.source.finding import Finding, Report, Severity
from briefkit.text.printable import visible

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids, and the carriage return, which a parser would change."""


def render(report: Report) -> str:
    """Return a test suite of all files; findings below error stand in the output of a case that passes."""
    by_file: dict[str, list[Finding]] = {file: [] for file in report.files}
    for finding in report.findings:
        by_file.setdefault(finding.file, []).append(finding)
    failed = sum(_fails(findings) for findings in by_file.values())
    totals = {"name": "briefkit", "tests": str(len(by_file)), "failures": str(failed), "errors": "0"}
    root = ET.Element("testsuites", totals)
    suite = ET.SubElement(root, "testsuite", totals | {"skipped": "0"})
    for file, findings in by_file.items():
        _add_case(suite, file, findings)
    ET.SubElement(suite, "system-out").text = _text("\n".join((summary(report), *map(visible, report.remarks))))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _fails(findings: list[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _add_case(suite: ET.Element, file: str, findings: list[Finding]) -> None:
    name = _text(visible(file))
    case = ET.SubElement(suite, "testcase", {"classname": "briefkit", "name": name, "file": name})
    if not findings:
        return
    if _fails(findings):
        told = ET.SubElement(case, "failure", {"type": "error", "message": counts(findings)})
    else:
        told = ET.SubElement(case, "system-out")
    told.text = _text("\n".join(_line(finding) for finding in findings))


def _line(finding: Finding) -> str:
    hint = f"; {visible(finding.hint)}" if finding.hint else ""
    return f"{visible(finding.file)}:{one_line(finding)}{hint}"


def _text(value: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)


FORMAT = plain_format("junit", "", render)
