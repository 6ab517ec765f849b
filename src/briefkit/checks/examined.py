"""What is known of a file that has been checked: plain data, which may cross to another process or lie on a disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.checks.summary import Summary
from briefkit.checks.waivers import Located, PlacedWaiver
from briefkit.format.schema import FileKind
from briefkit.source.draft import Json

MOST_FINDINGS = 100
"""Of one rule in one file: nobody mends more at once, and a hostile file would have one for every word."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a file that has been checked.

    `findings` are those of reading, schema and the rules over one file. `facts` are what rules over the library need,
    by rule; `quiet` are the names of those that may miss something in the file that cannot be seen. `name` is that of
    the brief, empty for the volume.
    """

    file: str
    name: str
    is_guest: bool
    findings: Sequence[Located]
    facts: Mapping[str, Json] = field(default_factory=dict)
    waivers: Sequence[PlacedWaiver] = ()
    quiet: frozenset[str] = frozenset()
    summary: Summary | None = None
    """Of a brief, as far as it could be read; None where only errors were asked for."""
    kind: FileKind = "brief"


def hint_of_last(hint: str | None, more: int) -> str | None:
    """Return the hint of the last finding that is shown of a rule in a file: its own, or how many more there are."""
    return f"mend those above first: {more} more of these follow in the file" if more else hint
