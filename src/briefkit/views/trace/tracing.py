"""What should be answered, such as goals and challenges, traced: what serves it, and what stands in the way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from briefkit.checks import waivers
from briefkit.checks.links import Link
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.ruleset import codes
from briefkit.format.model import Brief, Point
from briefkit.format.questions import SERVING

UNSERVED = "unaddressed-point"
"""The rule that finds the points that nothing serves."""

UNLINKED = {True: "unlinked-point", False: "unlinked-argument"}
"""The rule that finds the points that serve nothing, by whether their question expects a link."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A point that should be answered, with the points that link to it, each in the order of the file.

    `answers` are points of the questions that should answer it, `others` serve it, too. `cautions` speak against and
    cover nothing. A challenge `obstructs` goals, a goal is `obstructed_by` challenges. `accepted` is the editor's
    reason for an orphan, empty where there is none.
    """

    point: Point
    answers: tuple[Point, ...]
    others: tuple[Point, ...]
    cautions: tuple[Point, ...]
    obstructs: tuple[Point, ...]
    obstructed_by: tuple[Point, ...]
    accepted: str

    @property
    def is_orphan(self) -> bool:
        """Tell whether nothing answers it that should."""
        return not self.answers


@dataclass(frozen=True, slots=True)
class Trace:
    """A brief traced: what should be answered; what serves it, first what should, then what may.

    `unlinked` are those that serve nothing, each with the editor's reason, if there is one.
    """

    brief: Brief
    rows: tuple[Traced, ...]
    serving: tuple[Point, ...]
    unlinked: tuple[tuple[Point, str], ...]


def trace(parsed: ParsedBrief) -> Trace:
    """Follow every link of a brief to what should be answered."""
    brief = cast("Brief", parsed.subject)
    found = [(source, link) for source, link in parsed.links.points if link.serves]
    served, serving = brief.questions.served, brief.questions.serving
    rows = (_traced(brief, point, found) for question in served for point in brief.answer(question.key).points)
    sources = tuple(point for question in serving for point in brief.answer(question.key).points)
    linked = {id(source) for source, link in found if link.kind in SERVING}
    unlinked = (
        (point, _reason(brief, point, UNLINKED[_is_expected(point)])) for point in sources if id(point) not in linked
    )
    return Trace(brief, tuple(rows), sources, tuple(unlinked))


def _traced(brief: Brief, point: Point, found: Sequence[tuple[Point, Link]]) -> Traced:
    """Return a point with its links; `found` are all links of the brief, each with the point that links."""
    here = [(source, link.kind) for source, link in found if link.target == point.id]
    sources = _each_once(source for source, kind in here if kind in SERVING)
    able = [source for source in sources if not source.covers_nothing]
    answers = tuple(source for source in able if source.question.key in point.question.answered_by)
    obstructs = (brief.by_id[link.target] for source, link in found if source is point and link.kind == "obstructs")
    return Traced(
        point=point,
        answers=answers,
        others=tuple(source for source in able if source.question.key not in point.question.answered_by),
        cautions=tuple(source for source in sources if source.covers_nothing),
        obstructs=tuple(obstructs),
        obstructed_by=_each_once(source for source, kind in here if kind == "obstructs"),
        accepted="" if answers else _reason(brief, point, UNSERVED),
    )


def _each_once(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple({id(point): point for point in points}.values())


def _is_expected(point: Point) -> bool:
    return any(map(point.question.expected, point.question.serving_links))


def _reason(brief: Brief, point: Point, rule: str) -> str:
    """Return why the editor accepts that a point has no link, empty when no waiver says so."""
    names = frozenset({point.question.key, point.id})
    fitting = (waiver for waiver in brief.waivers if waivers.accepts(waiver, rule, names, codes()))
    return next((waiver.reason for waiver in fitting), "")
