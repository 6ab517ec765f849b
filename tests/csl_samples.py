"""The references of `data/citations.json` as the model has them, and inlines as marked text."""

import json
from pathlib import Path
from typing import Any

from briefkit.document.blocks import Code, Emphasis, LineBreak, Link, NoteMark, SourceInlines, Strong, Styled, Text
from briefkit.format.model import CslDate, Name, Reference
from briefkit.source.place import Place
from briefkit.text.dates import UNDATED, parse_interval

DATA = Path(__file__).parent / "data"
PLACE = Place("brief.yaml", 1, 1)


def expected() -> dict[str, Any]:
    """Return what `oracle/make_expected.py` has written."""
    data: dict[str, Any] = json.loads((DATA / "citations.json").read_text(encoding="utf-8"))
    return data


def reference(item: dict[str, Any]) -> Reference:
    """Return a CSL item with text values as a reference."""
    fields: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, CslDate] = {}
    for key, value in item.items():
        if key in ("issued", "accessed", "original-date", "event-date"):
            dates[key] = _date(value)
        elif isinstance(value, list):
            names[key] = tuple(_name(person) for person in value)
        elif key not in ("id", "type"):
            fields[key] = value
    return Reference(item["id"], item["type"], PLACE, fields, names, dates)


def _date(value: Any) -> CslDate:
    if isinstance(value, dict):
        return CslDate(parse_interval("-".join(value["date-parts"][0])), circa=bool(value["circa"]))
    return CslDate(literal=UNDATED) if value == UNDATED else CslDate(parse_interval(value))


def _name(person: dict[str, str]) -> Name:
    return Name(
        family=person.get("family", ""),
        given=person.get("given", ""),
        literal=person.get("literal", ""),
        suffix=person.get("suffix", ""),
        dropping_particle=person.get("dropping-particle", ""),
        non_dropping_particle=person.get("non-dropping-particle", ""),
        comma_suffix="comma-suffix" in person,
        static_ordering="static-ordering" in person,
    )


def marked(inlines: SourceInlines) -> str:
    """Return inlines as text: *emphasis*, **strong**, a mark as [1], what is styled with its role in braces."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text):
                parts.append(text)
            case Emphasis(children):
                parts.append(f"*{marked(children)}*")
            case Strong(children):
                parts.append(f"**{marked(children)}**")
            case Link(children):
                parts.append(marked(children))
            case NoteMark(number):
                parts.append(f"[{number}]")
            case Styled(children, role):
                parts.append(f"{{{role}: {marked(children)}}}")
            case LineBreak():
                parts.append("\n")
            case _:
                raise TypeError(inline)
    return "".join(parts)
