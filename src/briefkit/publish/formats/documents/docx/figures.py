"""Figures: caption, chart or picture, then the values as a table, and the source.

A chart is one that Word draws itself: sharp at any size, to be restyled, with no picture to be made of letters, for
which the standard library has no fonts. Who does not see it, and programs that show no charts, have the table.
"""

from briefkit.document import blocks as b
from briefkit.document.charts import as_table, captioned, sourced
from briefkit.publish.formats.documents.docx import charts, tables
from briefkit.publish.formats.documents.docx.inlines import Look, runs
from briefkit.publish.formats.documents.docx.package import Package
from briefkit.publish.formats.documents.docx.pictures import measured
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.where import Where
from briefkit.publish.formats.documents.docx.xml import bookmark, escaped, paragraph

_TWIP = 635
_PIXEL = 9525
"""English metric units, in which drawings are measured: 914,400 to the inch."""
_HIGHEST = 9000 * _TWIP
"""A picture leaves room on its page for what is said of it."""
_WIDEST = 7400
_LOGO_WIDTH = 3400
_LOGO_HEIGHT = 800 * _TWIP
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KEEP = "<w:keepNext/>"


def lines(figure: b.Figure, where: Where, story: Story, content: tables.Content) -> list[str]:
    """Return a figure as paragraphs and, for a chart, a table."""
    place = story.file.next_id()
    look = Look(language=where.language)
    label = runs((*figure.label, b.Text(". ")), story, look._replace(bold=True))
    name = f'<w:bookmarkStart w:id="{place}" w:name="{bookmark(figure.anchor)}"/>{label}<w:bookmarkEnd w:id="{place}"/>'
    found = [paragraph("Caption", name + runs(captioned(figure), story, look), _KEEP)]
    if figure.chart:
        if figure.chart.kind != "table" and figure.chart.rows:
            found.append(_chart(figure, figure.chart, where, story))
        found += tables.lines(as_table(figure.chart), where, story, content)
    else:
        found.append(_picture(figure, where, story))
    return [*found, *content(sourced(figure), where._replace(own="FigureSource"), story)]


def _chart(figure: b.Figure, chart: b.Chart, where: Where, story: Story) -> str:
    package = story.file.package
    name = f"charts/chart{_next(package, 'word/charts/')}.xml"
    package.add(f"word/{name}", charts.TYPE, charts.chart_xml(chart, b.plain(figure.title)))
    target = story.relationships.to("chart", name)
    bars = sum(len(values) for _, values in chart.rows)
    height = 500 + 380 * min(max(bars, 3), 22) if chart.kind == "bar" else 4000
    graphic = f'<c:chart xmlns:c="{charts.NAMESPACE}" r:id="{target}"/>'
    size = (min(where.width, _WIDEST) * _TWIP, height * _TWIP)
    return _drawing(graphic, charts.NAMESPACE, size, figure, story)


def logo(look: b.Look, story: Story) -> list[str]:
    """Return the logo of a house as a paragraph; none where it has none, or one that Word does not show."""
    if not measured(look.logo):
        return []
    alt = f"Logo of {look.owner}" if look.owner else "Logo"
    shown = b.Figure("logo", b.text("Logo"), (), alt, file="logo", data=look.logo)
    drawn = _picture(shown, Where(_LOGO_WIDTH), story, highest=_LOGO_HEIGHT)
    return [drawn.replace(_KEEP, f'{_KEEP}<w:spacing w:after="240"/>', 1)]


def _picture(figure: b.Figure, where: Where, story: Story, highest: int = _HIGHEST) -> str:
    """Return the picture, or words in its place."""
    picture = measured(figure.data)
    if not picture:
        what = f"Picture: {figure.file}. " if figure.file else "The picture is lost. "
        said = (b.Emphasis(b.text(what)), b.Text(" "), *b.text(figure.alt))
        return paragraph("Figure", runs(said, story, Look(language=where.language)), _KEEP if figure.source else "")
    package = story.file.package
    name = f"media/image{_next(package, 'word/media/')}.{picture.suffix}"
    package.parts[f"word/{name}"] = figure.data
    target = story.relationships.to("image", name)
    width, height = picture.width * _PIXEL, picture.height * _PIXEL
    scale = min(1.0, where.width * _TWIP / width, highest / height)
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    extent = f'<a:ext cx="{size[0]}" cy="{size[1]}"/>'
    graphic = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{escaped(b.plain(figure.label))}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{target}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{extent}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return _drawing(graphic, f"{_DRAWING}/picture", size, figure, story)


def _next(package: Package, folder: str) -> int:
    """Return the number of the next part in a folder."""
    return sum(name.startswith(folder) for name in package.parts) + 1


def _drawing(graphic: str, kind: str, size: tuple[int, int], figure: b.Figure, story: Story) -> str:
    """Return a paragraph with a drawing, which says what it shows to who cannot see it."""
    described = " ".join(figure.alt.split())
    drawing = (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        f'<wp:docPr id="{story.file.next_id()}" name="{escaped(b.plain(figure.label))}" descr="{escaped(described)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{kind}">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    return paragraph("Figure", f"<w:r>{drawing}</w:r>", _KEEP)
