"""The pages of the documentation, run: each command prints what the page shows, each file is what the page says.

A `console` block has commands after `$ ` and what they print, to both streams; a line `…` stands for lines left out. A
`yaml` block below `<!-- file: NAME -->` is written to that file. A page runs from its start in an empty folder, or at
the root of the project where it says `<!-- run in the repository -->`. `pytest --update-golden` fills in the output of
commands that show a lone `…`, to be read and cut.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app
from briefkit.library import open_library

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(page for page in DOCS.glob("*.md") if "```console" in page.read_text(encoding="utf-8"))
BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>console|yaml)\n(?P<text>.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<page>[^)#]*)(?:#(?P<part>[^)]*))?\)")

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no POSIX shell")


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a command as a person types it; return what the screen shows. What a shell joins, a shell runs."""
    if re.search(r"[|;]", command):
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        return shell(command, {**os.environ, "PATH": path})
    words = shlex.split(command)
    environment = {"SOURCE_DATE_EPOCH": "1764547200"}
    while "=" in words[0]:
        name, _, environment[name] = words.pop(0).partition("=")
    if words[0] == "briefkit":
        return CliRunner().invoke(app, words[1:], env=environment, prog_name="briefkit").output
    if words[0] == "cd":
        monkeypatch.chdir(words[1])
        return ""
    return shell(command)


def shell(command: str, environment: dict[str, str] | None = None) -> str:
    """Return what a shell shows."""
    done = subprocess.run(  # noqa: S602 - commands of our own pages
        command, shell=True, capture_output=True, text=True, encoding="utf-8", check=True, env=environment
    )
    return done.stdout + done.stderr


def steps(text: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of a block, each with what it shows."""
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        command, _, shown = part.partition("\n")
        while command.count('"') % 2:  # it goes on in the next line
            more, _, shown = shown.partition("\n")
            command += f"\n{more}"
        yield command, shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_one_sees(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    text = page.read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT if "<!-- run in the repository -->" in text else tmp_path)
    filled = text
    for block in BLOCK.finditer(text):
        if block["file"]:
            Path(block["file"]).write_text(block["text"], encoding="utf-8")
        for command, shown in steps(block["text"]) if block["kind"] == "console" else ():
            actual = run(command, monkeypatch)
            if request.config.getoption("--update-golden") and shown == "…\n":
                filled = filled.replace(f"$ {command}\n…\n", f"$ {command}\n{actual}", 1)
                continue
            at = 0
            for part in shown.split("…\n"):
                assert part in actual[at:], f"{command}\n{actual}"
                at = actual.index(part, at) + len(part)
            assert shown or not actual, command
    if filled != text:
        page.write_text(filled, encoding="utf-8")


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.stem)
def test_no_link_of_a_page_is_dead(page: Path) -> None:
    for link in LINK.finditer(re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)):
        target = page.parent / link["page"] if link["page"] else page
        assert target.exists(), link[0]
        if link["part"]:
            heads = re.findall(r"(?m)^#+ (.*)$", target.read_text(encoding="utf-8"))
            assert link["part"] in {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}, link[0]


def test_the_library_of_the_tutorial_is_without_a_finding() -> None:
    assert open_library(DOCS / "neighbors").validate().findings == ()


def test_the_tutorial_has_its_briefs_beside_it() -> None:
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    for file in (DOCS / "neighbors").glob("*.yaml"):
        assert file.read_text(encoding="utf-8").partition("\n")[2] in page


def test_the_examples_in_python_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(DOCS / "python.md"), module_relative=False, encoding="utf-8")

    assert result.attempted > 10
    assert result.failed == 0
