"""The contract of checks: a rule declared whole, over one file or over the library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.draft import Json, Path
from briefkit.source.finding import Fault, Related, Rule
from briefkit.source.site import Site


@dataclass(frozen=True, kw_only=True)
class FileRule(Rule):
    """A rule that looks at one file.

    `absence` says which parts the rule may find missing, as patterns of paths (see `hidden`), `.` being the step at
    which its fault stands. Where a fault of the schema may hide such a part, the rule keeps quiet. A rule that
    `needs_volume` cannot judge a brief without what the volume has: it waits for a volume that cannot be read, and so
    do its waivers. `limits` are those that a volume may set, with their defaults.
    """

    check: Callable[[ParsedBrief], Iterator[Fault]]
    absence: tuple[Path, ...] = ()
    needs_volume: bool = False
    limits: Mapping[str, int] = field(default_factory=dict)


class FileFacts(NamedTuple):
    """What a rule over the library knows of one file: its name (empty for the volume), its path, and its own facts.

    Facts and details are looked up when they are asked for: they may have to be unpacked.
    """

    name: str
    file: str
    rule: str
    facts_by_rule: Mapping[str, Json]
    details_by_rule: Mapping[str, Json]
    is_guest: bool = False
    """Whether the file does not lie in the library's folder."""

    @property
    def facts(self) -> Json:
        """What the rule has collected."""
        return self.facts_by_rule.get(self.rule)

    @property
    def details(self) -> Json:
        """What the rule has kept for its findings."""
        return self.details_by_rule.get(self.rule)


class LibraryFault(NamedTuple):
    """What a rule over the library yields: a place in a file and a message."""

    file: str
    site: Site
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LibraryRule(FileRule):
    """A rule that looks at all files.

    `check` yields what one file alone shows, `collect` returns the facts that the rule needs to know of it, as plain
    data, None where there are none, and `combine` yields what all facts show together. Facts come in the order of the
    library, the volume's first, and may be asked for more than once. They are looked at in every file, so they are to
    be few; what is needed only of a file in which something is found, `keep` returns in the same way. The `absence` of
    a library's rule is that of `check` and, for the findings in the volume, that of `combine`: one part hidden in one
    brief is enough.
    """

    check: Callable[[ParsedBrief], Iterator[Fault]] = lambda _: iter(())
    collect: Callable[[ParsedBrief], Json]
    keep: Callable[[ParsedBrief], Json] = lambda _: None
    combine: Callable[[Sequence[FileFacts], Volume | None], Iterator[LibraryFault]]


def volume_of(files: Sequence[FileFacts]) -> FileFacts | None:
    """Return what is known of the volume's own file; None when the library has none that is valid."""
    return files[0] if files and not files[0].name else None
