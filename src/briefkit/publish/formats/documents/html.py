"""HTML: one file that asks for nothing, with its style sheet and its pictures in it, and no script."""

from briefkit.document import blocks as b
from briefkit.publish.format import plain_format
from briefkit.publish.web.document import parts
from briefkit.publish.web.house import dressed
from briefkit.publish.web.page import page
from briefkit.publish.web.style import style


def write(document: b.Document) -> str:
    """Return the document as a page."""
    sheets = "\n".join(filter(None, (style(), dressed(document.look))))
    return page(document.meta, parts(document).html, sheets)


FORMAT = plain_format("html", ".html", write)
