"""Findings for people: the line of the file, the place underlined, and how to mend it."""

from collections.abc import Iterator

from briefkit.blocks import Role
from briefkit.finding import Finding, Report, Severity
from briefkit.layout import Line, Segment, cells, shorten
from briefkit.layout.cells import clusters
from briefkit.printable import visible
from briefkit.reporter import Reporter, summary

ROLES: dict[Severity, Role] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
TAB = "    "
AFTER = 12
"""Cells to show behind the marked place before the beginning of a long line is cut."""
CLIP = 8
"""Characters for each cell of room to look at: a line may have megabytes, and combining marks take no room."""


def render(report: Report, width: int = 80) -> Iterator[Line]:
    """Yield the findings that stand, the counts and the remarks; excerpts keep to the width in cells."""
    for finding in report.findings:
        yield from _finding(finding, width)
        yield ()
    yield (Segment(summary(report), "strong"),)
    for remark in report.remarks:
        yield (Segment(visible(remark)),)


def _finding(finding: Finding, width: int) -> Iterator[Line]:
    role = ROLES[finding.severity]
    number = str(finding.line)
    margin = " " * len(number)
    yield (
        Segment(f"{visible(finding.file)}:{finding.line}:{finding.column}: ", "strong"),
        Segment(f"{finding.severity}[{visible(finding.rule)}]", role),
        Segment(f" {visible(finding.message)}"),
    )
    if finding.excerpt:
        before, marked, after = _window(finding, max(20, width - len(margin) - 3))
        carets = " " * cells(before) + "^" * max(1, cells(marked))
        yield (Segment(f"{margin} |", "muted"),)
        yield (Segment(f"{number} | ", "muted"), Segment(before + marked + after))
        yield (Segment(f"{margin} | ", "muted"), Segment(carets, role), Segment(_hint(finding), role))
    elif finding.hint:
        yield (Segment(f"{margin} = hint:", "muted"), Segment(_hint(finding)))
    for related in finding.related:
        place = f"{visible(related.place.file)}:{related.place.line}:{related.place.column}"
        yield (Segment(f"{margin} = note: ", "muted"), Segment(f"{place}: {visible(related.message)}"))
    yield (Segment(f"{margin} = see: briefkit explain {visible(finding.rule)}", "muted"),)


def _hint(finding: Finding) -> str:
    return f" {visible(finding.hint)}" if finding.hint else ""


def _window(finding: Finding, room: int) -> tuple[str, str, str]:
    """Return what stands before, in and behind the marked place, cut to the room in cells."""
    line, start = finding.excerpt, finding.column - 1
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line.rstrip())
    marked = _shown(line[start:end][: CLIP * room])
    wanted = max(1, cells(marked)) + min(AFTER, len(line) - end)
    fits = start <= CLIP * room and cells(_shown(line[:start])) + wanted <= room
    before = _tail(line[:start], room if fits else room // 3)
    rest = shorten(_shown(line[start:][: CLIP * room]), room - cells(before))
    return before, rest[: len(marked)], rest[len(marked) :]


def _shown(text: str) -> str:
    return visible(text.replace("\t", TAB))


def _tail(text: str, room: int) -> str:
    """Return the text, or as much of its end as fits with an ellipsis."""
    shown = _shown(text[-CLIP * room :])
    if len(text) <= CLIP * room and cells(shown) <= room:
        return shown
    kept = ""
    for cluster in reversed(clusters(shown)):
        if cells(cluster + kept) >= room:
            break
        kept = cluster + kept
    return "…" + kept


REPORTER = Reporter("full", render)
