"""Faults → findings: a path into the data becomes file, line and column."""

from briefkit.source.draft import Draft, Path, Position, Span
from briefkit.source.finding import Fault, Finding, Rule, Severity
from briefkit.source.place import Place


def locate(draft: Draft, rule: Rule, fault: Fault, severity: Severity | None = None) -> Finding:
    """Return the finding for a fault in a draft; `severity` replaces that of the rule.

    A fault at the root stands at the file's first character. A mapping or list that runs over several lines is
    shown by its first line.
    """
    span = _span(draft, fault)
    start, end = draft.source.position(span.start), draft.source.position(span.end)
    excerpt = draft.source.excerpt(start)
    if end.line > start.line and fault.part is None and draft.node(fault.path).children is not None:
        end = Position(start.line, len(draft.source.line(start.line)) + 1)
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity=severity or rule.severity,
        file=draft.source.name,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        message=fault.message,
        hint=fault.hint,
        related=fault.related,
        excerpt=excerpt.text,
        excerpt_column=excerpt.column,
    )


def place(draft: Draft, path: Path) -> Place:
    """Return the place of the value at a path."""
    position = draft.source.position(draft.span(path).start)
    return Place(draft.source.name, position.line, position.column, path)


def _span(draft: Draft, fault: Fault) -> Span:
    if not fault.path:
        return Span(0, 0)
    if fault.on == "key":
        return draft.key_span(fault.path)
    return draft.span(fault.path, fault.part)
