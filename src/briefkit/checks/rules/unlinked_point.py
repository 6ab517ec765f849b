"""A point that addresses nothing, though it should.

What:
    A recommendation has no `addresses`: it names no goal and no challenge that it serves. In general: the question set
    says of a question that its points are expected to link to others.

Why:
    The tracing of goals and challenges to recommendations is made from these links. A recommendation that serves
    nothing is either badly linked or beside the point.

Bad:
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
          actors: [Japan]
          horizon: short-term
        - id: study
          statement: Study the question further
          actors: [Japan]
          horizon: short-term

Good:
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
          actors: [Japan]
          horizon: short-term
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.checks.unlinked import unlinked
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each point without a link that its question expects."""
    for point in parsed.written_points:
        kinds = [kind for kind in point.question.serving_links if point.question.expected(kind)]
        if kinds and not any(point.linked(kind) for kind in kinds):
            yield unlinked(point, kinds[0], parsed.questions)


RULE = FileRule(
    "unlinked-point",
    "BK205",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=((".", "points", ".", "addresses", "**"), (".", "points", ".", "rests_on", "**")),
)
