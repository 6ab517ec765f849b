"""Recommendations that ask only states to act, no office or body.

What:
    All `actors` of one or more recommendations are of the kind `state` in `volume.yaml`.

Why:
    A ministry can be asked whether it has done something, a state hardly.

Bad:
    --- volume.yaml
    title: A volume
    actors:
      Japan:
        kind: state

Good:
    --- brief.yaml
    recommendations:
      points:
        - id: consult
          statement: Consult before acting
          addresses: [open-order, china-gap]
          actors: [Ministry of Defense]
          horizon: short-term
    --- volume.yaml
    title: A volume
    actors:
      Japan:
        kind: state
      Ministry of Defense:
        kind: office
        part_of: Japan
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield one fault for all points of an answer that ask only states to act."""
    known = parsed.volume.actors if parsed.volume else {}
    for answer in parsed.brief.answers if parsed.brief else ():
        asking = [point for point in answer.points if point.actors]
        states = [
            point for point in asking if all(name in known and known[name].kind == "state" for name in point.actors)
        ]
        if states:
            labels = ", ".join(point.label for point in states)
            yield Fault(
                (answer.question.key,),
                f"{len(states)} of {len(asking)} {answer.question.points} ask only states to act: {labels}",
                "name the ministry or body that should act, where the author does",
                on="key",
            )


RULE = FileRule(
    "state-as-actor",
    "BK305",
    Severity.INFO,
    __doc__,
    check=check,
    absence=((".", "points", "*", "actors", "**"),),
    needs_volume=True,
)
