"""Styles of a Word file: what paragraphs and runs inherit, through all styles that they are based on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from briefkit.importing.content import PLAIN, Look
from briefkit.importing.word.tree import at, is_on, value

_LONGEST_CHAIN = 30
"""Styles based on each other; a circle ends here."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it inherits; `level` from 1 on is its outline level."""

    name: str = ""
    level: int = 0
    look: Look = PLAIN
    number: tuple[str, int] = ("", 0)
    """The numbering that its paragraphs have, and how deep."""
    centered: bool = False


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Read the part `styles`, which may be missing."""
        self._elements: dict[str, Element] = {}
        self._found: dict[str, Style] = {}
        self._looks: dict[tuple[str, Look], Look] = {}
        self._default = ""
        self._base = Look()
        for element in root if root is not None else ():
            if element.tag == "w:style":
                self._elements[value(element, "w:styleId")] = element
                if value(element, "w:type") == "paragraph" and value(element, "w:default") in ("1", "true"):
                    self._default = value(element, "w:styleId")
            elif element.tag == "w:docDefaults":
                self._base = look(at(element, "w:rPrDefault", "w:rPr"), Look())

    def paragraph(self, name: str) -> Style:
        """Return the style of a paragraph by its id; without one the default."""
        return self._style(name or self._default)

    def run_look(self, name: str, inherited: Look) -> Look:
        """Return the look that a style of characters, by its id, makes of an inherited one."""
        key = (name, inherited)
        if key not in self._looks:
            found = inherited
            chain = list(self._chain(name))
            for element in reversed(chain):
                found = look(at(element, "w:rPr"), found)
            self._looks[key] = found._replace(style=value(chain[0].find("w:name")).lower()) if chain else found
        return self._looks[key]

    @cached_property
    def body(self) -> Look:
        """The look of text that says nothing of itself."""
        return self.paragraph("").look

    def _style(self, name: str) -> Style:
        if name not in self._found:
            self._found[name] = self._resolve(name)
        return self._found[name]

    def _resolve(self, name: str) -> Style:
        chain = list(self._chain(name))
        if not chain:
            return Style(name.lower(), look=self._base)
        found, level, number, centered = self._base, 0, ("", 0), False
        for element in reversed(chain):
            found = look(at(element, "w:rPr"), found)
            properties = at(element, "w:pPr")
            level = _level(element, properties, level)
            if properties is not None:
                if (own := at(properties, "w:numPr")) is not None:
                    number = (value(at(own, "w:numId")) or number[0], int_of(value(at(own, "w:ilvl")), number[1]))
                if (jc := at(properties, "w:jc")) is not None:
                    centered = value(jc) == "center"
        return Style(value(chain[0].find("w:name")).lower(), level, found, number, centered)

    def _chain(self, name: str) -> Iterator[Element]:
        """Yield a style, then each that the one before is based on."""
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(name)
            if element is None:
                return
            yield element
            name = value(at(element, "w:basedOn"))


def _level(style: Element, properties: Element | None, inherited: int) -> int:
    """Return the outline level: the style's own, else that of a built-in heading, else the inherited one."""
    if properties is not None and (own := at(properties, "w:outlineLvl")) is not None:
        return outline(value(own))
    first, _, digit = value(at(style, "w:name")).lower().partition(" ")
    if first == "heading" and digit in set("123456789"):
        return int(digit)
    return inherited


def outline(said: str) -> int:
    """Return an outline level from 1 to 9 as Word writes it, from 0 on; 9 there is text."""
    level = int_of(said, 9) + 1
    return level if 1 <= level <= 9 else 0


def look(properties: Element | None, inherited: Look) -> Look:
    """Return the look that properties of a run, or of a style, make of an inherited one."""
    if properties is None:
        return inherited
    changed: dict[str, bool | int | str] = {}
    for element in properties:
        tag = element.tag
        if tag == "w:b":
            changed["bold"] = is_on(element)
        elif tag == "w:i":
            changed["italic"] = is_on(element)
        elif tag == "w:u":
            changed["underline"] = is_on(element)
        elif tag in ("w:caps", "w:smallCaps"):
            changed["caps"] = is_on(element)
        elif tag == "w:sz":
            changed["size"] = int_of(value(element), inherited.size)
        elif tag == "w:vertAlign":
            changed["raised"] = value(element) == "superscript"
            changed["lowered"] = value(element) == "subscript"
        elif tag == "w:position":
            changed["raised"] = int_of(value(element), 0) > 2
    return inherited._replace(**changed) if changed else inherited  # type: ignore[arg-type]


def int_of(text: str, otherwise: int) -> int:
    """Return a whole number as files write it, or another where it is none."""
    try:
        return int(text)
    except ValueError:
        try:
            return int(float(text))
        except (ValueError, OverflowError):
            return otherwise
