"""What measurements are made of: a temporary folder with libraries of any size, runs in pairs, and results."""

import gc
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BRIEFS = ROOT / "briefs"
SCHEMA = ROOT / "schema" / "brief.schema.json"
BIN = Path(sys.executable).parent
BRIEFKIT = BIN / "briefkit"

Work = Callable[[], object]


@dataclass(frozen=True)
class Result:
    """One figure beside the largest that is allowed, and what it was made from."""

    name: str
    value: float
    unit: str
    budget: float
    detail: str = ""

    @property
    def kept(self) -> bool:
        """Whether the budget holds."""
        return self.value <= self.budget


@dataclass(frozen=True)
class Bench:
    """Where measurements take place."""

    folder: Path
    smoke: bool
    """Everything once, on little data: it only tells whether it works."""

    def size(self, count: int, smoke: int = 8) -> int:
        """Return how many briefs to take."""
        return smoke if self.smoke else count

    def library(self, count: int) -> Path:
        """Return a library of so many briefs of about 30 KB: the founding ones, each copy with other prose."""
        folder = self.folder / f"library{count}"
        if not folder.exists():
            _fill(folder, count)
        return folder

    def seconds(self, *works: Work, runs: int, before: Work = gc.collect) -> list[float]:
        """Return the median time of each; all take turns, so that what slows the machine slows all of them.

        `before` is called before each, and takes no part in its time.
        """
        taken: list[list[float]] = [[] for _ in works]
        for _ in range(1 if self.smoke else runs):
            for work, times in zip(works, taken, strict=True):
                before()
                start = time.perf_counter()
                work()
                times.append(time.perf_counter() - start)
        return [statistics.median(times) for times in taken]

    def ratio(self, name: str, budget: float, ours: Work, theirs: Work, *, runs: int = 9) -> Result:
        """Compare two works by the ratio of their times."""
        mine, other = self.seconds(ours, theirs, runs=runs)
        return Result(name, mine / other, "×", budget, f"{mine:.3f} s / {other:.3f} s")

    def above(
        self, name: str, budget: float, ours: Work, base: Work, *, runs: int = 9, before: Work = gc.collect
    ) -> Result:
        """Measure by how many seconds one work takes longer than another."""
        mine, other = self.seconds(ours, base, runs=runs, before=before)
        return Result(name, mine - other, "s", budget, f"{mine:.3f} s - {other:.3f} s")

    def absolute(self, name: str, budget: float, ours: Work, *, runs: int = 9) -> Result:
        """Measure the seconds of one work."""
        return Result(name, self.seconds(ours, runs=runs)[0], "s", budget)


def run(*command: str | Path, codes: Iterable[int] = (0,), **environment: str) -> None:
    """Run a program and take its output. Raises CalledProcessError for another exit status than those expected."""
    words = [str(part) for part in command]
    done = subprocess.run(words, check=False, capture_output=True, cwd=ROOT, env=os.environ | environment)
    if done.returncode not in codes:
        sys.stderr.buffer.write(done.stderr)
        raise subprocess.CalledProcessError(done.returncode, words)


def briefkit(*words: str | Path, **environment: str) -> Work:
    """Return the work of one command; findings are no failure."""
    return lambda: run(BRIEFKIT, *words, codes=(0, 1), **environment)


def bare() -> None:
    """Start Python, and nothing else."""
    run(sys.executable, "-c", "pass")


def briefs(library: Path) -> list[Path]:
    """Return the files of a library's briefs."""
    return sorted(library.glob("brief-*.yaml"))


def _fill(folder: Path, count: int) -> None:
    folder.mkdir()
    sources = [path.read_text(encoding="utf-8") for path in sorted(BRIEFS.glob("*.yaml")) if path.stem != "volume"]
    for i in range(count):
        text = re.sub(r"(?m)^( {8}[A-Z][a-z]+ )", rf"\1copy{i} ", sources[i % len(sources)])
        (folder / f"brief-{i:05d}.yaml").write_text(text, encoding="utf-8")
    volume = (BRIEFS / "volume.yaml").read_text(encoding="utf-8")
    volume = re.sub(r"(?ms)^(?:briefs|conclusion|waivers):.*?(?=^[a-z]|\Z)", "", volume)
    (folder / "volume.yaml").write_text(volume, encoding="utf-8")
