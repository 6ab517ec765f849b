"""One line for each finding, for scripts and editors."""

from briefkit.publish.format import plain_format
from briefkit.reports.reporter import one_line
from briefkit.source.finding import Report
from briefkit.text.printable import visible


def render(report: Report) -> str:
    """Return `file:line:column: code severity[name] message` for each finding, never wrapped."""
    return "".join(f"{visible(finding.file)}:{one_line(finding)}\n" for finding in report.findings)


FORMAT = plain_format("concise", "", render)
