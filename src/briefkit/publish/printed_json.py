"""The JSON that briefkit prints: an object with its version and kind, safe to show on a terminal."""

import json

from briefkit.source.draft import Json
from briefkit.text.printable import clean

VERSION = 1
"""Version of the JSON that briefkit prints; it changes when a field changes its meaning or goes away."""


def dump(kind: str, parts: dict[str, Json]) -> str:
    """Return an object with `briefkit` (version), `kind` and the parts, their texts cleaned."""
    whole: Json = {"briefkit": VERSION, "kind": kind, **{name: _cleaned(part) for name, part in parts.items()}}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _cleaned(value: Json) -> Json:
    """Return a value with its texts cleaned, so that JSON on a terminal cannot steer it."""
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {clean(key): _cleaned(item) for key, item in value.items()}
        case _:
            return value
