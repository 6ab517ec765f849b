"""The catalogue: every rule of every stage, and the modules that check them."""

from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Protocol, cast

import briefkit.reading as read
from briefkit.checks import waivers
from briefkit.checks.parsed import ParsedBrief
from briefkit.format import conform
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule
from briefkit.text import registry


class FileRule(Protocol):
    """A rule that looks at one file."""

    RULE: Rule

    def check(self, parsed: ParsedBrief) -> Iterator[Fault]:
        """Yield the faults of one file."""


class LibraryRule(Protocol):
    """A rule that looks at all files. The type of its facts is its own."""

    RULE: Rule

    def collect(self, parsed: ParsedBrief) -> object:
        """Return what the rule needs to know of one file."""

    def check(self, facts: Sequence[object], volume: Volume | None) -> Iterator[Fault]:
        """Yield the faults of the library; each names its file."""


@cache
def file_rules() -> tuple[FileRule, ...]:
    """Return the rules over one file, by code."""
    return tuple(cast("FileRule", module) for module in _modules() if not hasattr(module, "collect"))


@cache
def library_rules() -> tuple[LibraryRule, ...]:
    """Return the rules over the library, by code."""
    return tuple(cast("LibraryRule", module) for module in _modules() if hasattr(module, "collect"))


def is_absence_rule(rule: LibraryRule) -> bool:
    """Tell whether the rule says that something is nowhere in the library; it needs every file to be readable."""
    return getattr(rule, "ABSENCE", False)


@cache
def needing_volume() -> frozenset[str]:
    """Return the names of the rules that miss in a brief what the volume may have; they need a valid volume."""
    return frozenset(module.RULE.name for module in _modules() if getattr(module, "NEEDS_VOLUME", False))


@cache
def catalogue() -> dict[str, Rule]:
    """Return every rule by name, in the order of the codes."""
    rules = [*read.RULES, *conform.RULES, *(module.RULE for module in _modules()), *waivers.RULES]
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.code)}


@cache
def codes() -> dict[str, str]:
    """Return the name of every rule by its name and by its code."""
    return {name: name for name in catalogue()} | {rule.code: rule.name for rule in catalogue().values()}


@cache
def _modules() -> tuple[ModuleType, ...]:
    return tuple(sorted(registry.modules("briefkit.checks.rules").values(), key=lambda module: module.RULE.code))
