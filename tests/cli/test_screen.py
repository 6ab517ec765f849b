"""What only a terminal shows: color, the pager, messages that break between words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


def on_screen(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run briefkit in a terminal of 60 columns and return what it shows, both streams."""
    import pty

    ours, theirs = pty.openpty()
    settings = {"COLUMNS": "60", "TERM": "xterm-256color", "PATH": os.environ["PATH"], **environment}
    process = subprocess.Popen(
        [sys.executable, "-m", "briefkit", *arguments],
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
