"""A recommendation that does not say by when.

What:
    A recommendation has neither `horizon` nor `deadline`.

Why:
    By when is half of a recommendation. Where the text supports none, the editor says so in a waiver.

Bad:
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
          actors: [Japan]

Good:
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
          actors: [Japan]
          deadline: 2015-12
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each recommendation without `horizon` and `deadline`."""
    for point in parsed.points:
        if point.question == "recommendations" and not point.horizon and not point.deadline:
            yield Fault(
                (*point.place.path, "id"),
                f"{point.label} `{point.id}` does not say by when",
                "add a `horizon` (immediate, short-term, medium-term, long-term, ongoing) or a `deadline`",
            )


RULE = FileRule(
    "recommendation-without-horizon",
    "BK307",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=(("recommendations", "points", ".", "horizon"), ("recommendations", "points", ".", "deadline")),
)
