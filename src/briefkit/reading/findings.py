"""From problems to findings: offsets become lines and columns."""

from collections import Counter

from briefkit.reading.reading_rules import RULES
from briefkit.reading.text_fault import FORBIDDEN, MOST_FINDINGS, Problem
from briefkit.source.draft import Source
from briefkit.source.finding import Finding, Related, sort_findings
from briefkit.source.place import Place

_RULES = {rule.name: rule for rule in RULES}


def findings(source: Source, problems: list[Problem]) -> tuple[Finding, ...]:
    """Return the problems as findings, sorted. Of one rule no more than the limit; the last says so."""
    total = Counter(problem.rule for problem in problems)
    seen: Counter[str] = Counter()
    excerpts: dict[int, str] = {}
    found = []
    for problem in problems:
        seen[problem.rule] += 1
        if seen[problem.rule] <= MOST_FINDINGS:
            is_last = seen[problem.rule] == MOST_FINDINGS < total[problem.rule]
            hint = "more of these follow: mend those above first" if is_last else problem.hint
            found.append(_finding(source, problem, hint, excerpts))
    return sort_findings(found)


def _finding(source: Source, problem: Problem, hint: str | None, excerpts: dict[int, str]) -> Finding:
    """Return one finding. `excerpts` holds the lines shown before, so that a long line is kept once."""
    rule = _RULES[problem.rule]
    start, end = source.position(problem.start), source.position(problem.end)
    if start.line not in excerpts:
        excerpts[start.line] = FORBIDDEN.sub("\ufffd", source.line(start.line))
    related: tuple[Related, ...] = ()
    if problem.related:
        offset, what = problem.related
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
        message=problem.message,
        hint=hint,
        related=related,
        excerpt=excerpts[start.line],
    )
