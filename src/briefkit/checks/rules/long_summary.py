"""A summary that is too long.

What:
    The summary has over 150 words. The limit is `summary-words` under `checks.limits` in `volume.yaml`.

Why:
    It is the thirty-second answer.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

LIMITS = {"summary-words": 150}


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at a summary with more words than the limit."""
    if parsed.brief is None:
        return
    limit, count = parsed.limit("summary-words", LIMITS["summary-words"]), parsed.counts.get(("summary",), 0)
    if count > limit:
        message = f"the summary has {count} words, {count - limit} over the limit of {limit}"
        yield Fault(("summary",), message, "keep what a reader needs in thirty seconds", on="key")


RULE = FileRule(
    "long-summary",
    "BK702",
    Severity.WARNING,
    __doc__,
    check=check,
    limits=LIMITS,
)
