"""Cross-references in text: which anchors the document has, and on which pages they come to stand.

The page of an anchor is known when all lines are laid out. Until then a mark stands for its number: signs that no
text has, as many as the number has digits. They are noncharacters of Unicode, which cleaning takes out.
"""

import re
from collections.abc import Iterable, Mapping

_FIRST = 0xFDD0
_BASE = 32
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]+")
_GAP = re.compile("  +")


class Anchors:
    """The anchors of a document; with `digits` there are pages, with numbers of so many digits."""

    def __init__(self, names: Iterable[str] = (), digits: int = 0) -> None:
        """Number the anchors."""
        self._numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
        self._length = digits
        while digits and _BASE**self._length < len(self._numbers):
            self._length += 1

    def __contains__(self, name: str) -> bool:
        """Tell whether the document has an anchor."""
        return name in self._numbers

    def page(self, name: str) -> str:
        """Return the mark for the page of an anchor; nothing where there are no pages."""
        number = self._numbers[name]
        signs = ""
        for _ in range(self._length):
            number, rest = divmod(number, _BASE)
            signs = chr(_FIRST + rest) + signs
        return signs

    def numbered(self, line: str, pages: Mapping[str, int]) -> str:
        """Return a line with the numbers of pages in the place of their marks, columns where they were.

        An anchor that came to stand on no page has a question mark.
        """
        if not _MARK.search(line):
            return line
        names = list(self._numbers)
        found, owed, at = "", 0, 0
        for match in _MARK.finditer(line):
            between, owed = _paid(line[at : match.start()], owed)
            number = 0
            for sign in match[0]:
                number = number * _BASE + ord(sign) - _FIRST
            page = str(pages.get(names[number], "?")) if number < len(names) else "?"
            found += between + page
            owed += len(match[0]) - len(page)
            at = match.end()
        return found + _paid(line[at:], owed)[0]


def _paid(text: str, owed: int) -> tuple[str, int]:
    """Return text with the first gap between columns wider by what numbers were shorter, and what is still owed."""
    gap = _GAP.search(text) if owed else None
    if not gap:
        return text, owed
    return text[: gap.start()] + " " * max(2, len(gap[0]) + owed) + text[gap.end() :], 0


NO_ANCHORS = Anchors()
