"""Fields of a Word file: what their codes say, and what becomes of the text that they show."""

import json
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from briefkit.importing.content import CitedItem, LeftKind

Fate: TypeAlias = Literal["text", "citation"] | LeftKind
"""What becomes of what a field shows: it is text, a citation, or left out as something."""

_LEFT: Mapping[str, LeftKind] = {
    "TOC": "contents",
    "INDEX": "contents",
    "TOA": "contents",
    "RD": "contents",
    "PAGE": "field",
    "NUMPAGES": "field",
    "SECTIONPAGES": "field",
    "BIBLIOGRAPHY": "bibliography",
    "FORMTEXT": "field",
    "FORMCHECKBOX": "field",
    "TC": "field",
    "XE": "field",
}
_BIBLIOGRAPHIES = ("ZOTERO_BIBL", "Mendeley Bibliography", "EN.REFLIST", "CSL_BIBLIOGRAPHY")
_LINK = re.compile(r'^\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_CITATION = re.compile(r"^\s*CITATION\s+(\S+)(.*)$", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r'\\([a-z])(?:\s+("[^"]*"|[^\\\s]+))?', re.IGNORECASE)
_MOST_JSON = 2_000_000

_LOCATORS = {
    "book": "bk.",
    "chapter": "chap.",
    "column": "col.",
    "figure": "fig.",
    "folio": "fol.",
    "issue": "no.",
    "line": "l.",
    "note": "n.",
    "opus": "op.",
    "page": "p.",
    "paragraph": "para.",
    "part": "pt.",
    "section": "sec.",
    "sub verbo": "s.v.",
    "verse": "v.",
    "volume": "vol.",
}


class Field(NamedTuple):
    """What a field is: the fate of what it shows, the address of a link, the sources of a citation with their data."""

    fate: Fate = "text"
    link: str = ""
    items: tuple[CitedItem, ...] = ()
    sources: Mapping[str, Mapping[str, object]] = {}


def understand(code: str) -> Field:
    """Return what a field is by its code; what nobody knows shows text."""
    words = code.split(maxsplit=1)
    name = words[0].upper() if words else ""
    if name == "HYPERLINK":
        match = _LINK.match(code)
        return Field(link=match[1] if match else "")
    if name == "CITATION":
        return _own_citation(code)
    if name == "ADDIN":
        if any(sign in code[:200] for sign in _BIBLIOGRAPHIES):
            return Field("bibliography")
        if "CSL_CITATION" in code[:200]:
            return csl(code[code.find("{") :])
        return Field()
    return Field(_LEFT.get(name, "text"))


def csl(text: str) -> Field:
    """Return the citation that Zotero or Mendeley keeps as JSON; text where that cannot be read."""
    try:
        data = json.loads(text.strip()) if len(text) < _MOST_JSON else None
    except (ValueError, RecursionError):
        return Field()
    listed = data.get("citationItems") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        return Field()
    items: list[CitedItem] = []
    sources: dict[str, Mapping[str, object]] = {}
    for entry in listed:
        if not isinstance(entry, dict) or not isinstance(entry.get("itemData"), dict):
            continue
        source = entry["itemData"]
        uris = entry.get("uris") or entry.get("uri") or ()
        key = str(next(iter(uris), "") if isinstance(uris, list) else "") or str(source.get("id", ""))
        key = key or json.dumps(source, sort_keys=True)[:200]
        sources[key] = source
        items.append(_csl_item(key, entry))
    return Field("citation", items=tuple(items), sources=sources) if items else Field()


def _csl_item(key: str, entry: Mapping[str, object]) -> CitedItem:
    locator, label = str(entry.get("locator") or ""), str(entry.get("label") or "page")
    if locator:
        name = _LOCATORS.get(label, label)
        several = name == "p." and re.search(r"[-–,]", locator)
        locator = f"{'pp.' if several else name} {locator}"
    suffix = " ".join(f"{locator} {entry.get('suffix') or ''}".split())
    return CitedItem(key, str(entry.get("prefix") or "").strip(), suffix, bool(entry.get("suppress-author")))


def _own_citation(code: str) -> Field:
    """Return a citation of Word's own, by the tags of its sources: `CITATION Abe12 \\p 3 \\m Rix92`."""
    match = _CITATION.match(code)
    if not match:
        return Field()
    items = [CitedItem(f"word:{match[1]}")]
    for switch, argument in _SWITCH.findall(match[2]):
        said = argument.strip('"')
        match switch.lower():
            case "m":
                items.append(CitedItem(f"word:{said}"))
            case "p":
                pages = "pp." if re.search(r"[-–,]", said) else "p."
                items[-1] = items[-1]._replace(suffix=f"{pages} {said}")
            case "v":
                items[-1] = items[-1]._replace(suffix=f"vol. {said}, {items[-1].suffix}".rstrip(", "))
            case "f":
                items[-1] = items[-1]._replace(prefix=said)
            case "s":
                items[-1] = items[-1]._replace(suffix=f"{items[-1].suffix} {said}".strip())
            case "n":
                items[-1] = items[-1]._replace(suppress_author=True)
    return Field("citation", items=tuple(items))
