"""Lines of names → authors with affiliations."""

import re

_SIGNED = re.compile(
    r"^\s*(?:(?:written|prepared|submitted|drafted|authored)\s+)?(?:(?:by|authors?|author\(s\)|contributors?)\b\s*:?|from\s*:)\s+(?=\S)",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"\b(?:universit\w*|institut\w*|ministry|cent(?:er|re)|college|school|department|foundation|council|office|agency|"
    r"program(?:me)?|academy|faculty|bank|organi[sz]ation|association|society|laborator\w+|think ?tank|fellow|"
    r"professor|director|researcher|analyst|commission|authority)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|sir|amb|ambassador|hon)\.?\s+", re.IGNORECASE)
_PARTICLES = frozenset("de da di van von der den del la le al bin ibn el ter zu du dos".split())
_DEGREES = re.compile(
    r",?\s*\b(?:ph\.?d|m\.?a|m\.?sc|m\.?p\.?p|m\.?p\.?a|b\.?a|b\.?sc|j\.?d|m\.?d|esq|jr|sr)\b\.?", re.IGNORECASE
)
_MARK = re.compile(r"[\d*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$")


def is_signed(text: str) -> bool:
    """Tell whether a line says that it names authors: `By …`, `Authors: …`."""
    return bool(_SIGNED.match(text))


def is_name(text: str) -> bool:
    """Tell whether a text looks like the name of a person: two to five words with capitals, none of a house."""
    plain = _DEGREES.sub("", _TITLES.sub("", _MARK.sub("", text.strip()))).strip(" ,")
    words = plain.split()
    if not 2 <= len(words) <= 5 or _HOUSES.search(plain) or any(sign.isdigit() or sign in ":?!" for sign in plain):
        return False
    return all(
        word.lower() in _PARTICLES or (word[0].isupper() and not (word.isupper() and len(word) > 3)) for word in words
    )


def is_house(text: str) -> bool:
    """Tell whether a line looks like an affiliation."""
    return bool(_HOUSES.search(text)) and len(text.split()) <= 25 and not text.rstrip().endswith((".", "?", ":"))


def read(text: str, *, sure: bool) -> list[tuple[str, str]]:
    """Return names with affiliations from a line; nothing where it does not look like names, unless it is `sure`."""
    text = _SIGNED.sub("", text).strip()
    found: list[tuple[str, str]] = []
    for piece in re.split(r"\s*[;\n]\s*", text):
        name, _, house = piece.partition(",")
        if house and is_house(house) and (is_name(name) or sure):
            found.append((_clean(name), house.strip()))
            continue
        names = [one for one in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", piece) if one.strip()]
        if all(map(is_name, names)) or (sure and names and house and not any(len(one.split()) > 3 for one in names)):
            found += [(_clean(one), "") for one in names]
        elif sure and names:
            found.append((_clean(name), house.strip()))
        else:
            return []
    return [(name, house) for name, house in found if name]


def used_up(text: str, found: list[tuple[str, str]]) -> str:
    """Return the words of a line that are neither in the names nor in the affiliations that were read from it."""
    for name, house in sorted(found, key=lambda pair: -len(pair[0])):
        text = text.replace(name, " ", 1).replace(house, " ", 1) if house else text.replace(name, " ", 1)
    return " ".join(text.split())


def _clean(name: str) -> str:
    return _MARK.sub("", name.strip()).strip()
