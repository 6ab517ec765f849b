"""A recommendation that addresses nothing.

What:
    A recommendation has no `addresses`: it names no goal and no challenge that it serves.

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
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each recommendation without `addresses`."""
    for point in parsed.points:
        if point.question == "recommendations" and not point.addresses:
            yield Fault(
                (*point.place.path, "id"),
                f"{point.label} `{point.id}` addresses no goal and no challenge",
                "add `addresses` with the ids of the goals and challenges that it serves",
            )


RULE = FileRule(
    "unlinked-recommendation",
    "BK205",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=(("recommendations", "points", ".", "addresses", "**"),),
)
