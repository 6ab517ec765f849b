"""The examples do what they say."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefkit import api
from briefkit.format import shipped
from briefkit.format.model import wording
from briefkit.format.questions import DEFAULT
from briefkit.views.view import View

ROOT = Path(__file__).parent.parent
SHELL = shutil.which("dash") or shutil.which("sh")

needs_shell = pytest.mark.skipif(SHELL is None, reason="there is no POSIX shell")
LIBRARIES = sorted(path.parent for path in (ROOT / "examples").glob("*/volume.yaml"))


@pytest.mark.parametrize("folder", LIBRARIES, ids=lambda folder: folder.name)
def test_a_library_of_each_set_goes_through_every_command(folder: Path) -> None:
    library = api.open_library(folder)
    first = library.names[0]

    def text(view: View) -> str:
        return str(api.render(view.document, "text", pages=False))

    assert library.questions.name == folder.name
    assert [finding for finding in api.validate(library).findings if finding.severity != "info"] == []
    compared, traced, book = text(api.compare(library)), text(api.trace(library)), str(api.export(library, first))
    for question in library.questions.questions:
        assert f"{question.number} {question.name}" in compared
        assert wording(library.volume, question) in book
        assert api.list_items(library, question.slug).records
    assert "All briefs together" in traced
    by_theme = text(api.compare(library, by="theme"))
    assert library.volume
    assert all(theme.name in by_theme for theme in library.volume.themes.values())
    assert len(api.volume(library).document.chapters) > len(library.names)


def test_each_shipped_set_has_a_library() -> None:
    assert {folder.name for folder in LIBRARIES} == {*shipped.names()} - {DEFAULT}


def run(script: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an example with the briefkit of this environment first in the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [str(SHELL), str(ROOT / "examples" / script), *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@needs_shell
def test_all_recommendations_go_to_a_table_and_a_page(good: Path, tmp_path: Path) -> None:
    result = run("all-recommendations.sh", str(good), "out dir", folder=tmp_path)

    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "wrote out dir/recommendations.csv and out dir/recommendations.md\n"
    with (tmp_path / "out dir" / "recommendations.csv").open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert [f"{row['brief']}:{row['label']}" for row in table] == ["sudmark:R1", "estia:R1"]
    page = (tmp_path / "out dir" / "recommendations.md").read_text(encoding="utf-8")
    assert page.startswith("# Recommendations\n")
    assert page.count("\n## Who is asked to act\n") == 1
    for row in table:
        assert f"{row['brief']}:{row['label']} | {row['statement']} |" in page


@needs_shell
def test_all_recommendations_run_again_replace_the_files(good: Path, tmp_path: Path) -> None:
    """By default the library is `briefs` in the current folder, and the files go there."""
    for _ in range(2):
        assert run("all-recommendations.sh", folder=good.parent).returncode == 0

    assert (tmp_path / "recommendations.md").read_text(encoding="utf-8").count("# Recommendations\n") == 1


@needs_shell
def test_all_recommendations_stop_at_the_first_fault(tmp_path: Path) -> None:
    result = run("all-recommendations.sh", "nowhere", folder=tmp_path)

    assert result.returncode == 2
    assert "the library nowhere does not exist" in result.stderr
    assert list(tmp_path.iterdir()) == []
