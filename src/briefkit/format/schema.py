"""The schemas of files, the one source of the file format: of a question set as it is, of the others generated."""

import json
import pkgutil
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, TypedDict, cast

from briefkit.format.generate import brief_schema, volume_schema
from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Json

FileKind: TypeAlias = Literal["brief", "volume", "questions"]


class Form(NamedTuple):
    """What a file must be: its kind, and the questions that the briefs of its library answer."""

    kind: FileKind
    questions: QuestionSet


class Schema(TypedDict, total=False):
    """The keywords that the schemas use: those that check, then those that editors show."""

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


def schema_text(form: Form) -> str:
    """Return a JSON Schema as it is published."""
    return json.dumps(_whole(form), indent=2, ensure_ascii=False) + "\n"


@cache
def schema(form: Form) -> Schema:
    """Return the schema parsed, each `$ref` replaced by what it names. All callers share the object: do not change it.

    Keywords beside a `$ref` win over those of its target, as they do in editors.
    """
    whole = _whole(form)
    return cast("Schema", _inline(whole, cast("dict[str, Json]", whole.pop("$defs", {})), {}))


def _whole(form: Form) -> dict[str, Json]:
    if form.kind == "brief":
        return brief_schema(form.questions)
    return volume_schema(form.questions) if form.kind == "volume" else _of_questions()


def _of_questions() -> dict[str, Json]:
    name = "questions.schema.json"
    try:
        # importlib.resources would do the same and cost 8 ms at every start.
        data = pkgutil.get_data("briefkit", f"schema/{name}") or b""
    except OSError:
        # In a checkout the schemas stand beside `src`, where editors find them; a wheel carries them inside.
        data = (Path(__file__).parents[3] / "schema" / name).read_bytes()
    return cast("dict[str, Json]", json.loads(data))


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


def _inline(node: Json, definitions: dict[str, Json], done: dict[str, Json]) -> Json:
    """Return a node with what its `$ref`s name in their place; `done` are the definitions that are inlined already."""
    if isinstance(node, list):
        return [_inline(entry, definitions, done) for entry in node]
    if not isinstance(node, dict):
        return node
    inlined = {key: _inline(value, definitions, done) for key, value in node.items() if key != "$ref"}
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return inlined
    name = reference.removeprefix("#/$defs/")
    if name not in done:
        done[name] = _inline(definitions[name], definitions, done)
    return {**cast("dict[str, Json]", done[name]), **inlined}
