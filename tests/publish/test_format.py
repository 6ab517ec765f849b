"""The registry of formats: what it offers, and that nothing else in the package lists formats."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Never

import pytest

from briefkit import api
from briefkit.cli.options import EXPORT, GRAPH_VIEW
from briefkit.document import blocks as b
from briefkit.publish.format import BRIEF, DOCUMENT, GRAPH, LIBRARY, ROWS, Families, Family, by_suffix, find, names
from briefkit.reports import FINDINGS
from briefkit.text.errors import UsageError

SRC = Path(__file__).parents[2] / "src" / "briefkit"
EVERY: Families = (DOCUMENT, ROWS, GRAPH, BRIEF, LIBRARY, FINDINGS)
DOCUMENT_OF_NOTHING = b.Document(b.Meta("Nothing"))


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.package.rpartition(".")[2])
def test_every_format_bears_the_name_of_its_module(family: Family[Never]) -> None:
    assert [found.name for found in family] == family.names


@pytest.mark.parametrize("families", [GRAPH_VIEW, EXPORT])
def test_what_a_command_offers_is_told_apart_by_name_and_suffix(families: Families) -> None:
    offered = names(families)
    suffixes = [suffix for family in families for found in family for suffix in found.suffixes]

    assert len(set(offered)) == len(offered)
    assert len(set(suffixes)) == len(suffixes)
    for name in offered:
        for suffix in find(name, families).suffixes:
            assert by_suffix(suffix.upper(), families) == name


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        ("--help", []),
        ("list --help", []),
        ("trace --help", []),
        ("validate -f concise", ["briefkit.reports.reporters.concise"]),
        ("list goals -f names", ["briefkit.publish.formats.rows.names"]),
        ("export --all -o out -f json", ["briefkit.publish.formats.briefs.json"]),
    ],
)
def test_only_the_format_that_is_asked_for_is_loaded(arguments: str, loaded: list[str], good: Path) -> None:
    """Names of formats are offered all the same: help lists them at every start."""
    code = (
        "import atexit, sys\n"
        "modules = lambda: [name for name in sys.modules if name.startswith('briefkit')]\n"
        "loaded = lambda: [name for name in modules() if hasattr(sys.modules[name], 'FORMAT')]\n"
        "atexit.register(lambda: print(loaded()))\n"
        "from briefkit.__main__ import main\n"
        "main()"
    )
    command = [sys.executable, "-c", code, *arguments.split()]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=good.parent)

    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == str(loaded)


def listed(node: ast.AST) -> list[str]:
    """Return the texts that a literal lists: the entries of a list, or words between commas."""
    match node:
        case ast.List(elts) | ast.Tuple(elts) | ast.Set(elts):
            return [entry.value for entry in elts if isinstance(entry, ast.Constant) and isinstance(entry.value, str)]
        case ast.Dict(keys, values):
            parts = [part for part in (*keys, *values) if part]
            return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        case ast.Constant(str(text)) if "\n" not in text:
            return [part.strip(" ().`") for part in text.replace(" and ", ",").replace(" or ", ",").split(",")]
        case _:
            return []


def docstrings(tree: ast.AST) -> set[ast.AST]:
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: path.relative_to(SRC).as_posix())
def test_the_folders_are_the_only_list_of_formats(path: Path) -> None:
    """Two names of formats beside each other are a list, which would have to be kept."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = {*names(EVERY), *(found.suffix for family in EVERY for found in family if found.suffix)}
    told = docstrings(tree)

    for node in ast.walk(tree):
        if node not in told:
            assert len(known.intersection(listed(node))) < 2, ast.unparse(node)


def test_options_of_a_format_by_name() -> None:
    text = api.render(DOCUMENT_OF_NOTHING, "text", width=60, pages=False)

    assert isinstance(text, str)
    assert "\f" not in text
    assert api.render(DOCUMENT_OF_NOTHING, "markdown", front_matter=True) == '---\ntitle: "Nothing"\n---\n'


@pytest.mark.parametrize(
    ("name", "option", "having"),
    [("text", "front_matter", "markdown"), ("markdown", "page_length", "text"), ("markdown", "pages", "text")],
)
def test_an_option_that_a_format_does_not_have_is_refused(name: str, option: str, having: str) -> None:
    with pytest.raises(UsageError, match=f"--{option.replace('_', '-')} says nothing about {name}") as caught:
        api.render(DOCUMENT_OF_NOTHING, name, **{option: 1})

    assert caught.value.hint == f"formats that have it: {having}"
