"""A contributor who has written no brief.

What:
    A name under `contributors` in `volume.yaml` is neither an author of a brief nor an editor of the volume.

Why:
    The book would present someone who is not in it.

Bad:
    --- volume.yaml
    title: A volume
    contributors:
      - name: Tomoko Sato
      - name: Ada Berg

Good:
    --- volume.yaml
    title: A volume
    contributors:
      - name: Tomoko Sato
      - name: Ada Berg
    editors:
      - name: Ada Berg
"""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule, volume_of
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from briefkit.source.site import read_site
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary


def collect(parsed: ParsedBrief) -> Json:
    """Return the names of the authors of a brief, or the places of the contributors of the volume."""
    if isinstance(parsed.subject, Volume):
        return [parsed.site((*person.place.path, "name")).json() for person in parsed.subject.contributors]
    return [author.name for author in parsed.subject.authors]


def combine(files: Sequence[FileFacts], volume: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each contributor without a brief."""
    own = volume_of(files)
    if volume is None or own is None or not isinstance(places := own.facts, list):
        return
    known = {editor.name for editor in volume.editors}
    authors = (file.facts for file in files if file.name)
    known.update(str(name) for names in authors if isinstance(names, list) for name in names)
    listed = Vocabulary(contributor.name for contributor in volume.contributors)
    # An author whose name is misspelled has a finding already.
    meant = (
        set() if known.issuperset(listed) else {listed.nearest(author) for author in sorted(known.difference(listed))}
    )
    accounted = known | meant
    for contributor, place in zip(volume.contributors, places, strict=True):
        if contributor.name not in accounted:
            yield LibraryFault(
                own.file,
                read_site(place),
                f"{quoted(contributor.name)} has written no brief of the library and is no editor",
                "spell the name as in the brief, or delete the entry",
            )


RULE = LibraryRule(
    "contributor-without-brief",
    "BK607",
    Severity.WARNING,
    __doc__,
    collect=collect,
    combine=combine,
    absence=(("authors", "**"),),
)
