"""Folders with odd names, very many files, and files that change under the hands of a check."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefkit.library import examination, files, open_library
from briefkit.library.cache import ResultCache
from briefkit.library.files import Item


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[bytes]":
    """Run briefkit as a process."""
    return subprocess.run([sys.executable, "-m", "briefkit", *arguments], capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize("command", [["validate", "-f", "json"], ["list", "-f", "json"], ["list", "-f", "names"]])
@pytest.mark.parametrize("name", [b"two words", b"a\nb", b"\xff\xfe", "日本".encode(), "e\u0301".encode()], ids=ascii)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_library_may_lie_in_a_folder_of_any_name(name: bytes, command: list[str], good: Path) -> None:
    folder = Path(shutil.copytree(good, good.parent / os.fsdecode(name)))
    plain = run(*command, "--library", good)

    for _ in range(2):  # checked, and from the cache
        result = run(*command, "--library", folder)

        assert (result.returncode, result.stderr) == (plain.returncode, plain.stderr)
        assert len(result.stdout.splitlines()) == len(plain.stdout.splitlines())
        if "json" in command:
            written = json.loads(result.stdout)
            files = {one["file"] for one in written.get("findings") or written["records"]}
            assert {Path(file).resolve() for file in files} == {folder / "estia.yaml", folder / "sudmark.yaml"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_brief_may_have_any_name(good: Path) -> None:
    shutil.copy(good / "estia.yaml", good / os.fsdecode(b"a \xff\n.yaml"))

    results = [run("validate", "--library", good, "-f", "concise") for _ in range(2)]

    assert [result.returncode for result in results] == [1, 1]
    assert results[0].stdout == results[1].stdout
    assert b"brief-not-in-volume" in results[0].stdout
    assert b"Traceback" not in results[0].stderr


def test_other_files_do_not_matter_however_many(good: Path) -> None:
    for i in range(100_000):
        os.close(os.open(good / f"note-{i}.txt", os.O_CREAT | os.O_WRONLY))

    assert open_library(good).names == ("sudmark", "estia")
    assert [Path(file).name for file in open_library(good).validate().files] == [
        "volume.yaml",
        "sudmark.yaml",
        "estia.yaml",
    ]


def test_a_file_that_vanishes_before_it_is_read_is_a_finding(good: Path) -> None:
    library = open_library(good)
    assert library.names == ("sudmark", "estia")
    (good / "estia.yaml").unlink()

    report = library.validate()

    assert [finding.rule for finding in report.findings if finding.file.endswith("estia.yaml")] == ["unreadable-file"]


def test_a_file_that_changes_while_it_is_checked_is_kept_as_what_was_checked(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = replace(open_library(good), cache=ResultCache(tmp_path / "cache"))
    monkeypatch.setattr(examination, "FROM_FILES", 1)  # read for its key, and again to be checked
    item = files.BriefFile.item
    reads: list[str] = []

    def read(file: files.BriefFile) -> Item:
        found = item(file)
        reads.append(file.file)
        if file.file.endswith("estia.yaml") and reads.count(file.file) == 1:
            text = (good / "estia.yaml").read_text(encoding="utf-8")
            (good / "estia.yaml").write_text(text.replace("title: ", "titel: ", 1), encoding="utf-8")
        return found

    monkeypatch.setattr(files.BriefFile, "item", read)
    library.validate()
    monkeypatch.undo()

    plain = open_library(good).validate()
    kept = replace(open_library(good), cache=library.cache).validate()
    assert "unknown-field" in [finding.rule for finding in plain.findings]
    assert list(kept.findings) == list(plain.findings)
