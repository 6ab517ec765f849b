"""Goals and challenges traced: what serves each of them, and what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from briefkit.checks import waivers
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.ruleset import codes
from briefkit.format.model import Brief, Point

SERVED = {"goals": "unaddressed-goal", "challenges": "unaddressed-challenge"}
"""What is traced, by question, and the rule that finds the points that nothing serves."""

SERVING = {"recommendations": "unlinked-recommendation", "us_cooperation": "unlinked-cooperation"}
"""What it is traced to, by question, and the rule that finds the points that serve nothing."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A goal or a challenge with the points that link to it, each in the order of the file.

    `cautions` are cooperation points that do not help; they cover nothing. A challenge `obstructs` goals, a goal is
    `obstructed_by` challenges. `accepted` is the editor's reason for an orphan, empty where there is none.
    """

    point: Point
    recommendations: tuple[Point, ...]
    cooperation: tuple[Point, ...]
    cautions: tuple[Point, ...]
    obstructs: tuple[Point, ...]
    obstructed_by: tuple[Point, ...]
    accepted: str

    @property
    def is_orphan(self) -> bool:
        """Tell whether no recommendation addresses it."""
        return not self.recommendations


@dataclass(frozen=True, slots=True)
class Trace:
    """A brief traced: its goals, then its challenges; the recommendations, then the cooperation points.

    `unlinked` are those that address neither goal nor challenge, each with the editor's reason, if there is one.
    """

    brief: Brief
    rows: tuple[Traced, ...]
    serving: tuple[Point, ...]
    unlinked: tuple[tuple[Point, str], ...]


def trace(parsed: ParsedBrief) -> Trace:
    """Follow every link of a brief to its goals and challenges."""
    brief = cast("Brief", parsed.subject)
    found = [(source, link.target) for source, link in parsed.links.points if link.serves]
    rows = (_traced(brief, point, found) for question in SERVED for point in brief.answer(question).points)
    serving = tuple(point for question in SERVING for point in brief.answer(question).points)
    linked = {source for source, _ in found}
    unlinked = ((point, _reason(brief, point)) for point in serving if point not in linked)
    return Trace(brief, tuple(rows), serving, tuple(unlinked))


def _traced(brief: Brief, point: Point, found: Sequence[tuple[Point, str]]) -> Traced:
    """Return a goal or a challenge with its links; `found` are all links of the brief as source and target id."""
    sources = tuple(dict.fromkeys(source for source, target in found if target == point.id))
    recommendations = tuple(source for source in sources if source.question == "recommendations")
    cooperation = tuple(source for source in sources if source.question == "us_cooperation")
    return Traced(
        point=point,
        recommendations=recommendations,
        cooperation=tuple(source for source in cooperation if source.stance != "does-not-help"),
        cautions=tuple(source for source in cooperation if source.stance == "does-not-help"),
        obstructs=tuple(brief.by_id[target] for source, target in found if source == point),
        obstructed_by=tuple(source for source in sources if source.question == "challenges"),
        accepted="" if recommendations else _reason(brief, point),
    )


def _reason(brief: Brief, point: Point) -> str:
    """Return why the editor accepts that a point has no link, empty when no waiver says so."""
    rule = {**SERVED, **SERVING}[point.question]
    names = frozenset({point.question, point.id})
    fitting = (waiver for waiver in brief.waivers if waivers.accepts(waiver, rule, names, codes()))
    return next((waiver.reason for waiver in fitting), "")
