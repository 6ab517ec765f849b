"""Figures → pieces: charts in block characters, each value beside its bar or dot; nothing is left to the eye alone."""

from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.document.charts import as_table, captioned, sourced
from briefkit.publish.layout.cells import cells
from briefkit.publish.layout.lines import Box, Line, Lines, Look, Piece, Segment, spaced
from briefkit.publish.layout.stacks import Flow
from briefkit.publish.layout.tables import lay_table
from briefkit.publish.layout.wrap import wrap

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LEAST_BAR = 10
"""Cells below which a bar says nothing; then the values stand alone."""
_INSET = 3


def lay_figure(figure: b.Figure, width: int, look: Look, flow: Flow) -> list[Piece]:
    """Return a figure as pieces: caption, then the chart, or words in the place of a picture, then its source."""
    measure = min(width, look.measure)
    name = (*figure.label, b.Text(". "), *captioned(figure))
    caption = Box(wrap(name, measure, look, "strong"), kind="heading", anchor=figure.anchor)
    body = _body(figure, measure, look, flow)
    body += spaced(flow(sourced(figure), measure, look, None), 0)
    return [caption, *spaced(body, 0)]


def _body(figure: b.Figure, width: int, look: Look, flow: Flow) -> list[Piece]:
    chart = figure.chart
    if chart is None:
        what = f"Picture: {figure.file}. " if figure.file else "The picture is lost. "
        return [Box(wrap((b.Styled(b.text(what), "muted"), *b.text(figure.alt)), width, look))]
    lines = _lines(chart, width) if chart.kind != "table" else ()
    return [Box(lines)] if lines else lay_table(as_table(chart), width, look, flow)


def _lines(chart: b.Chart, width: int) -> Lines:
    """Return a line for each value, none where the page has no room for bars."""
    labels = [_labels(label, chart.columns, len(values)) for label, values in chart.rows]
    name = max(cells(first) for rows in labels for first, _ in rows)
    column = max(cells(second) for rows in labels for _, second in rows)
    before = name + 2 + (column + 2 if column else 0)
    printed = max(cells(value.text) for _, values in chart.rows for value in values)
    room = width - _INSET - before - printed - 1
    if room < _LEAST_BAR:
        return ()
    low, high = _ends([value.number for _, values in chart.rows for value in values])
    found: list[Line] = []
    for names, (_, values) in zip(labels, chart.rows, strict=True):
        for (first, second), value in zip(names, values, strict=True):
            lead = " " * _INSET + _padded(first, name + 2) + (_padded(second, column + 2) if column else "")
            shape = (_bar if chart.kind == "bar" else _dot)(value.number, low, high, room)
            found.append((Segment(lead), Segment(shape, "label"), Segment(f" {value.text}")))
    return tuple(found)


def _labels(label: str, columns: Sequence[str], count: int) -> list[tuple[str, str]]:
    return [("" if i else b.clean(label), b.clean(columns[i]) if columns else "") for i in range(count)]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _ends(numbers: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the scale: from zero, or below it, to the largest value."""
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    return (low, high) if high > low else (0.0, 1.0)


def _bar(number: float, low: float, high: float, room: int) -> str:
    """Return a bar from zero to the number, with a blank up to it; it ends at an eighth of a cell."""
    zero, end = (round((one - low) / (high - low) * room * 8) for one in (0.0, number))
    start, stop = min(zero, end), max(zero, end)
    if number < 0:  # there are no blocks that leave the left part of a cell free
        return " " * (start // 8) + "█" * max(1, -(-stop // 8) - start // 8)
    return " " * (zero // 8) + "█" * (stop // 8 - zero // 8) + _EIGHTHS[stop % 8].strip()


def _dot(number: float, low: float, high: float, room: int) -> str:
    """Return a dot on a dotted line, as far from its beginning as the number is along the scale."""
    return "·" * round((number - low) / (high - low) * (room - 1)) + "●"
