"""Which rules run and how severe their findings are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefkit.source.finding import Rule, Severity

if TYPE_CHECKING:  # where nothing has changed, no volume is read
    from briefkit.format.model import Checks


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

    def words(self) -> bytes:
        """Return what stands for the policy in a key of the cache."""
        chosen = (sorted(self.select), sorted(self.ignore), sorted(self.severity.items()), self.errors_only)
        return repr(chosen).encode()

    def without(self, names: frozenset[str]) -> "Policy":
        """Return the policy less some rules."""
        return replace(self, ignore=self.ignore | names)

    def with_checks(self, checks: "Checks") -> "Policy":
        """Return the policy with the severities of a volume; names that no rule has are a finding elsewhere."""
        return replace(self, severity={name: Severity(level) for name, level in checks.severity.items()})
