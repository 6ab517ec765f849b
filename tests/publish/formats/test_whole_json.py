"""A brief or a volume as JSON: nothing that the files say is missing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefkit import api
from briefkit.publish.formats.briefs.json import to_json
from briefkit.source.draft import Json
from briefkit.text.printable import clean

FOUNDING = Path(__file__).parents[3] / "briefs"
NAMES = [brief.name for brief in api.open_library(FOUNDING).briefs()]


def leaves(value: Json) -> Iterator[str]:
    """Yield every value of a tree as text, and every key of a mapping; dates of CSL as they are written in YAML."""
    match value:
        case {"date-parts": list(ends)}:
            yield "/".join(_written(end) for end in ends if isinstance(end, list))
        case dict():
            for key, part in value.items():
                yield key
                yield from leaves(part)
        case list():
            for part in value:
                yield from leaves(part)
        case bool():
            yield str(value).lower()
        case _:
            yield clean(str(value)).rstrip("\n")


def _written(parts: list[Json]) -> str:
    year, *rest = map(int, map(str, parts))
    return "-".join((f"{year:04d}", *(f"{part:02d}" for part in rest)))


def read(name: str) -> dict[str, Json]:
    """Return what a file says, scalars as they are written."""
    data: dict[str, Json] = yaml.load((FOUNDING / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return data


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_brief_is_there(name: str) -> None:
    data = read(name)
    whole = json.loads(str(api.export(api.open_library(FOUNDING), name, "json")))
    fields = {"points", "cite", "value", "rows", *data}  # names of the notation, which JSON words in its own way

    missing = set(leaves(data)) - set(leaves(whole)) - fields

    assert not missing


def test_every_text_of_the_volume_and_its_briefs_is_there() -> None:
    whole = json.loads(to_json(api.book(api.open_library(FOUNDING))))
    data = read("volume")
    texts = set(leaves([data, *map(read, NAMES)]))
    fields = {"points", "cite", "value", "rows", *data, *(key for name in NAMES for key in read(name))}

    assert not texts - set(leaves(whole)) - fields


def test_the_brief_of_a_volume_is_the_brief_alone() -> None:
    library = api.open_library(FOUNDING)
    volume = json.loads(to_json(api.book(library)))
    alone = [json.loads(str(api.export(library, name, "json"))) for name in NAMES]

    assert [(brief.pop("briefkit"), brief.pop("kind")) for brief in alone] == [(1, "brief")] * len(NAMES)
    assert volume["briefs"] == alone


def test_a_point_has_the_fields_of_a_record_and_its_detail() -> None:
    library = api.open_library(FOUNDING)
    brief = json.loads(str(api.export(library, NAMES[0], "json")))
    points = [point for answer in brief["answers"] for point in answer["points"]]

    assert any(point["detail"] for point in points)
    assert [{key: value for key, value in point.items() if key != "detail"} for point in points] == [
        dict(record) for record in api.show(library, NAMES[0]).records
    ]


def test_what_steers_a_terminal_is_not_in_it(good: Path) -> None:
    path = good / "estia.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("summary: |\n", "summary: |\n  \u202eright\n", 1), "utf-8")

    summary = json.loads(str(api.export(api.open_library(good), "estia", "json")))["summary"]

    assert summary.startswith("right\n")


def test_an_email_address_is_kept(good: Path) -> None:
    path = good / "estia.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- name: Ada Berg\n", "- name: Ada Berg\n    email: berg@example.org\n", 1), "utf-8")
    (author,) = json.loads(str(api.export(api.open_library(good), "estia", "json")))["authors"]

    assert author["email"] == "berg@example.org"


def test_sources_are_csl_items(good: Path) -> None:
    path = good / "estia.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write(
            "  - id: van-dam-2008\n    type: book\n    title: Dams\n"
            "    author:\n      - {family: Dam, given: Jan, non-dropping-particle: van}\n"
            "    issued: 2008-03/2008-04\n    accessed: n.d.\n    volume: 2\n"
        )
    library = api.open_library(good)
    items = json.loads(to_json(api.book(library)))["briefs"][1]["references"]

    assert items[-1] == {
        "id": "van-dam-2008",
        "type": "book",
        "author": [{"family": "Dam", "given": "Jan", "non-dropping-particle": "van"}],
        "title": "Dams",
        "volume": "2",
        "issued": {"date-parts": [[2008, 3], [2008, 4]]},
        "accessed": {"literal": "n.d."},
    }
