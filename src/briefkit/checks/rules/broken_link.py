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

from briefkit.checks.hidden import NAMES
from briefkit.checks.links import Link, find
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule, volume_of
from briefkit.format.model import Brief, Point, Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Fault, Severity
from briefkit.source.site import read_site
from briefkit.text.english import article, listed
from briefkit.text.suggest import Vocabulary

_POINTS = ("*", "points", NAMES)


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each link of a brief that does not lead where it may."""
    if parsed.brief:
        yield from _of_points(parsed, parsed.brief)
    for link in parsed.links.citations:
        if link.kind == "based_on" and link.state != "found" and not parsed.hidden.has([("references", NAMES)]):
            hint = f"did you mean `{link.target}`?" if link.target else "add it under `references`"
            yield Fault(link.path, f"no reference has the id `{link.written}`", hint)


def _of_points(parsed: ParsedBrief, brief: Brief) -> Iterator[Fault]:
    for source, link in parsed.links.points:
        if link.state != "found" and not (link.state == "unknown" and parsed.hidden.has([_POINTS])):
            yield Fault(link.path, *_words(source, link, brief))


def collect(parsed: ParsedBrief) -> Json:
    """Return what the volume's evidence that names this brief finds in it; of the volume the places of evidence."""
    if isinstance(parsed.subject, Volume):
        return [
            parsed.site((*claim.place.path, "evidence", i)).json()
            for claim in parsed.subject.claims
            for i in range(len(claim.evidence))
        ]
    own = parsed.subject.name.lower()
    named = {point for claim in _claims(parsed) for brief, point in claim if brief.lower() == own}
    if parsed.hidden.has([_POINTS]):
        return None
    known = Vocabulary([*parsed.subject.by_id, *parsed.hidden.lost])
    return {point: list(find(point, known)) for point in sorted(named)} or None


def _claims(parsed: ParsedBrief) -> Iterator[tuple[tuple[str, str], ...]]:
    return (claim.evidence for claim in parsed.volume.claims) if parsed.volume else iter(())


def combine(files: Sequence[FileFacts], volume: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each piece of evidence that names no point; a brief with errors has its own findings."""
    own = volume_of(files)
    if volume is None or own is None or not isinstance(places := own.facts, list):
        return
    evidence = [pair for claim in volume.claims for pair in claim.evidence]
    named = {brief.lower() for brief, _ in evidence}
    briefs = {name: file.facts if name in named else None for file in files if (name := file.name.lower())}
    names = Vocabulary(briefs)
    listed = {name.lower() for name in volume.briefs}
    for (brief, point), place in zip(evidence, places, strict=True):
        name = brief.lower()
        if name not in briefs and name not in listed:
            _, guess = find(name, names)
            hint = f"did you mean `{guess}:{point}`?" if guess else "evidence is written as brief:id"
            yield LibraryFault(own.file, read_site(place), f"there is no brief `{brief}`", hint)
        elif isinstance(facts := briefs.get(name), dict) and isinstance(found := facts[point], list):
            state, guess = map(str, found)
            if state != "found":
                hint = f"did you mean `{brief}:{guess}`?" if guess else f"see briefkit show {brief}"
                yield LibraryFault(own.file, read_site(place), f"`{brief}` has no point `{point}`", hint)


def _words(source: Point, link: Link, brief: Brief) -> tuple[str, str]:
    targets = next(keys for kind, keys in source.question.links.items() if kind == link.kind)
    wanted = listed([article(brief.questions.by_key[key].point) for key in targets], "or")
    if link.state == "wrong-kind":
        point = brief.by_id[link.target]
        return (
            f"`{link.written}` is {point.label}, {article(point.question.point)}; `{link.kind}` names {wanted}",
            f"name the id of {wanted}, or leave `{link.kind}` out",
        )
    if link.state == "guessed":
        return f"no point of this brief has the id `{link.written}`", f"did you mean `{link.target}`?"
    return (
        f"no point of this brief has the id `{link.written}`",
        f"`{link.kind}` names the id of {wanted} of this brief",
    )


RULE = LibraryRule(
    "broken-link",
    "BK202",
    Severity.ERROR,
    __doc__,
    check=check,
    collect=collect,
    combine=combine,
)
