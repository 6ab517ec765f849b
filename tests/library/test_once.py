"""What is opened and parsed, and how often: each file at most once, and none that nobody asked for."""

import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app
from briefkit.library import files
from briefkit.reading import Reading, read_bytes

_watched: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _watched is not None and str(arguments[0]).endswith(".yaml"):
        _watched.append(Path(str(arguments[0])).stem)


sys.addaudithook(_watch)


@pytest.fixture
def library(good: Path) -> Path:
    """A library of five briefs, one of them unfinished."""
    for name in ("aland", "bornholm"):
        shutil.copy(good / "estia.yaml", good / f"{name}.yaml")
    (good / "draft.yaml").write_text("title: A draft\n", encoding="utf-8")
    return good


def counts(library: Path, *words: str) -> tuple[Counter[str], Counter[str]]:
    """Return how often each file is opened, and how often one is parsed, by a command."""
    global _watched  # noqa: PLW0603 (an audit hook cannot be taken away)
    parsed: list[str] = []

    def count(data: bytes, file: str) -> Reading:
        parsed.append(Path(file).stem)
        return read_bytes(data, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "read_bytes", count)
        _watched = []
        try:
            CliRunner().invoke(app, [*words, "--library", str(library)], catch_exceptions=False)
            return Counter(_watched), Counter(parsed)
        finally:
            _watched = None


@pytest.mark.parametrize(
    "words",
    [
        ["validate"],
        ["validate", "--no-cache"],
        ["validate", "estia"],
        ["validate", "--select", "uncited-figure"],
        ["list"],
        ["list", "goals"],
        ["list", "themes"],
        ["list", "-f", "json"],
        ["compare", "estia", "sudmark"],
        ["compare", "estia", "sudmark", "--by", "theme"],
        ["trace", "estia"],
        ["show", "estia"],
        ["export", "estia", "-f", "json"],
        ["export", "estia", "-f", "text"],
    ],
    ids=" ".join,
)
def test_each_file_is_opened_and_parsed_at_most_once(words: list[str], library: Path) -> None:
    opened, parsed = counts(library, *words)

    assert opened
    assert max(opened.values()) == 1
    assert max(parsed.values()) == 1


def test_the_volume_is_made_from_one_reading(good: Path) -> None:
    opened, parsed = counts(good, "export", "--volume", "-f", "text")

    assert opened == parsed == {"volume": 1, "estia": 1, "sudmark": 1}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["list", "-f", "names"], {"volume"}),
        (["show", "estia"], {"volume", "estia"}),
        (["show", "estia", "-q", "goals"], {"volume", "estia"}),
        (["trace", "estia"], {"volume", "estia"}),
        (["export", "estia"], {"volume", "estia"}),
        (["compare", "estia", "sudmark"], {"volume", "estia", "sudmark"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_no_other_brief_is_opened(words: list[str], wanted: set[str], library: Path) -> None:
    opened, _ = counts(library, *words)

    assert set(opened) == wanted


@pytest.mark.parametrize(("words", "anew"), [(["validate"], set()), (["list"], {"volume"})])
def test_what_is_unchanged_is_parsed_once_for_all_runs(words: list[str], anew: set[str], library: Path) -> None:
    counts(library, *words)

    opened, parsed = counts(library, *words)

    assert set(opened) == {"volume", "estia", "sudmark", "aland", "bornholm", "draft"}
    assert set(parsed) <= anew
