"""A long answer without a single source.

What:
    The answer to a question has over 300 words and no citation.

Why:
    A reader cannot check it. This is only a remark: some answers are the author's own reasoning.
"""

from collections.abc import Iterator

from briefkit.checks.hidden import TEXTS
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

LONG = 300


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each long answer without a citation."""
    for answer in parsed.brief.answers if parsed.brief else ():
        key = answer.question.key
        fields = [field for path, field in parsed.prose.items() if path[0] == key]
        count = sum(words for path, words in parsed.counts.items() if path[0] == key)
        if count > LONG and not any(mark.kind == "citation" for field in fields for mark in field.marks):
            yield Fault(
                (key,), f"`{key}` has {count} words and no citation", "cite the sources that the author used", on="key"
            )


RULE = FileRule(
    "uncited-section",
    "BK413",
    Severity.INFO,
    __doc__,
    check=check,
    absence=TEXTS,
)
