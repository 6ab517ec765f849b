"""A cooperation point that addresses nothing.

What:
    A point of `us_cooperation` names no goal and no challenge under `addresses`.

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
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each cooperation point without `addresses`."""
    for point in parsed.points:
        if point.question == "us_cooperation" and not point.addresses:
            yield Fault(
                (*point.place.path, "id"),
                f"{point.label} `{point.id}` addresses no goal and no challenge",
                "add `addresses` with the ids of the goals and challenges that it concerns",
            )


RULE = FileRule(
    "unlinked-cooperation",
    "BK206",
    Severity.INFO,
    __doc__,
    check=check,
    absence=(("us_cooperation", "points", ".", "addresses", "**"),),
)
