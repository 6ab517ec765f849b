"""A point that nothing addresses, though something should.

What:
    A goal or a challenge that no recommendation of the brief names under `addresses`. In general: the question set says
    of a question by which others it is `answered_by`, and none of their points serves this one. A point of another
    question that does, such as one of cooperation, is named in the message; one that is a caution never counts.

Why:
    A reader asks of every goal and every challenge what should be done about it. Where the author has no advice, the
    editor says so in a waiver.

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

from collections.abc import Iterator, Sequence

from briefkit.checks.hidden import ANSWERING
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Point
from briefkit.format.questions import VERBS, Question
from briefkit.source.finding import Fault, Severity
from briefkit.text.english import article, listed


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each point that should be answered and is not."""
    for point in parsed.written_points:
        answering = parsed.questions.answering(point.question)
        sources = list(parsed.links.serving(point)) if answering else []
        if answering and not any(source.question in answering for source in sources):
            yield _fault(point, answering, sources)


def _fault(point: Point, answering: Sequence[Question], sources: Sequence[Point]) -> Fault:
    kinds = listed(point.question.answers, "or")
    link = next(kind for kind in answering[0].serving_links if point.question.key in answering[0].links[kind])
    return Fault(
        (*point.place.path, "id"),
        f"no {kinds} {VERBS[link][0]} {point.label} `{point.id}`{_others(sources)}",
        f"add `{point.id}` to the `{link}` of {article(kinds)} that serves it, or waive this with a reason",
    )


def _others(sources: Sequence[Point]) -> str:
    """Name the points of other questions that serve it."""
    if not sources:
        return ""
    found = ", ".join(f"{point.label} `{point.id}`" for point in sources)
    return f"; only {found} {'does' if len(sources) == 1 else 'do'}"


RULE = FileRule(
    "unaddressed-point",
    "BK203",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=((ANSWERING, "points", "*", "addresses", "**"), (ANSWERING, "points", "*", "rests_on", "**")),
)
