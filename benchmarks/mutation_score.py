"""The score of the mutations as a table: kinds of fault by file.

    python benchmarks/mutation_score.py [--each N] [--files FILE...] [--kinds KIND...]

One mutant of each kind and file, as in the tests; with `--each` up to so many, spread over the file, 0 for every one
that can be made. Mutants of which the check says something else than it must are listed below the table.
"""

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = ("australia", "india", "europe", "russia", "volume")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 1 when a mutant is misjudged."""
    from mutations.judge import Judge
    from mutations.kinds import ON_BRIEF, ON_VOLUME, candidates, pick, table

    parser = argparse.ArgumentParser(description="The score of the mutations as a table.")
    parser.add_argument("--each", type=int, metavar="N", help="so many mutants of each kind and file, 0 for all")
    parser.add_argument("--files", nargs="+", choices=FILES, default=FILES, help="only these files")
    parser.add_argument("--kinds", nargs="+", metavar="KIND", help="only these kinds of fault")
    options = parser.parse_args(arguments)
    judge = Judge(ROOT / "briefs")
    wrong: list[str] = []
    right = total = 0
    print(f"{'':44}" + "".join(f"{name:>12}" for name in options.files))
    for kind in options.kinds or dict.fromkeys([*ON_BRIEF, *ON_VOLUME]):
        cells = []
        for name in options.files:
            mutants = []
            if kind in table(name):
                one = pick(judge.documents, name, kind)
                every = candidates(judge.documents, name, kind) if options.each is not None else [one] if one else []
                mutants = every[:: math.ceil(len(every) / options.each)] if options.each and every else every
            verdicts = [(mutant, judge.verdict(name, mutant)) for mutant in mutants]
            bad = [(mutant, words) for mutant, words in verdicts if words]
            wrong += [f"{kind} {name} {mutant.at}\n    " + words.replace("\n", "\n    ") for mutant, words in bad]
            right, total = right + len(mutants) - len(bad), total + len(mutants)
            cells.append(f"{len(mutants) - len(bad)}/{len(mutants)}" if mutants else "–")
        print(f"{kind:44}" + "".join(f"{cell:>12}" for cell in cells), flush=True)
    print(f"{right} of {total} mutants found, each in its line and with nothing unrelated")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))
    sys.exit(main())
