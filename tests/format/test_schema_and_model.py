"""The schema and the model say the same: each property of one lands in the other, each field comes from a property."""

import copy
import dataclasses
import inspect
import json
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from briefkit.checks.opened import Opened
from briefkit.format import figure, model
from briefkit.format.build import build_brief, build_volume
from briefkit.format.questions import QuestionSet
from briefkit.format.schema import FileKind, Form, Schema, schema, types
from briefkit.format.shipped import default, shipped
from briefkit.reading import read_bytes
from briefkit.source.draft import Draft, Json, Path
from briefkit.source.place import Place
from briefkit.text.dates import PartialDate

KINDS: tuple[FileKind, ...] = ("brief", "volume")
BUILD: dict[FileKind, Callable[[Draft], model.Brief | model.Volume]] = {
    "brief": lambda draft: build_brief(draft, default()),
    "volume": lambda draft: build_volume(draft, default()),
}
NOT_IN_THE_MODEL = {
    "parse-names": "a setting for other programs",
    "season": "no citation shows it yet",
}
"""Properties that the schema accepts for CSL-JSON from elsewhere, and why nothing becomes of them."""
MODULES = (model.__name__, figure.__name__)
CHOOSES_THE_SET = ("question_set", "name")
"""The library reads it before the model is built."""
FORMS = {
    "csl-date": "{year}-03-04",
    "partial-date": "{year}-03-04",
    "web-address": "https://{word}.org",
    "doi": "10.1000/{word}",
    "^#[0-9A-Fa-f]{6}$": "#00{year}",
    "orcid": "0000-0002-1825-0097",
    "language-tag": "en-{year}",
    r"^[^\s@]+@[^\s@]+$": "{word}@briefs.org",
    r"^figures/[^/\\:]+\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[sS][vV][gG])$": "figures/{word}.png",
    r"^[^\s:]+:[a-z][a-z0-9]*(-[a-z0-9]+)*$": "{word}:{word}",
}
"""Texts by format, or by pattern where there is no format. All other patterns take a word."""


class Filler:
    """Makes data in which every property of a schema has a value of its own."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.dates = count()

    def fill(self, node: Schema) -> Json:
        if node.get("format") == "csl-date":
            return self.date(node)
        if "enum" in node:
            return str(node["enum"][-1])
        kinds = types(node)
        if "number" in kinds:
            return next(self.numbers) + 0.5
        if "object" in kinds:
            return self.mapping(node)
        if "array" in kinds:
            return [self.fill(node["items"])]
        if "boolean" in kinds:
            return True
        return self.text(node) if "string" in kinds else next(self.numbers) % 100

    def mapping(self, node: Schema) -> dict[str, Json]:
        data = {name: self.fill(part) for name, part in node.get("properties", {}).items()}
        further = node.get("additionalProperties")
        return data | ({f"w{next(self.numbers)}": self.fill(further)} if isinstance(further, dict) else {})

    def text(self, node: Schema) -> str:
        number = next(self.numbers)
        form = FORMS.get(node.get("format") or node.get("pattern", ""), "{word}")
        return form.format(word=f"w{number}", year=1000 + number)

    def date(self, node: Schema) -> Json:
        """Take one form of a date after the other: as text, then by each property."""
        year = 1000 + next(self.numbers)
        forms: list[Json] = [f"{year}-03-04"]
        for name, part in node["properties"].items():
            if name == "date-parts":
                forms.append({name: [[year, 3], [year + 1]]})
            elif name == "circa":
                forms.append({name: True, "raw": f"{year}"})
            else:
                forms.append({name: self.fill(part)})
        return forms[next(self.dates) % len(forms)]


def filled(kind: FileKind, questions: QuestionSet | None = None) -> dict[str, Json]:
    """Return a file with everything in it that the schema has."""
    return Filler().mapping(schema(Form(kind, questions or default())))


def draft(data: Json, indent: int | None = None) -> Draft:
    reading = read_bytes(json.dumps(data, indent=indent).encode(), "a.yaml")
    assert reading.draft is not None, reading.findings
    return reading.draft


def properties(data: Json, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every key of the data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from properties(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from properties(value, (*path, i))


def without(data: Json, path: Path) -> Json:
    """Return the data less one key."""
    rest: Any = copy.deepcopy(data)
    around = rest
    for step in path[:-1]:
        around = around[step]
    del around[path[-1]]
    return rest  # type: ignore[no-any-return] # as deep as it came


def texts(data: Json) -> Iterator[str]:
    """Yield the texts of the data, less those that the model leaves out."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value) if key not in {*NOT_IN_THE_MODEL, CHOOSES_THE_SET[0]} else ()
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)
    elif isinstance(data, str):
        yield data


def parts(value: object) -> Iterator[object]:
    """Yield a part of the model and all that is in it."""
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from parts(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Place):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))


@pytest.mark.parametrize("kind", KINDS)
def test_the_filled_file_keeps_to_the_schema(kind: FileKind) -> None:
    reading = read_bytes(json.dumps(filled(kind)).encode(), "a.yaml")

    assert [finding.message for finding in Opened(reading, "a.yaml", Form(kind, default())).findings] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_a_file_is_in_the_model(kind: FileKind) -> None:
    data = filled(kind)
    built = list(parts(BUILD[kind](draft(data))))

    found = {part for part in built if isinstance(part, str)}
    found |= {str(part) for part in built if isinstance(part, PartialDate)}
    found |= {":".join(part) for part in built if isinstance(part, tuple) and all(isinstance(one, str) for one in part)}
    assert [text for text in texts(data) if text not in found] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_of_the_schema_makes_a_difference_to_the_model(kind: FileKind) -> None:
    data = filled(kind)
    whole = BUILD[kind](draft(data))

    paths = (path for path in properties(data) if path != CHOOSES_THE_SET)
    idle = {path[-1] for path in paths if BUILD[kind](draft(without(data, path))) == whole}

    assert idle == set(NOT_IN_THE_MODEL)


def test_every_field_of_the_model_can_be_filled() -> None:
    own = shipped("evidence-brief")
    instances = [part for kind in KINDS for part in parts(BUILD[kind](draft(filled(kind))))]
    instances += parts(build_brief(draft(filled("brief", own)), own))
    classes = [
        one
        for _, one in inspect.getmembers(model, inspect.isclass)
        if dataclasses.is_dataclass(one)
        and one.__module__ in (model.__name__, figure.__name__)
        and one is not model.Book
    ]

    empty = [
        f"{one.__name__}.{field.name}"
        for one in classes
        for field in dataclasses.fields(one)
        if not any(_is_filled(part, field) for part in instances if isinstance(part, one))
    ]

    assert len(classes) > 10
    assert empty == []


def _is_filled(part: object, field: "dataclasses.Field[object]") -> bool:
    value = getattr(part, field.name)
    return bool(value) and value != field.default


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_differ_in_line_numbers_alone_are_equal(kind: FileKind) -> None:
    data = filled(kind)
    one, other = BUILD[kind](draft(data)), BUILD[kind](draft(data, indent=2))

    assert one == other
    assert [str(part) for part in parts(one) if isinstance(part, Place)] != [
        str(part) for part in parts(other) if isinstance(part, Place)
    ]
