"""A figure that no text mentions.

What:
    `figures` has a figure, and no prose of the brief has its `[fig:id]`.

Why:
    A figure that the text does not lead to is passed over, or its reader asks what it is there for.

Bad:
    figures:
      - id: budgets
        kind: bar
        title: Defense budgets
        alt: Japan's budget is twice that of Australia.
        rows:
          - label: Japan
            value: 48.6
          - label: Australia
            value: 24.2

Good:
    summary: Budgets have grown apart, as [fig:budgets] shows.
    figures:
      - id: budgets
        kind: bar
        title: Defense budgets
        alt: Japan's budget is twice that of Australia.
        rows:
          - label: Japan
            value: 48.6
          - label: Australia
            value: 24.2
"""

from collections.abc import Iterator

from briefkit.checks.hidden import PROSE
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each figure that nothing mentions."""
    mentioned = {link.target for link in parsed.links.figures if link.serves}
    for figure in parsed.brief.figures if parsed.brief else ():
        if figure.id not in mentioned:
            hint = f"write `[fig:{figure.id}]` where the text speaks of it"
            yield Fault((*figure.place.path, "id"), f"no text mentions the figure `{figure.id}`", hint)


RULE = FileRule(
    "unmentioned-figure",
    "BK208",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=PROSE,
)
