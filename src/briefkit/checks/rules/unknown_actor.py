"""An actor that the volume does not list.

What:
    A name under `actors` is not among the actors of `volume.yaml`, when it has any; the same for `part_of` there.

Why:
    Tasks are gathered by actor. Two spellings of one actor make two lists.

Bad:
    --- volume.yaml
    title: A volume
    actors:
      Japann:
        kind: office

Good:
    --- volume.yaml
    title: A volume
    actors:
      Japan:
        kind: group
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Volume
from briefkit.source.draft import Path
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary, did_you_mean


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each actor that is not in the volume's table."""
    known = Vocabulary(parsed.volume.actors if parsed.volume else ())
    if not known:
        return
    for path, actor in _named(parsed):
        if actor not in known:
            hint = did_you_mean(actor, known, "add it under `actors` in volume.yaml")
            yield Fault(path, f"volume.yaml lists no actor {quoted(actor)}", hint)


def _named(parsed: ParsedBrief) -> Iterator[tuple[Path, str]]:
    for point in parsed.points:
        for i, actor in enumerate(point.actors):
            yield (*point.place.path, "actors", i), actor
    for listed in parsed.subject.actors.values() if isinstance(parsed.subject, Volume) else ():
        if listed.part_of:
            yield (*listed.place.path, "part_of"), listed.part_of


RULE = FileRule(
    "unknown-actor",
    "BK306",
    Severity.WARNING,
    __doc__,
    check=check,
    needs_volume=True,
)
