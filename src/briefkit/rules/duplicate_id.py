"""Two points of a brief have the same id.

What:
    An id is used by more than one point of a brief.

Why:
    Links name points by id. With two points of one name, nobody can tell which is meant.

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

from collections.abc import Iterator

from briefkit.case import Case
from briefkit.finding import Fault, Related, Rule, Severity

RULE = Rule("duplicate-id", "BK201", Severity.ERROR, __doc__)


def check(case: Case) -> Iterator[Fault]:
    """Yield a fault at each later use of an id, with the first use as related place."""
    for point in case.points:
        first = case.brief.by_id[point.id] if case.brief else point
        if first is not point:
            yield Fault(
                (*point.place.path, "id"),
                f"the id `{point.id}` is taken by {first.label}",
                "give each point of the brief an id of its own",
                related=(Related(first.place, f"`{first.id}` is first used here"),),
            )
