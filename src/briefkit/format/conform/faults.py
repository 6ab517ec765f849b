"""Violations → faults: what is wrong and how to mend it, in words, one fault for each mistake."""

from collections.abc import Iterator
from itertools import islice

from briefkit.format.conform.fields import Fields
from briefkit.format.conform.values import is_empty, value_faults
from briefkit.format.conform.violations import Violation, violations
from briefkit.format.schema import FileKind
from briefkit.source.draft import Draft, Path
from briefkit.source.finding import Fault, Rule

MOST = 1000
"""So many violations are looked at, and so many faults given: a file with more is not a brief, and may be an attack."""


def faults(draft: Draft, kind: FileKind) -> Iterator[tuple[Rule, Fault]]:
    """Yield each fault of a draft against the schema of its kind, with its rule, in no useful order."""
    return islice(_faults(draft, kind), MOST)


def _faults(draft: Draft, kind: FileKind) -> Iterator[tuple[Rule, Fault]]:
    of_fields: list[Violation] = []
    of_values: dict[tuple[Path, bool], dict[str, Violation]] = {}
    for violation in islice(violations(kind, draft.data), MOST):
        if violation.keyword in {"required", "additionalProperties"}:
            of_fields.append(violation)
        else:
            of_values.setdefault((violation.path, violation.on_key), {})[violation.keyword] = violation
    fields = Fields(draft, kind)
    yield from fields.faults(of_fields)
    for (path, _), broken in of_values.items():
        if not (is_empty(next(iter(broken.values()))) and fields.explains_empty(path)):
            yield from value_faults(draft, kind, broken)
