"""The two schemas: complete for editors, strict for checks, and found wherever the package is installed."""

import json
import pkgutil
from collections.abc import Iterator
from typing import get_args

import jsonschema
import pytest

from briefkit.format.conform.forms import FORMATS, advice, regex
from briefkit.format.schema import FileKind, Form, Schema, at, schema, schema_text, types
from briefkit.format.shipped import default
from briefkit.source.draft import Json

QUESTIONS = default().questions

KINDS: tuple[FileKind, ...] = get_args(FileKind)
CHECKED = {"number", "string", "integer", "boolean", "array", "object"}


def nodes(node: Schema, name: str = "") -> Iterator[tuple[str, Schema]]:
    """Yield every schema inside a schema, with its path in words."""
    yield name, node
    for field, inner in node.get("properties", {}).items():
        yield from nodes(inner, f"{name}.{field}")
    if "items" in node:
        yield from nodes(node["items"], f"{name}[]")
    others = node.get("additionalProperties")
    if isinstance(others, dict):
        yield from nodes(others, f"{name}.*")
    if "propertyNames" in node:
        yield from nodes(node["propertyNames"], f"{name}.*name")


def properties(kind: FileKind) -> Iterator[tuple[str, Schema]]:
    for name, node in nodes(schema(Form(kind, default()))):
        yield from ((f"{name}.{field}", inner) for field, inner in node.get("properties", {}).items())


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_is_a_valid_schema(kind: FileKind) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text(Form(kind, default()))))


@pytest.mark.parametrize("kind", KINDS)
def test_no_reference_is_left_after_loading(kind: FileKind) -> None:
    assert "$ref" not in json.dumps(schema(Form(kind, default())))
    assert "$defs" not in schema(Form(kind, default()))


@pytest.mark.parametrize("kind", ["brief", "volume"])
def test_words_beside_a_reference_win(kind: FileKind) -> None:
    accessed = at(schema(Form(kind, default())), ("references", 0, "accessed"))

    assert accessed["description"].startswith("Date on which the address was read;")
    assert accessed["format"] == "csl-date"


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_helps_in_editors(kind: FileKind) -> None:
    silent = [
        f"{name}: {keyword}"
        for name, node in properties(kind)
        for keyword in ("description", "markdownDescription", "examples")
        if not node.get(keyword)
    ]

    assert silent == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_keeps_to_its_own_schema(kind: FileKind) -> None:
    wrong = [
        f"{name}: {example}"
        for name, node in properties(kind)
        for example in node["examples"]
        if not jsonschema.Draft202012Validator(dict(node)).is_valid(example)
        or (node.get("format") in FORMATS and advice(node["format"], example))
    ]

    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_quick_yes_knows_every_keyword(kind: FileKind) -> None:
    """A keyword that is not in `Schema` would be checked by jsonschema alone."""
    unknown = {keyword for _, node in nodes(schema(Form(kind, default()))) for keyword in node} - set(
        Schema.__annotations__
    )

    assert unknown <= {"$schema", "$id"}


@pytest.mark.parametrize("kind", KINDS)
def test_types_and_formats_are_those_that_the_checks_know(kind: FileKind) -> None:
    for name, node in nodes(schema(Form(kind, default()))):
        assert set(types(node)) <= CHECKED, name
        assert types(node) or name.endswith("*name"), name
        assert node.get("format") in {None, *FORMATS}, name


@pytest.mark.parametrize("kind", KINDS)
def test_mappings_take_no_other_fields(kind: FileKind) -> None:
    for name, node in nodes(schema(Form(kind, default()))):
        if "object" in types(node):
            others = node.get("additionalProperties", True)
            assert others is False if "properties" in node else isinstance(others, dict), name


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_mean_the_same_in_python_and_in_editors(kind: FileKind) -> None:
    """`\\d`, `\\w` and `\\b` know more letters in Python; every pattern says in words what it wants."""
    for name, node in nodes(schema(Form(kind, default()))):
        if "pattern" in node:
            assert not {r"\d", r"\w", r"\b"} & {node["pattern"][i : i + 2] for i in range(len(node["pattern"]))}, name
            assert node["patternErrorMessage"], name


@pytest.mark.parametrize("kind", KINDS)
def test_lists_without_repetition_hold_text(kind: FileKind) -> None:
    """On mappings the check would be quadratic, and ids are the matter of a rule."""
    for name, node in nodes(schema(Form(kind, default()))):
        if node.get("uniqueItems"):
            assert types(node["items"]) == ("string",), name


@pytest.mark.parametrize("kind", KINDS)
def test_fixed_lists_explain_their_values(kind: FileKind) -> None:
    for name, node in nodes(schema(Form(kind, default()))):
        if "enumDescriptions" in node:
            assert len(node["enumDescriptions"]) == len(node["enum"]), name


def test_the_five_questions_have_their_wording() -> None:
    fields = schema(Form("brief", default()))["properties"]

    assert [name for name in fields if name in {question.key for question in QUESTIONS}] == [q.key for q in QUESTIONS]
    for question in QUESTIONS:
        assert fields[question.key]["description"].startswith(question.wording)
        assert question.key in schema(Form("brief", default()))["required"]
        assert schema(Form("volume", default()))["properties"]["questions"]["properties"][question.key]["examples"] == [
            question.wording
        ]


def test_both_schemas_share_their_definitions() -> None:
    brief, volume = (json.loads(schema_text(Form(kind, default())))["$defs"] for kind in ("brief", "volume"))

    assert brief == volume


def test_the_copy_in_the_package_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def get_data(package: str, resource: str) -> bytes:
        asked.append((package, resource))
        return b"{}"

    form = Form("questions", default())
    monkeypatch.setattr(pkgutil, "get_data", get_data)

    assert schema_text(form) == "{}\n"
    assert asked == [("briefkit", "schema/questions.schema.json")]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ((), ("object",)),
        (("goals", "points", 0, "id"), ("string",)),
        (("references", 3, "issued", "date-parts", 0, 0), ("string", "integer")),
        (("abbreviations", "ACSA"), ("string",)),
        (("zebra", "stripes"), ()),
    ],
)
def test_a_path_into_the_data_leads_to_its_schema(path: tuple[str | int, ...], allowed: tuple[str, ...]) -> None:
    assert types(at(schema(Form("brief", default())), path)) == allowed


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("^[A-Z]{3}$", "VNM", True),
        ("^[A-Z]{3}$", "VNM\n", False),
        (r"^a\$$", "a$", True),
        (r"^[$]$", "$", True),
        (r"^[\]$]$", "$", True),
        (r"^[^\s]$", "\u3000", False),
    ],
)
def test_a_dollar_ends_the_text_as_it_does_in_editors(pattern: str, text: str, matches: bool) -> None:
    assert bool(regex(pattern).search(text)) == matches


@pytest.mark.parametrize("value", [None, True, 2.5, [], {}, {"date-parts": None}, {"date-parts": [None, [], [True]]}])
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_passes_over_values_of_other_types(name: str, value: Json) -> None:
    """Those break the type, which is one fault and enough."""
    if value is not True:
        assert advice(name, value) is None
