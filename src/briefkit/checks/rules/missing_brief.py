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

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary, did_you_mean

RULE = Rule("missing-brief", "BK602", Severity.ERROR, __doc__)
ABSENCE = True


def collect(parsed: ParsedBrief) -> str:
    """Return the name of the brief; nothing for the volume."""
    return parsed.brief.name if parsed.brief else ""


def check(facts: Sequence[str], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each name without a brief."""
    if volume is None:
        return
    names = dict.fromkeys(name.lower() for name in facts if name)
    named = {name.lower() for name in volume.briefs}
    unnamed = Vocabulary(name for name in names if name not in named)
    for i, name in enumerate(volume.briefs):
        if name.lower() not in names:
            hint = did_you_mean(name, unnamed, "add the file, or take the name out")
            yield Fault(("briefs", i), f"there is no brief {quoted(name)} in the folder", hint, file=volume.place.file)
