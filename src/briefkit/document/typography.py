"""Straight apostrophes and quotation marks as a printer sets them, so that a document has one kind of each."""

import re

_STRAIGHT = re.compile("['\"]")
_ADDRESS = "://"
_OPENS_AFTER = " \t\n\u00a0([{‘“—–/"
_CLIPPED = re.compile(r"'(?:\d\ds?\b|(?:s|t|d|m|re|ll|ve)\b)", re.IGNORECASE)
"""What an apostrophe begins where nothing stands before it: a year, or the end of a word in other markup."""


def set_marks(text: str) -> str:
    """Return text with curly marks in the place of straight ones; what holds an address stays as it is.

    A mark opens at the beginning and after a blank, a bracket or a dash, if something follows; else it closes, and a
    single one is an apostrophe.
    """
    if ("'" not in text and '"' not in text) or _ADDRESS in text:
        return text
    return _STRAIGHT.sub(_curly, text)


def _curly(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    opens = (at == 0 or text[at - 1] in _OPENS_AFTER) and not text[at + 1 : at + 2].isspace() and at + 1 < len(text)
    if match[0] == '"':
        return "“" if opens else "”"
    return "‘" if opens and not _CLIPPED.match(text, at) else "’"
