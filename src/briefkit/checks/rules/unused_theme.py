"""A theme of the vocabulary that is on no point.

What:
    `volume.yaml` lists a theme that no point of any brief has.

Why:
    A vocabulary is kept small so that it is used alike by all.

Bad:
    --- volume.yaml
    title: A volume
    themes:
      order:
        name: Order
    checks:
      severity:
        untagged-point: off

Good:
    --- volume.yaml
    title: A volume
"""

from collections.abc import Iterator, Sequence

from briefkit.checks.links import find
from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.suggest import Vocabulary

RULE = Rule("unused-theme", "BK605", Severity.WARNING, __doc__)
ABSENCE = True


def collect(parsed: ParsedBrief) -> frozenset[str]:
    """Return the themes of the points of a brief; one that is misspelt has a finding of its own."""
    known = Vocabulary(parsed.volume.themes if parsed.volume else ())
    return frozenset(find(theme, known)[1] for point in parsed.points for theme in point.themes)


def check(facts: Sequence[frozenset[str]], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each theme without a point."""
    used = frozenset().union(*facts)
    for theme in volume.themes.values() if volume else ():
        if theme.id not in used:
            message = f"no point of any brief has the theme `{theme.id}`"
            yield Fault(theme.place.path, message, "delete it, or put it on a point", on="key", file=theme.place.file)
