"""Ten faults made at once in one file are ten findings: none hides another, and none is told twice."""

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from briefkit.checks.ruleset import all_rules
from mutations.judge import Judge
from mutations.kinds import table
from mutations.mutant import Mutant, candidates

JUDGE = Judge(Path(__file__).parents[2] / "briefs")
MISSING = "unused-abbreviation unused-reference unused-waiver unmentioned-figure abbreviation-before-expansion".split()
"""Rules that miss something, and wait where another fault hides a text or an entry in which it may be."""
SETS = 25
FAULTS = 10


class Edit(NamedTuple):
    """A fault as a change of the text: from where to where, what stands there instead, and its finding."""

    start: int
    end: int
    text: str
    rule: str
    line: int
    """Counted in the text with this fault alone."""


def edit(original: str, mutant: Mutant) -> Edit:
    """Return what a mutant changes, whole lines."""
    mutated = mutant.data.decode()
    before, after = original.splitlines(keepends=True), mutated.splitlines(keepends=True)
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    start = sum(map(len, before[:head]))
    end = len(original) - sum(map(len, before[len(before) - tail :]))
    (hit,) = mutant.hits
    return Edit(start, end, "".join(after[head : len(after) - tail]), hit.rule, hit.line)


def edits(name: str) -> list[Edit]:
    """Return the faults of a file that stand alone: one finding in its own line, nothing that follows elsewhere."""
    found = []
    original = JUDGE.documents[name].text
    for kind in table(name):
        for mutant in candidates(JUDGE.documents, name, kind)[:60]:
            alone = len(mutant.hits) == 1 and not mutant.hits[0].file and not mutant.follows and not mutant.measures
            # what ends the reading, or stands for the file as a whole, leaves nothing to be said of the rest
            if alone and (all_rules()[mutant.hits[0].rule].code > "BK01" or mutant.hits[0].rule == "ambiguous-scalar"):
                one = edit(original, mutant)
                first, last = (original.count("\n", 0, at) + 1 for at in (one.start, one.end))
                if first <= one.line <= max(last, first + one.text.count("\n")) and not hides_others(original, one):
                    found.append(one)
    return sorted(found)  # in whatever order the modules of faults were imported


def hides_others(text: str, one: Edit) -> bool:
    """Tell whether a fault takes more out of sight than its own entry, or says that something is missing elsewhere."""
    if one.rule in MISSING:
        return True
    lines = text[one.start : one.end].splitlines() or [""]
    if any(line.startswith("  - rule:") for line in lines):  # it may accept anything at its places
        return True
    is_head = any(line.rstrip().endswith(":") and len(line) - len(line.lstrip()) < 4 for line in lines)
    return is_head or len(lines) > 12 or any(line.startswith(("date:", "summary:")) for line in lines)


def chosen(name: str, seed: int, among: list[Edit]) -> list[Edit]:
    """Return faults in different entries of the file, of rules that differ."""
    generator = random.Random(seed)  # noqa: S311
    text = JUDGE.documents[name].text
    taken: list[Edit] = []
    rules: Counter[str] = Counter()
    for one in generator.sample(among, len(among)):
        is_near = any(one.start <= other.end and other.start <= one.end for other in taken)
        is_same_entry = any(entry(text, one) == entry(text, other) for other in taken)
        if not is_near and not is_same_entry and rules[one.rule] < 2 and not any(doubts(text, one, o) for o in taken):
            taken.append(one)
            rules[one.rule] += 1
        if len(taken) == FAULTS:
            break
    return sorted(taken)


def doubts(text: str, one: Edit, other: Edit) -> bool:
    """Tell whether both write one id, or one takes away what the other is held against.

    A link, a figure or a note at nothing may have meant an id that is gone; an address is held against those of its
    site, but not against that of a reference with a fault of the format.
    """
    if one.text == other.text and one.text.lstrip().startswith("- id:"):
        return True
    point, source = "    - id:", "  - id:"
    links: dict[str, tuple[str, ...]] = {"undefined-citation": (source,), "broken-link": (point,)}
    links |= {"bad-figure": (point,), "note-at-nothing": (point, source)}
    references = text.index("\nreferences:")
    return any(
        (a.rule in links and text.startswith(links[a.rule], b.start))
        or (a.rule == "suspicious-url" and b.start > references and all_rules()[b.rule].code < "BK2")
        for a, b in ((one, other), (other, one))
    )


def entry(text: str, one: Edit) -> int:
    """Return where the entry of a list, or the field at the margin, begins in which a fault stands."""
    at = one.start if one.end > one.start else one.start - 2  # what is put in belongs to the lines above
    field = max(text.rfind(f"\n{letter}", 0, at + 1) for letter in "abcdefghijklmnopqrstuvwxyz")
    marks = ("\n    - id:", "\n  - id:", "\n  - rule:")
    return max(field, *(text.rfind(mark, field, at + len(mark)) for mark in marks))


@pytest.mark.parametrize("seed", range(SETS))
@pytest.mark.parametrize("name", [name for name in JUDGE.documents if name != "volume"])
def test_ten_faults_are_ten_findings(name: str, seed: int) -> None:
    text = JUDGE.documents[name].text
    faults = chosen(name, seed, EDITS[name])
    assert len(faults) == FAULTS
    mutated, expected, shift, at = "", Counter[tuple[str, int]](), 0, 0
    for one in faults:
        mutated += text[at : one.start] + one.text
        expected[one.rule, one.line + shift] += 1
        shift += one.text.count("\n") - text.count("\n", one.start, one.end)
        at = one.end
    mutated += text[at:]

    mutant = Mutant("ten places", mutated.encode(), ())
    found = Counter((finding.rule, finding.line) for finding in JUDGE.new_findings(name, mutant))

    assert found == expected, (sorted((found - expected).elements()), sorted((expected - found).elements()))


EDITS = {name: edits(name) for name in JUDGE.documents if name != "volume"}
