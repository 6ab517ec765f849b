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
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule, volume_of
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from briefkit.source.site import read_site
from briefkit.text.suggest import Vocabulary


def collect(parsed: ParsedBrief) -> Json:
    """Return the themes of the points of a brief, one that is misspelt as it is meant; of the volume their places."""
    if isinstance(parsed.subject, Volume):
        themes = parsed.subject.themes.values()
        return {theme.id: parsed.site(theme.place.path, "key").json() for theme in themes}
    known = Vocabulary(parsed.volume.themes if parsed.volume else ())
    used = dict.fromkeys(theme for point in parsed.points for theme in point.themes)
    return [meant for theme in used if (meant := find(theme, known)[1])] or None


def combine(files: Sequence[FileFacts], volume: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each theme without a point."""
    own = volume_of(files)
    if volume is None or own is None or not isinstance(places := own.facts, dict):
        return
    used = {theme for file in files if isinstance(facts := file.facts, list) for theme in facts}
    for theme, place in places.items():
        if theme not in used:
            message = f"no point of any brief has the theme `{theme}`"
            yield LibraryFault(own.file, read_site(place), message, "delete it, or put it on a point")


RULE = LibraryRule(
    "unused-theme",
    "BK605",
    Severity.WARNING,
    __doc__,
    collect=collect,
    combine=combine,
    absence=(("*", "points", "*", "themes", "**"),),
)
