"""What writers need of figures: captions, sources, and charts as tables for those that do not draw."""

from briefkit.document import blocks as b


def as_table(chart: b.Chart) -> b.Table:
    """Return the values of a chart as a table."""
    titles = ("", *(chart.columns or (chart.unit,)))
    rows = tuple(
        tuple(b.Cell((b.paragraph(text),)) for text in (label, *(value.text for value in values)))
        for label, values in chart.rows
    )
    hints = (b.ColumnHint(), *(b.ColumnHint("right") for _ in titles[1:]))
    header = tuple(b.Cell((b.paragraph(title),) if title else ()) for title in titles)
    return b.Table(hints, header, (b.RowGroup(rows),), row_heads=True, corner=b.text("Label"))


def captioned(figure: b.Figure) -> b.Inlines:
    """Return the title of a figure, with the unit of its values."""
    unit = figure.chart.unit if figure.chart else ""
    return (*figure.title, *b.text(f" ({unit})")) if unit else figure.title


def sourced(figure: b.Figure) -> b.Blocks:
    """Return the source of a figure as blocks, after the word for it; none where none is given."""
    lead = b.Styled((b.Text("Source: "),), "muted")
    match figure.source:
        case ():
            return ()
        case (b.Paragraph(children), *others):
            return (b.Paragraph((lead, *children), "entry"), *others)
        case others:
            return (b.Paragraph((lead,), "entry"), *others)
