"""What plain scalars mean: the types of YAML 1.2's core schema, and forms that other programs read otherwise."""

import math
import re
from collections.abc import Iterator

from briefkit.reading.text_fault import TextFault
from briefkit.source.draft import Json
from briefkit.text.printable import quoted

_CONSTANTS: dict[str, Json] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# `off` as such is a severity in `volume.yaml`.
_YES_NO = frozenset(form for word in ("yes", "no", "on", "off") for form in (word, word.title(), word.upper())) - {
    "off"
}
_NUMBER = re.compile(
    r"(?P<decimal>[-+]?[0-9]+)"
    r"|0o(?P<octal>[0-7]+)"
    r"|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<endless>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
    r"|(?P<clock>[-+]?[0-9]+(?::[0-5]?[0-9])+)"
)
_CUT = re.compile(r" (#\w[^\r\n]*)")
_DATE = re.compile(r"[0-9][0-9/-]*")
_BASES = {"decimal": 10, "octal": 8, "hexadecimal": 16}
_LIMIT = 10**15
"""Whole numbers below it are exact in every program that reads JSON."""

WORDS = _YES_NO | _CONSTANTS.keys()
"""Plain scalars that are no ordinary text, besides those that begin like a number."""
NUMERIC = frozenset("+-.0123456789")
"""Characters with which a plain scalar must begin to be a number."""


def typed(value: str, start: int, end: int) -> tuple[Json, TextFault | None]:
    """Return what a plain scalar means, and what is wrong or doubtful about it. `start` and `end` are its place.

    Dates and times stay text.
    """
    if value in _CONSTANTS:
        return _CONSTANTS[value], None
    if value in _YES_NO:
        return value, _doubt(start, end, f"{quoted(value)} means true or false to many programs", value)
    match = _NUMBER.fullmatch(value)
    if match is None:
        return value, None
    if match.lastgroup == "clock":
        return value, _doubt(start, end, f"{quoted(value)} is a number of minutes to some programs", value)
    number = _number(match)
    if number is None:
        message = f"the number {quoted(value)} cannot be kept exactly"
        return value, TextFault("yaml-feature", start, end, message, _in_quotes(value))
    if isinstance(number, int) and str(number) != value:
        return number, _doubt(start, end, f"{quoted(value)} is read as the number {number}", value)
    return number, None


def cut_text(text: str, value: str, end: int) -> Iterator[TextFault]:
    """Find text that a `#` turns into a comment right after a plain scalar which ends at `end`.

    One blank before the `#` and none after it is how `Goal #1` is written, and hardly ever a comment. After a number
    or a date it is one all the same.
    """
    found = _CUT.match(text, end)
    if found and not _DATE.fullmatch(value):
        hint = f"put quotes around the value if {quoted(found[1].split()[0])} belongs to it"
        yield TextFault("ambiguous-scalar", *found.span(1), "from `#` on this is a comment, which is not read", hint)


def _number(match: re.Match[str]) -> int | float | None:
    """Return the number; None for what is endless, no number or too long to be exact."""
    base = _BASES.get(str(match.lastgroup))
    if base:
        digits = match[str(match.lastgroup)]
        # Python refuses to convert thousands of digits.
        number = int(digits, base) if len(digits) <= len(str(_LIMIT)) else _LIMIT
        return number if abs(number) < _LIMIT else None
    number_ = float(match[0]) if match.lastgroup == "float" else math.inf
    return number_ if math.isfinite(number_) else None


def _doubt(start: int, end: int, message: str, value: str) -> TextFault:
    return TextFault("ambiguous-scalar", start, end, message, _in_quotes(value))


def _in_quotes(value: str) -> str:
    return "put quotes around it if it is text: " + quoted(f'"{value}"')
