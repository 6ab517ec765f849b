"""The two schemas, the one source of the file format, from the package's data."""

import json
import pkgutil
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, TypedDict, cast

from briefkit.source.draft import Json

FileKind: TypeAlias = Literal["brief", "volume"]


class Schema(TypedDict, total=False):
    """The keywords that the two schemas use: those that check, then those that editors show."""

    type: str | list[str]
    properties: "dict[str, Schema]"
    required: list[str]
    additionalProperties: "bool | Schema"
    propertyNames: "Schema"
    minProperties: int
    items: "Schema"
    minItems: int
    maxItems: int
    uniqueItems: bool
    maxLength: int
    pattern: str
    format: str
    enum: list[str]
    minimum: int
    maximum: int
    title: str
    description: str
    markdownDescription: str
    patternErrorMessage: str
    enumDescriptions: list[str]
    examples: list[Json]


@cache
def schema_text(kind: FileKind) -> str:
    """Return the JSON Schema of briefs or of volumes, as it is published."""
    name = f"{kind}.schema.json"
    try:
        # importlib.resources would do the same and cost 8 ms at every start.
        data = pkgutil.get_data("briefkit", f"schema/{name}") or b""
    except OSError:
        # In a checkout the schemas stand beside `src`, where editors find them; a wheel carries them inside.
        data = (Path(__file__).parents[3] / "schema" / name).read_bytes()
    return data.decode("utf-8")


@cache
def schema(kind: FileKind) -> Schema:
    """Return the schema parsed, each `$ref` replaced by what it names. All callers share the object: do not change it.

    Keywords beside a `$ref` win over those of its target, as they do in editors.
    """
    whole = json.loads(schema_text(kind))
    return cast("Schema", _inline(whole, whole.pop("$defs")))


def at(node: Schema, path: tuple[str | int, ...]) -> Schema:
    """Return the schema of what stands at a path into the data; the empty schema where nothing is said of it."""
    for step in path:
        if isinstance(step, int):
            node = node.get("items", {})
        elif step in (properties := node.get("properties", {})):
            node = properties[step]
        else:
            others = node.get("additionalProperties")
            node = others if isinstance(others, dict) else {}
    return node


def types(node: Schema) -> tuple[str, ...]:
    """Return the JSON types that a schema allows."""
    named = node.get("type", ())
    return (named,) if isinstance(named, str) else tuple(named)


def _inline(node: Json, definitions: dict[str, Json]) -> Json:
    if isinstance(node, list):
        return [_inline(entry, definitions) for entry in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if isinstance(reference, str):
        target = definitions[reference.removeprefix("#/$defs/")]
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = cast("dict[str, Json]", target) | beside
    return {key: _inline(value, definitions) for key, value in node.items()}
