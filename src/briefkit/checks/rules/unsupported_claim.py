"""A claim about all briefs that not all of them bear out.

What:
    A point of the conclusion has `scope: all`, and its `evidence` names no point of one or more briefs.

Why:
    A claim about every case needs every case.

Bad:
    --- volume.yaml
    title: A volume
    conclusion:
      points:
        - id: china
          statement: China shapes every relationship
          scope: all
          evidence: ["brief:china-gap"]
    --- other.yaml

Good:
    --- volume.yaml
    title: A volume
    conclusion:
      points:
        - id: china
          statement: China shapes every relationship
          scope: all
          evidence: ["brief:china-gap", "other:china-gap"]
    --- other.yaml
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
    """Return the places of the claims about all briefs, by the number of the claim; nothing for a brief."""
    claims = parsed.subject.claims if isinstance(parsed.subject, Volume) else ()
    return {str(claim.number): parsed.site((*claim.place.path, "scope")).json() for claim in claims} or None


def combine(files: Sequence[FileFacts], volume: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each claim about all briefs whose evidence misses some."""
    own = volume_of(files)
    if volume is None or own is None or not isinstance(places := own.facts, dict):
        return
    names = [file.name for file in files if file.name]
    known = Vocabulary(name.lower() for name in names)
    for claim in volume.claims:
        if claim.scope != "all":
            continue
        named = {find(brief.lower(), known)[1] for brief, _ in claim.evidence}
        if missing := [name for name in names if name.lower() not in named]:
            yield LibraryFault(
                own.file,
                read_site(places[str(claim.number)]),
                f"`{claim.id}` is claimed for all briefs, but no evidence is from {', '.join(missing)}",
                "add evidence as brief:id, or write `scope: some`",
            )


RULE = LibraryRule(
    "unsupported-claim",
    "BK608",
    Severity.WARNING,
    __doc__,
    collect=collect,
    combine=combine,
)
