"""Where an output cannot go: a clear word, exit code 2, and what was there before is there after."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefkit.cli.app import app

posix = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
FORMATS = ["markdown", "text", "docx", "json"]
ONE = {name: f"export estia -f {name} -o out/file" for name in FORMATS} | {
    "pdf": "export estia -f pdf -o out/file",
    "sqlite": "export --all -f sqlite -o out/file",
    "volume": "export --volume -f docx -o out/file",
    "view": "list goals -f csv -o out/file",
    "graph": "trace -f mermaid -o out/file",
    "schema": "schema -o out/file",
}
"""A command for each way to one file."""


@pytest.fixture
def beside(good: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the small valid library, with an old file in a folder for outputs."""
    monkeypatch.chdir(good.parent)
    Path("out").mkdir()
    Path("out/file").write_text("old", encoding="utf-8")
    return good.parent


def run(command: str) -> Result:
    return CliRunner().invoke(app, command.split(), prog_name="briefkit")


def refused(result: Result) -> str:
    """Return the message of a refusal."""
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[0].removeprefix("briefkit: ")


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("command", ONE.values(), ids=ONE)
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
def test_a_disk_that_does_not_take_it(
    beside: Path, monkeypatch: pytest.MonkeyPatch, command: str, call: str, code: int
) -> None:
    """A full disk, a folder or a whole disk that is read-only: wherever the writing fails."""
    if call == "fsync":
        monkeypatch.setattr(os, "fsync", failing(code))
    else:
        real = getattr(Path, call)
        fail = failing(code)

        def only_there(path: Path, *given: object, **more: object) -> object:
            return fail() if path.suffix == ".tmp" else real(path, *given, **more)

        monkeypatch.setattr(Path, call, only_there)

    assert refused(run(command)) == f"out/file cannot be written: {os.strerror(code).lower()}"
    assert [path.name for path in (beside / "out").iterdir()] == ["file"]
    assert (beside / "out/file").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("command", ONE.values(), ids=ONE)
@pytest.mark.usefixtures("beside")
def test_a_folder_that_is_not_there(command: str) -> None:
    assert refused(run(command.replace("out/file", "no/file"))).endswith("there is no folder no")


@pytest.mark.parametrize("command", [command for command in ONE.values() if "estia" not in command])
@pytest.mark.usefixtures("beside")
def test_a_target_that_is_a_folder(command: str) -> None:
    assert refused(run(command.replace("out/file", "out"))).startswith("out is a folder")
    assert [path.name for path in Path("out").iterdir()] == ["file"]


@pytest.mark.parametrize("command", ONE.values(), ids=ONE)
@pytest.mark.usefixtures("beside")
def test_a_target_in_a_file(command: str) -> None:
    message = refused(run(command.replace("out/file", "out/file/inner")))

    assert message.startswith("out/file/inner cannot be written: ") or message == "there is no folder out/file"
    assert Path("out/file").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("command", ONE.values(), ids=ONE)
@pytest.mark.usefixtures("beside")
def test_a_device_that_is_full(command: str) -> None:
    assert refused(run(command.replace("out/file", "/dev/full"))) == (
        "/dev/full cannot be written: no space left on device"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(beside: Path) -> None:
    (beside / "out").chmod(0o500)

    assert refused(run("export estia -o out/new.md")) == "out/new.md cannot be written: permission denied"
    assert refused(run("export --all -f text -o out/inner")) == (
        "the folder out/inner cannot be made: permission denied"
    )
    (beside / "out").chmod(0o700)


@posix
@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("command", ["export --all --force -o out", "export estia --force -o out"])
def test_a_link_that_leads_out_of_the_folder(beside: Path, command: str, is_there: bool) -> None:
    outside = beside / "outside.md"
    if is_there:
        outside.write_text("old", encoding="utf-8")
    Path("out/estia.md").symlink_to(outside)

    assert refused(run(command)) == "out/estia.md is a link that leads out of the folder"
    assert outside.exists() == is_there
    assert not is_there or outside.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path("out").iterdir()) == ["estia.md", "file"]


@posix
@pytest.mark.usefixtures("beside")
def test_a_link_inside_the_folder_is_followed() -> None:
    Path("out/estia.md").symlink_to("file")

    assert run("export estia --force -o out").exit_code == 0
    assert Path("out/estia.md").is_symlink()
    assert Path("out/file").read_text(encoding="utf-8").startswith("# Norland")


@posix
@pytest.mark.parametrize("command", ["export estia -o out/loop.md", "export estia -f markdown -o out/loop.md"])
@pytest.mark.usefixtures("beside")
def test_links_in_a_circle_are_replaced(command: str) -> None:
    Path("out/loop.md").symlink_to("loop.md")

    assert run(command).exit_code == 0
    assert Path("out/loop.md").read_text(encoding="utf-8").startswith("# Norland")


def test_of_several_files_none_is_written_when_one_is_there(beside: Path) -> None:
    (beside / "out/estia.md").write_text("old", encoding="utf-8")

    assert refused(run("export --all -o out")) == "out/estia.md is already there"
    assert sorted(path.name for path in Path("out").iterdir()) == ["estia.md", "file"]
