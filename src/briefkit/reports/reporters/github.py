"""Workflow commands that GitHub Actions shows as annotations beside the lines of a pull request.

The syntax and its escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections import Counter

from briefkit.publish.format import plain_format
from briefkit.reports.reporter import summary
from briefkit.source.finding import Finding, Report, Severity
from briefkit.text.printable import visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
KIND_LIMIT = 10
"""Annotations of one kind that GitHub shows for a step; three kinds stay below its 50 for a job."""


def render(report: Report) -> str:
    """Return the findings that GitHub will show, errors first, and a notice with the total."""
    shown = _shown(report)
    lines = [_annotation(finding) for finding in shown]
    if report.findings or report.remarks:
        lines.append(_total(report, len(shown)))
    return "".join(f"{line}\n" for line in lines)


def _shown(report: Report) -> list[Finding]:
    room = Counter({Severity.ERROR: KIND_LIMIT, Severity.WARNING: KIND_LIMIT, Severity.INFO: KIND_LIMIT - 1})
    shown: list[Finding] = []
    for finding in sorted(report.findings, key=lambda finding: finding.severity.rank):
        if room[finding.severity]:
            room[finding.severity] -= 1
            shown.append(finding)
    return shown


def _annotation(finding: Finding) -> str:
    properties = {"file": finding.file, "line": str(finding.line), "endLine": str(finding.end_line)}
    if finding.line == finding.end_line:  # GitHub refuses columns for more than one line
        properties |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
    properties["title"] = f"{finding.code} {finding.rule}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(finding.message, finding.hint)}"


def _total(report: Report, shown: int) -> str:
    more = len(report.findings) - shown
    rest = f"{more} more not shown here" if more else None
    return f"::notice title=briefkit::{_data(summary(report), rest, *report.remarks)}"


def _data(*lines: str | None) -> str:
    return "%0A".join(visible(line).replace("%", "%25") for line in lines if line)


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


FORMAT = plain_format("github", "", render)
