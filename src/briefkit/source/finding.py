"""Rules, faults, findings and the report that gathers them."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from briefkit.source.draft import Path
from briefkit.source.place import Place
from briefkit.text.record import record


class Severity(StrEnum):
    """How much a finding matters; `off` only as a setting."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """Return 0 for error, 1 for warning, 2 for info, 3 for off."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One check, described as data. The name says the bad pattern; the code never changes its meaning."""

    name: str
    code: str
    severity: Severity
    doc: str = ""
    """Markdown: one summary line, then What, Why, Bad and Good."""

    @property
    def summary(self) -> str:
        """Return the first line of the documentation."""
        return self.doc.partition("\n")[0]


@record(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, such as the first of two equal keys."""

    place: Place
    message: str


@record(frozen=True, slots=True)
class Fault:
    """What a rule yields: a path into the file and a message; `locate` adds line and column.

    `part` is a stretch of the text value at the path, as offsets into it. `on` says whether the value or its key
    is meant. `at` are further names under which a waiver may accept the fault (point id, `ref:KEY`, an abbreviation).
    `hides` are the parts of the file, as paths, that the fault may keep from being seen, such as the field that a
    misspelled one is meant to be; `*` in such a path is any step.
    """

    path: Path
    message: str
    hint: str | None = None
    part: tuple[int, int] | None = None
    on: Literal["value", "key"] = "value"
    at: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    hides: tuple[Path, ...] = ()


@record(frozen=True, slots=True)
class Finding:
    """A fault with its place in the file. Lines and columns count from 1, columns in code points, ends exclusive."""

    rule: str
    code: str
    severity: Severity
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()
    excerpt: str = ""
    """The line of the file in which the finding starts; of a long line a stretch around the column."""
    waived: str | None = None
    """The reason for which a waiver accepts it."""
    excerpt_column: int = 1
    """The column at which the excerpt begins."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Return the key by which findings are sorted: file, place, code, message."""
        return (self.file, self.line, self.column, self.code, self.message)


class Findings(Sequence[Finding]):
    """Findings whose number is known without looking at each."""

    @abstractmethod
    def tally(self) -> Counter[tuple[str, Severity]]:
        """Return the number of findings by file and severity."""


def tally(findings: Sequence[Finding]) -> Counter[tuple[str, Severity]]:
    """Return the number of findings by file and severity."""
    if isinstance(findings, Findings):
        return findings.tally()
    return Counter((finding.file, finding.severity) for finding in findings)


@dataclass(frozen=True)
class Report:
    """What a check found."""

    findings: Sequence[Finding]
    """Findings that stand, sorted by file and place."""
    files: tuple[str, ...]
    """The names of all files looked at."""
    waived: Sequence[Finding] = ()
    """Findings that a waiver accepts, with its reason."""
    remarks: tuple[str, ...] = field(default=())
    """What the reader of the report should know about its reach, a line each."""

    def counts(self) -> Counter[Severity]:
        """Return the number of standing findings by severity."""
        counts: Counter[Severity] = Counter()
        for (_, severity), count in tally(self.findings).items():
            counts[severity] += count
        return counts

    def at_least(self, severity: Severity) -> bool:
        """Tell whether a finding is as bad as this severity or worse."""
        return any(found.rank <= severity.rank for found in self.counts())


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by file and place."""
    return tuple(sorted(findings, key=lambda finding: finding.order))
