"""The speed that is promised: briefkit beside another program, a bare start or itself, all on this machine.

    python benchmarks/run.py [--smoke] [NAME...]

Each line gives a figure, its budget and what it was made from: medians of several runs in turns. Seconds and memory
depend on the machine, the ratios and exponents hardly. `--smoke` runs each measurement once, on little data, and only
tells whether it works. Exit status 1 when a budget is missed (not with `--smoke`). What takes many minutes is run only
when it is named: ten-thousand.
"""

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import checking
import commands
from bench import ROOT, Bench, Result

MEASUREMENTS: dict[str, Callable[[Bench], Iterator[Result]]] = {
    "start": commands.start,
    "cold": checking.cold,
    "reading": checking.reading,
    "hostile": checking.hostile,
    "compare": commands.compare,
    "pages": commands.pages,
    "many": checking.many,
    "unchanged": checking.unchanged,
    "list": commands.listing,
    "single": commands.single,
    "memory": checking.memory,
    "export": commands.export,
    "html": commands.html,
    "word": commands.word,
    "pdf": commands.pdf,
    "growth": commands.growth,
    "ten-thousand": checking.ten_thousand,
}
ONLY_NAMED = {"ten-thousand"}


def main() -> int:
    """Run the measurements that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(MEASUREMENTS)}")
    parser.add_argument("--smoke", action="store_true", help="run each once, on little data")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(MEASUREMENTS):
        parser.error(f"no measurement is called {', '.join(sorted(unknown))}")
    _settle()
    missed = 0
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["BRIEFKIT_CACHE_DIR"] = str(Path(temporary, "cache"))
        bench = Bench(Path(temporary), arguments.smoke)
        for name in arguments.names or [name for name in MEASUREMENTS if name not in ONLY_NAMED]:
            for result in MEASUREMENTS[name](bench):
                _print(result, judged=not arguments.smoke)
                missed += not result.kept
    return 1 if missed and not arguments.smoke else 0


def _settle() -> None:
    """Make the runs those of an installed program, which is compiled, whatever the caller's own environment says."""
    for name in ("BRIEFKIT_LIBRARY", "PYTHONDONTWRITEBYTECODE", "COLUMNS"):
        os.environ.pop(name, None)
    compileall.compile_dir(ROOT / "src", quiet=1)


def _print(result: Result, *, judged: bool) -> None:
    verdict = "" if not judged else "kept  " if result.kept else "MISSED"
    figures = f"{result.value:8.2f} {result.unit:<3}  budget {result.budget:5.2f}  {verdict}  {result.detail}"
    print(f"{result.name:<64} {figures}".rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
