"""A challenge that no recommendation addresses.

What:
    No recommendation of the brief names the challenge under `addresses`. A cooperation point that does is named
    in the message; one with the stance `does-not-help` never counts.

Why:
    A challenge without a remedy is the first question that a reader of the brief will ask.

Bad:
    challenges:
      points:
        - id: china-gap
          statement: Threat perceptions of China differ
        - id: budgets
          statement: Budgets are tight

Good:
    challenges:
      points:
        - id: china-gap
          statement: Threat perceptions of China differ
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Point
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each challenge without a recommendation."""
    for point in parsed.points:
        if point.question != "challenges":
            continue
        sources = list(parsed.links.to(point))
        if any(source.question == "recommendations" for source in sources):
            continue
        yield Fault(
            (*point.place.path, "id"),
            f"no recommendation addresses {point.label} `{point.id}`" + _cooperation(sources),
            f"add `{point.id}` to the `addresses` of a recommendation that serves it, or waive this with a reason",
        )


def _cooperation(sources: list[Point]) -> str:
    helping = [p for p in sources if p.question == "us_cooperation" and p.stance != "does-not-help"]
    return "; only cooperation does: " + ", ".join(f"{p.label} `{p.id}`" for p in helping) if helping else ""


RULE = FileRule(
    "unaddressed-challenge",
    "BK204",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=(("recommendations", "points", "*", "addresses", "**"),),
)
