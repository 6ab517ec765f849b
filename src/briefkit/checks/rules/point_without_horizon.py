"""A point that does not say by when, though it should.

What:
    A recommendation has neither `horizon` nor `deadline`. In general: a point of a question of which the set expects
    one of them.

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
from briefkit.text.english import listed

TIMES = frozenset({"horizon", "deadline"})
_WORDS = {
    "horizon": "a `horizon` (immediate, short-term, medium-term, long-term, ongoing)",
    "deadline": "a `deadline`",
}


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each point without a time that its question expects."""
    for point in parsed.written_points:
        for names in point.question.expects:
            if TIMES.issuperset(names) and not any(map(point.said, names)):
                yield Fault(
                    (*point.place.path, "id"),
                    f"{point.label} `{point.id}` does not say by when",
                    f"add {listed([_WORDS[name] for name in names], 'or')}",
                )


RULE = FileRule(
    "point-without-horizon",
    "BK307",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=((".", "points", ".", "horizon"), (".", "points", ".", "deadline")),
)
