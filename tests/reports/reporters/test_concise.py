from hypothesis import given
from report_samples import CLEAN, finding, hostile_reports, of_each_severity, report

from briefkit.reports.reporters.concise import render
from briefkit.source.finding import Report
from briefkit.text.printable import UNPRINTABLE


def test_a_clean_report_is_empty() -> None:
    assert render(CLEAN) == ""


def test_one_line_for_each_finding() -> None:
    assert render(of_each_severity()) == (
        "briefs/australia.yaml:41:1: BK102 error[unknown-field] unknown field `recomendations`\n"
        "briefs/india.yaml:88:11: BK204 warning[unaddressed-point] "
        "no recommendation addresses challenge `china-gap`\n"
        "briefs/russia.yaml:3:1: BK308 info[point-count] 1 goal, where 2 to 5 are usual\n"
    )


def test_line_breaks_and_escapes_stay_in_their_line() -> None:
    assert render(report(finding("a\nb\x1b[2J"))) == (
        "briefs/australia.yaml:41:1: BK102 error[unknown-field] a b␛[2J\n"
    )


@given(hostile_reports)
def test_hostile_text_cannot_break_out(hostile: Report) -> None:
    text = render(hostile)

    assert len(text.splitlines()) == len(hostile.findings)
    assert UNPRINTABLE.search(text) is None
