"""What the shell completes for `briefkit list`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app


def completed(words: str) -> list[str]:
    environment = {
        "_BRIEFKIT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    return CliRunner().invoke(app, [], env=environment, prog_name="briefkit").stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("briefkit list zzz", []),
        ("briefkit list re", ["recommendations", "references"]),
        ("briefkit list goals --columns st", ["statement", "stance"]),
        ("briefkit list goals --columns label,stat", ["label,statement"]),
        ("briefkit list themes --sort na", ["name"]),
        ("briefkit list --sort na", []),
        ("briefkit list goals --theme fi", ["fishing"]),
        ("briefkit list recommendations --actor No", ["Norland"]),
        ("briefkit list goals --brief es", ["estia"]),
    ],
)
def test_completion(words: str, expected: list[str], good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)

    assert [line for line in completed(words) if line] == expected


def test_outside_a_library_nothing_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert not any(completed("briefkit list goals --theme fi"))
