"""The volume names a brief that is not there.

What:
    A name under `briefs` in `volume.yaml` has no file in the folder.

Why:
    The book would have a hole.

Bad:
    --- volume.yaml
    title: A volume
    briefs: [brief, breif]

Good:
    --- volume.yaml
    title: A volume
    briefs: [brief]
"""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule, volume_of
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from briefkit.source.site import read_site
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary, did_you_mean


def collect(parsed: ParsedBrief) -> Json:
    """Return the places of the names in the volume; nothing for a brief, whose name is known."""
    if not isinstance(parsed.subject, Volume):
        return None
    return [parsed.site(("briefs", i)).json() for i in range(len(parsed.subject.briefs))]


def combine(files: Sequence[FileFacts], volume: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each name without a brief."""
    own = volume_of(files)
    if volume is None or own is None or not isinstance(places := own.facts, list):
        return
    names = dict.fromkeys(file.name.lower() for file in files if file.name)
    named = {name.lower() for name in volume.briefs}
    unnamed = Vocabulary(name for name in names if name not in named)
    for name, place in zip(volume.briefs, places, strict=True):
        if name.lower() not in names:
            hint = did_you_mean(name, unnamed, "add the file, or take the name out")
            yield LibraryFault(own.file, read_site(place), f"there is no brief {quoted(name)} in the folder", hint)


RULE = LibraryRule(
    "missing-brief",
    "BK602",
    Severity.ERROR,
    __doc__,
    collect=collect,
    combine=combine,
)
