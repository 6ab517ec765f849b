"""Faults → findings: a path into the data becomes file, line and column."""

from typing import Literal

from briefkit.source.draft import Draft, Path, Position, Span
from briefkit.source.finding import Fault, Finding, Related, Rule, Severity
from briefkit.source.place import Place
from briefkit.source.site import Site


def site(
    draft: Draft,
    path: Path,
    on: Literal["value", "key"] = "value",
    part: tuple[int, int] | None = None,
    names: tuple[str, ...] = (),
) -> Site:
    """Return where the value at a path stands, its key or a part of it, with the `names` of the place.

    The root stands at the file's first character. A mapping or list that runs over several lines is shown by its
    first line.
    """
    source = draft.source
    span = _span(draft, path, on, part)
    start, end = source.position(span.start), source.position(span.end)
    excerpt = source.excerpt(start)
    if end.line > start.line and part is None and draft.node(path).children is not None:
        end = Position(start.line, len(source.line(start.line)) + 1)
    return Site(*start, *end, *excerpt, names)


def locate(
    draft: Draft, rule: Rule, fault: Fault, severity: Severity | None = None, hint: str | None = None
) -> Finding:
    """Return the finding for a fault in a draft; `severity` and `hint` replace those of the rule and the fault."""
    where, name = site(draft, fault.path, fault.on, fault.part), draft.source.name
    return found(where, name, rule, severity or rule.severity, fault.message, hint or fault.hint, fault.related)


def found(
    where: Site,
    file: str,
    rule: Rule,
    severity: Severity,
    message: str,
    hint: str | None = None,
    related: tuple[Related, ...] = (),
) -> Finding:
    """Return the finding of a rule at a place that is known."""
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity=severity,
        file=file,
        line=where.line,
        column=where.column,
        end_line=where.end_line,
        end_column=where.end_column,
        message=message,
        hint=hint,
        related=related,
        excerpt=where.excerpt,
        excerpt_column=where.excerpt_column,
    )


def place(draft: Draft, path: Path) -> Place:
    """Return the place of the value at a path."""
    position = draft.source.position(draft.span(path).start)
    return Place(draft.source.name, position.line, position.column, path)


def _span(draft: Draft, path: Path, on: Literal["value", "key"], part: tuple[int, int] | None) -> Span:
    if not path:
        return Span(0, 0)
    if on == "key":
        return draft.key_span(path)
    return draft.span(path, part)
