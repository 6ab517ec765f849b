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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefkit.case import Case
from briefkit.finding import Fault, Rule, Severity
from briefkit.links import find
from briefkit.model import Reference, Volume

RULE = Rule("unused-reference", "BK403", Severity.WARNING, __doc__)
ABSENCE = True


@dataclass(frozen=True, slots=True)
class Facts:
    """The sources that one file lists and the keys that it cites."""

    listed: tuple[Reference, ...]
    cited: frozenset[str]
    is_volume: bool


def collect(case: Case) -> Facts:
    """Return what the file lists and cites; a key that has lost its brackets cites, too, and has its own finding."""
    keys = [reference.id for reference in (*case.subject.references, *(case.volume.references if case.volume else ()))]
    problems = (problem for field in case.prose.values() for problem in field.problems)
    bare = {find(problem.text.strip("@{}"), keys)[1] for problem in problems if problem.kind == "bare-citation"}
    return Facts(case.subject.references, frozenset(case.links.cited() | bare), case.brief is None)


def check(facts: Sequence[Facts], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each reference that nothing cites."""
    del volume
    everywhere = frozenset().union(*(fact.cited for fact in facts))
    for fact in facts:
        cited = everywhere if fact.is_volume else fact.cited
        for reference in fact.listed:
            if reference.id not in cited:
                where = "the volume and its briefs" if fact.is_volume else "the brief"
                yield Fault(
                    (*reference.place.path, "id"),
                    f"nothing in {where} cites `{reference.id}`",
                    f"cite it as `[@{reference.id}]` where it belongs, or delete it",
                    file=reference.place.file,
                )
