"""The volume names a brief that is not there.

What:
    A name under `briefs` in `volume.yaml` has no file in the folder.

Why:
    The book would have a hole.

Bad:
    --- volume.yaml
    title: A volume
    briefs: [brief, breif]

Good:
    --- volume.yaml
    title: A volume
    briefs: [brief]
"""

from collections.abc import Iterator, Sequence

from briefkit.case import Case
from briefkit.finding import Fault, Rule, Severity
from briefkit.model import Volume
from briefkit.suggest import suggest

RULE = Rule("missing-brief", "BK602", Severity.ERROR, __doc__)
ABSENCE = True


def collect(case: Case) -> str:
    """Return the name of the brief; nothing for the volume."""
    return case.brief.name if case.brief else ""


def check(facts: Sequence[str], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each name without a brief."""
    names = {name.lower() for name in facts if name}
    for i, name in enumerate(volume.briefs if volume else ()):
        if volume and name.lower() not in names:
            guess = suggest(name, (known for known in names if known not in {n.lower() for n in volume.briefs}))
            hint = f"did you mean `{guess}`?" if guess else "add the file, or take the name out"
            yield Fault(("briefs", i), f"there is no brief `{name[:60]}` in the folder", hint, file=volume.place.file)
