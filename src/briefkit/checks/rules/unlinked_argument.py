"""A point that may address something and does not.

What:
    A point of `us_cooperation` names no goal and no challenge under `addresses`. In general: a point of a question that
    may serve others, of which the question set does not expect it.

Why:
    Whether cooperation helps is asked of particular goals and challenges. Some arguments concern all of them, so
    this is only a remark.

Bad:
    us_cooperation:
      points:
        - id: exercises
          statement: Exercises of the three navies build trust

Good:
    us_cooperation:
      points:
        - id: exercises
          statement: Exercises of the three navies build trust
          addresses: [open-order]
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.checks.unlinked import unlinked
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each point that serves nothing, though it may."""
    for point in parsed.written_points:
        kinds = point.question.serving_links
        if kinds and not any(map(point.question.expected, kinds)) and not any(map(point.linked, kinds)):
            yield unlinked(point, kinds[0], parsed.questions)


RULE = FileRule(
    "unlinked-argument",
    "BK206",
    Severity.INFO,
    __doc__,
    check=check,
    absence=((".", "points", ".", "addresses", "**"), (".", "points", ".", "rests_on", "**")),
)
