"""A link names a point or a source that is not there.

What:
    `addresses`, `obstructs` or `based_on` names nothing in the brief, or a point of the wrong question; `evidence` in
    the conclusion of the volume names no point of a brief. `addresses` names goals and challenges, `obstructs` goals.

Why:
    The comparison and the tracing of goals to recommendations are made from these links.

Bad:
    challenges:
      points:
        - id: china-gap
          statement: Threat perceptions of China differ
          obstructs: [opne-order]

Good:
    challenges:
      points:
        - id: china-gap
          statement: Threat perceptions of China differ
          obstructs: [open-order]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefkit.checks.links import LINKABLE, Link, find
from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Brief, Volume
from briefkit.format.questions import BY_KEY
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.suggest import Vocabulary

RULE = Rule("broken-link", "BK202", Severity.ERROR, __doc__)


@dataclass(frozen=True, slots=True)
class Facts:
    """The faults inside one file, and the points that evidence may name."""

    brief: str
    points: tuple[str, ...]
    faults: tuple[Fault, ...]


def collect(parsed: ParsedBrief) -> Facts:
    """Return the faults of a brief and its points."""
    if parsed.brief is None:
        return Facts("", (), ())
    return Facts(parsed.brief.name.lower(), tuple(parsed.brief.by_id), tuple(_faults(parsed, parsed.brief)))


def check(facts: Sequence[Facts], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each link that does not lead where it may."""
    for fact in facts:
        yield from fact.faults
    points = {fact.brief: Vocabulary(fact.points) for fact in facts if fact.brief}
    yield from _claims(volume, points) if volume else ()


def _claims(volume: Volume, points: dict[str, Vocabulary]) -> Iterator[Fault]:
    """Yield a fault at each piece of evidence that names no point; a brief with errors has its own findings."""
    silent = {name.lower() for name in volume.briefs} - points.keys()
    briefs = Vocabulary(points)
    for claim in volume.claims:
        for i, (brief, point) in enumerate(claim.evidence):
            problem = None if brief.lower() in silent else _evidence(brief, point, briefs, points)
            if problem:
                yield Fault((*claim.place.path, "evidence", i), *problem, file=volume.place.file)


def _evidence(brief: str, point: str, briefs: Vocabulary, points: dict[str, Vocabulary]) -> tuple[str, str] | None:
    if brief.lower() not in points:
        _, guess = find(brief.lower(), briefs)
        hint = f"did you mean `{guess}:{point}`?" if guess else "evidence is written as brief:id"
        return f"there is no brief `{brief}`", hint
    state, guess = find(point, points[brief.lower()])
    if state == "found":
        return None
    hint = f"did you mean `{brief}:{guess}`?" if guess else f"see briefkit show {brief}"
    return f"`{brief}` has no point `{point}`", hint


def _faults(parsed: ParsedBrief, brief: Brief) -> Iterator[Fault]:
    for _, link in parsed.links.points:
        if link.state != "found":
            yield Fault(link.path, *_words(link, brief), file=brief.place.file)
    for link in parsed.links.citations:
        if link.kind == "based_on" and link.state != "found":
            hint = f"did you mean `{link.target}`?" if link.target else "add it under `references`"
            yield Fault(link.path, f"no reference has the id `{link.written}`", hint, file=brief.place.file)


def _words(link: Link, brief: Brief) -> tuple[str, str]:
    wanted = " or ".join(f"a {BY_KEY[key].point}" for key in LINKABLE[link.kind])
    if link.state == "wrong-kind":
        point = brief.by_id[link.target]
        return (
            f"`{link.written}` is {point.label}, a {BY_KEY[point.question].point}; `{link.kind}` names {wanted}",
            f"name the id of {wanted}, or leave `{link.kind}` out",
        )
    if link.state == "guessed":
        return f"no point of this brief has the id `{link.written}`", f"did you mean `{link.target}`?"
    return (
        f"no point of this brief has the id `{link.written}`",
        f"`{link.kind}` names the id of {wanted} of this brief",
    )
