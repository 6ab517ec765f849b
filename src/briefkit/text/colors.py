"""Colors as `#` and six digits: how well they can be read on white, and darker ones of the same hue.

Relative luminance and contrast are those of the Web Content Accessibility Guidelines 2.2.
"""

LEAST_CONTRAST = 5.0
"""What a color of words needs to white. The guidelines ask for 4.5; a lightly tinted ground takes a tenth of it."""

_MOST_BY_NIGHT = 3.0
"""The contrast to white of a color of words that has well over 5 to a ground such as #1b252b."""


def contrast(color: str) -> float:
    """Return the contrast of a color to white, from 1 for white itself to 21 for black."""
    red, green, blue = (_linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def legible(color: str) -> str:
    """Return the color, or one of its hue that is just dark enough for words on white."""
    if contrast(color) >= LEAST_CONTRAST:
        return color.lower()
    parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    shades = ("#" + "".join(f"{part * share // 100:02x}" for part in parts) for share in range(99, -1, -1))
    return next(shade for shade in shades if contrast(shade) >= LEAST_CONTRAST)


def lifted(color: str) -> str:
    """Return the color, or one mixed with just so much white that words in it can be read on a dark ground."""
    parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    mixes = ("#" + "".join(f"{part + (255 - part) * share // 100:02x}" for part in parts) for share in range(101))
    return next(mix for mix in mixes if contrast(mix) <= _MOST_BY_NIGHT)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
