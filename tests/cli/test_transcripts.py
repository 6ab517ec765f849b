"""The command line as transcripts: arguments, standard output, standard error, exit code.

A transcript is a text file: `$ briefkit …` runs a command; lines that begin with `! ` are its standard error, `? N` its
exit code, all others its standard output. `# ` at the start is a remark. Commands run in a copy of `tests/libraries`.
"""

import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app

TESTS = Path(__file__).parent.parent
TRANSCRIPTS = sorted((TESTS / "transcripts").glob("*.txt"))


@dataclass(frozen=True)
class Step:
    """One command of a transcript, and the remarks before it."""

    remarks: str
    command: str


def steps(path: Path) -> list[Step]:
    """Take a transcript apart: what stands between an exit code and the next command are remarks."""
    found: list[Step] = []
    remarks, command = "", ""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("? "):
            found.append(Step(remarks, command))
            remarks, command = "", ""
        elif line.startswith("$ "):
            command = line.removeprefix("$ ").strip()
        elif not command:
            remarks += line
    return found


def run(command: str) -> str:
    """Run a command and return its transcript."""
    program, *arguments = shlex.split(command)
    environment = {}
    while "=" in program:
        name, _, value = program.partition("=")
        environment[name] = value
        program, *arguments = arguments
    assert program == "briefkit"
    result = CliRunner().invoke(app, arguments, env=environment, prog_name="briefkit")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    errors = "".join(f"! {line}".rstrip() + "\n" for line in result.stderr.splitlines())
    return f"{result.stdout}{errors}? {result.exit_code}\n"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(TESTS / "libraries", tmp_path / "libraries")
    shutil.copytree(TESTS.parent / "briefs", tmp_path / "founding")
    monkeypatch.chdir(tmp_path)
    actual = "".join(f"{step.remarks}$ {step.command}\n{run(step.command)}" for step in steps(path))
    if request.config.getoption("--update-golden"):
        path.write_text(actual, encoding="utf-8")

    assert actual == path.read_text(encoding="utf-8")


def test_there_are_transcripts() -> None:
    assert TRANSCRIPTS
