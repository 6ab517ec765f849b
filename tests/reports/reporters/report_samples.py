"""Findings and reports made by hand, and a strategy for hostile ones."""

from hypothesis import strategies as st

from briefkit.source.finding import Finding, Related, Report, Severity
from briefkit.source.place import Place

CLEAN = Report((), ("briefs/australia.yaml", "briefs/india.yaml"))


def finding(
    message: str = "unknown field `recomendations`",
    *,
    file: str = "briefs/australia.yaml",
    line: int = 41,
    columns: tuple[int, int] = (1, 15),
    end_line: int | None = None,
    rule: str = "unknown-field",
    code: str = "BK102",
    severity: Severity = Severity.ERROR,
    hint: str | None = None,
    related: tuple[Related, ...] = (),
    excerpt: str = "recomendations:",
    waived: str | None = None,
) -> Finding:
    """Return a finding; `columns` are the first and the one behind the last."""
    return Finding(
        rule=rule,
        code=code,
        severity=severity,
        file=file,
        line=line,
        column=columns[0],
        end_line=end_line or line,
        end_column=columns[1],
        message=message,
        hint=hint,
        related=related,
        excerpt=excerpt,
        waived=waived,
    )


def related(message: str, file: str = "briefs/australia.yaml", line: int = 7, column: int = 3) -> Related:
    """Return a related place."""
    return Related(Place(file, line, column), message)


def report(*findings: Finding, waived: tuple[Finding, ...] = (), remarks: tuple[str, ...] = ()) -> Report:
    """Return a report on the files of its findings."""
    files = dict.fromkeys(finding.file for finding in (*findings, *waived))
    return Report(findings, tuple(files), waived, remarks)


def of_each_severity() -> Report:
    """Return a report with an error, a warning, an info and a waived finding in three of four files."""
    return Report(
        (
            finding(hint="did you mean `recommendations`?"),
            finding(
                "no recommendation addresses challenge `china-gap`",
                file="briefs/india.yaml",
                line=88,
                columns=(11, 20),
                rule="unaddressed-point",
                code="BK204",
                severity=Severity.WARNING,
                excerpt="    - id: china-gap",
                related=(related("a cooperation point does", "briefs/india.yaml", 120, 7),),
            ),
            finding(
                "1 goal, where 2 to 5 are usual",
                file="briefs/russia.yaml",
                line=3,
                columns=(1, 6),
                rule="point-count",
                code="BK308",
                severity=Severity.INFO,
                excerpt="goals:",
            ),
        ),
        ("briefs/australia.yaml", "briefs/europe.yaml", "briefs/india.yaml", "briefs/russia.yaml"),
        (finding("listed, used nowhere", rule="unused-abbreviation", code="BK502", waived="Kept for the book."),),
        ("unused-theme did not run, because briefs/europe.yaml could not be read as a whole",),
    )


TOKENS = (
    *("\x1b[31m", "\x9b31m", "\0", "\r", "\n", "\r\n", "\t", "\x85", "\u2028", "\u202e", "\ufeff", "\ud800", "\uffff"),
    *("::error::", "::", "##[error]", "%", "%0A", "%25", ",", "=", "]]>", "<!--", "<script>", "</details>", "&"),
    *("|", "`", "``", "\\", "*", "_", "[x](http://x.y)", "](1)", "![", "@user", "#1", "www.x.y", "http://x.y", "$x$"),
    *("\n# x", "\n\n- x", "1. x", "{0}", "&lt;", "中文", "é", "é", "😀", "👩‍💻", "́", "x" * 300, "中" * 150, " "),
)

hostile_text = st.lists(st.sampled_from(TOKENS) | st.text(max_size=4), max_size=6).map("".join)
_names = hostile_text.map(lambda text: f"a{text}.yaml")
_numbers = st.integers(1, 400)
_findings = st.builds(
    finding,
    hostile_text.map(lambda text: f"m{text}"),
    file=_names,
    line=_numbers,
    columns=st.tuples(_numbers, _numbers).map(lambda pair: (min(pair), max(pair))),
    rule=hostile_text.map(lambda text: f"r{text}"),
    severity=st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO]),
    hint=st.none() | hostile_text,
    related=st.lists(st.builds(related, hostile_text.map(lambda text: f"n{text}"), _names), max_size=2).map(tuple),
    excerpt=hostile_text,
    waived=st.none() | hostile_text,
)
hostile_reports = st.builds(
    lambda findings, waived, remarks: report(*findings, waived=tuple(waived), remarks=tuple(remarks)),
    st.lists(_findings, max_size=3),
    st.lists(_findings, max_size=1),
    st.lists(hostile_text.map(lambda text: f"r{text}"), max_size=1),
)
"""Reports whose every text tries to break out of its format."""
