"""A point without a theme.

What:
    A goal, a challenge, a cooperation point or a recommendation has no `themes`, though the volume has a vocabulary. In
    general: a point of a question of which the set expects them.

Why:
    It would be missing from the comparison by theme.

Bad:
    --- volume.yaml
    title: A volume
    themes:
      order:
        name: Order
    checks:
      severity:
        unused-theme: off

Good:
    --- volume.yaml
    title: A volume
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each point without a theme that its question expects."""
    if not parsed.volume or not parsed.volume.themes:
        return
    for point in parsed.written_points:
        if point.question.expected("themes") and not point.themes:
            yield Fault(
                (*point.place.path, "id"),
                f"{point.label} `{point.id}` has no theme",
                "add `themes` with one to three terms of the vocabulary in volume.yaml",
            )


RULE = FileRule(
    "untagged-point",
    "BK604",
    Severity.WARNING,
    __doc__,
    check=check,
    absence=((".", "points", ".", "themes", "**"),),
    needs_volume=True,
)
