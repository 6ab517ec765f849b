"""SARIF 2.1.0, the exchange format of static analysis, read by code scanning services and editors.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from urllib.parse import quote

from briefkit import __version__
from briefkit.checks.ruleset import all_rules
from briefkit.publish.format import plain_format
from briefkit.publish.printed_json import dump
from briefkit.reports.reporter import with_hint
from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Related, Report, Rule, Severity
from briefkit.text.printable import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def render(report: Report) -> str:
    """Return one run with every rule and finding; waived findings are suppressed, with their reason."""
    rules = list(all_rules().values())
    index = {rule.name: number for number, rule in enumerate(rules)}
    driver: Json = {"name": "briefkit", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    remarks: list[Json] = [{"level": "note", "message": {"text": _text(remark)}} for remark in report.remarks]
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": remarks}],
        "results": [_result(finding, index) for finding in (*report.findings, *report.waived)],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.doc},
        "defaultConfiguration": {"enabled": rule.severity is not Severity.OFF, "level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: dict[str, int]) -> Json:
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": _text(with_hint(finding))},
        "locations": [{"physicalLocation": _location(finding)}],
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if finding.related:
        result["relatedLocations"] = [_related(number, related) for number, related in enumerate(finding.related, 1)]
    if finding.waived is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": _text(finding.waived)}]
    return result


def _location(finding: Finding) -> Json:
    region: dict[str, Json] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {"artifactLocation": {"uri": _uri(finding.file)}, "region": region}


def _related(number: int, related: Related) -> Json:
    place = related.place
    return {
        "id": number,
        "message": {"text": _text(related.message)},
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(place.file)},
            "region": {"startLine": place.line, "startColumn": place.column},
        },
    }


def _uri(file: str) -> str:
    return quote(file, errors="replace")


def _text(value: str) -> str:
    """Return text in which a viewer finds no link: in SARIF, `[text](target)` is one in any message."""
    return visible(value).replace("](", "] (")


FORMAT = plain_format("sarif", "", render)
