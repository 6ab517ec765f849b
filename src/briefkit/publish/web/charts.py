"""Charts as drawings of the page: places across are shares of the width, so that letters keep their size on any screen.

Colors are those of the style sheet, by class; series differ by form, too.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor, log10
from textwrap import wrap

from briefkit.document import blocks as b
from briefkit.publish.web.markup import attributes, element, escaped

_ROUND = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"
_SIGNS = (_ROUND, "M-5-5h10v10h-10z", _ROUND, "M0-6 6 0 0 6-6 0z")
"""What stands for the series on a line: a dot, a square, a ring, a diamond."""
_LETTER = 2.4
"""Percent of the width of the narrowest screen that a letter takes."""
_WIDEST = 44
"""Letters that the narrowest screen has room for."""
_LINE = 20
_GAP = 10
_HEIGHT = 190
_LEFT, _RIGHT = 9.0, 93.0
"""Where the first and the last point of a line stand, in percent."""
_FEW_VALUES = 12
_LEAST = 1e-300
"""The least span of numbers with which one can reckon; one over it is the largest."""


def drawn(chart: b.Chart, title: str, alt: str, name: str) -> str:
    """Return a chart as SVG with its title and what it shows; empty where there is nothing that could be drawn.

    `name` begins the ids in it.
    """
    numbers = [value.number for _, values in chart.rows for value in values]
    if not numbers:
        return ""
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    ends = (low, high) if high > low else (0.0, 1.0)
    if not _LEAST < ends[1] - ends[0] < 1 / _LEAST:
        return ""
    top = 6 + _LINE * len(chart.columns) + (_GAP if chart.columns else 0)
    parts = list(_legend(chart.columns))
    if chart.kind == "line":
        parts += _lines(chart, ends, top)
        height = top + _HEIGHT + 2 * _LINE
    else:
        height = top + sum(_LINE * (len(_folded(label)) + len(values)) + _GAP for label, values in chart.rows)
        parts += _rows(chart, ends, top)
    named = f'<title id="{name}-title">{escaped(title)}</title>'
    said = f'<desc id="{name}-desc">{escaped(" ".join(alt.split()))}</desc>'
    given = attributes(
        class_=f"chart {chart.kind}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        width="100%",
        height=str(height),
    )
    return f'<svg{given}>{named}{said}<g aria-hidden="true">{"".join(parts)}</g></svg>'


def _series(index: int) -> str:
    return f"series-{index % len(_SIGNS) + 1}"


def _shape(name: str, **given: str | float | None) -> str:
    return f"<{name}{attributes(**{key: _number(value) for key, value in given.items()})}/>"


def _number(value: str | float | None) -> str | None:
    return f"{value:.7g}" if isinstance(value, float | int) else value


def _words(text: str, x: str, y: float, **given: str | None) -> str:
    return element("text", escaped(text), x=x, y=_number(y), **given)


def _share(number: float, ends: tuple[float, float], room: float) -> float:
    low, high = ends
    return (number - low) / (high - low) * room


def _legend(columns: Sequence[str]) -> Iterator[str]:
    for i, column in enumerate(columns):
        y = 12 + _LINE * i
        yield _sign(i, "6", y)
        yield _words(column, "20", y + 5)


def _sign(series: int, x: str, y: float) -> str:
    """Return the sign of a series, its middle at a place."""
    drawn = _shape("path", class_=_series(series), d=_SIGNS[series % len(_SIGNS)])
    return f"<svg{attributes(x=x, y=_number(y), overflow='visible')}>{drawn}</svg>"


def _rows(chart: b.Chart, ends: tuple[float, float], top: float) -> Iterator[str]:
    """Yield bars from zero, or dots on a line, under the label of their row, each with its value beside it."""
    longest = max(len(value.text) for _, values in chart.rows for value in values)
    room = 100 - min(50, _LETTER * (longest + 2))
    zero = _share(0, ends, room)
    y = top
    for label, values in chart.rows:
        for line in _folded(label):
            yield _words(line, "0", y + 13, class_="name")
            y += _LINE
        for i, value in enumerate(values):
            at = _share(value.number, ends, room)
            start, end = min(zero, at), max(zero, at)
            if chart.kind == "bar":
                width = max(end - start, 0.3)
                yield _shape("rect", class_=_series(i), x=f"{start:.4g}%", y=y, width=f"{width:.4g}%", height=15)
            else:
                yield _shape("line", class_="track", x1=f"{zero:.4g}%", x2=f"{at:.4g}%", y1=y + 7.5, y2=y + 7.5)
                yield _sign(i, f"{at:.4g}%", y + 7.5)
            yield _words(value.text, f"{end:.4g}%", y + 12.5, class_="value", dx="6" if chart.kind == "bar" else "11")
            y += _LINE
        y += _GAP


def _folded(label: str) -> list[str]:
    return wrap(label, _WIDEST) or [""]


def _lines(chart: b.Chart, ends: tuple[float, float], top: float) -> Iterator[str]:
    """Yield a line for each column through the values of all rows, over a grid."""
    ticks = _ticks(ends)
    scale = (ticks[0], ticks[-1])
    base = top + _HEIGHT

    def across(row: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (row / (len(chart.rows) - 1) if len(chart.rows) > 1 else 0.5)

    for tick in ticks:
        y = base - _share(tick, scale, _HEIGHT - _LINE)
        yield _shape("line", class_="axis" if tick == 0 else "grid", x1="0", x2="100%", y1=y, y2=y)
        yield _words(f"{tick:,.10g}".replace("-", "−"), "0", y - 4, class_="tick")
    for series in range(max(len(values) for _, values in chart.rows)):
        points = [
            (across(row), base - _share(values[series].number, scale, _HEIGHT - _LINE), values[series].text)
            for row, (_, values) in enumerate(chart.rows)
            if series < len(values)
        ]
        yield from _line(points, series, has_values=len(chart.rows) <= _FEW_VALUES and len(chart.columns) <= 1)
    yield from _labels([label for label, _ in chart.rows], [across(row) for row in range(len(chart.rows))], base)


def _line(points: Sequence[tuple[float, float, str]], series: int, *, has_values: bool) -> Iterator[str]:
    for (x1, y1, _), (x2, y2, _) in pairwise(points):
        yield _shape("line", class_=_series(series), x1=f"{x1:.4g}%", y1=y1, x2=f"{x2:.4g}%", y2=y2)
    for x, y, text in points:
        yield _sign(series, f"{x:.4g}%", y)
        if has_values:
            yield _words(text, f"{x:.4g}%", y - 10, class_="value", text_anchor="middle")


def _labels(labels: Sequence[str], places: Sequence[float], base: float) -> Iterator[str]:
    """Yield the labels under a line, as many as have room on a narrow screen."""
    most = max(1, int((_RIGHT - _LEFT) / (_LETTER * (max(map(len, labels)) + 1))))
    step = -(-len(labels) // most)
    for label, place in list(zip(labels, places, strict=True))[::step]:
        half = len(label) * _LETTER / 2
        x, anchor = (0.0, "start") if place < half else (100.0, "end") if place + half > 100 else (place, "middle")
        yield _words(label, f"{x:.4g}%", base + 20, class_="name", text_anchor=anchor)


def _ticks(ends: tuple[float, float]) -> list[float]:
    """Return about four round numbers that enclose the ends."""
    low, high = ends
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
    first, last = floor(low / step), -floor(-high / step)
    return [step * i for i in range(first, last + 1)]
