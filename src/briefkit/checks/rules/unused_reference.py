"""A source that nothing cites.

What:
    A reference of a brief is cited nowhere in the brief, or one of the volume neither in the volume nor in a brief.
    `based_on` counts as a citation.

Why:
    A forgotten source is usually a lost note.

Bad:
    references:
      - id: rix-1992
        type: book
        title: The Australia–Japan Political Alignment
        author:
          - family: Rix
            given: Alan
        publisher: Routledge
        issued: 1992

Good:
    summary: Some feared a return of the past.[@rix-1992]
    references:
      - id: rix-1992
        type: book
        title: The Australia–Japan Political Alignment
        author:
          - family: Rix
            given: Alan
        publisher: Routledge
        issued: 1992
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefkit.checks.links import find
from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.source.place import Place
from briefkit.text.suggest import Vocabulary

RULE = Rule("unused-reference", "BK403", Severity.WARNING, __doc__)
ABSENCE = True


@dataclass(frozen=True, slots=True)
class Facts:
    """The sources that one file lists and does not cite, by key, and the keys that it cites."""

    uncited: Mapping[str, Place]
    cited: frozenset[str]
    is_volume: bool


def collect(parsed: ParsedBrief) -> Facts:
    """Return what the file lists and cites; a key that has lost its brackets cites, too, and has its own finding."""
    shared = parsed.volume.references if parsed.volume else ()
    keys = Vocabulary(reference.id for reference in (*parsed.subject.references, *shared))
    problems = (problem for field in parsed.prose.values() for problem in field.problems)
    bare = {find(problem.text.strip("@{}"), keys)[1] for problem in problems if problem.kind == "bare-citation"}
    cited = frozenset(parsed.links.cited() | bare)
    uncited = {reference.id: reference.place for reference in parsed.subject.references if reference.id not in cited}
    return Facts(uncited, cited, parsed.brief is None)


def check(facts: Sequence[Facts], _: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each reference that nothing cites."""
    everywhere = frozenset().union(*(fact.cited for fact in facts))
    for fact in facts:
        where = "the volume and its briefs" if fact.is_volume else "the brief"
        for key, place in fact.uncited.items():
            if not (fact.is_volume and key in everywhere):
                yield Fault(
                    (*place.path, "id"),
                    f"nothing in {where} cites `{key}`",
                    f"cite it as `[@{key}]` where it belongs, or delete it",
                    file=place.file,
                )
