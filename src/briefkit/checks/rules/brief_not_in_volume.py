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
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.suggest import Vocabulary

RULE = Rule("brief-not-in-volume", "BK601", Severity.ERROR, __doc__)


def collect(parsed: ParsedBrief) -> tuple[str, str]:
    """Return the name of the brief and its file; no name for the volume and for a file from outside the folder."""
    return parsed.brief.name if parsed.brief and not parsed.guest else "", parsed.subject.place.file


def check(facts: Sequence[tuple[str, str]], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault for each brief that is not in the volume's list."""
    if volume is None or not volume.briefs:
        return
    files = {name.lower(): (name, file) for name, file in facts if name}
    named = {name.lower() for name in volume.briefs}
    # A name that is misspelled in the list has a finding there.
    unnamed = Vocabulary(key for key in files if key not in named)
    meant = {unnamed.nearest(name.lower()) for name in volume.briefs if name.lower() not in files}
    accounted = named | meant
    for key, (name, file) in files.items():
        if key not in accounted:
            hint = "add it there, or take the file out of the folder"
            yield Fault((), f"volume.yaml does not name `{name}` under `briefs`", hint, file=file)
