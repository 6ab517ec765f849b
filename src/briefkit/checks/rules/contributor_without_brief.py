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
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary

RULE = Rule("contributor-without-brief", "BK607", Severity.WARNING, __doc__)
ABSENCE = True


def collect(parsed: ParsedBrief) -> frozenset[str]:
    """Return the names of the authors of a brief."""
    return frozenset(author.name for author in parsed.brief.authors) if parsed.brief else frozenset()


def check(facts: Sequence[frozenset[str]], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each contributor without a brief."""
    if volume is None:
        return
    known = frozenset().union(*facts) | {editor.name for editor in volume.editors}
    listed = Vocabulary(contributor.name for contributor in volume.contributors)
    # An author whose name is misspelled has a finding already.
    meant = {listed.nearest(author) for author in sorted(known.difference(listed))}
    accounted = known | meant
    for contributor in volume.contributors:
        if contributor.name not in accounted:
            yield Fault(
                (*contributor.place.path, "name"),
                f"{quoted(contributor.name)} has written no brief of the library and is no editor",
                "spell the name as in the brief, or delete the entry",
                file=contributor.place.file,
            )
