"""Words and sentences of plain text."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]++(?:[-'’./&][^\W_]++)*")
_BREAK = re.compile(r"[.!?\n]")
_AFTER_STOP = re.compile(r"([”\"’)\]]*+)\s++(?=[“\"‘(\[]*+[^\W_a-z])")
# The end of a paragraph, and of an entry of a list, whose mark is blanked.
_AFTER_LINE = re.compile(r"[ \t]*+\n\s*+| {2,3}(?=[^\W_a-z])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|no|nos|vol|ed|eds|e\.g|i\.e|cf|ca|p|pp|chap|[A-Z])\.$")
_LONGEST_ABBREVIATION = 5


def words(text: str) -> list[str]:
    """Return the words of a text; `US-led`, `Japan’s`, `2.4` and `HA/DR` are one word each."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    pieces = text.split()
    # Most pieces are one word, and only the others cost a look at each letter.
    others = [piece for piece in pieces if not piece.isalnum()]
    return len(pieces) - len(others) + len(words(" ".join(others)))


def sentences(text: str) -> list[tuple[int, str]]:
    """Split a text into sentences, each with its offset; a full stop after an abbreviation ends none."""
    found: list[tuple[int, str]] = []
    start = after = 0
    for sign in _BREAK.finditer(text):
        at = sign.end()
        if at <= after:
            continue
        is_stop = sign[0] != "\n"
        match = (_AFTER_STOP if is_stop else _AFTER_LINE).match(text, at)
        if not match:
            continue
        after = match.end()
        if is_stop and _ABBREVIATION.search(text, max(start, at - _LONGEST_ABBREVIATION), at):
            continue
        sentence = text[start : match.end(1)] if is_stop else text[start : at - 1].rstrip(" \t")
        if sentence.strip():
            found.append((start, sentence))
        start = after
    if text[start:].strip():
        found.append((start, text[start:]))
    return found


_UNFINISHED = re.compile(r"\b(?:TODO|TBC|TBD|XXX|FIXME)\b|\b(?i:lorem ipsum)\b")
_UNFINISHED_PARTS = (b"TODO", b"TBC", b"TBD", b"XXX", b"FIXME")


def unfinished(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks of unfinished work in a text: TODO, TBC, TBD, XXX, FIXME and lorem ipsum."""
    if may_be_unfinished(text):
        yield from _UNFINISHED.finditer(text)


def may_be_unfinished(text: str) -> bool:
    """Tell quickly whether a text may have a mark of unfinished work; False is certain."""
    data = text.encode("utf-8", "surrogatepass")  # bytes are made lower case ten times as fast
    return any(part in data for part in _UNFINISHED_PARTS) or b"lorem" in data.lower()


def occurs(word: str, text: str) -> bool:
    """Tell whether a word or abbreviation occurs in a text as such, or with a plural s."""
    return find_word(word, text) >= 0


def find_word(word: str, text: str) -> int:
    """Return where a word or abbreviation first occurs in a text as such, or with a plural s; -1 where it does not."""
    at = text.find(word)
    while at >= 0:
        if not (at and _is_letter(text[at - 1])) and not _goes_on(text, at + len(word)):
            return at
        at = text.find(word, at + 1)
    return -1


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a word goes on behind its end, other than by a plural s."""
    if not _is_letter(text[end : end + 1]):
        return False
    return text[end] != "s" or _is_letter(text[end + 1 : end + 2])


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"
