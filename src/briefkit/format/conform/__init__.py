"""Drafts → schema findings, worded for people, and what of the draft does not conform."""

from typing import NamedTuple

from briefkit.format.conform.acceptor import acceptor
from briefkit.format.conform.schema_rules import BAD_QUESTION_SET, RULES, UNKNOWN_QUESTION_SET
from briefkit.format.schema import Form
from briefkit.source.draft import Draft, Path
from briefkit.source.finding import Finding, sort_findings
from briefkit.source.locate import locate

__all__ = ["BAD_QUESTION_SET", "RULES", "UNKNOWN_QUESTION_SET", "Conformity", "conform"]


class Conformity(NamedTuple):
    """How a draft keeps to its schema.

    `refused` are the values that do not conform, by path; `hidden` are the parts of the file that the faults may keep
    from being seen, `*` in such a path being any step. Neither is complete in a file with too many faults to list.
    """

    findings: tuple[Finding, ...] = ()
    refused: frozenset[Path] = frozenset()
    hidden: frozenset[Path] = frozenset()
    is_complete: bool = True


def conform(draft: Draft, form: Form) -> Conformity:
    """Return where a draft departs from its schema, the findings sorted by place."""
    if acceptor(form)(draft.data):
        return Conformity()
    # Importing jsonschema takes longer than all the rest; only files with a fault need it.
    from briefkit.format.conform.faults import departures

    found = departures(draft, form)
    return Conformity(
        findings=sort_findings(locate(draft, rule, fault) for rule, fault in found.faults),
        refused=frozenset(found.refused),
        hidden=frozenset([*found.refused, *(path for _, fault in found.faults for path in fault.hides)]),
        is_complete=found.is_complete,
    )
