"""Fixtures shared by the tests: libraries by name, golden files, the command line in-process."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Nothing is timed in a test, and one run finds what every run finds.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

HERE = Path(__file__).parent
LIBRARIES = HERE / "libraries"
FOUNDING = HERE.parent / "briefs"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files and transcripts anew")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting of the person who runs the tests may change what they see, and no test touches their cache."""
    monkeypatch.setenv("BRIEFKIT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in (
        "BRIEFKIT_LIBRARY",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "LINES",
        "SOURCE_DATE_EPOCH",
        "PAGER",
        "LESS",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the small valid library, to be changed at will."""
    return Path(shutil.copytree(LIBRARIES / "good", tmp_path / "briefs"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with a golden file by name; `--update-golden` writes it instead."""

    def compare(name: str, actual: str) -> None:
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        assert path.is_file(), f"{path} is missing; run pytest --update-golden and read the new file"
        with path.open(encoding="utf-8", newline="") as stream:
            assert actual == stream.read()

    return compare
