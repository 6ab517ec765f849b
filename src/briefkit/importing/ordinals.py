"""Points that are counted in words: First, … Second, … Finally, …"""

import re
from collections.abc import Sequence

from briefkit.importing.content import Block, Inlines, Paragraph, Text
from briefkit.importing.inlines import cut, raw, stripped

_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_FORM = re.compile(
    rf"\s*((?:the\s+|a\s+|our\s+)?(?:{'|'.join(_WORDS)}|last|final)(?:ly)?(?:\s+of\s+all|\s+\w+(?:\s+\w+)?(?=\s*:))?)"
    r"(?:\s*,\s*|\s*:\s*|\s+(?=(?:is|should|must|we|it|the|there|goal|aim|challenge|obstacle|recommendation|step|"
    r"reason|problem|objective|priority)\b))",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"\s*(to begin with|to start with|first of all|next|then|in addition|moreover|furthermore|lastly)\s*,\s*",
    re.IGNORECASE,
)
_STARTS = ("to begin with", "to start with", "first of all")
_IN_BRACKETS = re.compile(r"(?:(?<=\s)|^)(\((\d|[a-h]|i{1,3}|iv|v)\))\s*")
_IN_TEXT = re.compile(rf"(?:(?<=[.;:?!]\s)|^)((?:{'|'.join(_WORDS)}|last|final)(?:ly)?)\s*,\s*", re.IGNORECASE)


def _number(word: str) -> int:
    plain = re.sub(r"^(?:the|a|our) ", "", word.lower()).split()[0].rstrip(",")
    if word.lower() in _STARTS:
        return 1
    if plain in ("next", "then", "in", "moreover", "furthermore"):
        return 0
    for i, name in enumerate(_WORDS, 1):
        if plain in (name, f"{name}ly"):
            return i
    return 99  # last, finally


def _match(inlines: Inlines) -> re.Match[str] | None:
    return _FORM.match(raw(inlines)) or _BEGINNING.match(raw(inlines))


def paragraphs(blocks: Sequence[Block]) -> list[int]:
    """Return the places of paragraphs that count on from First to Second and so on, two or more."""
    found: list[int] = []
    last = 0
    for i, block in enumerate(blocks):
        match = _match(block.inlines) if isinstance(block, Paragraph) else None
        if not match:
            continue
        number = _number(match[1]) or (last + 1 if last else 0)  # `Next` goes on from what came before
        if number == last + 1 or (number == 99 and last >= 1):
            found.append(i)
            last = number
            if number == 99:
                break
    return found if len(found) > 1 else []


def without(inlines: Inlines) -> tuple[str, Inlines]:
    """Return the word that counts and the paragraph without it."""
    match = _match(inlines)
    if not match:
        return "", inlines
    if not match[0].rstrip().endswith((",", ":")):  # `The first goal is …` keeps its words
        return "", inlines
    return match[1], capital(stripped(cut(inlines, match.end())[1]))


def parts(inlines: Inlines) -> list[tuple[str, Inlines]]:
    """Return a paragraph parted at sentences that count, each with its word; what stands before has none."""
    text = raw(inlines)
    places: list[tuple[int, int, str]] = []
    last = 0
    for match in _IN_TEXT.finditer(text):
        number = _number(match[1])
        if number == last + 1 or (number == 99 and last):
            places.append((match.start(), match.end(), match[1]))
            last = number
    places = places if len(places) > 1 else _bracketed(text)
    if len(places) < 2:
        return []
    found: list[tuple[str, Inlines]] = []
    if text[: places[0][0]].strip():
        found.append(("", stripped(cut(inlines, places[0][0])[0])))
    for (_, start, word), end in zip(places, [*(place[0] for place in places[1:]), len(text)], strict=True):
        part = stripped(cut(cut(inlines, end)[0], start)[1])
        found.append((word, capital(_without_joint(part) if word.startswith("(") else part)))
    return found


def _without_joint(inlines: Inlines) -> Inlines:
    """Return a part of a sentence without the sign that parts it from the next."""
    text = raw(inlines)
    end = re.search(r"\s*[;,]\s*$", text)
    return cut(inlines, end.start())[0] if end else inlines


def _bracketed(text: str) -> list[tuple[int, int, str]]:
    """Return the places of (1), (2) or (a), (b) or (i), (ii) in a text that count on from the first."""
    signs = ("123456789", "abcdefgh", ("i", "ii", "iii", "iv", "v"))
    for order in signs:
        places: list[tuple[int, int, str]] = []
        for match in _IN_BRACKETS.finditer(text):
            if len(places) < len(order) and match[2] == order[len(places)]:
                places.append((match.start(), match.end(), match[1]))
        if len(places) > 1:
            return places
    return []


def capital(inlines: Inlines) -> Inlines:
    """Return inlines with a capital first letter."""
    if inlines and isinstance(inlines[0], Text):
        first = inlines[0]
        return (first._replace(text=first.text[:1].upper() + first.text[1:]), *inlines[1:])
    return inlines
