"""Display cells: how wide text is on the screen, and where a word may be parted."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u203b\u2500-\u257f\ufdd0-\ufdef]*"
)
"""Letters and punctuation of one cell each, and the marks for numbers of pages.

Most text has no others and never needs the tables of wcwidth, which take 50 ms to import.
"""

_HOST = re.compile("[^/]*://[^/]*/?")
_BEFORE = frozenset("?&=#%~_.")
_LETTER = r"[^\W\d_]"
_HYPHEN = re.compile(rf"(?<={_LETTER}{_LETTER})[-–](?={_LETTER}{_LETTER})")
_LONG_PATH = 20
"""Cells from which a line may end inside a path of a file."""
_SHORT_END = 6
"""Cells up to which the end of an address stays with what stands before it: `.html`."""
_NEVER_FIRST = frozenset(
    ")]}>,.;:!?%’”»…—、。，．・：；？！）］｝」』】〕〉》〟々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞヽヾ〜"
)
_NEVER_LAST = frozenset("([{<‘“«（［｛「『【〔〈《〝")
_CLOSING = frozenset(")]}>,;:!’”»'\"")

HOLDER = "\N{DOTTED CIRCLE}"
"""Carries a combining mark that has no letter before it, as the Unicode standard shows such marks."""


def cells(text: str) -> int:
    """Return the display cells of one line of cleaned text."""
    return len(text) if text.isascii() else _measured(text)


def is_narrow(text: str) -> bool:
    """Tell whether every character of cleaned text takes one cell."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


@lru_cache(maxsize=1 << 14)
def _measured(text: str) -> int:
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    width = wcswidth(text)
    return width if width >= 0 else len(text)  # a control character that nobody cleaned away


def clusters(text: str) -> list[str]:
    """Split text into what stays together on the screen: a letter with its marks, a flag, an emoji with its tone."""
    if text.isascii():
        return list(text)
    starts: list[int] = []
    for i in range(len(text)):
        if not starts or not _sticks(text, starts[-1], i):
            starts.append(i)
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _sticks(text: str, start: int, i: int) -> bool:
    """Tell whether a character belongs to the cluster that begins at `start`."""
    if "\N{REGIONAL INDICATOR SYMBOL LETTER A}" <= text[i] <= "\N{EMOJI MODIFIER FITZPATRICK TYPE-6}":
        return cells(text[start : i + 1]) == cells(text[start:i])
    return cells(text[i]) == 0


def held(word: str) -> str:
    """Return the word with a holder if it begins with a combining mark, which else would join what stands before."""
    return HOLDER + word if not word[0].isascii() and cells(word[0]) == 0 else word


@lru_cache(maxsize=1 << 14)
def stretches(word: str) -> tuple[str, ...]:
    """Split a word where a line may end: beside wide characters, but not against their punctuation."""
    if word.isascii() or _NARROW.fullmatch(word):
        return (word,)
    return tuple(_split(word, parts))


def _split(word: str, may_part: Callable[[str, str], bool]) -> list[str]:
    groups: list[list[str]] = []
    for cluster in clusters(word):
        if groups and not may_part(groups[-1][-1], cluster):
            groups[-1].append(cluster)
        else:
            groups.append([cluster])
    return ["".join(group) for group in groups]


def parts(before: str, after: str) -> bool:
    """Tell whether a line may end between two neighbors of one word."""
    if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST:
        return False
    return _is_wide(before[0]) or _is_wide(after[0])


def _is_wide(char: str) -> bool:
    return not char.isascii() and unicodedata.east_asian_width(char) in "WF"


def breaks(word: str) -> list[int]:
    """Return where a line may end inside a word: in an address, in a path, else after each hyphen between letters.

    An address is parted behind its host, after a slash and before other signs, never at a hyphen, which would seem to
    be ours (see the Chicago Manual of Style, 18th edition, 7.46), and not before an end as short as `.html`.
    """
    if host := _HOST.match(word):
        return _in_address(word, host.end())
    if "/" in word and len(word) > _LONG_PATH:
        return [at for at in range(1, len(word)) if word[at - 1] == "/" != word[at]]
    if ("-" not in word and "–" not in word) or not {"/", "@", "_"}.isdisjoint(word):
        return []
    return [match.end() for match in _HYPHEN.finditer(word)]


def _in_address(word: str, start: int) -> list[int]:
    places = [start] if start < len(word) else []
    for at in range(start + 1, len(word)):
        before, after = word[at - 1], word[at]
        opens = after != "/" and after not in _CLOSING if before == "/" else after in _BEFORE and before not in _BEFORE
        if opens:
            places.append(at)
    while places and len(word) - places[-1] <= _SHORT_END:
        places.pop()
    return places


def cut(chunk: str, width: int) -> list[str]:
    """Part text wherever the line ends, but never inside a cluster."""
    if cells(chunk) <= width:
        return [chunk]
    found = [""]
    for cluster in clusters(chunk):
        if found[-1] and cells(found[-1] + cluster) > width:
            found.append(cluster)
        else:
            found[-1] += cluster
    return found


def shorten(text: str, width: int) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis."""
    if cells(text) <= width:
        return text
    kept = ""
    for cluster in clusters(text):
        if cells(kept + cluster) >= width:
            break
        kept += cluster
    return kept.rstrip() + "…"
