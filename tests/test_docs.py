"""The documentation says what the program does: every command, every rule, every example."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit import api
from briefkit.checks.ruleset import all_rules
from briefkit.cli.app import COMMANDS, app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a command of the README at the project's root and return what it prints."""
    monkeypatch.chdir(ROOT)
    words = shlex.split(command)
    columns = {}
    if words[0].startswith("COLUMNS="):
        columns = {"COLUMNS": words.pop(0).removeprefix("COLUMNS=")}
    assert words[0] == "briefkit"
    return CliRunner().invoke(app, words[1:], env=columns, prog_name="briefkit").output


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.partition("\n")[0])
def test_examples_of_the_readme_are_real(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line `…` stands for lines left out."""
    command, _, shown = example.removeprefix("$ ").partition("\n")
    actual = run(command, monkeypatch)

    for part in shown.split("…\n"):
        assert part in actual


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_is_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"], prog_name="briefkit")

    assert result.exit_code == 0
    assert f"Example: briefkit {name}" in result.stdout
    assert f"`briefkit {name}" in README


def test_examples_in_help_stand_on_lines_of_their_own() -> None:
    for name in COMMANDS:
        stdout = CliRunner().invoke(app, [name, "--help"], prog_name="briefkit").stdout
        assert all(line.count("Example:") <= 1 for line in stdout.splitlines()), name


def test_the_page_of_rules_is_current(request: pytest.FixtureRequest) -> None:
    """`pytest --update-golden` writes it anew; so does `briefkit explain --all -f markdown > docs/rules.md`."""
    page = ROOT / "docs" / "rules.md"
    text = api.render(api.explain(everything=True).document, "markdown")
    assert isinstance(text, str)
    if request.config.getoption("--update-golden"):
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")

    assert page.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("page", "kind"), [("format", "brief"), ("volume", "volume"), ("questions", "questions")])
def test_the_pages_of_fields_are_current(page: str, kind: str, request: pytest.FixtureRequest) -> None:
    """`pytest --update-golden` writes them anew; so does `briefkit schema KIND -f markdown`."""
    file = ROOT / "docs" / f"{page}.md"
    text = api.render(api.fields(kind).document, "markdown")
    assert isinstance(text, str)
    if request.config.getoption("--update-golden"):
        file.write_text(text, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == text


def test_every_rule_is_on_the_page() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    assert all(f"## {name}\n" in page for name in all_rules())
