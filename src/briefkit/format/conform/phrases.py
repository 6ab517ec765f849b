"""Names for fields, values and kinds in messages."""

from collections.abc import Iterable

from briefkit.source.draft import Draft, Json, Path
from briefkit.text.english import listed
from briefkit.text.printable import LONGEST, quoted, shorten

_MOST_NAMES = 12
_ENTRIES = {"points": "point", "figures": "figure", "references": "reference"}
"""What an entry with an id is called, by the list it stands in."""

TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping of fields",
}


def either(words: Iterable[str]) -> str:
    """Return words as "`a`, `b` or `c`"; of a long list only the beginning."""
    shown = [quoted(word) for word in words]
    if len(shown) > _MOST_NAMES:
        return f"{', '.join(shown[:_MOST_NAMES])} and {len(shown) - _MOST_NAMES} more"
    return listed(shown, "or") if shown else ""


def kind_of(value: Json) -> str:
    """Return what a value is, for "but this is …"."""
    match value:
        case bool():
            return TYPES["boolean"]
        case str():
            return TYPES["string"]
        case list():
            return TYPES["array"]
        case dict():
            return TYPES["object"]
        case None:
            return "empty"
        case float():
            return "a decimal number"
        case _:
            return "a number"


def field(draft: Draft, path: Path) -> str:
    """Return what the author calls the place at a path: "`themes` of point `china-gap`", "`authors[1].name`"."""
    for i in range(len(path) - 1, 0, -1):
        rest = path[i + 1 :]
        noun = _ENTRIES.get(str(path[i - 1]))
        if noun and isinstance(path[i], int) and rest != ("id",) and (name := _id(draft.value(path[: i + 1]))):
            owner = f"{noun} {quoted(name)}"
            return f"{_dotted(rest)} of {owner}" if rest else owner
    return _dotted(path) if path else "the file"


def _id(entry: Json) -> str | None:
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and 0 < len(name) <= LONGEST and not any(map(str.isspace, name)) else None


def _dotted(path: Path) -> str:
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{shorten(step)}"
    return quoted(text.removeprefix("."), 3 * LONGEST)
