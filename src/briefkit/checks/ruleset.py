"""The rules of every stage by name and code, and those that look at briefs and libraries."""

from functools import cache

from briefkit.checks import waivers
from briefkit.checks.rule import FileRule, LibraryRule
from briefkit.format.conform import schema_rules
from briefkit.reading import reading_rules
from briefkit.source.finding import Rule
from briefkit.text import registry


@cache
def checking_rules() -> tuple[FileRule, ...]:
    """Return the rules over one file and over the library, by code.

    Raises TypeError for a module in the folder of rules that declares none, or one of another name than its own.
    """
    found = []
    for name, module in registry.modules("briefkit.checks.rules").items():
        rule = getattr(module, "RULE", None)
        if not isinstance(rule, FileRule) or rule.name.replace("-", "_") != name:
            raise TypeError(f"{module.__name__} has to declare RULE, a rule of its own name")
        found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def library_rules() -> tuple[LibraryRule, ...]:
    """Return the rules over the library, by code."""
    return tuple(rule for rule in checking_rules() if isinstance(rule, LibraryRule))


@cache
def needing_volume() -> frozenset[str]:
    """Return the names of the rules that cannot judge a brief without what the volume has; they need a valid one."""
    return frozenset(rule.name for rule in checking_rules() if rule.needs_volume)


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by name, in the order of the codes."""
    rules: list[Rule] = [*reading_rules.RULES, *schema_rules.RULES, *checking_rules(), *waivers.RULES]
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.code)}


@cache
def codes() -> dict[str, str]:
    """Return the name of every rule by its name and by its code."""
    return {name: name for name in all_rules()} | {rule.code: rule.name for rule in all_rules().values()}
