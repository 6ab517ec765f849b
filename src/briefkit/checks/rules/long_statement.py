"""A statement that is too long for a table cell.

What:
    A goal, a cooperation point or a recommendation has more than 20 words, a challenge more than 14. The limits are
    `statement-words` and `challenge-words` under `checks.limits` in `volume.yaml`.

Why:
    Statements are read side by side. What does not fit in one line belongs in `detail`.

Bad:
    challenges:
      points:
        - id: china-gap
          statement: >-
            The two governments do not share one view of how much of a threat China and its growing military
            really pose to them

Good:
    challenges:
      points:
        - id: china-gap
          statement: The two governments see the threat from China differently
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.words import count_words

LIMITS = {"statement-words": 20, "challenge-words": 14}
_LIMIT_OF = {
    "goals": "statement-words",
    "challenges": "challenge-words",
    "us_cooperation": "statement-words",
    "recommendations": "statement-words",
}


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each statement with more words than its limit."""
    for point in parsed.points:
        if point.question not in _LIMIT_OF:
            continue
        limit, count = parsed.limit(_LIMIT_OF[point.question], LIMITS), count_words(point.statement)
        if count > limit:
            yield Fault(
                (*point.place.path, "statement"),
                f"the statement has {count} words, {count - limit} over the limit of {limit}",
                "keep the claim and move the rest to `detail`",
            )


RULE = FileRule(
    "long-statement",
    "BK301",
    Severity.WARNING,
    __doc__,
    check=check,
    limits=LIMITS,
)
