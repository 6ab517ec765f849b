"""A listed abbreviation that is used nowhere.

What:
    An abbreviation of a brief does not occur in the brief, or one of the volume neither in the volume nor in a brief.

Why:
    The list of abbreviations helps only if it is short.

Bad:
    abbreviations:
      ACSA: Acquisition and Cross-Servicing Agreement

Good:
    summary: Both signed an Acquisition and Cross-Servicing Agreement (ACSA) in 2010.
    abbreviations:
      ACSA: Acquisition and Cross-Servicing Agreement
"""

from collections.abc import Iterator, Sequence

from briefkit.checks.hidden import TEXTS
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule, volume_of
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Fault, Severity
from briefkit.source.site import read_site
from briefkit.text.words import occurs


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each abbreviation of a brief that the brief does not use."""
    for word in parsed.subject.abbreviations if parsed.brief else ():
        if not occurs(word, parsed.words):
            yield Fault(("abbreviations", word), f"`{word}` is not used in the brief", "delete it", on="key")


def collect(parsed: ParsedBrief) -> Json:
    """Return the abbreviations of the volume that occur in a brief; of the volume itself the places of the others."""
    if isinstance(parsed.subject, Volume):
        idle = (word for word in parsed.subject.abbreviations if not occurs(word, parsed.words))
        return {word: parsed.site(("abbreviations", word), "key").json() for word in idle}
    shared = parsed.volume.abbreviations if parsed.volume else ()
    return [word for word in shared if occurs(word, parsed.words)] or None


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each abbreviation of the volume that is used nowhere."""
    own = volume_of(files)
    if own is None or not isinstance(places := own.facts, dict):
        return
    used = {word for file in files if isinstance(facts := file.facts, list) for word in facts}
    for word, place in places.items():
        if word not in used:
            message = f"`{word}` is not used in the volume or its briefs"
            yield LibraryFault(own.file, read_site(place), message, "delete it")


RULE = LibraryRule(
    "unused-abbreviation",
    "BK502",
    Severity.WARNING,
    __doc__,
    check=check,
    collect=collect,
    combine=combine,
    absence=TEXTS,
)
