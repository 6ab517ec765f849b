"""Escapes in double-quoted scalars: those that give a control character, and those that are none."""

import re
from collections.abc import Iterator

from briefkit.reading.text_fault import FORBIDDEN, TextFault
from briefkit.text.printable import quoted

_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0abt\tnvfre \"/\\N_LP])|(\r?\n)|(.?))"
)
_LETTERS = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
_LETTERS |= {"L": "\u2028", "P": "\u2029"}


def controls(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Find the escapes between two offsets whose character may not stand in a brief."""
    for match in _ESCAPE.finditer(text, start, end):
        character = _LETTERS.get(match[4]) if match[4] else _character(match)
        if character and FORBIDDEN.match(character):
            message = f"{quoted(match[0])} stands for the forbidden character U+{ord(character):04X}"
            yield TextFault("forbidden-character", match.start(), match.end(), message, "delete it")


def bad(text: str, start: int) -> Iterator[TextFault]:
    """Find the escapes from an offset on that mean nothing, or no character."""
    for match in _ESCAPE.finditer(text, start):
        if match[6] is not None:
            message = f"{quoted(match[0])} means nothing in double quotes"
            hint = "write the backslash twice, or put the value in single quotes"
            yield TextFault("invalid-yaml", *match.span(), message, hint)
        elif _character(match) == "":
            message = f"{quoted(match[0])} is half a character or none"
            yield TextFault("invalid-yaml", *match.span(), message, "type the character itself")


def _character(match: re.Match[str]) -> str | None:
    """Return the character of a hexadecimal escape, empty if there is no such character; None for other escapes."""
    digits = match[1] or match[2] or match[3]
    if not digits:
        return None
    code = int(digits, 16)
    return "" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
