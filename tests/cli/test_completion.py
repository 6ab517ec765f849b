"""What the shell completes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app


def completed(words: str, word: int | None = None) -> list[str]:
    """Return what bash is told for a line; `word` is the one to complete, the last unless blanks are part of it."""
    environment = {
        "_BRIEFKIT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(word or len(words.split(" ")) - 1),
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
        ("briefkit rename fi", ["fishing"]),
        ("briefkit rename es", ["estia:"]),
        ("briefkit rename fishing x --kind th", ["theme"]),
    ],
)
def test_completion(words: str, expected: list[str], good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)

    assert [line for line in completed(words) if line] == expected


def test_outside_a_library_nothing_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert not any(completed("briefkit list goals --theme fi"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("briefkit show es", ["estia"]),
        ("briefkit validate su", ["sudmark"]),
        ("briefkit show vol", []),
        ("briefkit show estia -q us", ["us-cooperation"]),
        ("briefkit compare --theme fi", ["fishing"]),
        ("briefkit list -f ma", ["markdown"]),
        ("briefkit list -f me", []),
        ("briefkit trace -f me", ["mermaid"]),
        ("briefkit import x.docx --tracked r", ["reject"]),
        ("briefkit import x.docx -f j", ["json"]),
        ("briefkit import x.docx --map Aims=us", ["Aims=us-cooperation"]),
        ("briefkit import x.docx --map Aims=no", ["Aims=none"]),
        ("briefkit diff es", ["estia"]),
        ("briefkit diff -f js", ["json"]),
        ("briefkit export -f t", ["text"]),
        ("briefkit export -f c", []),
        ("briefkit export -f s", ["sqlite"]),
        ("briefkit show -f s", []),
        ("briefkit validate -f s", ["sarif"]),
        ("briefkit validate --fail-on w", ["warning"]),
        ("briefkit explain unaddressed-p", ["unaddressed-point"]),
        ("briefkit validate --ignore unaddressed-point,BK,unaddressed-p", ["unaddressed-point,BK,unaddressed-point"]),
        ("briefkit schema v", ["volume"]),
    ],
)
def test_every_command_completes(words: str, expected: list[str], good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)

    assert [line for line in completed(words) if line] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("briefkit show --library elsewhere es", ["estia"]),
        ("briefkit list goals -L elsewhere --brief es", ["estia"]),
        ("briefkit list goals --library elsewhere --theme fi", ["fishing"]),
        ("briefkit list recommendations --library elsewhere --actor No", ["Norland"]),
        ("briefkit compare -L elsewhere estia --theme fi", ["fishing"]),
    ],
)
def test_completion_looks_into_the_library_that_is_named(
    words: str, expected: list[str], good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good.rename(good.parent / "elsewhere")
    monkeypatch.chdir(good.parent)

    assert [line for line in completed(words) if line] == expected


def test_briefs_are_completed_without_reading_one(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The volume may name a question set beside them, which is no brief."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        assert path.stem == "volume", f"{path} is read"
        return read(path)

    monkeypatch.chdir(good.parent)
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert completed("briefkit show es") == ["estia"]


def test_authors_are_completed_by_every_name_of_theirs(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (good / "volume.yaml").open("a", encoding="utf-8") as file:
        file.write("contributors:\n  - name: Ada Berg\n  - name: Bo van Dahl\n")
    monkeypatch.chdir(good.parent)

    assert completed("briefkit list --author Ad") == [r"Ada\ Berg"]
    assert completed("briefkit list --author Be") == ["Berg"]
    assert completed("briefkit list --author va") == [r"van\ Dahl"]


def test_blanks_are_quoted_as_bash_wants_it(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bash puts what is completed into the line as it is; within quotes a backslash would stay."""
    monkeypatch.chdir(good.parent)

    assert completed("briefkit list --actor Coast") == [r"Coast\ Guard\ of\ Norland"]
    assert completed(r"briefkit list --actor Coast\ Gu", word=3) == [r"Coast\ Guard\ of\ Norland"]
    assert completed('briefkit list --actor "Coast Gu', word=3) == ["Coast Guard of Norland"]
