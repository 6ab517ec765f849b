"""Wheel and sdist carry what the program needs and work outside the checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel made from the sdist, and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return {"wheel": next(folder.glob("*.whl")), "sdist": next(folder.glob("*.tar.gz"))}


def test_the_wheel_has_schemas_and_no_tests(distributions: dict[str, Path]) -> None:
    names = zipfile.ZipFile(distributions["wheel"]).namelist()

    wanted = {"briefkit/schema/brief.schema.json", "briefkit/schema/volume.schema.json", "briefkit/py.typed"}
    pdf = "briefkit/publish/formats/documents/pdf"
    wanted |= {f"{pdf}/templates/book.typ", f"{pdf}/fonts/FiraSans-Regular.ttf", f"{pdf}/fonts/OFL.txt"}
    wanted |= {"briefkit/publish/formats/libraries/sqlite/tables.sql"}
    assert wanted <= set(names)
    assert all(name.startswith(("briefkit/", "briefkit-")) for name in names)


def test_the_sdist_has_all_sources(distributions: dict[str, Path]) -> None:
    with tarfile.open(distributions["sdist"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    wanted = {"pyproject.toml", "README.md", "LICENSE", "schema/brief.schema.json", "briefs/australia.yaml"}
    assert wanted <= names
    assert "tests/test_packaging.py" in names


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_installed_copy_works_outside_the_checkout(
    distributions: dict[str, Path], kind: str, tmp_path: Path
) -> None:
    target = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    options = ["--no-build-isolation", "--no-index", "--target", str(target)]
    subprocess.run([*pip, *options, str(distributions[kind])], check=True, capture_output=True)

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "briefkit", *arguments, "--library", str(ROOT / "briefs")]
        environment = {**os.environ, "PYTHONPATH": str(target), "COLUMNS": "100"}
        result = subprocess.run(
            command, capture_output=True, check=False, cwd=tmp_path, env=environment, encoding="utf-8"
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    where = [sys.executable, "-c", "import briefkit; print(briefkit.__file__)"]
    found = subprocess.run(
        where, capture_output=True, check=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(target)}, text=True
    )
    assert Path(found.stdout.strip()).is_relative_to(target)
    assert "in 5 files" in run("validate") or "of 5 files" in run("validate")
    assert "4 US cooperation" in run("compare", "australia", "india")
