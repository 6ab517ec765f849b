"""A point that asks nobody, though somebody should act.

What:
    A recommendation has no `actors`. In general: a point of a question of which the set expects them.

Why:
    What everybody should do nobody does. If the author names nobody, the editor says so in a waiver.

Bad:
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
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
    """Yield a fault at each point without the `actors` that its question expects."""
    for point in parsed.written_points:
        if point.question.expected("actors") and not point.actors:
            yield Fault(
                (*point.place.path, "id"),
                f"{point.label} `{point.id}` does not say who should act",
                "add `actors` with those whom the author asks to act",
            )


RULE = FileRule(
    "point-without-actor",
    "BK304",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=((".", "points", ".", "actors", "**"),),
)
