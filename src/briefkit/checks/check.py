"""Files → report: each file is read, checked and let go; only facts and findings stay."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from briefkit.checks import waivers
from briefkit.checks.parsed import ParsedBrief, parse_brief
from briefkit.checks.ruleset import LibraryRule, catalogue, codes, file_rules, is_absence_rule, library_rules
from briefkit.checks.waivers import Located
from briefkit.format.build import build_brief, build_volume
from briefkit.format.conform import conform
from briefkit.format.model import Brief, Checks, Volume, Waiver
from briefkit.format.schema import FileKind
from briefkit.reading import Reading, read
from briefkit.source.draft import Draft
from briefkit.source.finding import Fault, Finding, Report, Rule, Severity, sort_findings
from briefkit.source.locate import locate


@dataclass(frozen=True)
class Opened:
    """A file as far as it could be opened: the draft if it is YAML, the subject if it also keeps to the schema."""

    file: str
    draft: Draft | None
    subject: Brief | Volume | None
    findings: tuple[Finding, ...]
    guest: bool = False
    """Whether it does not lie in the library's folder."""

    @property
    def brief(self) -> Brief | None:
        """The subject, if it is a brief."""
        return self.subject if isinstance(self.subject, Brief) else None

    @property
    def volume(self) -> Volume | None:
        """The subject, if it is a volume."""
        return self.subject if isinstance(self.subject, Volume) else None


def open_reading(reading: Reading, name: str, kind: FileKind) -> Opened:
    """Check a reading against its schema and build the model when nothing stands in the way."""
    if reading.draft is None:
        return Opened(name, None, None, reading.findings)
    faults = conform(reading.draft, kind)
    findings = _without_doubts(reading.findings, faults) + faults
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Opened(name, reading.draft, None, findings)
    build = build_brief if kind == "brief" else build_volume
    return Opened(name, reading.draft, build(reading.draft), findings)


def _without_doubts(found: tuple[Finding, ...], faults: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leave out doubts about what a value means where the schema refuses it: one fault is one finding."""
    refused = {(fault.line, fault.column) for fault in faults}
    return tuple(one for one in found if one.severity is Severity.ERROR or (one.line, one.column) not in refused)


def open_file(path: FilePath, name: str, kind: FileKind) -> Opened:
    """Read a file, check it against its schema and build the model when nothing stands in the way."""
    return open_reading(read(path, name), name, kind)


@dataclass(frozen=True)
class Policy:
    """Which rules run and how severe their findings are."""

    select: frozenset[str] = frozenset()
    """Names of the only rules to run; empty for all that are on."""
    ignore: frozenset[str] = frozenset()
    """Names of rules not to run."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Severities that the volume sets, by rule name."""
    errors_only: bool = False
    """Whether rules whose findings are no errors stay off, too."""

    def of(self, rule: Rule) -> Severity:
        """Return the severity of a rule; off when it does not run."""
        if rule.name in self.ignore or (self.select and rule.name not in self.select):
            return Severity.OFF
        own = self.severity.get(rule.name, rule.severity)
        if self.errors_only and own is not Severity.ERROR:
            return Severity.OFF
        return Severity.WARNING if own is Severity.OFF and rule.name in self.select else own

    def without(self, names: frozenset[str]) -> "Policy":
        """Return the policy less some rules."""
        return replace(self, ignore=self.ignore | names)

    def with_checks(self, checks: Checks) -> "Policy":
        """Return the policy with the severities of a volume; names that no rule has are a finding elsewhere."""
        return replace(self, severity={name: Severity(level) for name, level in checks.severity.items()})


@dataclass
class Checker:
    """Checks files one after the other, then the library.

    `volume` is the library's volume if it is valid. `reopen` returns the draft of a file that was let go; it is called
    only for files in which a rule over the library finds a fault.
    """

    volume: Volume | None
    reopen: Callable[[str], Draft | None]
    policy: Policy = field(default_factory=Policy)
    remarks: tuple[str, ...] = ()
    """What is to be said of the reach of the check before it begins."""
    _located: dict[str, list[Located]] = field(default_factory=dict)
    _waivers: dict[str, tuple[Waiver, ...]] = field(default_factory=dict)
    _facts: dict[str, list[object]] = field(default_factory=dict)
    _broken: list[str] = field(default_factory=list)

    def add(self, opened: Opened, *, report: bool = True) -> ParsedBrief | None:
        """Check one file and keep what the rules over the library need to know of it.

        With `report=False` the file is only context: it yields facts, no findings. Returns the case if the file is
        valid.
        """
        if report:
            self._located[opened.file] = [Located(finding, None) for finding in opened.findings]
        if opened.subject is None or opened.draft is None:
            self._broken.append(opened.file)
            return None
        parsed = parse_brief(opened.subject, self.volume, guest=opened.guest)
        for rule in library_rules():
            if self.policy.of(rule.RULE) is not Severity.OFF:
                self._facts.setdefault(rule.RULE.name, []).append(rule.collect(parsed))
        if report:
            self._waivers[opened.file] = opened.subject.waivers
            for file_rule in file_rules():
                self._keep(opened.draft, file_rule.RULE, file_rule.check(parsed))
            if isinstance(opened.subject, Volume):
                self._keep(opened.draft, waivers.UNKNOWN_RULE, _unknown_settings(opened.subject))
        return parsed

    def _keep(self, draft: Draft, rule: Rule, faults: Iterable[Fault]) -> None:
        severity = self.policy.of(rule)
        if severity is Severity.OFF:
            return
        for fault in faults:
            finding = locate(draft, rule, fault, severity)
            names = waivers.names_at(draft.data, fault.path) | frozenset(fault.at)
            self._located[draft.source.name].append(Located(finding, names))

    def report(self) -> Report:
        """Run the rules over the library, apply the waivers and return everything.

        What is absent from the whole library is only known when every file is readable; while one is not, the rules
        that say so leave the volume's file alone.
        """
        paused = [rule for rule in library_rules() if self._broken and self.volume and is_absence_rule(rule)]
        for rule in library_rules():
            self._check_library(rule, self.volume.place.file if rule in paused and self.volume else "")
        standing: list[Finding] = []
        waived: list[Finding] = []
        for file, located in self._located.items():
            kept, accepted, used = waivers.apply(located, self._waivers.get(file, ()), codes())
            standing += kept + self._waiver_findings(file, used, paused)
            waived += accepted
        return Report(
            sort_findings(standing), tuple(self._located), sort_findings(waived), self.remarks + self._remarks(paused)
        )

    def _check_library(self, rule: LibraryRule, spared: str) -> None:
        by_file: dict[str, list[Fault]] = {}
        for fault in rule.check(self._facts.get(rule.RULE.name, []), self.volume):
            if fault.file in self._located and fault.file != spared:
                by_file.setdefault(fault.file, []).append(fault)
        for file, faults in by_file.items():
            if draft := self.reopen(file):
                self._keep(draft, rule.RULE, faults)

    def _waiver_findings(self, file: str, used: set[Waiver], paused: list[LibraryRule]) -> list[Finding]:
        """Report the waivers of no use, save those of rules that did not run."""
        spared = self.volume is not None and file == self.volume.place.file
        silent = {rule.RULE.name for rule in paused} if spared else set()
        silent |= {rule.name for rule in catalogue().values() if self.policy.of(rule) is Severity.OFF}
        faults = [
            (rule, fault)
            for rule, fault in waivers.faults(self._waivers.get(file, ()), used | self._idle(file, silent), codes())
            if self.policy.of(rule) is not Severity.OFF
        ]
        draft = self.reopen(file) if faults else None
        return [locate(draft, rule, fault, self.policy.of(rule)) for rule, fault in faults] if draft else []

    def _idle(self, file: str, silent: set[str]) -> set[Waiver]:
        return {waiver for waiver in self._waivers.get(file, ()) if codes().get(waiver.rule) in silent}

    def _remarks(self, paused: list[LibraryRule]) -> tuple[str, ...]:
        if not paused or not self.volume or self.volume.place.file not in self._located:
            return ()
        names = ", ".join(rule.RULE.name for rule in paused)
        broken = ", ".join(self._broken)
        return (f"for {self.volume.place.file}, {names} wait until {broken} can be read as a whole",)


def _unknown_settings(volume: Volume) -> Iterator[Fault]:
    for name in volume.checks.severity:
        if name not in catalogue():
            yield waivers.unknown_rule(("checks", "severity", name), name, catalogue(), on_key=True)
