"""Automatic numbers and bullets of a Word file: the label that each paragraph prints."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from briefkit.importing.content import Item
from briefkit.importing.word.styles import int_of
from briefkit.importing.word.tree import at, each, value
from briefkit.text.roman import roman

_PLACE = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    kind: str
    text: str
    start: int


class Numbering:
    """The lists of a file. Ask for the labels of paragraphs in reading order: each counts on."""

    def __init__(self, root: Element | None) -> None:
        """Read the part `numbering`, which may be missing."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, list[int]] = {}
        for element in root if root is not None else ():
            if element.tag == "w:abstractNum":
                name = value(element, "w:abstractNumId")
                self._abstract[name] = dict(map(_level, each(element, "w:lvl")))
            elif element.tag == "w:num":
                base = value(at(element, "w:abstractNumId"))
                own = {}
                for override in each(element, "w:lvlOverride"):
                    number = int_of(value(override, "w:ilvl"), 0)
                    if (whole := at(override, "w:lvl")) is not None:
                        own[number] = _level(whole)[1]
                    elif (start := at(override, "w:startOverride")) is not None:
                        before = self._abstract.get(base, {}).get(number, _Level("decimal", f"%{number + 1}.", 1))
                        own[number] = before._replace(start=int_of(value(start), 1))
                self._lists[value(element, "w:numId")] = (base, own)

    def item(self, number: str, depth: int) -> Item | None:
        """Return the place of the next paragraph of a list, None where it has no label."""
        if number not in self._lists:
            return None
        base, own = self._lists[number]
        levels = {**self._abstract.get(base, {}), **own}
        level = levels.get(depth)
        if level is None or level.kind == "none":
            return None
        if level.kind == "bullet":
            return Item("bullet", depth, level.text)
        # lists that restart count for themselves, all others of one form together
        counts = self._counts.setdefault(f"{base}/{number}" if own else base, [0] * 9)
        depth = min(depth, 8)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (8 - depth)
        label = _PLACE.sub(lambda place: self._number(levels, counts, int(place[1]) - 1), level.text)
        return Item("number", depth, label.strip())

    @staticmethod
    def _number(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
        level = levels.get(depth, _Level("decimal", "", 1))
        return printed(level.kind, counts[depth] or level.start)


def _level(element: Element) -> tuple[int, _Level]:
    kind = value(at(element, "w:numFmt")) or "decimal"
    start = int_of(value(at(element, "w:start")), 1)
    return int_of(value(element, "w:ilvl"), 0), _Level(kind, value(at(element, "w:lvlText")), start)


def printed(kind: str, number: int) -> str:
    """Return a number as a list of a kind prints it; kinds that are rare print digits."""
    if kind in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return roman(number).upper() if kind == "upperRoman" else roman(number).lower()
    if kind in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter[:20]
    return str(number)
