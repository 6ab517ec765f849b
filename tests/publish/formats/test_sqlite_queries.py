"""The queries of `docs/sqlite.md` give what stands below them."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefkit import api
from briefkit.publish.formats.libraries.sqlite import to_sqlite

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "sqlite.md"
QUERY = re.compile(r"```sql\n(?P<sql>.*?)```\n\n(?P<table>(?:\|[^\n]*\n)*)", re.DOTALL)
QUERIES = [found["sql"] for found in QUERY.finditer(PAGE.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    found = sqlite3.connect(":memory:")
    found.deserialize(to_sqlite(api.holdings(api.open_library(ROOT / "briefs"))))
    yield found
    found.close()


def table(database: sqlite3.Connection, sql: str) -> str:
    """Return what a query finds as a Markdown table; files as they are seen from the project's root."""
    cursor = database.execute(sql)
    names = [name for name, *_ in cursor.description]
    rows = [[_shown(value) for value in row] for row in cursor]
    return "".join(f"| {' | '.join(row)} |\n" for row in (names, ["---"] * len(names), *rows))


def _shown(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    return Path(text).resolve().relative_to(ROOT).as_posix() if text.endswith(".yaml") else text.replace("|", "\\|")


def test_there_are_a_dozen() -> None:
    assert len(QUERIES) >= 12


def test_every_query_prints_what_the_page_says(database: sqlite3.Connection, request: pytest.FixtureRequest) -> None:
    """`pytest --update-golden` writes the tables anew."""
    page = PAGE.read_text(encoding="utf-8")
    anew = QUERY.sub(lambda found: f"```sql\n{found['sql']}```\n\n{table(database, found['sql'])}\n", page)
    anew = re.sub(r"\n{3,}", "\n\n", anew)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(anew, encoding="utf-8")

    assert anew == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("sql", QUERIES, ids=lambda sql: " ".join(sql.split()[1:4]))
def test_every_query_finds_something(database: sqlite3.Connection, sql: str) -> None:
    assert database.execute(sql).fetchall()
