"""The cache: it makes a check faster and never other, and nothing that happens to it is the user's concern."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app
from briefkit.library import cache as cache_module
from briefkit.library import shelf
from briefkit.library.cache import ResultCache, cache_folder, digest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that is not there yet."""
    monkeypatch.setenv("BRIEFKIT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def check(library: Path, *words: str, command: str = "validate") -> str:
    """Return what a command says, and its exit code."""
    result = CliRunner().invoke(app, [command, "-L", str(library), *words], catch_exceptions=False)
    return f"{result.stdout}\n{result.stderr}\n{result.exit_code}"


def rows(folder: Path) -> int:
    connection = sqlite3.connect(folder / "results.sqlite")
    try:
        count: int = connection.execute("SELECT count(*) FROM results").fetchone()[0]
        return count
    finally:
        connection.close()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_second_run_says_the_same(good: Path, folder: Path) -> None:
    edit(good / "estia.yaml", "obstructs: [open-ports]", "obstructs: [open-port]")
    plain = check(good, "--no-cache")
    assert not folder.exists()

    assert check(good) == plain
    assert (folder / "results.sqlite").is_file()
    assert check(good) == plain
    assert "open-port" in plain


@pytest.mark.usefixtures("folder")
def test_what_is_kept_is_used(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(good)
    monkeypatch.setattr("briefkit.checks.examine.examine", None)

    assert check(good) == first


@pytest.mark.parametrize("file", ["estia.yaml", "volume.yaml"])
@pytest.mark.usefixtures("folder")
def test_a_changed_file_is_checked_anew(file: str, good: Path) -> None:
    check(good)
    edit(good / file, "title: ", "titel: ")

    assert check(good) == check(good, "--no-cache")
    assert "titel" in check(good)


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_moved_is_shown_where_it_is(good: Path, tmp_path: Path) -> None:
    edit(good / "estia.yaml", "title: ", "titel: ")
    check(good)
    moved = Path(shutil.move(good, tmp_path / "elsewhere"))

    assert check(moved) == check(moved, "--no-cache")
    assert "elsewhere" in check(moved, "-f", "concise")


@pytest.mark.usefixtures("folder")
def test_a_file_under_another_name_is_checked_anew(good: Path) -> None:
    check(good)
    (good / "estia.yaml").rename(good / "estonia.yaml")

    assert check(good) == check(good, "--no-cache")
    assert "estonia" in check(good)


@pytest.mark.usefixtures("folder")
def test_a_file_that_has_gone_is_not_remembered(good: Path) -> None:
    check(good)
    (good / "estia.yaml").unlink()

    assert check(good) == check(good, "--no-cache")


@pytest.mark.usefixtures("folder")
def test_a_volume_that_cannot_be_read_is_not_taken_for_an_empty_one(good: Path) -> None:
    (good / "volume.yaml").write_bytes(b"")
    check(good)
    (good / "volume.yaml").unlink()
    (good / "volume.yaml").mkdir()

    assert check(good) == check(good, "--no-cache")
    assert "this is a folder, not a file" in check(good)


@pytest.mark.usefixtures("folder")
def test_chosen_rules_are_kept_apart(good: Path) -> None:
    edit(good / "estia.yaml", "obstructs: [open-ports]", "obstructs: [open-port]")

    for words in (["--ignore", "broken-link"], [], ["--select", "broken-link"], []):
        assert check(good, *words) == check(good, *words, "--no-cache")


def test_another_version_starts_anew(good: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(good)
    kept = rows(folder)
    monkeypatch.setattr(cache_module, "__version__", "99.0")
    check(good)

    assert rows(folder) == 2 * kept


def test_a_file_of_another_format_is_made_anew(good: Path, folder: Path) -> None:
    check(good)
    connection = sqlite3.connect(folder / "results.sqlite")
    connection.executescript("DROP TABLE results; CREATE TABLE results (other TEXT); PRAGMA user_version = 99")
    connection.close()

    assert check(good) == check(good, "--no-cache")
    assert rows(folder)


@pytest.mark.parametrize(
    "data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000], ids=["0", "text", "torn"]
)
def test_a_damaged_file_is_no_concern_of_the_user(data: bytes, good: Path, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "results.sqlite").write_bytes(data)
    plain = check(good, "--no-cache")

    assert [check(good) for _ in range(3)] == [plain] * 3
    assert rows(folder)


def test_a_file_that_is_cut_off_is_no_concern_of_the_user(good: Path, folder: Path) -> None:
    plain = check(good)
    file = folder / "results.sqlite"
    data = file.read_bytes()
    for share in (0.1, 0.5, 0.9):
        file.write_bytes(data[: int(len(data) * share)])
        assert check(good) == plain


@pytest.mark.parametrize("command", ["validate", "list"])
def test_no_entry_that_was_tampered_with_is_believed(command: str, good: Path, folder: Path) -> None:
    plain = check(good, command=command)
    connection = sqlite3.connect(folder / "results.sqlite")
    for key, value in connection.execute("SELECT key, value FROM results").fetchall():
        changed = value[:-1] + bytes([value[-1] ^ 1])
        connection.execute("UPDATE results SET value = ? WHERE key = ?", (changed, key))
    connection.commit()
    connection.close()

    assert check(good, command=command) == plain


@pytest.mark.parametrize("command", ["validate", "list"])
@pytest.mark.parametrize("value", [b"", b"\0\0\0\1[", b"\0\0\0\2{}", b"\xff" * 40, b"[]", b'{"estia":[]}'])
def test_an_entry_of_another_shape_is_not_believed(value: bytes, command: str, good: Path, folder: Path) -> None:
    plain = check(good, command=command)
    connection = sqlite3.connect(folder / "results.sqlite")
    keys = [key for (key,) in connection.execute("SELECT key FROM results").fetchall()]
    connection.close()
    ResultCache(folder).put(dict.fromkeys(keys, value))

    assert check(good, command=command) == plain


def test_keys_of_other_values_are_other_keys() -> None:
    parts = [(b"a", b"bc"), (b"ab", b"c"), (b"abc",), (b"abc", b""), (b"", b"abc")]

    assert len({digest(*some) for some in parts}) == len(parts)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="only where files have owners")
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_to_is_left_alone(mode: int, good: Path, folder: Path) -> None:
    folder.mkdir()
    folder.chmod(mode)

    assert check(good) == check(good, "--no-cache")
    assert not list(folder.iterdir())


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="only where files have owners")
def test_a_folder_of_somebody_else_is_left_alone(good: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(mode=0o700)
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)

    assert check(good) == check(good, "--no-cache")
    assert not list(folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_not_followed(good: Path, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    folder.symlink_to(tmp_path / "real")
    assert check(good) == check(good, "--no-cache")
    assert not list((tmp_path / "real").iterdir())

    folder.unlink()
    folder.mkdir(mode=0o700)
    (tmp_path / "target").write_bytes(b"precious")
    (folder / "results.sqlite").symlink_to(tmp_path / "target")
    assert check(good) == check(good, "--no-cache")
    assert (tmp_path / "target").read_bytes() == b"precious"


def test_a_folder_that_cannot_be_made_is_no_concern_of_the_user(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("BRIEFKIT_CACHE_DIR", str(tmp_path / "file" / "cache"))

    assert check(good) == check(good, "--no-cache")


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_written_to_is_read(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = check(good)
    monkeypatch.setattr(ResultCache, "_put", _refuse)
    edit(good / "estia.yaml", "title: ", "titel: ")

    assert check(good) == check(good, "--no-cache") != plain


def _refuse(*_: object) -> None:
    raise sqlite3.OperationalError("attempt to write a readonly database")


def test_a_file_that_is_locked_for_long_is_done_without(good: Path, folder: Path) -> None:
    check(good)
    connection = sqlite3.connect(folder / "results.sqlite", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        assert check(good) == check(good, "--no-cache")
    finally:
        connection.close()


@pytest.mark.usefixtures("folder")
def test_what_is_put_aside_on_the_disk_is_the_same(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_IN_MEMORY", 0)
    check(good)
    edit(good / "estia.yaml", "title: ", "titel: ")
    plain = check(good, "--no-cache")

    assert check(good) == plain
    monkeypatch.setattr("tempfile.TemporaryFile", _refuse_file)
    edit(good / "estia.yaml", "titel: ", "title: ")
    assert check(good, "--ignore", "broken-link") == check(good, "--ignore", "broken-link", "--no-cache")


def _refuse_file(**_: object) -> None:
    raise OSError("no space left")


@pytest.mark.usefixtures("folder")
def test_two_processes_at_once_get_along(good: Path) -> None:
    command = [sys.executable, "-m", "briefkit", "validate", "-L", str(good), "-f", "concise"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    first, second = [process.communicate(timeout=60) for process in both]

    assert first == second
    assert [process.returncode for process in both] == [0, 0]


def test_what_is_old_makes_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = ResultCache(folder)
    monkeypatch.setattr(cache_module, "_today", lambda: 1)
    cache.put({digest(b"old%d" % i): os.urandom(2000) for i in range(50)})
    monkeypatch.setattr(cache_module, "_today", lambda: 2)
    assert cache.get([digest(b"old7")])
    monkeypatch.setattr(cache_module, "LIMIT", 100_000)
    cache.put({digest(b"new"): b"value"})

    assert rows(folder) == 26
    assert set(cache.get([digest(b"new"), digest(b"old7")])) == {digest(b"new"), digest(b"old7")}


def test_the_folder_is_the_users_own_for_this_program() -> None:
    assert cache_folder({"BRIEFKIT_CACHE_DIR": "there"}) == Path("there")
    assert cache_folder({}).name == "briefkit"
    assert cache_folder({"BRIEFKIT_CACHE_DIR": ""}) == cache_folder({})


def test_the_folder_is_made_for_the_user_alone(good: Path, folder: Path) -> None:
    check(good)

    if hasattr(os, "getuid"):
        assert folder.stat().st_mode & 0o777 == 0o700
