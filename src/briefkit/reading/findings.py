"""From faults to findings: offsets become lines and columns."""

from collections import Counter

from briefkit.reading.reading_rules import RULES
from briefkit.reading.text_fault import FORBIDDEN, MOST_FINDINGS, TextFault
from briefkit.source.draft import Excerpt, Source
from briefkit.source.finding import Finding, Related, sort_findings
from briefkit.source.place import Place

_RULES = {rule.name: rule for rule in RULES}


def findings(source: Source, faults: list[TextFault]) -> tuple[Finding, ...]:
    """Return the faults as findings, sorted. Of one rule no more than the limit; the last says so."""
    total = Counter(fault.rule for fault in faults)
    seen: Counter[str] = Counter()
    excerpts: dict[Excerpt, str] = {}
    found = []
    for fault in faults:
        seen[fault.rule] += 1
        if seen[fault.rule] <= MOST_FINDINGS:
            is_last = seen[fault.rule] == MOST_FINDINGS < total[fault.rule]
            hint = "more of these follow: mend those above first" if is_last else fault.hint
            found.append(_finding(source, fault, hint, excerpts))
    return sort_findings(found)


def _finding(source: Source, fault: TextFault, hint: str | None, excerpts: dict[Excerpt, str]) -> Finding:
    """Return one finding. `excerpts` holds what was shown before, so that it is kept once."""
    rule = _RULES[fault.rule]
    start, end = source.position(fault.start), source.position(fault.end)
    excerpt = source.excerpt(start)
    if excerpt not in excerpts:
        excerpts[excerpt] = FORBIDDEN.sub("\ufffd", excerpt.text)
    related: tuple[Related, ...] = ()
    if fault.related:
        offset, what = fault.related
        related = (Related(Place(source.name, *source.position(offset)), what),)
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity=rule.severity,
        file=source.name,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        message=fault.message,
        hint=hint,
        related=related,
        excerpt=excerpts[excerpt],
        excerpt_column=excerpt.column,
    )
