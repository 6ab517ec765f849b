"""Text → XML: escaped, without what XML forbids; and the few shapes that every part of a Word file is made of."""

import re
from functools import lru_cache
from zlib import crc32

MAIN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""The names that text, notes, headers and footers use."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile('[&<>"]')
_ANCHOR = re.compile("[a-z][a-z0-9-]{0,38}")


def escaped(text: str) -> str:
    """Return text for content or for an attribute in double quotes; characters that XML forbids are left out."""
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    if _MARKUP.search(text):  # which few texts need
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


@lru_cache(maxsize=1 << 12)
def bookmark(anchor: str) -> str:
    """Return the name of an anchor in Word: at most 40 letters, digits and low lines, a letter first.

    It depends on the anchor alone, so that links from other files find it.
    """
    name = anchor.replace("-", "_")
    if _ANCHOR.fullmatch(anchor):
        return name
    # Word does not tell upper case from lower.
    return f"b_{re.sub('[^A-Za-z0-9]', '_', name)[:28]}_{crc32(anchor.encode('utf-8', 'replace')):08x}"


def run(text: str, properties: str = "") -> str:
    """Return a run of text; `properties` are XML."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def styled_run(text: str, style: str) -> str:
    """Return a run of text in a style of characters."""
    return run(text, f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>')


def field(code: str, result: str) -> str:
    """Return a field: its code, and what it shows until Word works it out anew."""
    return f"{field_begin(code)}{result}{FIELD_END}"


def field_begin(code: str) -> str:
    """Return the beginning of a field, up to what it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def paragraph(style: str, content: str = "", before: str = "", after: str = "") -> str:
    """Return a paragraph in a style; `before` and `after` are further properties, by their place in the schema.

    `before` goes up to the numbering of lists, `after` from the borders on.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{after}</w:pPr>{content}</w:p>'
