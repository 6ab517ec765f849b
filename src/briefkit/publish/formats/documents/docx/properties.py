"""What the file says of itself: title, authors, subject, keywords, language, and its only date."""

import os
from contextlib import suppress
from datetime import UTC, datetime

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.xml import HEAD, escaped
from briefkit.text.dates import parse_date

CORE = "application/vnd.openxmlformats-package.core-properties+xml"
APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

_EARLIEST = 1601
"""The first year that Word's files can give."""


def core_xml(meta: b.Meta) -> str:
    """Return the core properties; those that have nothing to say are left out."""
    said = {
        "dc:title": meta.title,
        "dc:subject": meta.subtitle,
        "dc:creator": "; ".join(meta.authors),
        "cp:keywords": ", ".join(meta.keywords),
        "dc:description": meta.description,
        "dc:language": meta.language,
    }
    found = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in said.items() if text)
    if date := changed(meta.date):
        for name in ("created", "modified"):
            found += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{found}</cp:coreProperties>'
    )


def app_xml(meta: b.Meta) -> str:
    """Return the extended properties: what wrote the file, and for whom."""
    company = f"<Company>{escaped(meta.publisher)}</Company>" if meta.publisher else ""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{namespace}"><Application>briefkit</Application>{company}</Properties>'


def changed(date: str) -> str:
    """Return the date of the document, or that of $SOURCE_DATE_EPOCH, as Word wants it; empty where there is none.

    The first day stands for an unknown one.
    """
    with suppress(ValueError, OverflowError, OSError):
        return f"{datetime.fromtimestamp(int(os.environ.get('SOURCE_DATE_EPOCH', '')), UTC):%Y-%m-%dT%H:%M:%SZ}"
    with suppress(ValueError):  # the date of a document may be words
        found = parse_date(date)
        if found.year >= _EARLIEST:
            return f"{found.year:04d}-{found.month or 1:02d}-{found.day or 1:02d}T00:00:00Z"
    return ""
