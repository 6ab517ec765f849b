"""Charts as Word draws them itself: an editor can restyle them, and nothing is fetched; the values are in the file."""

from collections.abc import Iterable

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.xml import HEAD, escaped

TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_COLORS = tuple(f"accent{number}" for number in range(1, 7))
_GREY = '<a:ln w="6350"><a:solidFill><a:srgbClr val="C9D3DA"/></a:solidFill></a:ln>'
_NONE = "<a:ln><a:noFill/></a:ln>"
_AXES = '<c:axId val="1"/><c:axId val="2"/>'


def chart_xml(chart: b.Chart, name: str) -> str:
    """Return a chart as a part: bars that lie, with their values beside them, or lines or dots over an axis."""
    series = "".join(_series(chart, i, name) for i in range(_count(chart)))
    if chart.kind == "bar":
        kind = '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        plot = f'<c:barChart>{kind}{series}<c:gapWidth val="60"/>{_AXES}</c:barChart>'
    else:
        kind = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        plot = f'<c:lineChart>{kind}{series}<c:marker val="1"/>{_AXES}</c:lineChart>'
    many = _count(chart) > 1
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if many else ""
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{NAMESPACE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plot}{_axes(lies=chart.kind == 'bar')}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_NONE}</c:spPr>"
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="+mj-lt"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr></c:chartSpace>'
    )


def _count(chart: b.Chart) -> int:
    return max((len(values) for _, values in chart.rows), default=0)


def _series(chart: b.Chart, index: int, name: str) -> str:
    called = chart.columns[index] if index < len(chart.columns) else chart.unit or name
    color = f'<a:solidFill><a:schemeClr val="{_COLORS[index % len(_COLORS)]}"/></a:solidFill>'
    if chart.kind == "bar":
        look = f'<c:spPr>{color}</c:spPr><c:invertIfNegative val="0"/>'
    else:
        line = f'<a:ln w="22225">{color}</a:ln>' if chart.kind == "line" else '<a:ln w="22225"><a:noFill/></a:ln>'
        dot = f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{color}{_NONE}</c:spPr></c:marker>'
        look = f"<c:spPr>{line}</c:spPr>{dot}"
    labels = _points(enumerate(label for label, _ in chart.rows), len(chart.rows))
    numbers = _points(
        ((i, f"{values[index].number:.15g}") for i, (_, values) in enumerate(chart.rows) if index < len(values)),
        len(chart.rows),
    )
    at = "outEnd" if chart.kind == "bar" else "t"
    smooth = "" if chart.kind == "bar" else '<c:smooth val="0"/>'
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{escaped(called)}</c:v></c:tx>{look}'
        f'<c:dLbls><c:dLblPos val="{at}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strLit>{labels}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{numbers}</c:numLit></c:val>{smooth}</c:ser>"
    )


def _points(points: Iterable[tuple[int, str]], count: int) -> str:
    each = "".join(f'<c:pt idx="{i}"><c:v>{escaped(text)}</c:v></c:pt>' for i, text in points)
    return f'<c:ptCount val="{count}"/>{each}'


def _axes(*, lies: bool) -> str:
    """Return the axes; bars have their values beside them and need none for these, lines begin at zero."""
    grid = f"<c:majorGridlines><c:spPr>{_GREY}</c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{"maxMin" if lies else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lies else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_GREY}</c:spPr><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="{int(lies)}"/><c:axPos val="{"b" if lies else "l"}"/>{"" if lies else grid}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{_NONE}</c:spPr><c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/></c:valAx>'
    )
