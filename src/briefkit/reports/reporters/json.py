"""The whole report as JSON, for programs."""

from briefkit.publish.format import plain_format
from briefkit.publish.printed_json import dump_kind
from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Related, Report, Severity


def render(report: Report) -> str:
    """Return one JSON object with the counts, every finding, the waived ones with their reason, files and remarks."""
    return dump_kind(
        "report",
        {
            "summary": _summary(report),
            "findings": [_finding(finding) for finding in report.findings],
            "waived": [{**_finding(finding), "reason": finding.waived} for finding in report.waived],
            "files": list(report.files),
            "remarks": list(report.remarks),
        },
    )


def _summary(report: Report) -> Json:
    counts = report.counts()
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "waived": len(report.waived),
        "files": len(report.files),
    }


def _finding(finding: Finding) -> dict[str, Json]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": str(finding.severity),
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "message": finding.message,
        "hint": finding.hint,
        "related": [_related(related) for related in finding.related],
        "excerpt": finding.excerpt,
    }


def _related(related: Related) -> Json:
    place = related.place
    return {"file": place.file, "line": place.line, "column": place.column, "message": related.message}


FORMAT = plain_format("json", "", render)
