"""Figures: the caption, and the picture or what stands in its place, each one line."""

from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.document.charts import captioned
from briefkit.publish.formats.documents.markdown import inline
from briefkit.publish.formats.documents.markdown.inline import Names


def caption(figure: b.Figure) -> b.Inlines:
    """Return label and title, with the unit of the values."""
    return (b.Strong((*figure.label, b.Text("."))), b.Text(" "), *captioned(figure))


def picture(figure: b.Figure, names: Names) -> str:
    """Return the picture, or words in the place of one that is lost."""
    if figure.file:
        return f"![{inline.write(b.text(figure.alt), names)}]({quote(figure.file)})"
    return inline.write(
        (b.Emphasis((b.Text("The picture is lost."),)), b.Text(" "), *b.text(figure.alt)), names, "cell"
    )
