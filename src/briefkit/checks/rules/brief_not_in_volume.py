"""A brief of the library that the volume does not name.

What:
    `volume.yaml` has a list `briefs`, and the file is not in it.

Why:
    The brief would be missing from the book.

Bad:
    --- volume.yaml
    title: A volume
    briefs: [other]
    --- other.yaml

Good:
    --- volume.yaml
    title: A volume
    briefs: [brief, other]
    --- other.yaml
"""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from briefkit.source.site import read_site
from briefkit.text.suggest import Vocabulary


def collect(_: ParsedBrief) -> Json:
    """Return nothing: the name of a brief is known."""
    return None


def keep(parsed: ParsedBrief) -> Json:
    """Return the place of the brief's first line."""
    return parsed.site(()).json()


def combine(files: Sequence[FileFacts], volume: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault for each brief that is not in the volume's list; a file from outside the folder is none."""
    if volume is None or not volume.briefs:
        return
    briefs = {file.name.lower(): file for file in files if file.name and not file.is_guest}
    named = {name.lower() for name in volume.briefs}
    # A name that is misspelled in the list has a finding there.
    unnamed = Vocabulary(key for key in briefs if key not in named)
    meant = {unnamed.nearest(name.lower()) for name in volume.briefs if name.lower() not in briefs}
    accounted = named | meant
    for key, brief in briefs.items():
        if key not in accounted and (place := brief.details) is not None:
            message = f"volume.yaml does not name `{brief.name}` under `briefs`"
            hint = "add it there, or take the file out of the folder"
            yield LibraryFault(brief.file, read_site(place), message, hint)


RULE = LibraryRule(
    "brief-not-in-volume",
    "BK601",
    Severity.ERROR,
    __doc__,
    collect=collect,
    keep=keep,
    combine=combine,
    needs_volume=True,
)
