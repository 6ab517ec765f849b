"""Drafts → schema findings, worded for people."""

from briefkit.format.conform.acceptor import acceptor
from briefkit.format.conform.schema_rules import RULES
from briefkit.format.schema import FileKind
from briefkit.source.draft import Draft
from briefkit.source.finding import Finding, sort_findings
from briefkit.source.locate import locate

__all__ = ["RULES", "conform"]


def conform(draft: Draft, kind: FileKind) -> tuple[Finding, ...]:
    """Return where a draft departs from the schema of its kind, sorted by place; nothing when it conforms."""
    if acceptor(kind)(draft.data):
        return ()
    # Importing jsonschema takes longer than all the rest; only files with a fault need it.
    from briefkit.format.conform.faults import faults

    return sort_findings(locate(draft, rule, fault) for rule, fault in faults(draft, kind))
