import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_samples import CLEAN, finding, hostile_reports, hostile_text, of_each_severity, report

from briefkit.publish.printed_json import dump
from briefkit.reports import FINDINGS
from briefkit.reports.reporter import (
    MARKDOWN_LIMIT,
    counts,
    markdown_summary,
    one_line,
    statistics,
    summary,
    with_hint,
)
from briefkit.source.finding import Report, Severity
from briefkit.text.printable import UNPRINTABLE, visible

FORMATS = ["concise", "full", "github", "gitlab", "json", "junit", "sarif"]
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def test_the_folder_is_the_list_of_formats() -> None:
    assert FINDINGS.names == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_bears_the_name_of_its_module(name: str) -> None:
    assert FINDINGS.find(name).name == name


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_from_run_to_run(name: str) -> None:
    render = FINDINGS.find(name).render

    assert render(of_each_severity()) == render(of_each_severity())


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "full"])
@pytest.mark.parametrize("given", [CLEAN, of_each_severity()], ids=["clean", "findings"])
def test_text_is_empty_or_ends_with_its_only_last_line_feed(name: str, given: Report) -> None:
    text = FINDINGS.find(name).render(given)

    assert isinstance(text, str)
    assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (CLEAN, "no findings in 2 briefs"),
        (Report((), ("a.yaml",)), "no findings in 1 brief"),
        (Report((), ()), "no findings in 0 briefs"),
        (report(finding()), "1 error in 1 brief"),
        (report(finding(), finding(severity=INFO), finding(severity=INFO)), "1 error, 2 infos in 1 brief"),
        (Report((finding(),), ("briefs/australia.yaml", "b.yaml")), "1 error in 1 of 2 briefs"),
        (report(finding(), finding(file="briefs/india.yaml")), "2 errors in 2 of 2 briefs"),
        (Report((), ("volume.yaml",)), "no findings in 1 file"),
        (Report((finding(),), ("briefs/australia.yaml", "briefs/volume.yaml")), "1 error in 1 of 2 files"),
        (Report((), ("volume.yaml-brief.yaml",)), "no findings in 1 brief"),
        (report(waived=(finding(waived="So be it."),)), "no findings in 1 brief; 1 waived"),
        (of_each_severity(), "1 error, 1 warning, 1 info in 3 of 4 briefs; 1 waived"),
    ],
)
def test_summary(given: Report, said: str) -> None:
    assert summary(given) == said


def test_counts_by_severity() -> None:
    assert counts([]) == "no findings"
    assert counts([finding(), finding(severity=WARNING), finding()]) == "2 errors, 1 warning"


def test_one_line_of_a_finding() -> None:
    assert one_line(finding("a\n`b`", hint="c")) == "41:1: BK102 error[unknown-field] a `b`"
    assert with_hint(finding("a\n`b`", hint="c")) == "a `b`; c"
    assert with_hint(finding("a")) == "a"


def test_visible_text_is_one_line() -> None:
    assert visible("plain — “text” 日本 e\u0301 😀") == "plain — “text” 日本 e\u0301 😀"
    assert visible("a\tb\nc\x1b[1m\x7f\u202e\ud800") == "a b c␛[1m���"


def test_statistics_of_nothing_are_empty() -> None:
    assert statistics(CLEAN) == ""


def test_statistics_put_the_most_first() -> None:
    frequent = [finding(rule="long-statement", code="BK301", severity=WARNING) for _ in range(11)]

    assert statistics(report(finding(), finding(rule="point-count", code="BK308", severity=INFO), *frequent)) == (
        "11  BK301  warning  long-statement\n 1  BK102  error    unknown-field\n 1  BK308  info     point-count\n"
    )


@given(st.dictionaries(hostile_text, st.lists(hostile_text)))
def test_dumped_json_is_printable_and_reads_back(value: dict[str, list[str]]) -> None:
    text = dump({key: list(entries) for key, entries in value.items()})

    assert UNPRINTABLE.search(text) is None
    assert json.loads(text) == value


class Text(HTMLParser):
    """Collects the tags of an HTML text, and its words by table cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name != "style"]
        if tag == "td":
            self._in_cell = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.cells[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def parse(markdown: str) -> Text:
    """Render Markdown with tables and raw HTML, and return what it says."""
    parsed = Text()
    parsed.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))
    return parsed


def test_markdown_of_a_clean_report_is_its_heading() -> None:
    assert markdown_summary(CLEAN) == "## briefkit: no findings in 2 briefs\n"


def test_markdown_has_a_table_for_each_file() -> None:
    one = finding(hint="did you mean `recommendations`?")
    two = finding("45 % of the words", file="briefs/india.yaml", line=2, rule="unbalanced-sections", severity=INFO)

    assert markdown_summary(report(one, two, remarks=("a rule did not run",))) == (
        "## briefkit: 1 error, 1 info in 2 of 2 briefs\n"
        "\n"
        "Note: a rule did not run\n"
        "\n"
        "### <code>briefs/australia.yaml</code>\n"
        "\n"
        "| line | severity | rule | message |\n"
        "| ---: | --- | --- | --- |\n"
        "| 41 | error | unknown-field | unknown field <code>recomendations</code>; "
        "did you mean <code>recommendations</code>? |\n"
        "\n"
        "### <code>briefs/india.yaml</code>\n"
        "\n"
        "| line | severity | rule | message |\n"
        "| ---: | --- | --- | --- |\n"
        "| 2 | info | unbalanced-sections | 45 % of the words |\n"
    )


def test_long_tables_are_folded() -> None:
    text = markdown_summary(report(*(finding(line=line) for line in range(1, 31))))

    assert "<details>\n<summary><code>briefs/australia.yaml</code>: 30 errors</summary>\n\n| line |" in text
    parsed = parse(text)
    assert len(parsed.cells) == 30 * 4
    assert {"details", "summary", "table"} <= parsed.tags


def test_too_many_findings_are_cut_errors_first() -> None:
    infos = [finding("x" * 100, file=f"briefs/{i}.yaml", severity=INFO) for i in range(1000)]

    text = markdown_summary(report(*infos, finding("the error", file="z.yaml")))

    assert len(text) < MARKDOWN_LIMIT + 200
    assert "the error" in text
    shown = text.count("| info |")
    assert 100 < shown < 1000
    assert text.endswith(f"\n\n{1000 - shown} more findings not shown here.\n")


@pytest.mark.parametrize(
    ("message", "markdown"),
    [
        ("call @user about #1", "call &#64;&#8203;user about &#35;&#8203;1"),
        ("unknown key `@user`", "unknown key <code>&#64;user</code>"),
        ("a|b", "a&#124;b"),
        ("<b> & *c*", "&#60;b&#62; &#38; &#42;c&#42;"),
        ("a lone ` tick", "a lone &#96; tick"),
        ("`a` and a lone ` tick", "<code>a</code> and a lone &#96; tick"),
        ("see www.example.org", "see www&#46;example.org"),
        ("see https://example.org", "see https&#58;//example.org"),
    ],
)
def test_text_in_markdown_is_only_text(message: str, markdown: str) -> None:
    assert f"| {markdown} |\n" in markdown_summary(report(finding(message)))


@given(hostile_reports)
def test_hostile_text_cannot_break_out_of_markdown(hostile: Report) -> None:
    parsed = parse(markdown_summary(hostile))

    allowed = {"h2", "h3", "p", "code", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"}
    assert parsed.tags <= allowed
    ordered = sorted(hostile.findings, key=lambda one: one.order)
    assert [_words(cell) for cell in parsed.cells[3::4]] == [_words(with_hint(one)) for one in ordered]


def _words(text: str) -> str:
    """Return the text without what Markdown may change: blanks, zero-width spaces, backticks, what is no character."""
    return "".join(char for char in text if not char.isspace() and char not in "\u200b`\ufffd\0")
