"""Waivers: findings that the editor accepts with a reason."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefkit.format.model import Waiver
from briefkit.source.draft import Json, Path
from briefkit.source.finding import Fault, Finding, Rule, Severity
from briefkit.text.printable import quoted
from briefkit.text.suggest import did_you_mean, suggest

UNUSED_WAIVER = Rule(
    "unused-waiver",
    "BK901",
    Severity.WARNING,
    """A waiver that silences nothing.

What:
    No finding of the named rule stands at the named places, or at one of them. Findings of reading and of the schema
    cannot be waived.

Why:
    A waiver that outlives its reason would hide the next fault.

Bad:
    waivers:
      - rule: todo-marker
        reason: The figure for 2015 is not out yet.

Good:
    summary: Trade doubled in a decade.
""",
)

UNKNOWN_RULE = Rule(
    "unknown-rule",
    "BK902",
    Severity.ERROR,
    """A waiver or a setting names no rule.

What:
    The rule of a waiver, or a name under `checks.severity`, is not in the catalogue.

Why:
    It would have no effect, and nobody would notice.

Bad:
    waivers:
      - rule: unadressed-challenge
        reason: The author offers no remedy.

Good:
    summary: Trade doubled in a decade.
""",
)

RULES = (UNUSED_WAIVER, UNKNOWN_RULE)


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the names under which a waiver may accept it; none when it cannot be waived."""

    finding: Finding
    at: frozenset[str] | None


def names_at(data: Json, path: Path) -> frozenset[str]:
    """Return what a waiver may call the place at a path: question, point id, `ref:KEY`, or the key of an entry."""
    names: set[str] = set()
    value = data
    for i, step in enumerate(path):
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
            if i < 2:
                names.add(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            if isinstance(value, dict) and isinstance(name := value.get("id") or value.get("name"), str):
                names.add(f"ref:{name}" if path[i - 1] == "references" else name)
    return frozenset(names)


def apply(
    located: Iterable[Located], waivers: Collection[Waiver], codes: dict[str, str]
) -> tuple[list[Finding], list[Finding], set[Waiver]]:
    """Sort the findings of one file into those that stand and those that a waiver accepts.

    `codes` gives the rule name for each name and code. Returns the standing findings, the waived ones with their
    reason, and what was of use: of a waiver for several places, one for each.
    """
    standing: list[Finding] = []
    waived: list[Finding] = []
    used: set[Waiver] = set()
    parts = [part for waiver in waivers for part in _parts(waiver, codes)]
    for item in located:
        fitting = [part for part in parts if _fits(part, item, codes)]
        used.update(fitting)
        if fitting:
            waived.append(replace(item.finding, waived=fitting[0].reason))
        else:
            standing.append(item.finding)
    return standing, waived, used


def _parts(waiver: Waiver, codes: dict[str, str]) -> list[Waiver]:
    """Return a waiver for each place that a waiver names.

    A rule that is misspelled becomes the one that is meant: it has a finding of its own, and one is enough.
    """
    rule = waiver.rule if waiver.rule in codes else suggest(waiver.rule, codes) or waiver.rule
    return [replace(waiver, rule=rule, at=(name,)) for name in waiver.at] or [replace(waiver, rule=rule)]


def _fits(waiver: Waiver, item: Located, codes: dict[str, str]) -> bool:
    return item.at is not None and accepts(waiver, item.finding.rule, item.at, codes)


def accepts(waiver: Waiver, rule: str, at: frozenset[str], codes: Mapping[str, str]) -> bool:
    """Tell whether a waiver accepts the findings of a rule at a place that has these names.

    `codes` gives the rule name for each name and code.
    """
    return codes.get(waiver.rule) == rule and (not waiver.at or not at.isdisjoint(waiver.at))


def faults(waivers: Iterable[Waiver], used: Collection[Waiver], codes: dict[str, str]) -> Iterator[tuple[Rule, Fault]]:
    """Yield a fault for each waiver that names no rule, was of no use, or of none at one of its places."""
    for waiver in waivers:
        path = waiver.place.path
        if waiver.rule not in codes:
            yield UNKNOWN_RULE, unknown_rule((*path, "rule"), waiver.rule, codes)
            continue
        parts = [] if waiver in used else _parts(waiver, codes)
        idle = [i for i, part in enumerate(parts) if part not in used]
        nothing = f"no finding of `{codes[waiver.rule]}` stands"
        if parts and len(idle) == len(parts):
            where = " at " + ", ".join(f"`{name}`" for name in waiver.at) if waiver.at else ""
            yield UNUSED_WAIVER, Fault((*path, "rule"), nothing + where, "delete the waiver")
            continue
        for i in idle:
            hint = "take it out of the list, or spell it like the place"
            yield UNUSED_WAIVER, Fault((*path, "at", i), f"{nothing} at `{waiver.at[i]}`", hint)


def unknown_rule(path: Path, written: str, codes: Iterable[str], on_key: bool = False) -> Fault:
    """Return the fault for a name that no rule has."""
    hint = did_you_mean(written, codes, "`briefkit explain` lists the rules")
    return Fault(path, f"there is no rule {quoted(written)}", hint, on="key" if on_key else "value")
