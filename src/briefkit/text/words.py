"""Words and sentences of plain text."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[-'’./&][^\W_]+)*")
_END = re.compile(
    # One class first: the search passes over all other characters quickly.
    r"[.!?\n](?:(?<!\n)(?P<closing>[”\"’)\]]*)\s+(?=[“\"‘(\[]*[^\W_a-z])"
    # The end of a paragraph, and of an entry of a list, whose mark is blanked.
    r"|(?<=\n)(?:[ \t]*\n\s*| {2,3}(?=[^\W_a-z])))"
)
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|no|nos|vol|ed|eds|e\.g|i\.e|cf|ca|p|pp|chap|[A-Z])\.)$")
_LONGEST_ABBREVIATION = len("chap.")


def words(text: str) -> list[str]:
    """Return the words of a text; `US-led`, `Japan’s`, `2.4` and `HA/DR` are one word each."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return len(words(text))


def sentences(text: str) -> list[tuple[int, str]]:
    """Split a text into sentences, each with its offset; a full stop after an abbreviation ends none."""
    found: list[tuple[int, str]] = []
    start = 0
    for match in _END.finditer(text):
        has_stop, stop = match["closing"] is not None, match.start() + 1
        if has_stop and _ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop):
            continue
        sentence = text[start : match.end("closing")] if has_stop else text[start : match.start()].rstrip(" \t")
        if sentence.strip():
            found.append((start, sentence))
        start = match.end()
    if text[start:].strip():
        found.append((start, text[start:]))
    return found


_UNFINISHED = re.compile(
    # One class first: the search passes over all other characters quickly.
    r"[TXFLl](?<!\w.)(?:(?<=T)(?:ODO|BC|BD)|(?<=X)XX|(?<=F)IXME|(?<=[Ll])(?i:orem ipsum))\b"
)


def unfinished(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks of unfinished work in a text: TODO, TBC, TBD, XXX, FIXME and lorem ipsum."""
    return _UNFINISHED.finditer(text)


def occurs(word: str, text: str) -> bool:
    """Tell whether a word or abbreviation occurs in a text as such, or with a plural s."""
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?=s?(?!\w))", text) is not None
