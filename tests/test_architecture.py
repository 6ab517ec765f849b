"""The import table of the architecture, as data: who may import whom, and which third parties where."""

import ast
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "briefkit"

ROOMS = [
    *(
        "text",
        "source",
        "reading",
        "editing",
        "format",
        "document",
        "checks",
        "library",
        "views",
        "importing",
        "publish",
        "site",
        "reports",
        "scaffold",
        "revising",
        "api",
        "cli",
    ),
]
"""The rooms in the order of a brief's way: each imports only those before it."""

SIBLINGS: dict[str, set[str]] = {
    "checks/rules": set(),
    "cli/commands": set(),
    "publish/formats": set(),
    "publish/formats/documents": set(),
    "publish/formats/rows": set(),
    "publish/formats/graphs": set(),
    "publish/formats/briefs": set(),
    "reports/reporters": set(),
    "views": {"view", "rows", "graph", "editorial", "figures", "places"},
}
"""Folders whose modules never import each other, with the contracts among them, which all may import."""

THIRD_PARTIES: dict[str, set[str]] = {
    "yaml": {"reading"},
    "jsonschema": {"format"},
    "markdown_it": {"document"},
    "mdit_py_plugins": {"document"},
    "typing_extensions": {"document"},  # only when types are checked
    "wcwidth": {"publish"},
    "platformdirs": {"library"},
    "typst": {"publish"},  # the extra `pdf`; only its writer imports it, when it writes
    "bibtexparser": {"importing"},
    "pylatexenc": {"importing"},
    "typer": {"cli"},
    "rich": {"cli"},
}

ORDER = {name: place for place, name in enumerate(ROOMS)}


def room(path: Path) -> str:
    """Return the room to which a file belongs."""
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def sibling(folder: str, parts: list[str]) -> str | None:
    """Return which module of a folder of siblings a path or a dotted name leads to; None when it leads elsewhere."""
    steps = folder.split("/")
    return parts[len(steps)] if parts[: len(steps)] == steps and len(parts) > len(steps) else None


def imported(path: Path) -> set[str]:
    """Return the full names of the modules that a file imports anywhere, type-checking blocks included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return found


FILES = sorted(path for path in SRC.rglob("*.py") if path.parent != SRC or path.stem not in {"__init__", "__main__"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_imports_follow_the_table(path: Path) -> None:
    here = room(path)
    assert here in ORDER, f"{here} has no place in the table"
    for name in imported(path):
        top, *rest = name.split(".")
        if top != "briefkit":
            assert top in sys.stdlib_module_names or here in THIRD_PARTIES.get(top, set()), f"imports {name}"
            continue
        there = rest[0]
        if there == "__version__":
            continue
        assert there == here or ORDER[there] < ORDER[here], f"imports {name}, which stands above it"
        for folder, contracts in SIBLINGS.items():
            inside = sibling(folder, list(path.relative_to(SRC).with_suffix("").parts))
            other = sibling(folder, rest)
            assert None in (inside, other) or other in {inside, *contracts}, f"imports its sibling {name}"


def test_no_two_rooms_share_a_name() -> None:
    folders = [path.name for path in SRC.rglob("*") if path.is_dir() and path.name not in ("__pycache__", "schema")]

    assert sorted(set(folders)) == sorted(folders)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    if room(path) != "cli":
        assert not calls & {"print", "input", "exit", "quit", "sys.exit", "os._exit"}


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: path.relative_to(SRC).as_posix())
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 340
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.body[0].lineno < 50, node.name


def test_the_package_imports_nothing_on_its_own() -> None:
    tree = ast.parse((SRC / "__init__.py").read_text(encoding="utf-8"))
    tops = {name.split(".")[0] for node in tree.body for name in _names(node)}
    assert tops <= {"typing", "importlib", "briefkit"}


def _names(node: ast.stmt) -> set[str]:
    match node:
        case ast.Import():
            return {alias.name for alias in node.names}
        case ast.ImportFrom():
            return {node.module or ""}
        case _:
            return set()
