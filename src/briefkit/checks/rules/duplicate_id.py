"""Two points or two references of a file have the same id.

What:
    An id is used by more than one point of a brief or of the conclusion, or by more than one reference of a file.

Why:
    Links name points by id, and citations name references. With two of one name, nobody can tell which is meant.

Bad:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
        - id: open-order
          statement: Draw China into the order

Good:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
    context:
      points:
        - id: enmesh-china
          statement: China is drawn into the order
"""

from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Brief, Claim, Figure, Point, Reference, Volume
from briefkit.source.finding import Fault, Related, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each later use of an id, with the first use as related place."""
    claims = parsed.subject.claims if isinstance(parsed.subject, Volume) else ()
    yield from _repeated(parsed.points or claims, "point")
    if isinstance(parsed.subject, Brief):
        yield from _repeated(sorted(parsed.subject.figures, key=lambda figure: figure.place.path), "figure")
    yield from _repeated(parsed.subject.references, "reference")


def _repeated(parts: Sequence[Point | Claim | Figure | Reference], noun: str) -> Iterator[Fault]:
    first: dict[str, Point | Claim | Figure | Reference] = {}
    for part in parts:
        known = first.setdefault(part.id, part)
        if known is not part:
            owner = known.label if isinstance(known, Point) else f"another {noun}"
            yield Fault(
                (*part.place.path, "id"),
                f"the id `{part.id}` is taken by {owner}",
                f"give each {noun} of the file an id of its own",
                related=(Related(known.place, f"`{part.id}` is first used here"),),
            )


RULE = FileRule(
    "duplicate-id",
    "BK201",
    Severity.ERROR,
    __doc__,
    check=check,
)
