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
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.suggest import Vocabulary

RULE = Rule("unsupported-claim", "BK608", Severity.WARNING, __doc__)
ABSENCE = True


def collect(parsed: ParsedBrief) -> str:
    """Return the name of the brief; nothing for the volume."""
    return parsed.brief.name if parsed.brief else ""


def check(facts: Sequence[str], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each claim about all briefs whose evidence misses some."""
    names = [name for name in facts if name]
    known = Vocabulary(name.lower() for name in names)
    for claim in volume.claims if volume else ():
        named = {find(brief.lower(), known)[1] for brief, _ in claim.evidence}
        missing = [name for name in names if name.lower() not in named]
        if claim.scope == "all" and missing:
            yield Fault(
                (*claim.place.path, "scope"),
                f"`{claim.id}` is claimed for all briefs, but no evidence is from {', '.join(missing)}",
                "add evidence as brief:id, or write `scope: some`",
                file=claim.place.file,
            )
