"""Roman numerals."""

import re

_STEPS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman(number: int) -> str:
    """Return a number from 1 to 3999 as a Roman numeral in capitals."""
    found = ""
    for worth, sign in _STEPS:
        found += sign * (number // worth)
        number %= worth
    return found


def from_roman(text: str) -> int:
    """Return what a Roman numeral in either case is worth; 0 for what is none."""
    left = text.upper()
    if not left or not _FORM.fullmatch(left):
        return 0
    total = 0
    for worth, sign in _STEPS:
        while left.startswith(sign):
            total += worth
            left = left[len(sign) :]
    return total
