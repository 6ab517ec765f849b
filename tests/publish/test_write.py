import os
from pathlib import Path

import pytest

from briefkit.publish.write import write_file
from briefkit.text.errors import OutputError


def test_a_new_file_has_the_content_and_nothing_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a.md", "größer\n", replace=False)

    assert (tmp_path / "a.md").read_bytes() == "größer\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_an_existing_file_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(OutputError, match="is already there"):
        write_file(target, "new", replace=False)
    assert target.read_text(encoding="utf-8") == "old"

    write_file(target, b"new", replace=True)

    assert target.read_text(encoding="utf-8") == "new"


def test_a_failure_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    target.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="no space left on device"):
        write_file(target, "new", replace=True)

    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_an_interrupt_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    target.write_text("old", encoding="utf-8")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(target, "new", replace=True)

    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")

    write_file(tmp_path / "link.md", "new", replace=True)

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(("name", "problem"), [("no/a.md", "there is no folder"), ("", "is a folder")])
def test_what_cannot_be_written_says_why(tmp_path: Path, name: str, problem: str) -> None:
    with pytest.raises(OutputError, match=problem):
        write_file(tmp_path / name, "new", replace=True)
