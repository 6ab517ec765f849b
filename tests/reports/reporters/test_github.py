from typing import NamedTuple

from hypothesis import given
from report_samples import CLEAN, finding, hostile_reports, of_each_severity, report

from briefkit.reports.reporters.github import render
from briefkit.source.finding import Report, Severity
from briefkit.text.printable import UNPRINTABLE, visible


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def parse(line: str) -> Command:
    """Take a line apart the way the runner does: up to the next `::`, then blanks, commas, equal signs, escapes."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = [item.partition("=") for item in listed.split(",")]
    properties = {key: _decode(value).replace("%3A", ":").replace("%2C", ",") for key, _, value in pairs}
    return Command(name, {key: value.replace("%25", "%") for key, value in properties.items()}, _percent(data))


def _decode(value: str) -> str:
    return value.replace("%0D", "\r").replace("%0A", "\n")


def _percent(value: str) -> str:
    return _decode(value).replace("%25", "%")


def test_a_clean_report_is_empty() -> None:
    assert render(CLEAN) == ""


def test_annotations_and_the_total() -> None:
    assert render(of_each_severity()) == (
        "::error file=briefs/australia.yaml,line=41,endLine=41,col=1,endColumn=15,title=BK102 unknown-field"
        "::unknown field `recomendations`%0Adid you mean `recommendations`?\n"
        "::warning file=briefs/india.yaml,line=88,endLine=88,col=11,endColumn=20,title=BK204 unaddressed-point"
        "::no recommendation addresses challenge `china-gap`\n"
        "::notice file=briefs/russia.yaml,line=3,endLine=3,col=1,endColumn=6,title=BK308 point-count"
        "::1 goal, where 2 to 5 are usual\n"
        "::notice title=briefkit::1 error, 1 warning, 1 info in 3 of 4 briefs; 1 waived"
        "%0Aunused-theme did not run, because briefs/europe.yaml could not be read as a whole\n"
    )


def test_columns_are_left_out_over_several_lines() -> None:
    line = render(report(finding(line=4, end_line=6, columns=(9, 2)))).splitlines()[0]

    assert parse(line).properties == {
        "file": "briefs/australia.yaml",
        "line": "4",
        "endLine": "6",
        "title": "BK102 unknown-field",
    }


def test_percent_colon_and_comma_are_escaped() -> None:
    line = render(report(finding("45% of a, b: c", file="a,b:c%0A.yaml"))).splitlines()[0]

    assert "file=a%2Cb%3Ac%250A.yaml,line=" in line
    assert line.endswith("::45%25 of a, b: c")


def test_errors_come_first_and_ten_of_a_kind_are_shown() -> None:
    many = [
        finding(f"number {line}", line=line, severity=severity)
        for line in range(1, 13)
        for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR)
    ]

    commands = [parse(line) for line in render(report(*many)).splitlines()]

    assert [command.name for command in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert commands[-1].data == "12 errors, 12 warnings, 12 infos in 1 brief\n7 more not shown here"
    assert len(commands) <= 50


@given(hostile_reports)
def test_hostile_text_cannot_become_a_command(hostile: Report) -> None:
    text = render(hostile)
    lines = text.split("\n")[:-1]
    commands = [parse(line) for line in lines]

    assert UNPRINTABLE.search(text) is None
    assert len(commands) == len(hostile.findings) + bool(hostile.findings or hostile.remarks)
    ordered = sorted(hostile.findings, key=lambda one: one.severity.rank)
    for command, meant in zip(commands, ordered, strict=False):
        assert command.name == {"error": "error", "warning": "warning", "info": "notice"}[meant.severity]
        assert command.properties["file"] == visible(meant.file)
        assert command.properties["line"] == str(meant.line)
        assert command.properties["title"] == visible(f"{meant.code} {meant.rule}")
        told = [visible(text) for text in (meant.message, meant.hint) if text]
        assert command.data == "\n".join(told)
