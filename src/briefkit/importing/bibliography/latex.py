"""Values of BibTeX → plain text: accents, macros, dashes, quotation marks, braces."""

import re
import unicodedata

DEEPEST = 32
"""Braces inside one another; the library for LaTeX calls itself for each."""

_ACCENTS = dict(
    zip(
        "`'^\"~=.uvHcdbkr",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0323\u0331\u0328\u030a",
        strict=True,
    )
)
_ACCENT = re.compile(
    r"\{?\\(?:([`'^\"~=.])\s*|([uvHcdbkr])(?:\s+|(?=\{)))(?:\{\s*(\\?[A-Za-z])\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))\}?"
)
_ESCAPED = re.compile(r"\\([&%$#_])")
_SIGNS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))


def text(value: str) -> str:
    """Return the words of a value. Raises ValueError for braces too deep in one another to be words."""
    if depth(value) > DEEPEST:
        raise ValueError(f"its braces stand more than {DEEPEST} deep in one another")
    if "\\" in value:
        value = _ACCENT.sub(_composed, value)
    if "\\" in value:
        value = _ESCAPED.sub(r"\1", value) if not re.search(r"\\[A-Za-z'\"`^~=.]", value) else _macros(value)
    for sign, meant in _SIGNS:
        value = value.replace(sign, meant)
    value = re.sub(r"(?<!\\)[{}]", "", value).replace("~", " ").replace("\\", "")
    return unicodedata.normalize("NFC", " ".join(value.split()))


def depth(value: str) -> int:
    """Return how deep braces stand in one another."""
    deepest = level = 0
    for sign in re.findall(r"[{}]", value):
        level += 1 if sign == "{" else -1
        deepest = max(deepest, level)
    return deepest


def _composed(match: re.Match[str]) -> str:
    whole = match[0]
    letter = (match[3] or match[4]).lstrip("\\")
    made = unicodedata.normalize("NFC", letter + _ACCENTS[match[1] or match[2]])
    opened, closed = whole.startswith("{"), whole.endswith("}") and whole.count("}") > whole.count("{", 1)
    return ("" if closed or not opened else "{") + made + ("" if opened or not closed else "}")


def _macros(value: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text

    return str(LatexNodes2Text(keep_comments=True).latex_to_text(value.replace("%", r"\%").replace(r"\\%", r"\%")))
