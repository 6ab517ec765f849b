"""What is known of a file that has been checked: plain data, which may cross to another process or lie on a disk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.checks.summary import Summary, read_summary
from briefkit.checks.waivers import PlacedWaiver, Use
from briefkit.format.schema import FileKind
from briefkit.source.draft import Json
from briefkit.source.finding import Finding

MOST_FINDINGS = 100
"""Of one rule in one file: nobody mends more at once, and a hostile file would have one for every word."""
SUMMARY = "summary"
"""The name among the details of what no rule asks for."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a file that has been checked.

    `standing` and `waived` are the findings of reading, schema and the rules over one file, in order; `used` says of
    what use `waivers` were to them. `facts` are what rules over the library need, by rule, and `details` what they need
    for a finding; `quiet` are the names of those that may miss something in the file that cannot be seen. `name` is
    that of the brief, empty for the volume.
    """

    file: str
    name: str
    is_guest: bool
    standing: Sequence[Finding] = ()
    waived: Sequence[Finding] = ()
    waivers: Sequence[PlacedWaiver] = ()
    used: Collection[Use] = ()
    has_idle: bool = False
    """Whether a waiver was of no use to these findings; it may yet be to those of rules over the library."""
    facts: Mapping[str, Json] = field(default_factory=dict)
    details: Mapping[str, Json] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()
    kind: FileKind = "brief"

    @property
    def summary(self) -> Summary | None:
        """The summary of a brief, as far as it could be read; None where only errors were asked for."""
        data = self.details.get(SUMMARY)
        return None if data is None else read_summary(data)


def hint_of_last(hint: str | None, more: int) -> str | None:
    """Return the hint of the last finding that is shown of a rule in a file: its own, or how many more there are."""
    return f"mend those above first: {more} more of these follow in the file" if more else hint
