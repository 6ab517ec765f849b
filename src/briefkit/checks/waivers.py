"""Waivers: findings that the editor accepts with a reason."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from briefkit.source.draft import Json, Path
from briefkit.source.finding import Fault, Finding, Rule, Severity
from briefkit.source.site import Site
from briefkit.text.printable import quoted
from briefkit.text.suggest import did_you_mean, suggest

if TYPE_CHECKING:
    from briefkit.format.model import Waiver

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


Use: TypeAlias = tuple[int, str]
"""Of what use a waiver was: its number and the name at which it held, none for the whole file."""


class Located(NamedTuple):
    """A finding with the names under which a waiver may accept it; None when it cannot be waived."""

    finding: Finding
    at: tuple[str, ...] | None


class PlacedWaiver(NamedTuple):
    """A waiver as plain data: the rule as written, the reason, the names at which it holds, and where all of it stands.

    `is_spared` says that it is not to be called unused: part of what it may accept could not be seen. The rule `*`
    stands for any, where a waiver with a fault does not say which.
    """

    rule: str
    reason: str
    at: tuple[str, ...]
    site: Site
    sites: tuple[Site, ...]
    is_spared: bool = False


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
    located: Iterable[Located], waivers: Collection[PlacedWaiver], codes: Mapping[str, str]
) -> tuple[list[Finding], list[Finding], set[Use]]:
    """Sort the findings of one file into those that stand and those that a waiver accepts.

    `codes` gives the rule name for each name and code. Returns the standing findings, the waived ones with their
    reason, and what was of use.
    """
    standing: list[Finding] = []
    waived: list[Finding] = []
    used: set[Use] = set()
    parts: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for i, waiver in enumerate(waivers):
        rule = "*" if waiver.rule == "*" else meant(waiver.rule, codes)
        for name in waiver.at or ("",):
            parts.setdefault(rule, {}).setdefault(name, []).append((i, waiver.reason))
    for finding, at in located:
        # what a waiver with a fault may mean is hardly an error
        rules = (finding.rule, "*") if finding.severity is not Severity.ERROR else (finding.rule,)
        holding = [parts[rule] for rule in rules if at is not None and rule in parts]
        fitting = [
            (i, name, reason) for one in holding for name in ("", *(at or ())) for i, reason in one.get(name, ())
        ]
        used.update((i, name) for i, name, _ in fitting)
        if fitting:
            waived.append(replace(finding, waived=min(fitting)[2]))
        else:
            standing.append(finding)
    return standing, waived, used


def meant(rule: str, codes: Mapping[str, str]) -> str:
    """Return the name of the rule that a waiver means.

    A rule that is misspelled is the likely one: it has a finding of its own, and one is enough.
    """
    return codes.get(rule) or codes.get(suggest(rule, codes) or "", rule)


def accepts(waiver: "Waiver", rule: str, at: frozenset[str], codes: Mapping[str, str]) -> bool:
    """Tell whether a waiver accepts the findings of a rule at a place that has these names.

    `codes` gives the rule name for each name and code.
    """
    return codes.get(waiver.rule) == rule and (not waiver.at or not at.isdisjoint(waiver.at))


def has_idle(waivers: Iterable[PlacedWaiver], used: Collection[Use]) -> bool:
    """Tell whether a waiver was of no use, or at one of its places."""
    return any((i, name) not in used for i, waiver in enumerate(waivers) for name in waiver.at or ("",))


class IdleWaiver(NamedTuple):
    """A waiver that accepts nothing, or nothing at one of its places: where it stands, and what to say of it."""

    site: Site
    message: str
    hint: str


def idle(
    waivers: Iterable[PlacedWaiver],
    used: Collection[Use],
    codes: Mapping[str, str],
    silent: Collection[str],
) -> Iterator[IdleWaiver]:
    """Yield what is to be said of waivers that were of no use, save those of rules that were `silent`."""
    for i, waiver in enumerate(waivers):
        if waiver.rule not in codes or waiver.is_spared or codes[waiver.rule] in silent:
            continue
        nothing = f"no finding of `{codes[waiver.rule]}` stands"
        unused = [n for n, name in enumerate(waiver.at or ("",)) if (i, name) not in used]
        if len(unused) == len(waiver.at or ("",)):
            where = " at " + ", ".join(f"`{name}`" for name in waiver.at) if waiver.at else ""
            yield IdleWaiver(waiver.site, nothing + where, "delete the waiver")
            continue
        for n in unused:
            hint = "take it out of the list, or spell it like the place"
            yield IdleWaiver(waiver.sites[n], f"{nothing} at `{waiver.at[n]}`", hint)


def unknown_rule(path: Path, written: str, codes: Iterable[str], on_key: bool = False) -> Fault:
    """Return the fault for a name that no rule has."""
    hint = did_you_mean(written, codes, "`briefkit explain` lists the rules")
    return Fault(path, f"there is no rule {quoted(written)}", hint, on="key" if on_key else "value")
