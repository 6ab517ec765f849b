"""A mention of a figure that is not there.

What:
    Prose has `[fig:id]`, and the brief has no figure of this id under `figures`. A volume has no figures.

Why:
    Readers would look for it in vain.

Bad:
    summary: Budgets have grown apart, as [fig:budgets] shows.

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

from briefkit.checks.hidden import NAMES
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each mention of no figure."""
    for link in parsed.links.figures:
        if link.state != "found":
            shown = quoted(f"[fig:{link.target}]")
            hint = f"did you mean {shown}?" if link.target else "add it under `figures`, or write what it shows"
            whose = "this brief has no figure" if parsed.brief else "a volume has no figures, so none"
            yield Fault(link.path, f"{whose} {quoted(link.written)}", hint, link.part)


RULE = FileRule(
    "undefined-figure",
    "BK207",
    Severity.ERROR,
    __doc__,
    check=check,
    absence=(("figures", NAMES),),
)
