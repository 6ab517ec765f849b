"""All files of a library checked together: the report.

Pure: what is known of each file in, the report out.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, overload

from briefkit.checks import waivers
from briefkit.checks.examined import MOST_FINDINGS, Examined, hint_of_last
from briefkit.checks.policy import Policy
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule
from briefkit.checks.ruleset import all_rules, codes, library_rules
from briefkit.checks.waivers import Located
from briefkit.format.model import Volume
from briefkit.source.finding import Finding, Report, Severity, sort_findings
from briefkit.source.finding_list import FindingList
from briefkit.source.locate import found

FEW_FILES = 100
"""Up to so many files the findings of a report are kept as they are, of more in a form that takes less memory."""


class Reach(NamedTuple):
    """What a report is about: the files of which findings are wanted, and what is to be said of it before all."""

    files: Collection[str]
    remarks: tuple[str, ...] = ()


def combine(examined: Sequence[Examined], volume: Volume | None, policy: Policy, reach: Reach) -> Report:
    """Run the rules over the library, apply the waivers and return everything.

    `examined` are the files in the order of the library, the volume's own first; `volume` is there if it is valid.
    What is absent from the whole library is only known when all of every file can be seen; where it cannot, the rules
    that say so leave the volume's file alone.
    """
    of_volume = volume.place.file if volume else ""
    wanted = [one for one in examined if one.file in reach.files]
    examined = [one for one in examined if one.kind != "questions"]  # no rule over the library looks at these
    paused = [rule for rule in library_rules() if volume and any(rule.name in one.quiet for one in examined)]
    by_file: dict[str, list[Located]] = {}
    for rule in library_rules():
        spared = of_volume if rule in paused else ""
        for file, located in _of_library(rule, examined, volume, policy):
            if file in reach.files and file != spared:
                by_file.setdefault(file, []).append(located)
    silent = {rule.name for rule in all_rules().values() if policy.of(rule) is Severity.OFF}
    standing, waived = FindingList(), FindingList()
    for one in sorted(wanted, key=lambda one: one.file):
        idle = silent | {rule.name for rule in paused} if one.file == of_volume else silent
        kept, accepted = _judged(one, by_file.get(one.file, ()), policy, idle)
        standing.add(kept, packed=len(wanted) > FEW_FILES)
        waived.add(accepted, packed=len(wanted) > FEW_FILES)
    return Report(
        standing,
        tuple(one.file for one in wanted),
        waived,
        reach.remarks + (_remarks(paused, examined, of_volume) if of_volume in reach.files else ()),
    )


def _of_library(
    rule: LibraryRule, examined: Sequence[Examined], volume: Volume | None, policy: Policy
) -> Iterator[tuple[str, Located]]:
    """Yield the findings of a rule over the library, each with its file; of one file no more than the limit."""
    severity = policy.of(rule)
    if severity is Severity.OFF:
        return
    first: dict[str, list[LibraryFault]] = {}
    more: Counter[str] = Counter()
    for fault in rule.combine(_FactsOf(rule.name, examined), volume):
        if len(first.setdefault(fault.file, [])) < MOST_FINDINGS:
            first[fault.file].append(fault)
        else:
            more[fault.file] += 1
    for file, faults in first.items():
        for fault in faults[:-1]:
            yield file, _located(rule, fault, severity, fault.hint)
        yield file, _located(rule, faults[-1], severity, hint_of_last(faults[-1].hint, more[file]))


class _FactsOf(Sequence[FileFacts]):
    """What one rule knows of each file."""

    def __init__(self, rule: str, examined: Sequence[Examined]) -> None:
        self._rule = rule
        self._examined = examined

    def __len__(self) -> int:
        return len(self._examined)

    def __iter__(self) -> Iterator[FileFacts]:
        return (
            FileFacts(one.name, one.file, self._rule, one.facts, one.details, one.is_guest) for one in self._examined
        )

    @overload
    def __getitem__(self, index: int) -> FileFacts: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FileFacts]: ...
    def __getitem__(self, index: int | slice) -> FileFacts | Sequence[FileFacts]:
        if isinstance(index, slice):
            return _FactsOf(self._rule, self._examined[index])
        return next(iter(_FactsOf(self._rule, (self._examined[index],))))


def _located(rule: LibraryRule, fault: LibraryFault, severity: Severity, hint: str | None) -> Located:
    finding = found(fault.site, fault.file, rule, severity, fault.message, hint, fault.related)
    return Located(finding, fault.site.names)


def _judged(
    one: Examined, others: Sequence[Located], policy: Policy, silent: Collection[str]
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """Return the findings of a file that stand, with what is to be said of its waivers, and those that are waived.

    `others` are its findings by the rules over the library. Where there are none, all is known already, save that
    waivers are idle.
    """
    if not others and not one.has_idle:
        return one.standing, one.waived
    standing, waived, used = waivers.apply(others, one.waivers, codes())
    severity = policy.of(waivers.UNUSED_WAIVER)
    if severity is not Severity.OFF:
        for idle in waivers.idle(one.waivers, used.union(one.used), codes(), silent):
            standing.append(found(idle.site, one.file, waivers.UNUSED_WAIVER, severity, idle.message, idle.hint))
    return sort_findings((*one.standing, *standing)), sort_findings((*one.waived, *waived))


def _remarks(paused: Sequence[LibraryRule], examined: Sequence[Examined], of_volume: str) -> tuple[str, ...]:
    if not paused:
        return ()
    names = ", ".join(rule.name for rule in paused)
    broken = ", ".join(one.file for one in examined if any(rule.name in one.quiet for rule in paused))
    return (f"for {of_volume}, {names} wait until {broken} can be read as a whole",)
