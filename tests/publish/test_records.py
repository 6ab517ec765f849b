"""Records as JSON, CSV and names: round trips, what a spreadsheet may not run, and the page that documents them."""

import csv
import io
import json
import re
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from briefkit import api
from briefkit.cli.app import app
from briefkit.format.shipped import default
from briefkit.publish.formats.briefs import json as whole
from briefkit.publish.formats.rows.csv import BOM, to_csv
from briefkit.publish.formats.rows.json import to_json
from briefkit.publish.formats.rows.names import to_names
from briefkit.reports.reporters.json import render
from briefkit.text.printable import clean
from briefkit.views.listing import kinds, listing
from briefkit.views.rows import Record, Rows

ROOT = Path(__file__).parents[2]


def things(*records: Record, fields: tuple[str, ...] = ()) -> Rows[Record]:
    """Return rows that are records already."""
    names = list(records[0]) if records else fields
    return Rows("things", {name: itemgetter(name) for name in names}, records)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_nothing_is_an_empty_list() -> None:
    assert json.loads(to_json(things())) == {"briefkit": 1, "kind": "things", "records": []}
    assert to_names(things(fields=("thing",))) == ""


def test_a_table_without_rows_has_its_header() -> None:
    assert to_csv(things(fields=("brief", "line"))) == "brief,line\n"


# CSV


def test_values_in_cells() -> None:
    record: Record = {
        "text": "a, b",
        "number": -3,
        "none": None,
        "list": ["x", "y; z"],
        "object": {"australia": 2, "india": 0},
        "flag": False,
    }

    assert (
        to_csv(things(record)) == 'text,number,none,list,object,flag\n"a, b",-3,,x; y; z,australia: 2; india: 0,false\n'
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Sustain an order", "Sustain an order"),
        ("5 % = 1/20", "5 % = 1/20"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "  '=1+1"),
        ("\t=1+1", "\t'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\u00a0=1+1", "\u00a0'=1+1"),
        ("\u200b=1+1", "'=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff0bA1", "'\uff0bA1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff20A1", "'\uff20A1"),
        ("Trade; =cmd|' /C calc'!A0", "Trade; '=cmd|' /C calc'!A0"),
        ("Trade\n=1+1", "Trade\n'=1+1"),
        ('"=1+1"', '"=1+1"'),
        ("'=1+1", "'=1+1"),
    ],
)
def test_no_cell_is_a_formula(written: str, expected: str) -> None:
    assert rows(to_csv(things({"text": written}))) == [["text"], [expected]]
    assert rows(to_csv(things({"text": [written, "safe"]})))[1] == [f"{expected}; safe"]


HOSTILE = st.text(st.sampled_from("=+-@＝＋－＠;,\"'\t\r\n \u00a0\u200bab|"), max_size=12) | st.text(max_size=12)


@given(st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=4))
def test_cells_come_back_as_they_went_in(cells: list[tuple[str, str]]) -> None:
    """But for what is unprintable, and apostrophes before what might be a formula."""
    written = to_csv(things(*({"a": first, "b": second} for first, second in cells)))
    header, *body = rows(written)

    assert header == ["a", "b"]
    assert [[unguarded(cell) for cell in row] for row in body] == [
        [unguarded(clean(cell)) for cell in pair] for pair in cells
    ]
    for row in body:
        for cell in row:
            for part in re.split(r"[;\t\n]", cell):
                assert not re.match(r"\s*[=+\-@＝＋－＠]", part)


def unguarded(cell: str) -> str:
    return re.sub(r"'(?=[=+\-@＝＋－＠])", "", cell)


def test_a_file_has_the_mark_that_spreadsheets_need_and_a_pipe_has_not(good: Path, tmp_path: Path) -> None:
    target = tmp_path / "goals.csv"
    piped = CliRunner().invoke(app, ["list", "goals", "-f", "csv", "-L", str(good)])
    written = CliRunner().invoke(app, ["list", "goals", "-o", str(target), "-L", str(good)])

    assert (piped.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert target.read_bytes() == BOM.encode() + piped.stdout_bytes
    assert not piped.stdout.startswith(BOM)


def test_json_in_a_file_has_no_mark(good: Path, tmp_path: Path) -> None:
    target = tmp_path / "goals.json"
    CliRunner().invoke(app, ["list", "goals", "-o", str(target), "-L", str(good)])

    assert target.read_bytes().startswith(b"{")


# JSON and names


def test_json_keeps_text_and_cannot_steer_a_terminal() -> None:
    record: Record = {"text": 'Tōkyō “a” \x1b[31m\x9b31m\u202e"', "list": ["\x07x"], "object": {"y\x85": 1}}

    assert json.loads(to_json(things(record)))["records"] == [
        {"text": 'Tōkyō “a” [31m31m"', "list": ["x"], "object": {"y": 1}}
    ]
    assert "Tōkyō" in to_json(things(record))


def test_names_are_the_point_or_the_first_field_each_once() -> None:
    points = ({"theme": "energy", "brief": "india", "label": "G1"}, {"theme": "trade", "brief": "india", "label": "G1"})
    actors = ({"actor": "Coast Guard\n of  Norland", "kind": "office"}, {"actor": "Japan", "kind": "state"})
    named = replace(things(*points), name=lambda row: f"{row['brief']}:{row['label']}")

    assert to_names(named) == "india:G1\n"
    assert to_names(things(*actors)) == "Coast Guard of Norland\nJapan\n"


# docs/json.md

PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+?) \|", re.MULTILINE)
TYPES: dict[str, tuple[type | None, ...]] = {
    "text": (str,),
    "number": (int,),
    "list": (list,),
    "object": (dict,),
    "object or null": (dict, type(None)),
    "true or false": (bool,),
    "text or null": (str, type(None)),
    "number or null": (int, type(None)),
    "list of objects": (list,),
    "any": (str, list, dict, bool, type(None)),
}
SECTIONS = {
    name: ROW.findall(text)
    for name, text in re.findall(r"^##+ ([\w ]+)\n(.*?)(?=^##+ |\Z)", PAGE, re.M | re.S)
    if name != "import"  # one object; `tests/importing` has it
}


PARTS = {"answer", "figure", "editorial note", "person", "waiver", "claim", "contributor"}
"""What whole briefs and volumes consist of."""


def exported(kind: str) -> list[Record]:
    """Return the objects of a kind in the whole volume."""
    volume = json.loads(whole.to_json(api.book(api.open_library(ROOT / "briefs"))))
    envelope = {"briefkit": 1, "kind": "volume"}
    briefs = volume["briefs"]
    found: dict[str, list[Record]] = {
        "volume": [{field: value for field, value in volume.items() if field not in envelope}],
        "brief": briefs,
        "answer": [answer for brief in briefs for answer in brief["answers"]],
        "person": [*volume["editors"], *(person for brief in briefs for person in brief["authors"])],
        "figure": [figure for brief in briefs for figure in brief["figures"]],
        "editorial note": [
            *volume["editorial_notes"],
            *(note for brief in briefs for note in brief["editorial_notes"]),
        ],
        "waiver": [*volume["waivers"], *(waiver for brief in briefs for waiver in brief["waivers"])],
        "claim": volume["conclusion"]["points"],
        "contributor": volume["contributors"],
    }
    return found[kind]


def real(kind: str) -> list[Record]:
    """Return records of a kind as the commands print them."""
    library = api.open_library(ROOT / "briefs")
    match kind:
        case "volume" | "brief":
            return exported(kind)
        case part if part in PARTS:
            return exported(kind)
        case "report":
            printed = [render(library.validate())]
        case "trace":
            printed = [to_json(api.trace(library).rows)]
        case "differences":
            printed = [to_json(api.diff(library, library, ("australia", "india")).rows)]
        case "hits":
            printed = [to_json(api.search(library, "abe").rows)]
        case "rules":
            printed = [to_json(api.explain().rows)]
        case _:
            lists = (
                api.list_items(library, what) for what in kinds(default()) if listing(what, default()).kind == kind
            )
            printed = [to_json(found.rows) for found in lists]
    return [record for text in printed for record in json.loads(text)["findings" if kind == "report" else "records"]]


def test_every_kind_has_a_section() -> None:
    known = {listing(what, default()).kind for what in kinds(default())} | {
        "trace",
        "differences",
        "hits",
        "rules",
        "report",
        "brief",
        "volume",
    }

    assert {name for name, fields in SECTIONS.items() if fields} == known | PARTS


@pytest.mark.parametrize("kind", [name for name, fields in SECTIONS.items() if fields])
def test_the_page_says_what_records_have(kind: str) -> None:
    records = real(kind)

    assert records
    for record in records:
        assert list(record) == [name for name, _ in SECTIONS[kind]]
        for name, type_ in SECTIONS[kind]:
            assert type(record[name]) in TYPES[type_], f"{name}: {record[name]!r}"


@pytest.mark.parametrize("kind", [name for name, fields in SECTIONS.items() if fields and name != "report"])
def test_text_is_never_empty(kind: str) -> None:
    for record in real(kind):
        assert "" not in record.values(), record
