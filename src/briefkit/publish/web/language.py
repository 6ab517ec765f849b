"""Languages as attributes: which one, and which way it is written."""

import re

_TAG = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS_FROM_THE_RIGHT = re.compile("(?i)-(?:arab|hebr|thaa|syrc|nkoo)(?:-|$)")
_LETTERS_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def spoken(tag: str, around: str = "") -> str:
    """Return the attributes of text in a language that stands in text of another; none for what cannot be a tag."""
    if tag == around or not _TAG.fullmatch(tag):
        return ""
    direction = _direction(tag)
    return f' lang="{tag}"' + (f' dir="{direction}"' if direction != _direction(around) else "")


def mixed(html: str) -> str:
    """Return the attribute of a line that may be written from the right, whatever the language of its place."""
    return ' dir="auto"' if not html.isascii() and _LETTERS_FROM_THE_RIGHT.search(html) else ""


def _direction(tag: str) -> str:
    primary = tag.partition("-")[0].lower()
    return "rtl" if primary in _FROM_THE_RIGHT or _SCRIPTS_FROM_THE_RIGHT.search(tag) else "ltr"
