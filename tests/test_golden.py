"""Golden files of the founding library: every mode of comparison in three widths, a brief, the volume.

`pytest --update-golden` writes them anew; read the difference before it is committed.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import Library, open_library
from briefkit.publish.layout import lay_out, text_of
from briefkit.views.view import View

FOUNDING = Path(__file__).parent.parent / "briefs"

VIEWS: dict[str, Callable[[Library], View]] = {
    "compare-question": lambda library: api.compare(library, ["australia", "india"]),
    "compare-question-4": api.compare,
    "compare-question-detail": lambda library: api.compare(
        library, ["australia", "india"], questions=["challenges"], detail=True
    ),
    "compare-theme": lambda library: api.compare(library, by="theme"),
    "compare-theme-shared": lambda library: api.compare(library, by="theme", only="shared", questions=["goals"]),
    "compare-theme-gaps": lambda library: api.compare(library, by="theme", only="gaps"),
    "compare-actor": lambda library: api.compare(library, by="actor"),
    "compare-transposed": lambda library: api.compare(
        library, ["australia", "india"], questions=["goals", "challenges"], transpose=True
    ),
    "trace": api.trace,
}

WIDTHS = (60, 100, 140)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(FOUNDING)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VIEWS)
def test_views_in_the_terminal(library: Library, name: str, width: int, golden: Callable[[str, str], None]) -> None:
    lines = [text_of(line).rstrip() for line in lay_out(VIEWS[name](library).document, width)]

    golden(f"terminal/{name}-{width}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(("format_", "suffix"), [("markdown", "md"), ("text", "txt")])
def test_a_brief(library: Library, format_: str, suffix: str, golden: Callable[[str, str], None]) -> None:
    written = api.export(library, "australia", format_)

    assert isinstance(written, str)
    golden(f"australia.{suffix}", written)


@pytest.mark.parametrize(("format_", "suffix"), [("markdown", "md"), ("text", "txt")])
def test_the_comparison(library: Library, format_: str, suffix: str, golden: Callable[[str, str], None]) -> None:
    written = api.render(VIEWS["compare-question"](library).document, format_)

    assert isinstance(written, str)
    golden(f"comparison.{suffix}", written)


@pytest.mark.parametrize(("format_", "suffix"), [("markdown", "md"), ("text", "txt")])
def test_the_volume(library: Library, format_: str, suffix: str, golden: Callable[[str, str], None]) -> None:
    written = api.render(api.volume(library).document, format_)

    assert isinstance(written, str)
    golden(f"volume.{suffix}", written)


def test_no_golden_file_is_left_over() -> None:
    folder = Path(__file__).parent / "golden"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    expected = {f"terminal/{name}-{width}.txt" for name in VIEWS for width in WIDTHS}
    expected |= {f"{name}.{suffix}" for name in ("australia", "comparison", "volume") for suffix in ("md", "txt")}
    assert found == expected
