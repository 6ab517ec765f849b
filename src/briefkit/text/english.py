"""Small pieces of English: lists, numbers in words, articles."""

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def listed(words: Sequence[str], joint: str) -> str:
    """Return words as a list: `goals, challenges and risks`, where `and` is the joint."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def number_word(number: int) -> str:
    """Return a number as prose writes it: in words up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def article(noun: str) -> str:
    """Return a noun with its article: `a goal`, `an option`."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def names(words: Sequence[str], joint: str) -> str:
    """Return headings as one: `Goals and challenges`; what begins with two capitals keeps them."""
    first, *others = words
    return listed([first, *(word if word[1:2].isupper() else word[:1].lower() + word[1:] for word in others)], joint)


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 goal`, `2 goals`."""
    return f"{number} {one if number == 1 else many}"
