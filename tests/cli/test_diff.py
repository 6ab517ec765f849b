"""`diff` through git: revisions, files that moved, and what git cannot give."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefkit.cli.app import app

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["diff", *arguments], prog_name="briefkit")


def changes(*arguments: str) -> list[tuple[str | None, str, str | None]]:
    """Return what `diff` tells: the id of each part, what happened to it, and the field."""
    result = run(*arguments, "-f", "json")
    assert result.exit_code == 1, result.output
    return [(one["id"], one["change"], one["field"]) for one in json.loads(result.stdout)["records"]]


@pytest.fixture
def repository(good: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small library in a folder with a blank, committed, then changed and committed again."""
    folder = good.parent / "my volume"
    folder.mkdir()
    good = good.rename(folder / "briefs")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    edit(good / "estia.yaml", "title: ", "title: New ")
    git(folder, "commit", "-qam", "second")
    monkeypatch.chdir(folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


TITLE: list[tuple[str | None, str, str | None]] = [(None, "reworded", "title")]


def test_two_revisions(repository: Path) -> None:
    edit(repository / "briefs" / "estia.yaml", "title: ", "title: Unsaved ")

    assert changes("estia", "--rev", "HEAD~1..HEAD") == TITLE
    assert changes("--rev", "HEAD~1..") == TITLE


def test_a_revision_and_the_files_as_they_are(repository: Path) -> None:
    assert run("estia", "--rev", "HEAD").exit_code == 0
    edit(repository / "briefs" / "estia.yaml", "title: ", "title: Unsaved ")

    assert changes("estia", "--rev", "HEAD") == TITLE
    assert changes("briefs/estia.yaml", "--rev", "HEAD") == TITLE
    assert run("sudmark", "--rev", "HEAD").exit_code == 0


def test_a_file_that_was_renamed(repository: Path) -> None:
    git(repository, "mv", "briefs/estia.yaml", "briefs/estland.yaml")
    edit(repository / "briefs" / "volume.yaml", "estia", "estland")
    git(repository, "commit", "-qam", "third")

    result = run("estland", "--rev", "HEAD~2..HEAD")

    assert result.exit_code == 1
    assert "From estia to estland: " in result.stdout
    assert [change for change in changes("--rev", "HEAD~2") if change in TITLE] == TITLE


def test_a_folder_that_was_renamed(repository: Path) -> None:
    git(repository, "mv", "briefs", "volume one")
    git(repository, "commit", "-qm", "third")

    assert changes("volume one/estia.yaml", "--rev", "HEAD~2..HEAD") == TITLE


def test_a_brief_that_was_removed(repository: Path) -> None:
    (repository / "briefs" / "sudmark.yaml").unlink()

    told = changes("sudmark", "--rev", "HEAD")

    assert {change for _, change, _ in told} == {"removed"}


@pytest.mark.usefixtures("repository")
def test_records_say_where_a_part_stood() -> None:
    (record,) = json.loads(run("estia", "--rev", "HEAD~1..HEAD", "-f", "json").stdout)["records"]

    assert record["old_file"] == "HEAD~1:briefs/estia.yaml"
    assert record["file"] == "HEAD:briefs/estia.yaml"


def test_a_revision_with_errors_says_so(repository: Path) -> None:
    edit(repository / "briefs" / "estia.yaml", "title: ", "titel: ")
    git(repository, "commit", "-qam", "third")
    edit(repository / "briefs" / "estia.yaml", "titel: ", "title: ")

    result = run("estia", "--rev", "HEAD")

    assert result.exit_code == 1
    assert "HEAD:briefs/estia.yaml:" in result.stderr
    assert "titel" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("estia", "--rev", "nope"), "git knows no revision `nope`"),
        (("estia", "--rev", "--output=x"), "git knows no revision `--output=x`"),
        (("estia", "--rev", "a...b"), "no pair of revisions"),
        (("estia", "--rev", ""), "names no revision"),
        (("nowhere", "--rev", "HEAD"), "there is no brief `nowhere`"),
        (("estia", "sudmark", "--rev", "HEAD"), "name one brief"),
        (("-", "--rev", "HEAD"), "standard input has no revisions"),
        (("estia",), "name the old and the new brief"),
        (("briefs", "briefs/estia.yaml"), "a folder is compared with a folder"),
        (("-", "-"), "only one of the two"),
    ],
)
def test_what_cannot_be_compared(repository: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert not (repository / "x").exists()


def test_outside_a_repository(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(good.parent.parent))
    monkeypatch.chdir(good.parent)

    result = run("estia", "--rev", "HEAD")

    assert result.exit_code == 2
    assert "no git repository" in result.stderr


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))

    result = run("estia", "--rev", "HEAD")

    assert result.exit_code == 2
    assert "there is no git" in result.stderr


def test_two_folders(repository: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(repository / "briefs", tmp_path / "other"))
    edit(other / "estia.yaml", "title: ", "title: Unsaved ")

    assert changes("briefs", str(other)) == TITLE
    assert changes("briefs/estia.yaml", str(other / "estia.yaml")) == TITLE
    assert run("briefs", "briefs").exit_code == 0
