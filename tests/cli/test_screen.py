"""What only a terminal shows: color, the pager, messages that break between words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


PROGRAM = "from briefkit.__main__ import main; main()"


def with_bar_after(seconds: float) -> str:
    """Return the program with a bar for work that takes longer than this."""
    return f"from briefkit.cli import progress; progress.AFTER = {seconds}; {PROGRAM}"


NO_BAR = with_bar_after(1e9)
"""The program as it is on a machine that is never slow."""


def on_screen(*arguments: str, cwd: Path, program: str = NO_BAR, **environment: str) -> str:
    """Run briefkit in a terminal of 60 columns and return what it shows, both streams."""
    import pty

    ours, theirs = pty.openpty()
    settings = {"COLUMNS": "60", "TERM": "xterm-256color", "PATH": os.environ["PATH"], **environment}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=settings,
    )
    os.close(theirs)
    shown = bytearray()
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how a pseudo-terminal says that the other side has closed it
        pass
    os.close(ours)
    process.wait(timeout=30)
    return shown.decode().replace("\r\n", "\n")


def test_messages_break_between_words(good: Path) -> None:
    shown = on_screen("validate", "sudmark", cwd=good.parent, NO_COLOR="1")

    assert max(map(len, shown.splitlines())) <= 60
    assert "] R1\n`one-form` does not say by when\n" in shown


def test_color_is_for_the_screen_and_can_be_turned_off(good: Path) -> None:
    assert "\x1b[" in on_screen("list", cwd=good.parent)
    for arguments, environment in ((["list"], {"NO_COLOR": "1"}), (["list"], {"TERM": "dumb"})):
        assert "\x1b" not in on_screen(*arguments, cwd=good.parent, **environment)
    assert "\x1b" not in on_screen("list", "--no-color", cwd=good.parent)


def test_findings_that_stop_a_command_keep_to_no_color(good: Path) -> None:
    (good / "estia.yaml").write_text("title: x\n", encoding="utf-8")

    assert "\x1b[" in on_screen("show", "estia", cwd=good.parent)
    assert "\x1b" not in on_screen("show", "estia", "--no-color", cwd=good.parent)


def test_the_pager_is_the_one_that_the_user_names(good: Path) -> None:
    shown = on_screen("show", "estia", "--pager", cwd=good.parent, PAGER="sed s/^/:/", MANPAGER="false")

    assert ":Norland–Estia relations" in shown.replace("\x1b[1m", "")


def test_without_the_pager_the_brief_is_shown_all_the_same(good: Path) -> None:
    shown = on_screen("show", "estia", "--pager", cwd=good.parent, PAGER="no-such-program -x", NO_COLOR="1")

    assert shown.startswith("there is no program no-such-program, which $PAGER names\nNorland–Estia")


@pytest.mark.parametrize(
    ("arguments", "verb", "end"),
    [
        (["validate"], "checking", "in 2 of 3 files"),
        (["list", "--no-cache"], "checking", "sudmark"),
        (["export", "--all", "-o", "out"], "exporting", "wrote 2 briefs to out/"),
    ],
)
def test_long_work_shows_a_bar_that_is_gone_at_the_end(
    good: Path, tmp_path: Path, arguments: list[str], verb: str, end: str
) -> None:
    shown = on_screen(
        *arguments, cwd=good.parent, program=with_bar_after(0), BRIEFKIT_CACHE_DIR=str(tmp_path / "cache")
    )
    during, _, after = shown.rpartition("\x1b[2K")

    assert verb in during
    assert "━" in during
    assert verb not in after
    assert end in after


def test_short_work_shows_no_bar(good: Path, tmp_path: Path) -> None:
    shown = on_screen("validate", cwd=good.parent, BRIEFKIT_CACHE_DIR=str(tmp_path / "cache"))

    assert "checking" not in shown


def test_no_bar_goes_to_a_pipe_nor_is_loaded_for_it(good: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-c", with_bar_after(0), "validate", "--no-cache"]
    result = subprocess.run(command, capture_output=True, cwd=good.parent, check=False)

    assert b"checking" not in result.stdout + result.stderr
    assert b"rich" not in result.stderr
