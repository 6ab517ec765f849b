"""A brief of the library that the volume does not name.

What:
    `volume.yaml` has a list `briefs`, and the file is not in it.

Why:
    The brief would be missing from the book.

Bad:
    --- volume.yaml
    title: A volume
    briefs: [other]
    --- other.yaml

Good:
    --- volume.yaml
    title: A volume
    briefs: [brief, other]
    --- other.yaml
"""

from collections.abc import Iterator

from briefkit.case import Case
from briefkit.finding import Fault, Rule, Severity

RULE = Rule("brief-not-in-volume", "BK601", Severity.ERROR, __doc__)


def check(case: Case) -> Iterator[Fault]:
    """Yield a fault for the brief that is not in the volume's list."""
    named = case.volume.briefs if case.volume else ()
    if case.brief and named and case.brief.name.lower() not in {name.lower() for name in named}:
        hint = "add it there, or take the file out of the folder"
        yield Fault((), f"volume.yaml does not name `{case.brief.name}` under `briefs`", hint)
