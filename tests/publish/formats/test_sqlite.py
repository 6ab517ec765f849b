"""A library as a database: what files say is in it, once, in any order of work, and nothing runs."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefkit import api
from briefkit.cli.app import app
from briefkit.library import open_library
from briefkit.publish.formats.libraries import sqlite
from briefkit.publish.formats.libraries.sqlite import database as made
from briefkit.text.errors import OutputError

FOUNDING = Path(__file__).parents[3] / "briefs"
COUNTERS = {*range(24, 28), *range(40, 44), *range(92, 100)}
"""Bytes of the head in which SQLite counts its own changes, and says which release made them."""


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)], prog_name="briefkit")


def content(folder: Path) -> bytes:
    found = sqlite.to_sqlite(api.holdings(open_library(folder)))
    assert isinstance(found, bytes)
    return found


@pytest.fixture(scope="module")
def founding() -> bytes:
    return content(FOUNDING)


@pytest.fixture(scope="module")
def database(founding: bytes) -> Iterator[sqlite3.Connection]:
    found = opened(founding)
    yield found
    found.close()


def opened(data: bytes) -> sqlite3.Connection:
    found = sqlite3.connect(":memory:")
    found.deserialize(data)
    return found


def tables(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def one(database: sqlite3.Connection, sql: str) -> object:
    ((value,),) = database.execute(sql).fetchall()
    return value


def test_it_is_sound(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")

    assert one(database, "PRAGMA integrity_check") == "ok"
    assert not database.execute("PRAGMA foreign_key_check").fetchall()
    database.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    assert one(database, "PRAGMA application_id") == int.from_bytes(b"BRKF", "big")
    assert (one(database, "PRAGMA user_version"), one(database, "PRAGMA page_size")) == (1, 4096)


def test_the_same_library_gives_the_same_bytes(founding: bytes) -> None:
    assert content(FOUNDING) == founding


def test_nothing_is_left_to_be_packed(founding: bytes, tmp_path: Path) -> None:
    """A VACUUM changes no more than what SQLite counts."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(founding)
    connection = sqlite3.connect(path)
    connection.execute("VACUUM")
    connection.close()
    after = path.read_bytes()

    assert len(after) == len(founding)
    assert {at for at, (old, new) in enumerate(zip(founding, after, strict=True)) if old != new} <= COUNTERS


def test_every_point_is_a_row(database: sqlite3.Connection) -> None:
    points = [(brief, point) for brief in open_library(FOUNDING).briefs() for point in brief.points]
    rows = database.execute("SELECT point, label, statement, detail, file, line FROM points").fetchall()

    assert rows == [
        (f"{brief.name}:{point.id}", point.label, point.statement, point.detail or None, *place(point.place))
        for brief, point in points
    ]
    themes = database.execute("SELECT point, theme FROM point_themes").fetchall()
    assert sorted(themes) == sorted({(f"{brief.name}:{p.id}", theme) for brief, p in points for theme in p.themes})
    actors = database.execute("SELECT point, actor FROM point_actors").fetchall()
    assert sorted(actors) == sorted({(f"{brief.name}:{p.id}", actor) for brief, p in points for actor in p.actors})


def place(where: object) -> tuple[str, int]:
    file, _, line = str(where).rpartition(":")
    return file, int(line)


def test_links_serve_as_trace_says(database: sqlite3.Connection) -> None:
    said = {
        (f"{parsed.brief.name}:{source.id}", f"{parsed.brief.name}:{target.id}")
        for parsed in open_library(FOUNDING).parsed_briefs()
        if parsed.brief
        for target in parsed.points
        for source in parsed.links.serving(target)
    }

    assert said
    assert set(database.execute("SELECT point, target FROM links WHERE serves")) == said


def test_every_source_has_those_who_cite_it(database: sqlite3.Connection) -> None:
    records = api.list_items(open_library(FOUNDING), "references").records
    rows = database.execute(
        "SELECT sources.brief, citation_key, title, entry, count(citation), coalesce(group_concat(DISTINCT place), '')"
        " FROM sources LEFT JOIN citations USING (source) GROUP BY source"
    )

    assert {(*row[:5], "|".join(sorted(row[5].split(",")))) for row in rows} == {
        (
            *(one_of[name] for name in ("brief", "reference", "title", "entry", "citations")),
            "|".join(sorted(map(str, cited if isinstance(cited := one_of["cited_by"], list) else []))),
        )
        for one_of in records
    }


def test_a_citation_has_the_line_on_which_it_stands(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT citations.file, citations.line, citation_key FROM citations JOIN sources USING (source)"
    )

    for file, line, key in rows:
        assert key in Path(file).read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize("kind", ["figures", "waivers", "editorial_notes", "abbreviations", "references"])
def test_what_else_files_say_is_there(database: sqlite3.Connection, kind: str) -> None:
    library = open_library(FOUNDING)
    subjects = [*library.briefs(), library.volume]
    count = sum(len(getattr(subject, kind, ())) for subject in subjects)
    table = {"references": "sources"}.get(kind, kind)

    assert count
    assert one(database, f"SELECT count(*) FROM {table}") == count  # noqa: S608


def test_search_finds_words_without_markup_and_accents(database: sqlite3.Connection) -> None:
    found = "SELECT brief, label FROM search WHERE search MATCH ? AND field = 'statement'"

    assert ("europe", "C4") in database.execute(found, ['"cooperation beyond Afghanistan"']).fetchall()
    assert database.execute(found, ["TOKYO"]).fetchall() == database.execute(found, ["Tōkyō"]).fetchall()
    assert not database.execute("SELECT words FROM texts WHERE words LIKE '%[@%' OR words LIKE '%[^%'").fetchall()


def test_there_is_null_and_never_an_empty_text(database: sqlite3.Connection) -> None:
    for table in tables(database):
        if not table.startswith("search"):
            for row in database.execute(f"SELECT * FROM {table}"):  # noqa: S608
                assert "" not in row


def test_the_page_names_every_table(database: sqlite3.Connection) -> None:
    page = (FOUNDING.parent / "docs" / "sqlite.md").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z_]+", page))

    assert {table for table in tables(database) if not table.startswith("search_")} <= words


HOSTILE = '\'); DROP TABLE points; -- "quoted" %s ? :name'


def test_text_is_never_sql(good: Path) -> None:
    brief = good / "estia.yaml"
    text = brief.read_text(encoding="utf-8")
    literal = HOSTILE.replace("'", "''")
    brief.write_text(text.replace("Quotas are not enforced", f"'{literal}'", 1), encoding="utf-8")
    connection = opened(content(good))

    assert connection.execute("SELECT count(*) FROM points WHERE statement = ?", [HOSTILE]).fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM texts WHERE words = ?", [HOSTILE]).fetchone() == (1,)
    connection.close()


def test_a_library_needs_no_volume(good: Path) -> None:
    (good / "volume.yaml").unlink()
    for brief in good.iterdir():
        text = brief.read_text(encoding="utf-8").replace("[@pact-2012]", "")
        brief.write_text(text, encoding="utf-8")
    connection = opened(content(good))

    assert one(connection, "SELECT count(*) FROM briefs") == 2
    assert one(connection, "SELECT count(*) FROM volumes") == 0
    assert connection.execute("SELECT name FROM themes").fetchall() == [(None,)] * 3
    connection.close()


@pytest.mark.parametrize("arguments", ["--all -o out.sqlite", "--all -o out.DB", "--all -f sqlite -o out"])
def test_name_or_suffix_ask_for_it(good: Path, monkeypatch: pytest.MonkeyPatch, arguments: str) -> None:
    monkeypatch.chdir(good.parent)

    assert export(*arguments.split()).exit_code == 0
    assert Path(arguments.split()[-1]).read_bytes() == content(Path("briefs"))


def test_a_pipe_has_the_same_bytes(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)

    assert export("--all", "-f", "sqlite").stdout_bytes == content(Path("briefs"))


@pytest.mark.parametrize(
    "command",
    [
        "export estia -f sqlite",
        "export estia -o out.db",
        "export --volume -o out.sqlite",
        "show estia -f sqlite",
        "list goals -o out.sqlite",
        "trace -f sqlite",
    ],
)
def test_nothing_less_than_a_library_is_a_database(good: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(good.parent)
    result = CliRunner().invoke(app, command.split(), prog_name="briefkit")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "briefkit: sqlite is for a whole library, not for a part or a view of it\n"
        "  write it with briefkit export --all -o FILE.sqlite\n"
    )
    assert [path.name for path in good.parent.iterdir()] == ["briefs"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--all -f sqlite -o briefs", "briefs is a folder; the library is one file"),
        ("--all -o no/out.db", "no/out.db cannot be written: there is no folder no"),
        ("--all -o out.db --width 60", "--width says nothing about sqlite"),
        ("--all -o out.db --access-dates", "--access-dates says nothing about sqlite"),
        ("--all -f markdown -o out.db", "several briefs need a folder to go to"),
    ],
)
def test_what_does_not_go_together_is_said(
    good: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, message: str
) -> None:
    monkeypatch.chdir(good.parent)
    result = export(*arguments.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"briefkit: {message}\n")


def test_a_brief_with_an_error_is_not_exported(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)
    brief = good / "estia.yaml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    Path("out.db").write_bytes(b"old")

    assert export("--all", "-o", "out.db").exit_code == 1
    assert Path("out.db").read_bytes() == b"old"


def test_a_python_without_full_text_search_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_searches", lambda _: False)

    with pytest.raises(OutputError, match="has no full-text search") as caught:
        content(FOUNDING)

    assert caught.value.hint
