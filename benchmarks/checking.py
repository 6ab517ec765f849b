"""Speed of `validate`: cold, unchanged, a brief changed; of reading alone; and the memory it takes."""

import gc
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import BIN, BRIEFKIT, BRIEFS, SCHEMA, Bench, Result, Work, bare, briefkit, briefs, run

_CHILDS_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // (1024 if sys.platform == "linux" else 1024 ** 2))
"""
"""Run by a Python of its own: what a child takes before it becomes the command is what its parent takes."""


def validate(library: Path) -> Work:
    """Return the work of checking a whole library anew."""
    return briefkit("validate", "--no-cache", "--library", library, "-f", "concise")


def check_jsonschema(files: list[Path]) -> Work:
    """Return the work of checking files with the schema alone."""
    return lambda: run(BIN / "check-jsonschema", "--schemafile", SCHEMA, *files, codes=(0, 1))


def cold(bench: Bench) -> Iterator[Result]:
    """Check the four founding briefs."""
    library = bench.folder / "founding"
    library.mkdir()
    names = ("australia", "india", "europe", "russia")
    files = [Path(shutil.copy(BRIEFS / f"{name}.yaml", library)) for name in names]
    yield bench.ratio(
        "validate: the four founding briefs / check-jsonschema",
        0.42,
        validate(library),
        check_jsonschema(files),
        runs=11,
    )


def many(bench: Bench) -> Iterator[Result]:
    """Check many briefs beside a check by the schema alone, and beside libyaml."""
    count = bench.size(1000)
    library = bench.library(count)
    mine, theirs, scanning = bench.seconds(
        validate(library), check_jsonschema(briefs(library)), lambda: _scan(library), runs=1
    )
    detail = f"{mine:.2f} s / {theirs:.2f} s"
    yield Result(f"validate: {count:,} briefs / check-jsonschema", mine / theirs, "×", 0.15, detail)
    yield _beside_libyaml(count, mine, scanning)


def unchanged(bench: Bench) -> Iterator[Result]:
    """Check many briefs again, with nothing changed and with one of them changed."""
    count = bench.size(1000)
    library = bench.library(count)
    ours = briefkit("validate", "--library", library, "-f", "concise")
    ours()
    yield bench.above(f"validate: {count:,} briefs unchanged, above a bare start", 0.3, ours, bare)
    changing = briefs(library)[count // 2]
    text = changing.read_text(encoding="utf-8")
    edits = iter(range(1000))

    def change() -> None:
        changing.write_text(f"{text}# edit {next(edits)}\n", encoding="utf-8")

    yield bench.above(f"validate: one of {count:,} changed, above a bare start", 0.5, ours, bare, before=change)
    changing.write_text(text, encoding="utf-8")


def memory(bench: Bench) -> Iterator[Result]:
    """Check few briefs and many, and look at the largest of the processes."""
    yield from _memory(bench, bench.size(100, 4), bench.size(1000, 8))


def ten_thousand(bench: Bench) -> Iterator[Result]:
    """Check very many briefs: memory, and time beside libyaml."""
    few, lots = bench.size(100, 4), bench.size(10_000)
    library = bench.library(lots)
    mine, scanning = bench.seconds(validate(library), lambda: _scan(library), runs=1)
    yield _beside_libyaml(lots, mine, scanning)
    yield from _memory(bench, few, lots)


def reading(bench: Bench) -> Iterator[Result]:
    """Read the founding library without a check."""
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

    yield bench.ratio("reading: with positions / CSafeLoader", 1.0, ours, theirs, runs=21)


def hostile(bench: Bench) -> Iterator[Result]:
    """Read files that are made to take long."""
    from briefkit.reading import read_bytes

    files = {
        "open brackets": b"a: " + b"[" * 100_000,
        "deep list": b"a:\n" + b"- " * 25_000 + b"x\n",
        "many keys": b"".join(b"k%d: 1\n" % i for i in range(200_000)),
        "aliases": b"a: &a [x, x]\n" + b"".join(b"%c: [%s]\n" % (c, b", ".join([b"*a"] * 9)) for c in b"bcdefghi"),
        "long list": b"a:\n" + b"-\n" * 900_000,
        "100 MB": b"a: " + b"x" * 100_000_000,
    }
    works = [lambda text=text: read_bytes(text, "brief.yaml") for text in files.values()]
    taken = bench.seconds(*works, runs=3)
    slowest = max(taken)
    yield Result("reading: the slowest of six hostile files", slowest, "s", 1.0, list(files)[taken.index(slowest)])


def _memory(bench: Bench, few: int, lots: int) -> Iterator[Result]:
    try:
        import resource  # noqa: F401
    except ImportError:
        print("memory: skipped, this system does not tell it")
        return
    less, more = _peak(bench.library(few)), _peak(bench.library(lots))
    yield Result(f"validate: memory from {few:,} to {lots:,} briefs", more - less, "MB", 40, f"{more} MB - {less} MB")


def _peak(library: Path) -> int:
    """Return the most memory, in MB, that any one process of a check takes."""
    command: list[str | Path] = [BRIEFKIT, "validate", "--no-cache", "--library", library, "-f", "concise"]
    asking: list[str | Path] = [sys.executable, "-c", _CHILDS_PEAK, *command]
    return int(subprocess.run(asking, check=True, capture_output=True, text=True).stdout)


def _scan(library: Path) -> None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in briefs(library):
        for _ in yaml.scan(path.read_bytes(), Loader=loader):
            pass
    gc.collect()


def _beside_libyaml(count: int, mine: float, scanning: float) -> Result:
    detail = f"{mine:.2f} s / {scanning:.2f} s"
    return Result(f"validate: {count:,} briefs / reading and scanning with libyaml", mine / scanning, "×", 12, detail)
