"""The library under check: one file mutated, the others read once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from briefkit.checks.combine import Reach, combine
from briefkit.checks.examine import examine
from briefkit.checks.examined import Examined
from briefkit.checks.opened import Opened
from briefkit.checks.policy import Policy
from briefkit.format.schema import FileKind as FileKind
from briefkit.format.schema import Form
from briefkit.format.shipped import default
from briefkit.library import Library
from briefkit.library.around import Around
from briefkit.reading import read_bytes
from briefkit.source.finding import Finding, Report
from mutations.consequences import Consequence, consequences
from mutations.document import Document
from mutations.mutant import PICTURES, Mutant

Place = tuple[str, str, int]
"""Rule, file, line."""


def file_kind(name: str) -> FileKind:
    """Tell by which schema a file is checked."""
    return "volume" if name == "volume" else "brief"


def open_bytes(name: str, data: bytes) -> Opened:
    """Read a file of the library from its bytes."""
    return Opened(read_bytes(data, f"{name}.yaml"), f"{name}.yaml", Form(file_kind(name), default()))


@dataclass(eq=False)
class Judge:
    """Checks mutants of the files of a library."""

    folder: Path
    documents: dict[str, Document] = field(init=False)
    opened: dict[str, Opened] = field(init=False)

    def __post_init__(self) -> None:
        files = {path.stem: path.read_bytes() for path in sorted(self.folder.glob("*.yaml"))}
        self.documents = {name: Document(name, data.decode()) for name, data in files.items()}
        self.opened = {name: open_bytes(name, data) for name, data in files.items()}

    @cached_property
    def _baseline(self) -> Counter[tuple[str, str, str]]:
        return Counter(map(_identity, self._check(self.opened).findings))

    @cached_property
    def _order(self) -> list[str]:
        """The files as the library takes them: the volume, then the briefs as it lists them."""
        volume = self.opened["volume"].volume
        return ["volume", *(volume.briefs if volume else ())]

    def report(self, name: str, data: bytes) -> Report:
        """Check the library with other bytes for one file."""
        return self._check(self.opened | {name: open_bytes(name, data)})

    def _check(self, opened: dict[str, Opened]) -> Report:
        volume = opened["volume"].volume
        library = Library(self.folder)
        vars(library)["_around"] = around = Around(None, self.folder)
        vars(around)["volume"] = opened["volume"]
        policy, remarks = library._policy(Policy())
        known = [
            self._known(name)
            if opened[name] is self.opened[name] and volume is self.opened["volume"].volume
            else examine(opened[name], volume, policy, PICTURES)
            for name in self._order
        ]
        return combine(known, volume, policy, Reach(frozenset(one.file for one in known), remarks))

    @cache  # noqa: B019 - the few judges live as long as the tests
    def _known(self, name: str) -> Examined:
        """What is known of a file that is as it was."""
        volume = self.opened["volume"].volume
        assert volume is not None
        return examine(self.opened[name], volume, Policy().with_checks(volume.checks), PICTURES)

    def new_findings(self, name: str, mutant: Mutant) -> list[Finding]:
        """Return the findings that the unmutated library does not have; measures that may change are left out."""
        known = Counter(self._baseline)
        found = []
        for finding in self.report(name, mutant.data).findings:
            if known[_identity(finding)] > 0:
                known[_identity(finding)] -= 1
            elif finding.rule not in mutant.measures:
                found.append(finding)
        return found

    def expected(self, name: str, mutant: Mutant) -> Counter[Place]:
        """Return the places at which a mutant must have a new finding."""
        places = Counter((hit.rule, hit.file or name, hit.line) for hit in mutant.hits)
        if mutant.follows:
            before = self._followed(frozenset(mutant.follows))
            after = consequences(self.documents | {name: Document(name, mutant.data.decode())}, mutant.follows)
            places |= Counter((f.rule, f.file, f.line) for key, f in after.items() if key not in before)
        return places

    @cache  # noqa: B019 - as above
    def _followed(self, rules: frozenset[str]) -> Mapping[tuple[str, str, str], Consequence]:
        """What follows in the library as it was."""
        return consequences(self.documents, rules)

    def verdict(self, name: str, mutant: Mutant) -> str:
        """Return what is wrong with the check of a mutant, a line each; empty when nothing is."""
        found = self.new_findings(name, mutant)
        expected = self.expected(name, mutant)
        extra = Counter(map(place, found)) - expected
        lines = [
            f"missing: {rule} at {file}:{line}"
            for rule, file, line in (expected - Counter(map(place, found))).elements()
        ]
        for finding in found:
            if extra[place(finding)] > 0:
                extra[place(finding)] -= 1
                lines.append(f"unrelated: {finding.rule} at {finding.file}:{finding.line}: {finding.message}")
        return "\n".join(lines)


def place(finding: Finding) -> Place:
    """Return rule, file and line of a finding."""
    return finding.rule, Path(finding.file).stem, finding.line


def _identity(finding: Finding) -> tuple[str, str, str]:
    """What stays of a finding when the file around it changes."""
    return finding.rule, finding.file, finding.excerpt.strip()
