"""The keys of a file are put in order; its data, its comments and all else stay."""

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given

from briefkit.editing.order import reorder
from briefkit.library import open_library
from briefkit.reading import read_bytes
from briefkit.revising import change, form
from briefkit.source.draft import Draft
from yaml_documents import documents

FOUNDING = Path(__file__).parents[2] / "briefs"


def draft(text: str) -> Draft:
    found = read_bytes(text.encode("utf-8", "surrogatepass"), "brief.yaml").draft
    assert found is not None
    return found


@given(documents())
def test_any_order_of_keys_keeps_the_data_and_comes_to_rest(document: tuple[str, list[object]]) -> None:
    before = draft(document[0])

    after = draft(reorder(before, lambda _: sorted("abcdefghijklmnopqrstuvwxyz")))

    assert after.data == before.data
    assert reorder(after, lambda _: sorted("abcdefghijklmnopqrstuvwxyz")) == after.source.text


@pytest.mark.parametrize("path", sorted(FOUNDING.glob("*.yaml")), ids=lambda path: path.stem)
def test_shuffled_keys_of_the_founding_library_keep_their_lines(path: Path) -> None:
    before = draft(path.read_text(encoding="utf-8"))
    keys = sorted({key for line in before.source.text.splitlines() if (key := line.strip(" -").partition(":")[0])})
    generator = random.Random(path.stem)  # noqa: S311
    for _ in range(5):
        generator.shuffle(keys)

        after = reorder(before, lambda _: keys)

        assert draft(after).data == before.data
        assert sorted(after.split()) == sorted(before.source.text.split())
        assert after != before.source.text


def test_comments_and_blank_lines_move_with_their_key() -> None:
    text = "# of the file\ntitle: T\n\n# of b\nb: 1  # one\n# of a\na:\n  # inside\n  y: 1\n  x: 2\n"

    after = reorder(draft(text.replace("\n", "\r\n")), lambda _: ["title", "a", "b", "x", "y"])

    assert after == (
        "# of the file\ntitle: T\n# of a\na:\n  # inside\n  x: 2\n  y: 1\n\n# of b\nb: 1  # one\n"
    ).replace("\n", "\r\n")


def test_the_founding_library_is_in_order_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOUNDING, tmp_path / "briefs"))
    assert not form.canonical(open_library(folder))
    path = folder / "india.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([lines[0], lines[2], lines[1], *lines[3:]]), encoding="utf-8")

    change.write(form.canonical(open_library(folder)))

    assert path.read_text(encoding="utf-8").split("\n") == lines
    assert not form.canonical(open_library(folder))
