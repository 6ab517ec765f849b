"""The JSON that briefkit prints: an object with its version and kind, safe to show on a terminal."""

import json

from briefkit.source.draft import Json
from briefkit.text.printable import UNPRINTABLE, clean

VERSION = 1
"""Version of the JSON that briefkit prints; it changes when a field changes its meaning or goes away."""


def dump(value: Json) -> str:
    """Return a value as indented JSON text; what is unprintable is escaped, so that a terminal may show it."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def dump_kind(kind: str, parts: dict[str, Json]) -> str:
    """Return an object with `briefkit` (version), `kind` and the parts."""
    return dump({"briefkit": VERSION, "kind": kind, **parts})


def cleaned(parts: dict[str, Json]) -> dict[str, Json]:
    """Return parts with their texts cleaned for who prints them; the path of a `file` has to lead there, as it is."""
    return {clean(key): part if key == "file" else _cleaned(part) for key, part in parts.items()}


def _cleaned(value: Json) -> Json:
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return cleaned(value)
        case _:
            return value
