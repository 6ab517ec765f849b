"""Findings for people: the line of the file, the place underlined, and how to mend it."""

from collections.abc import Iterator

from briefkit.document import blocks as b
from briefkit.document.blocks import Role
from briefkit.publish import layout
from briefkit.publish.format import plain_format
from briefkit.publish.layout import Line, Look, Segment, cells, shorten, text_of, wrap
from briefkit.publish.layout.cells import clusters
from briefkit.reports.reporter import summary
from briefkit.source.finding import Finding, Report, Severity
from briefkit.text.printable import visible

ROLES: dict[Severity, Role] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
TAB = "    "
AFTER = 12
"""Cells to show behind the marked place before the beginning of a long line is cut."""
CLIP = 8
"""Characters for each cell of room to look at: a line may have megabytes, and combining marks take no room."""
NARROW = 24
"""Cells under which a column of words is no pleasure to read."""
ENDLESS = 10_000_000
"""A width that no message has."""


def render(report: Report, width: int = 80, *, fold: bool = False) -> Iterator[Line]:
    """Yield the findings that stand, the counts and the remarks; excerpts keep to the width in cells.

    With `fold` messages and hints keep to it, too: a screen would part them within words. Without, each is one line,
    as programs like it.
    """
    for finding in report.findings:
        yield from _finding(finding, width, width if fold else ENDLESS)
        yield ()
    yield (Segment(summary(report), "strong"),)
    for remark in report.remarks:
        yield (Segment(visible(remark)),)


def _finding(finding: Finding, width: int, room: int) -> Iterator[Line]:
    role = ROLES[finding.severity]
    number = str(finding.line)
    margin = " " * len(number)
    yield from _headline(finding, role, room)
    if finding.excerpt:
        before, marked, after = _window(finding, max(20, width - len(margin) - 3))
        carets = " " * cells(before) + "^" * max(1, cells(marked))
        yield (Segment(f"{margin} |", "muted"),)
        yield (Segment(f"{number} | ", "muted"), Segment(before + marked + after))
        yield from _pointer(margin, Segment(carets, role), visible(finding.hint or ""), room)
    elif finding.hint:
        yield from _hung((Segment(f"{margin} = hint: ", "muted"),), visible(finding.hint), None, room)
    for related in finding.related:
        place = f"{visible(related.place.file)}:{related.place.line}:{related.place.column}"
        text = f"{place}: {visible(related.message)}"
        yield from _hung((Segment(f"{margin} = note: ", "muted"),), text, None, room)
    yield (Segment(f"{margin} = see: briefkit explain {visible(finding.rule)}", "muted"),)


def _headline(finding: Finding, role: Role, room: int) -> Iterator[Line]:
    place = f"{visible(finding.file)}:{finding.line}:{finding.column}: "
    kind = f"{finding.severity}[{visible(finding.rule)}]"
    message = f" {visible(finding.message)}"
    if cells(place + kind + message) <= room:
        yield (Segment(place, "strong"), Segment(kind, role), Segment(message))
    else:
        inlines = (b.Styled((b.Text(place),), "strong"), b.Styled((b.Text(kind),), role), b.Text(message))
        yield from wrap(inlines, room, Look())


def _pointer(margin: str, carets: Segment, hint: str, room: int) -> Iterator[Line]:
    """Yield the carets and the hint: behind them, or below them where a long one has no room there."""
    bar = Segment(f"{margin} | ", "muted")
    start = cells(bar.text + carets.text) + 1
    if not hint:
        yield (bar, carets)
    elif start + cells(hint) <= room:
        yield (bar, carets, Segment(f" {hint}", carets.role))
    elif room - start >= NARROW:
        first, *rest = _hung((), hint, carets.role, room - start)
        yield (bar, carets, Segment(" "), *first)
        yield from ((bar, Segment(" " * (start - len(bar.text))), *line) for line in rest)
    else:
        yield (bar, carets)
        yield from _hung((Segment(f"{margin} = hint: ", "muted"),), hint, None, room)


def _hung(head: Line, text: str, role: layout.Role | None, room: int) -> Iterator[Line]:
    """Yield a text behind its head, the lines after the first below where the text begins."""
    start = sum(cells(segment.text) for segment in head)
    if start + cells(text) <= room:
        yield (*head, Segment(text, role))
        return
    first, *rest = wrap(b.text(text), max(NARROW, room - start), Look(), role)
    yield (*head, *first)
    yield from ((Segment(" " * start), *line) for line in rest)


def _window(finding: Finding, room: int) -> tuple[str, str, str]:
    """Return what stands before, in and behind the marked place, cut to the room in cells."""
    line, start = finding.excerpt, finding.column - finding.excerpt_column
    end = finding.end_column - finding.excerpt_column if finding.end_line == finding.line else len(line.rstrip())
    marked = _shown(line[start:end][: CLIP * room])
    wanted = max(1, cells(marked)) + min(AFTER, max(0, len(line) - end))
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


def write(report: Report) -> str:
    """Return the same as plain text, in eighty columns."""
    return "".join(f"{text_of(line).rstrip()}\n" for line in render(report))


FORMAT = plain_format("full", "", write)
