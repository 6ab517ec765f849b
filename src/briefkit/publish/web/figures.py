"""Figures: a caption, the chart or the picture, the values as a table, and the source."""

import base64
from collections.abc import Callable

from briefkit.document import blocks as b
from briefkit.document.charts import as_table, captioned, sourced
from briefkit.publish.web import charts, tables
from briefkit.publish.web.inlines import inlines
from briefkit.publish.web.markup import attributes, element, escaped
from briefkit.publish.web.story import Story

_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def figure(given: b.Figure, story: Story, content: Callable[[b.Blocks], str]) -> str:
    """Return a figure. Pictures are part of the page; where one is not to be had, it says what would be seen."""
    label = b.Strong((*given.label, b.Text(".")))
    caption = element("figcaption", inlines((label, b.Text(" "), *captioned(given)), story))
    place = story.anchors.place(given.anchor)
    shown = _chart(given, given.chart, story, content) if given.chart else _picture(given)
    source = "".join(content((block,)) for block in sourced(given))
    return f"<figure{attributes(id=place)}>\n{caption}\n{shown}\n{source}</figure>\n"


def _chart(given: b.Figure, chart: b.Chart, story: Story, content: Callable[[b.Blocks], str]) -> str:
    values = tables.table(as_table(chart), story, content, stacks=False)
    title = f"{b.plain(given.label)}. {b.plain(captioned(given))}"
    drawn = charts.drawn(chart, title, given.alt, story.anchors.new("chart")) if chart.kind != "table" else ""
    return f"{drawn}\n<details>\n<summary>Values</summary>\n{values}</details>" if drawn else values


def _picture(given: b.Figure) -> str:
    if not given.data:
        what = f"Picture: {given.file}. " if given.file else "The picture is lost. "
        return element("p", f"{element('em', escaped(what.strip()))} {escaped(given.alt)}", class_="lost")
    return embedded(given.data, given.alt)


def embedded(data: bytes, alt: str) -> str:
    """Return a PNG, JPEG or SVG as an element that holds it."""
    kind = next((kind for first, kind in _KINDS.items() if data.startswith(first)), "image/svg+xml")
    source = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    return f"<img{attributes(src=source, alt=' '.join(alt.split()))}>"
