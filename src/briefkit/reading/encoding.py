"""From bytes to text: what is no UTF-8, and characters that no brief may hold."""

import codecs
from collections.abc import Iterator

from briefkit.reading.text_fault import FORBIDDEN, SUSPECT, TextFault
from briefkit.text.printable import quoted

_OTHER_FILES = {
    b"PK\x03\x04": "a Word document (.docx) or an archive",
    b"\xd0\xcf\x11\xe0": "an old Word document (.doc)",
    b"{\\rtf": "rich text (.rtf)",
    b"%PDF": "a PDF",
    codecs.BOM_UTF32_LE: "UTF-32 text",
    codecs.BOM_UTF32_BE: "UTF-32 text",
    codecs.BOM_UTF16_LE: "UTF-16 text",
    codecs.BOM_UTF16_BE: "UTF-16 text",
}
_NAMES = {
    "\x0b": "a line break from Word",
    "\x0c": "a page break",
    "\x1b": "the beginning of a terminal command",
    "\x1e": "a non-breaking hyphen from Word",
    "\x1f": "an optional hyphen from Word",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "byte order mark",
}
_SAVE = 'save it as UTF-8: in Word with "Save As", "Plain Text" and "Unicode (UTF-8)"'
_DELETE = "delete it, and press Enter where a line should end; it comes from Word, InDesign or a web page"


def not_utf8(data: bytes) -> TextFault | None:
    """Return a fault if the first bytes are those of another encoding or another kind of file."""
    # UTF-16 without a byte order mark: every other byte of Latin text is zero.
    kind = "UTF-16 text" if len(data) > 1 and (data[0] == 0) != (data[1] == 0) else ""
    for first_bytes, name in _OTHER_FILES.items():
        if data.startswith(first_bytes):
            kind = name
            break
    return TextFault("bad-encoding", 0, 0, f"the file is {kind}, not UTF-8 text", _SAVE) if kind else None


def bad_byte(error: UnicodeDecodeError) -> TextFault:
    """Explain where decoding stopped."""
    byte = error.object[error.start : error.start + 1]
    at = len(error.object[: error.start].decode())
    message = f"the byte 0x{byte.hex().upper()} is not UTF-8 text"
    if (character := byte.decode("cp1252", "ignore")).strip():
        message += f"; in old Windows files it is {quoted(character)}"
    return TextFault("bad-encoding", at, at + 1, message, _SAVE)


def forbidden(text: str) -> Iterator[TextFault]:
    """Find forbidden characters; of lone carriage returns only the first, because they end all lines or none."""
    if not SUSPECT.search(text):
        return
    has_returns = False
    for match in FORBIDDEN.finditer(text):
        character = match[0]
        message, hint = f"the character U+{ord(character):04X} is forbidden", _DELETE
        if character in _NAMES:
            message += f" ({_NAMES[character]})"
        if character == "\r":
            if has_returns:
                continue
            has_returns = True
            message = "this line ends in a lone carriage return (U+000D)"
            hint = "save the file with the line ends of Windows (CRLF) or Unix (LF)"
        yield TextFault("forbidden-character", match.start(), match.end(), message, hint)
