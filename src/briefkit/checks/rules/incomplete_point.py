"""A point that leaves out a field of its house.

What:
    The question set expects a field that it declares under `choices`, such as how certain the evidence is, and a
    point does not say it.

Why:
    A table of which half the cells are empty cannot be compared.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.english import listed


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each point without a choice that its question expects."""
    choices = parsed.questions.choices
    for point in parsed.written_points:
        for names in point.question.expects:
            if any(name in choices for name in names) and not any(point.said(name) for name in names):
                first = choices[next(name for name in names if name in choices)]
                yield Fault(
                    (*point.place.path, "id"),
                    f"{point.label} `{point.id}` has no {listed([f'`{name}`' for name in names], 'and no')}",
                    f"add `{first.key}`: {listed(list(first.values), 'or')}",
                )


RULE = FileRule(
    "incomplete-point",
    "BK310",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=((".", "points", ".", "*"),),
)
