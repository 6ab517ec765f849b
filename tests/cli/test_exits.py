"""Odd ends of a command: what it exits with, and that it says so in a line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")

CASES = {
    "links in a circle": ("ln -s b a; ln -s a b; briefkit validate a/x.yaml", 1, ""),
    "version to a full disk": ("briefkit --version > /dev/full", 2, "no space left on device"),
    "help to a closed pipe": ("set -o pipefail; briefkit --help | true", 0, ""),
    "findings to a closed pipe": ("set -o pipefail; briefkit validate -L bad | true", 1, ""),
    "a list to a closed pipe": ("set -o pipefail; briefkit list -L good | true", 0, ""),
    "both streams full": ("briefkit validate -L bad > /dev/full 2> /dev/full", 2, ""),
    "no documentation": ("PYTHONOPTIMIZE=2 briefkit explain todo-marker", 2, "unset PYTHONOPTIMIZE"),
    "the folder is gone": ("mkdir gone; cd gone; rmdir ../gone; briefkit list", 2, "does not exist any more"),
    "too wide": ("briefkit export estia -L good -f text --width 99999999", 2, "the most is 10000"),
    "too long": ("briefkit export estia -L good -f text --page-length 999999999", 2, "the most is 10000"),
    "a name of 250 bytes": (f"briefkit export estia -L good -o {'a' * 247}.md", 0, ""),
}


@pytest.mark.parametrize("name", CASES)
def test_it_ends_as_promised(name: str, good: Path) -> None:
    command, code, said = CASES[name]
    bad = good.parent / "bad"
    bad.mkdir()
    text = (good / "estia.yaml").read_text(encoding="utf-8")
    (bad / "estia.yaml").write_text(text.replace("title: ", "title: TODO ", 1), encoding="utf-8")
    good.rename(good.parent / "good")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

    done = subprocess.run(
        ["bash", "-c", command],
        cwd=good.parent,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
