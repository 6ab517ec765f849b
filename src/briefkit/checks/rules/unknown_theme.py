"""A theme that is not in the volume's vocabulary.

What:
    A point has a theme that `volume.yaml` does not list under `themes`, when it has any.

Why:
    Briefs are compared by theme. A misspelled theme compares with nothing.

Bad:
    --- brief.yaml
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
          themes: [ordre]
    --- volume.yaml
    title: A volume
    themes:
      order:
        name: Order
    checks:
      severity:
        untagged-point: off
        unused-theme: off

Good:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
          themes: [order]
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Severity
from briefkit.source.place import Place
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary, did_you_mean


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each theme outside the vocabulary."""
    known = Vocabulary(parsed.volume.themes if parsed.volume else ())
    if not known:
        return
    for place, themes in _tagged(parsed):
        for i, theme in enumerate(themes):
            if theme not in known:
                hint = did_you_mean(theme, known, "add it under `themes` in volume.yaml")
                yield Fault((*place.path, "themes", i), f"volume.yaml lists no theme {quoted(theme)}", hint)


def _tagged(parsed: ParsedBrief) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for point in parsed.points:
        yield point.place, point.themes
    for claim in parsed.subject.claims if isinstance(parsed.subject, Volume) else ():
        yield claim.place, claim.themes


RULE = FileRule(
    "unknown-theme",
    "BK603",
    Severity.ERROR,
    __doc__,
    check=check,
    needs_volume=True,
)
