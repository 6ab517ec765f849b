"""Unusually few or many points.

What:
    An answer has points outside the range that the question set calls usual: goals 2 to 5, challenges 2 to 6,
    recommendations 3 to 7.

Why:
    One goal is seldom the whole policy, and a reader keeps no more than a handful in mind. This is only a remark.

Bad:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order

Good:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
        - id: enmesh-china
          statement: Draw China into the order
    challenges:
      points:
        - id: china-gap
          statement: Views of China differ
          obstructs: [open-order]
        - id: budgets
          statement: Budgets are tight
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
          actors: [Japan]
          horizon: short-term
        - id: engage
          statement: Engage China step by step
          addresses: [enmesh-china]
          actors: [Japan]
          horizon: long-term
        - id: share
          statement: Share the cost of patrols
          addresses: [budgets]
          actors: [Japan]
          horizon: short-term
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.english import counted


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each answer with unusually few or many points."""
    for answer in parsed.brief.answers if parsed.brief else ():
        limits, count = answer.question.limits, len(answer.points)
        least, most = limits.get("least-points", 0), limits.get("most-points", 0)
        if count < least or (most and count > most):
            usual = f"{least} to {most}" if least and most else f"at least {least}" if least else f"at most {most}"
            yield Fault(
                (answer.question.key,),
                f"`{answer.question.key}` has {counted(count, 'point', 'points')}; usual are {usual}",
                "see which points can be merged or split",
                on="key",
            )


RULE = FileRule(
    "point-count",
    "BK308",
    Severity.INFO,
    __doc__,
    check=check,
    absence=((".", "points", "*"),),
)
