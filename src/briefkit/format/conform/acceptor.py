"""A quick yes: the schema compiled to functions that accept what conforms.

Nearly all files of a library conform. These functions find that out many times faster than jsonschema, and without
importing it. They give no reasons: what they refuse goes to jsonschema, whose word counts.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from briefkit.format.conform.forms import FORMATS, advice, regex, repeats
from briefkit.format.schema import Form, Schema, schema, types
from briefkit.source.draft import Json

Accepts: TypeAlias = Callable[[Json], bool]

_ENDLESS = 1 << 62


@cache
def acceptor(form: Form) -> Accepts:
    """Return the function that accepts the data of conforming briefs, or volumes, and nothing else."""
    return _value(schema(form))


def _value(node: Schema) -> Accepts:
    by_type = [_BY_TYPE[name](node) for name in types(node)]
    form = node.get("format", "")
    if form in FORMATS:
        return lambda value: any(accepts(value) for accepts in by_type) and advice(form, value) is None
    if len(by_type) == 1:
        return by_type[0]
    return lambda value: any(accepts(value) for accepts in by_type)


def _text(node: Schema) -> Accepts:
    high = node.get("maxLength", _ENDLESS)
    allowed = frozenset(node["enum"]) if "enum" in node else None
    search = regex(node["pattern"]).search if "pattern" in node else None

    def accepts(value: Json) -> bool:
        return (
            isinstance(value, str)
            and len(value) <= high
            and (allowed is None or value in allowed)
            and (search is None or search(value) is not None)
        )

    return accepts


def _integer(node: Schema) -> Accepts:
    low, high = node.get("minimum", -_ENDLESS), node.get("maximum", _ENDLESS)
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _number(_: Schema) -> Accepts:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool)


def _boolean(_: Schema) -> Accepts:
    return lambda value: isinstance(value, bool)


def _list(node: Schema) -> Accepts:
    low, high = node.get("minItems", 0), node.get("maxItems", _ENDLESS)
    unique = node.get("uniqueItems", False)
    accepts_entry = _value(node["items"])

    def accepts(value: Json) -> bool:
        return (
            isinstance(value, list)
            and low <= len(value) <= high
            and all(map(accepts_entry, value))
            and not (unique and repeats(value))
        )

    return accepts


def _mapping(node: Schema) -> Accepts:
    fields = {name: _value(field) for name, field in node.get("properties", {}).items()}
    others = node.get("additionalProperties")
    accepts_other = _value(others) if isinstance(others, dict) else None
    accepts_name = _text(node["propertyNames"]) if "propertyNames" in node else None
    required = frozenset(node.get("required", ()))
    low = node.get("minProperties", 0)

    def accepts(value: Json) -> bool:
        if not isinstance(value, dict) or len(value) < low or not required <= value.keys():
            return False
        for name, field in value.items():
            accepts_field = fields.get(name, accepts_other)
            if accepts_field is None or not accepts_field(field):
                return False
        return accepts_name is None or all(map(accepts_name, value))

    return accepts


_BY_TYPE: dict[str, Callable[[Schema], Accepts]] = {
    "string": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "array": _list,
    "object": _mapping,
}
