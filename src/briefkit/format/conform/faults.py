"""Violations → faults: what is wrong and how to mend it, in words, one fault for each mistake."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefkit.format.conform.fields import Fields
from briefkit.format.conform.forms import repeats
from briefkit.format.conform.values import is_empty, value_faults
from briefkit.format.conform.violations import Violation, violations
from briefkit.format.schema import Form
from briefkit.source.draft import Draft, Path
from briefkit.source.finding import Fault, Rule

MOST = 1000
"""So many violations are looked at, and so many faults given: a file with more is not a brief, and may be an attack."""


class Departures(NamedTuple):
    """The faults of a draft, each with its rule, in no useful order, and the paths of the values that are refused."""

    faults: list[tuple[Rule, Fault]]
    refused: list[Path]
    is_complete: bool
    """Whether all that departs from the schema was looked at."""


def departures(draft: Draft, form: Form) -> Departures:
    """Return what is wrong with a draft against the schema of its kind."""
    of_fields: list[Violation] = []
    of_values: dict[tuple[Path, bool], dict[str, Violation]] = {}
    found = list(islice(violations(form, draft.data), MOST + 1))
    for violation in found[:MOST]:
        if violation.keyword in {"required", "additionalProperties"}:
            of_fields.append(violation)
        else:
            of_values.setdefault((violation.path, violation.on_key), {})[violation.keyword] = violation
    faults = list(islice(_faults(draft, form, of_fields, of_values), MOST))
    refused = [path for (path, _), broken in of_values.items() for path in _refused(path, broken)]
    return Departures(faults, refused, len(found) <= MOST)


def _faults(
    draft: Draft,
    form: Form,
    of_fields: list[Violation],
    of_values: dict[tuple[Path, bool], dict[str, Violation]],
) -> Iterator[tuple[Rule, Fault]]:
    fields = Fields(draft, form)
    yield from fields.faults(of_fields)
    for (path, _), broken in of_values.items():
        if not (is_empty(next(iter(broken.values()))) and fields.explains_empty(path)):
            yield from value_faults(draft, form, broken)


def _refused(path: Path, broken: dict[str, Violation]) -> Iterator[Path]:
    """Yield what is refused of a value: of a list in which only entries repeat, those entries."""
    entries = broken["uniqueItems"].instance if list(broken) == ["uniqueItems"] else None
    if isinstance(entries, list):
        yield from ((*path, second) for _, second in repeats(entries))
    else:
        yield path
