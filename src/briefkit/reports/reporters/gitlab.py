"""GitLab's code quality report.

The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections import Counter
from hashlib import sha256

from briefkit.publish.format import plain_format
from briefkit.publish.printed_json import dump
from briefkit.reports.reporter import with_hint
from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Report, Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return a JSON list with an entry for each finding."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries: list[Json] = []
    for finding in report.findings:
        same = (finding.file, finding.rule, finding.message)
        entries.append(_entry(finding, seen[same]))
        seen[same] += 1
    return dump(entries)


def _entry(finding: Finding, ordinal: int) -> Json:
    return {
        "description": with_hint(finding),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding, ordinal),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": finding.file, "lines": {"begin": finding.line, "end": finding.end_line}},
    }


def _fingerprint(finding: Finding, ordinal: int) -> str:
    """Return what GitLab knows the finding by: not its line, which moves, but its place among equal ones."""
    parts = "\0".join((finding.file, finding.rule, finding.message, str(ordinal)))
    return sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()


FORMAT = plain_format("gitlab", "", render)
