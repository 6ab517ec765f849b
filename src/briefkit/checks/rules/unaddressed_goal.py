"""A goal that no recommendation addresses.

What:
    No recommendation of the brief names the goal under `addresses`.

Why:
    A reader asks of every goal what should be done about it. Where the author has no advice, the editor says so
    in a waiver.

Bad:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
        - id: trade
          statement: Expand trade

Good:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each goal without a recommendation."""
    for point in parsed.points:
        if point.question == "goals" and not any(p.question == "recommendations" for p in parsed.links.to(point)):
            yield Fault(
                (*point.place.path, "id"),
                f"no recommendation addresses {point.label} `{point.id}`",
                f"add `{point.id}` to the `addresses` of a recommendation that serves it, or waive this with a reason",
            )


RULE = FileRule(
    "unaddressed-goal",
    "BK203",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=(("recommendations", "points", "*", "addresses", "**"),),
)
