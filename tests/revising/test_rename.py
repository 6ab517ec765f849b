"""A name is another one everywhere, in all files or in none."""

import shutil
from pathlib import Path

import pytest

from briefkit import api
from briefkit.document import prose
from briefkit.editing import EditRefusedError
from briefkit.library import open_library
from briefkit.text.errors import OutputError, UsageError

FOUNDING = Path(__file__).parents[2] / "briefs"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOUNDING, tmp_path / "briefs"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("australia:regional-order", "inclusive-order"),
        ("us-alliance", "alliance"),
        ("United States", "The Union of States"),
        ("satake-2015", "satake-2016"),
        ("australia:R1", "first-of-all"),
        ("ASEAN", "ASN"),
    ],
)
def test_there_and_back_changes_nothing(old: str, new: str, library: Path) -> None:
    before = contents(library)

    there = api.rename(open_library(library), old, new)
    between = contents(library)
    brief = old.rpartition(":")[0]
    api.rename(open_library(library), f"{brief}:{new}" if brief else new, there.old, kind=there.kind)

    assert between != before
    assert {change.file.rpartition("/")[2] for change in there.changes} == {
        name for name in before if between[name] != before[name]
    }
    assert contents(library) == before


def test_every_reference_of_a_brief_can_be_renamed(library: Path) -> None:
    found = open_library(library)
    for reference in found.brief("india").references:
        renamed = api.rename(found, f"india:{reference.id}", f"{reference.id}-x", write=False)

        [change] = renamed.changes
        text = change.after.decode()
        marks = prose.parse(text).marks
        assert f"@{reference.id}-x" in text or "based_on" in text
        assert reference.id not in {mark.target for mark in marks}


def test_a_citation_with_a_strange_key_is_put_into_braces(library: Path) -> None:
    key = open_library(library).brief("india").references[1].id

    api.rename(open_library(library), f"india:{key}", "a/b!", kind="reference")

    assert "@{a/b!}" in (library / "india.yaml").read_text(encoding="utf-8")


def test_what_is_several_things_asks_which(library: Path) -> None:
    volume = library / "volume.yaml"
    volume.write_text(
        volume.read_text(encoding="utf-8").replace("abbreviations:\n", "abbreviations:\n  energy: Power\n")
    )

    with pytest.raises(UsageError, match="is a theme and an abbreviation") as error:
        api.rename(open_library(library), "energy", "power")

    assert error.value.hint == "say which with --kind: theme, abbreviation"


def test_a_point_of_several_briefs_asks_which(library: Path) -> None:
    ids = {name: {point.id for point in open_library(library).brief(name).points} for name in ("india", "europe")}
    shared = next(iter(ids["europe"]))
    text = (library / "india.yaml").read_text(encoding="utf-8")
    (library / "india.yaml").write_text(
        text.replace(f"id: {next(iter(ids['india']))}\n", f"id: {shared}\n"), encoding="utf-8"
    )

    with pytest.raises(UsageError, match="several files have a point"):
        api.rename(open_library(library), shared, "other")


def test_nothing_is_written_that_would_be_worse(library: Path) -> None:
    before = contents(library)

    with pytest.raises(EditRefusedError, match="would then have a finding"):
        api.rename(open_library(library), "australia:regional-order", "No Id")

    assert contents(library) == before


@pytest.mark.parametrize("fails_at", [1, 2, 4, 6, 8])
def test_what_was_written_before_a_failure_is_put_back(
    fails_at: int, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, replace, calls = contents(library), Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    if fails_at > 5:
        api.rename(open_library(library), "us-alliance", "alliance")
        assert contents(library) != before
        return

    with pytest.raises(OutputError, match="nothing was changed"):
        api.rename(open_library(library), "us-alliance", "alliance")

    assert contents(library) == before


def test_a_file_that_changed_meanwhile_is_left_alone(library: Path) -> None:
    from briefkit.revising import change

    renamed = api.rename(open_library(library), "us-alliance", "alliance", write=False)
    (library / "india.yaml").write_text("title: other\n", encoding="utf-8")
    before = contents(library)

    with pytest.raises(OutputError, match="has changed meanwhile"):
        change.write(renamed.changes)

    assert contents(library) == before
