"""What only a process of its own shows: start-up, pipes, signals, encodings, odd files."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli.app import app

BRIEFKIT = [sys.executable, "-m", "briefkit"]


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run briefkit as a process."""
    return subprocess.run(
        [*BRIEFKIT, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


def test_version_loads_nothing_else() -> None:
    code = (
        "import sys\n"
        "sys.argv = ['briefkit', '--version']\n"
        "from briefkit.__main__ import main\n"
        "main()\n"
        "print(sorted(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.startswith("briefkit ")
    assert not {"typer", "rich", "yaml", "jsonschema", "markdown_it"} & set(result.stdout.split("'"))


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"rich", "yaml", "jsonschema", "markdown_it", "pydantic"}),
        (["list", "-f", "names"], {"rich", "jsonschema", "pydantic"}),
        (["validate", "-f", "concise"], {"rich", "jsonschema", "pydantic"}),
    ],
)
def test_commands_load_only_what_they_need(good: Path, arguments: list[str], unwanted: set[str]) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['briefkit', *{arguments!r}]\n"
        "from briefkit.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('MODULES', *sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=good.parent, encoding="utf-8"
    )

    modules = result.stdout.partition("MODULES")[2].split()
    assert not unwanted & set(modules)


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently on Windows")
def test_a_closed_pipe_ends_quietly(good: Path) -> None:
    process = subprocess.Popen(
        [*BRIEFKIT, "show", "estia", "--library", str(good)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()

    assert (process.wait(timeout=30), errors) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_an_interrupt_leaves_with_130_and_no_traceback(good: Path) -> None:
    process = subprocess.Popen(
        [*BRIEFKIT, "validate", "-", "--library", str(good)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    process.stdin.write(b"title: waiting\n" * 10_000)  # taken only by a process that has come to read its input
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)

    assert (process.returncode, b"Traceback" in errors) == (130, False)


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_an_interrupt_while_modules_are_loaded_leaves_with_130_too() -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'briefkit.cli.app': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "sys.argv = ['briefkit', 'list']\n"
        "from briefkit.__main__ import main\n"
        "main()"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert (result.returncode, result.stderr) == (130, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [["list"], ["validate", "-f", "json"], ["--help"]])
def test_an_output_that_takes_nothing_is_no_bug(good: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*BRIEFKIT, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, cwd=good.parent
        )

    assert (result.returncode, result.stderr) == (
        2,
        b"briefkit: the output cannot be written: no space left on device\n",
    )


@pytest.mark.skipif(os.name == "nt", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(
    ("closing", "code", "shown"),
    [("<&-", 1, b"error[invalid-yaml] the file is empty"), (">&-", 0, b""), ("2>&-", 1, b"")],
)
def test_closed_streams_are_no_bug(good: Path, closing: str, code: int, shown: bytes) -> None:
    command = "list" if closing == ">&-" else "show -"
    result = subprocess.run(
        ["sh", "-c", f'"$0" -m briefkit {command} {closing}', sys.executable],
        input=b"",
        capture_output=True,
        check=False,
        cwd=good.parent,
    )

    assert (result.returncode, shown in result.stderr) == (code, True)
    assert b"Traceback" not in result.stderr


def test_a_folder_without_permission_is_no_bug(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In-process, because root may read every folder."""

    listdir = os.listdir

    def refuse(path: Path) -> list[str]:
        if path == good:
            raise PermissionError(13, "Permission denied", str(path))
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    result = CliRunner().invoke(app, ["list", "--library", str(good)])

    assert (result.exit_code, result.stderr) == (2, f"briefkit: {good}: permission denied\n")


def test_output_is_utf8_whatever_the_locale(good: Path) -> None:
    result = run("show", "estia", "--library", good, PYTHONIOENCODING="ascii", LC_ALL="C")

    assert result.returncode == 0
    assert "Norland–Estia relations".encode() in result.stdout


def test_standard_input_is_a_brief_of_the_library(good: Path) -> None:
    text = (good / "estia.yaml").read_bytes().replace(b"obstructs: [open-ports]", b"obstructs: [open-prots]")
    result = run("validate", "-", "--stdin-name", "estia.yaml", "--library", good, "-f", "concise", stdin=text)

    assert result.returncode == 1
    assert b"estia.yaml:33:19: BK202 error[broken-link]" in result.stdout


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("utf16", "title: x\n".encode("utf-16"), "bad-encoding"),
        ("latin1", "title: Zoë\n".encode("latin-1"), "bad-encoding"),
        ("nul", b"title: a\0b\n", "forbidden-character"),
        ("deep", b"title: " + b"[" * 30_000 + b"]" * 30_000, "too-deep"),
        ("large", b"title: " + b"x" * 5_000_000, "file-too-large"),
    ],
)
def test_hostile_files_are_findings(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    (tmp_path / f"{name}.yaml").write_bytes(data)
    result = run("validate", tmp_path, "-f", "concise")

    assert f"error[{rule}]".encode() in result.stdout
    assert (result.returncode, b"Traceback" in result.stderr) == (1, False)


def test_a_file_without_permission_is_a_finding(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In-process, because root may read every file."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = CliRunner().invoke(app, ["validate", "--library", str(good), "-f", "concise"])

    assert result.exit_code == 1
    assert result.stdout.count("error[unreadable-file]") == 3


def test_validate_changes_no_byte_and_no_time(good: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in good.iterdir()}
    run("validate", "--library", good)

    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in good.iterdir()} == before


def test_a_bug_is_one_line_and_exit_code_3(good: Path) -> None:
    code = (
        "import sys, briefkit.api\n"
        "def broken(*_, **__): raise RuntimeError('boom\\x1b[31m')\n"
        "briefkit.api.show = broken\n"
        f"sys.argv = ['briefkit', 'show', 'estia', '--library', {str(good)!r}]\n"
        "from briefkit.__main__ import main\n"
        "main()"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert result.returncode == 3
    assert result.stderr.startswith(b"briefkit: this is a bug in briefkit: RuntimeError: boom")
    assert b"\x1b" not in result.stderr
    assert b"Traceback" not in result.stderr
