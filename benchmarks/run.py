"""Speed as ratios: briefkit beside another program, both in this run, on this machine.

    python benchmarks/run.py [--smoke] [NAME...]

Each line gives the median of several runs of both sides, their ratio and the budget. `--smoke` runs each measurement
once, on little data, and only tells whether it works. Exit status 1 when a budget is missed (not with `--smoke`).
"""

import argparse
import gc
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BRIEFS = ROOT / "briefs"
SCHEMA = ROOT / "schema" / "brief.schema.json"
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Measurement:
    """One comparison: how often to run, what to run on both sides, and the largest ratio allowed."""

    name: str
    budget: float
    ours: Callable[[], None]
    theirs: Callable[[], None]
    runs: int = 9


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=ROOT)


def _run_any(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=False, capture_output=True, cwd=ROOT)


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _copies(folder: Path, count: int) -> Path:
    """Make a library of so many briefs of about 30 KB: the founding ones, each copy with other prose."""
    folder.mkdir()
    sources = [path.read_text(encoding="utf-8") for path in sorted(BRIEFS.glob("*.yaml")) if path.stem != "volume"]
    for i in range(count):
        text = re.sub(r"(?m)^( {8}[A-Z][a-z]+ )", rf"\1copy{i} ", sources[i % len(sources)])
        (folder / f"brief-{i:04d}.yaml").write_text(text, encoding="utf-8")
    volume = (BRIEFS / "volume.yaml").read_text(encoding="utf-8")
    volume = re.sub(r"(?ms)^(?:briefs|conclusion|waivers):.*?(?=^[a-z]|\Z)", "", volume)
    (folder / "volume.yaml").write_text(volume, encoding="utf-8")
    return folder


def _version() -> Measurement:
    return Measurement(
        "start: briefkit --version / python -c pass",
        2.0,
        lambda: _run(BIN / "briefkit", "--version"),
        lambda: _run(sys.executable, "-c", "pass"),
        runs=21,
    )


def _validate(folder: Path, names: list[str], budget: float) -> Measurement:
    library = folder / f"cold{len(names)}"
    library.mkdir()
    files = [shutil.copy(BRIEFS / f"{name}.yaml", library) for name in names]
    return Measurement(
        f"cold: validate {len(names)} briefs / check-jsonschema",
        budget,
        lambda: _run_any(BIN / "briefkit", "validate", "--library", library, "-f", "concise"),
        lambda: _run(BIN / "check-jsonschema", "--schemafile", SCHEMA, *files),
    )


def _many(folder: Path, count: int) -> Measurement:
    library = _copies(folder / "many", count)
    files = sorted(path for path in library.glob("brief-*.yaml"))
    return Measurement(
        f"many: validate {count} briefs / check-jsonschema",
        0.2,
        lambda: _run_any(BIN / "briefkit", "validate", "--library", library, "-f", "concise"),
        lambda: _run(BIN / "check-jsonschema", "--schemafile", SCHEMA, *files),
        runs=1,
    )


def _reading() -> Measurement:
    import yaml

    from briefkit.reading import read_bytes

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts = [path.read_bytes() for path in sorted(BRIEFS.glob("*.yaml"))]

    def ours() -> None:
        for text in texts:
            read_bytes(text, "brief.yaml")

    def theirs() -> None:
        for text in texts:
            yaml.load(text, Loader=loader)  # noqa: S506

    return Measurement("reading: ours with positions / CSafeLoader", 1.0, ours, theirs, runs=15)


def _hostile() -> Measurement:
    from briefkit.reading import read_bytes

    files = [
        b"a: " + b"[" * 100_000,
        b"a:\n" + b"- " * 25_000 + b"x\n",
        b"".join(b"k%d: 1\n" % i for i in range(200_000)),
        b"a: &a [x, x]\n" + b"".join(b"%c: [%s]\n" % (c, b", ".join([b"*a"] * 9)) for c in b"bcdefghi"),
        b"a:\n" + b"-\n" * 900_000,
        b"a: " + b"x" * 100_000_000,
    ]

    def ours() -> None:
        for text in files:
            read_bytes(text, "brief.yaml")

    seconds = float(len(files))
    return Measurement("hostile: six hostile files / a second each", 0.5, ours, lambda: time.sleep(seconds), runs=1)


def _compare(folder: Path, count: int) -> Measurement:
    library = _copies(folder / "compare", count)

    def ours() -> None:
        _run(BIN / "briefkit", "compare", "--all", "--by", "theme", "--library", library)

    return Measurement(f"compare: {count} briefs by theme / 2 seconds", 1.0, ours, lambda: time.sleep(2), runs=3)


def _volume() -> Measurement:
    from briefkit import api
    from briefkit.library import open_library

    document = api.volume(open_library(BRIEFS)).document

    def ours() -> None:
        api.render(document, "text")

    return Measurement("pages: the volume as paged text / half a second", 1.0, ours, lambda: time.sleep(0.5), runs=5)


def _export(folder: Path, count: int) -> Measurement:
    import pypandoc  # type: ignore[import-untyped]

    library = _copies(folder / "export", count)
    pandoc = pypandoc.get_pandoc_path()
    source = folder / "source.md"
    subprocess.run([str(BIN / "briefkit"), "export", "australia", "-o", str(source)], check=True, cwd=ROOT)

    def theirs() -> None:
        for _ in range(count):
            _run(pandoc, "-f", "markdown", "-t", "markdown", source)

    def ours() -> None:
        _run(BIN / "briefkit", "export", "--all", "--library", library, "-o", folder / "out", "--force")

    return Measurement(f"export: {count} briefs to Markdown / pandoc, a process a file", 0.2, ours, theirs, runs=1)


def _report(measurement: Measurement, smoke: bool) -> bool:
    runs = 1 if smoke else measurement.runs
    ours, theirs = [], []
    for _ in range(runs):
        gc.collect()
        ours.append(_seconds(measurement.ours))
        theirs.append(_seconds(measurement.theirs))
    mine, other = statistics.median(ours), statistics.median(theirs)
    ratio = mine / other
    kept = ratio <= measurement.budget
    print(
        f"{measurement.name:<58} {mine:8.3f} s {other:8.3f} s   ratio {ratio:5.2f}   budget {measurement.budget:4.2f}"
        f"   {'' if smoke else 'kept' if kept else 'MISSED'}".rstrip()
    )
    return kept or smoke


def main() -> int:
    """Run the measurements that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only measurements whose name contains one of these")
    parser.add_argument("--smoke", action="store_true", help="run each once, on little data")
    arguments = parser.parse_args()
    os.environ.pop("BRIEFKIT_LIBRARY", None)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        count = 8 if arguments.smoke else 1000
        measurements: list[tuple[str, Callable[[], Measurement]]] = [
            ("start", _version),
            ("cold2", lambda: _validate(folder, ["australia", "india"], 0.7)),
            ("cold4", lambda: _validate(folder, ["australia", "india", "europe", "russia"], 0.6)),
            ("reading", _reading),
            ("hostile", _hostile),
            ("many", lambda: _many(folder, count)),
            ("compare", lambda: _compare(folder, 8 if arguments.smoke else 100)),
            ("pages", _volume),
            ("export", lambda: _export(folder, count)),
        ]
        wanted = [make for name, make in measurements if not arguments.names or any(n in name for n in arguments.names)]
        kept = [_report(make(), arguments.smoke) for make in wanted]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
