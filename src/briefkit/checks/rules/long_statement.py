"""A statement that is too long for a table cell.

What:
    A goal, a cooperation point or a recommendation has more than 20 words, a challenge more than 14. The question set
    has these limits; a volume sets its own as `statement-words` and `challenge-words` under `checks.limits`.

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
from briefkit.format.limits import word_limit
from briefkit.format.questions import Question
from briefkit.source.finding import Fault, Severity
from briefkit.text.words import count_words


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each statement with more words than its limit."""
    limits = {question: _limit(parsed, question) for question in parsed.questions.questions}
    for point in parsed.points:
        limit = limits[point.question]
        if limit and (count := count_words(point.statement)) > limit:
            yield Fault(
                (*point.place.path, "statement"),
                f"the statement has {count} words, {count - limit} over the limit of {limit}",
                "keep the claim and move the rest to `detail`",
            )


def _limit(parsed: ParsedBrief, question: Question) -> int:
    """Return the most words of a statement; 0 for no limit."""
    default = question.limits.get("statement-words", 0)
    return parsed.limit(word_limit(question), default) if default else 0


RULE = FileRule(
    "long-statement",
    "BK301",
    Severity.WARNING,
    __doc__,
    check=check,
)
