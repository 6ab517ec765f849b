"""Drafts → schema findings, worded for people."""

from briefkit.conform.accept import acceptor
from briefkit.conform.rules import RULES
from briefkit.finding import Finding, sort_findings
from briefkit.locate import locate
from briefkit.schema import Kind
from briefkit.source import Draft

__all__ = ["RULES", "conform"]


def conform(draft: Draft, kind: Kind) -> tuple[Finding, ...]:
    """Return where a draft departs from the schema of its kind, sorted by place; nothing when it conforms."""
    if acceptor(kind)(draft.data):
        return ()
    # Importing jsonschema takes longer than all the rest; only files with a fault need it.
    from briefkit.conform.faults import faults

    return sort_findings(locate(draft, rule, fault) for rule, fault in faults(draft, kind))
