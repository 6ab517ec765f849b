"""Which rules run, and from which severity on findings count."""

from collections.abc import Sequence

from briefkit.checks.policy import Policy
from briefkit.source.finding import Severity
from briefkit.text.suggest import unknown


def policy(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Policy:
    """Return which rules run: only the selected ones, or all that are on, less the ignored ones.

    Names and codes may be given with commas between them. Raises UsageError for an unknown rule.
    """
    return Policy(select=_rules(select), ignore=_rules(ignore))


def _rules(names: Sequence[str]) -> frozenset[str]:
    return frozenset(rule_name(part.strip()) for joined in names for part in joined.split(","))


def rule_name(written: str, see: str = "`briefkit explain` lists them") -> str:
    """Return the name of a rule by its name or code, in any case. Raises UsageError for an unknown one."""
    from briefkit.checks.ruleset import codes

    for spelling in (written.lower(), written.upper()):
        if found := codes().get(spelling):
            return found
    raise unknown("rule", written, list(codes()), see=see)


def severity(name: str) -> Severity:
    """Return the severity of a name. Raises UsageError for an unknown one."""
    known = [level for level in Severity if level is not Severity.OFF]
    if name not in known:
        raise unknown("severity", name, known)
    return Severity(name)
