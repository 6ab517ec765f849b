"""What formats of a whole library take: all that its files say, with links resolved."""

from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Brief, Volume
from briefkit.format.questions import QuestionSet


@dataclass(frozen=True, slots=True)
class Holdings:
    """The briefs of a library in its order, and its volume if it has one; none of them has an error."""

    parsed_briefs: tuple[ParsedBrief, ...]
    questions: QuestionSet
    """Those that the briefs answer."""
    parsed_volume: ParsedBrief | None = None

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """What the briefs say."""
        return tuple(parsed.brief for parsed in self.parsed_briefs if parsed.brief)

    @property
    def volume(self) -> Volume | None:
        """What the volume says."""
        subject = self.parsed_volume.subject if self.parsed_volume else None
        return subject if isinstance(subject, Volume) else None

    @property
    def files(self) -> tuple[ParsedBrief, ...]:
        """The briefs, then the volume."""
        return (*self.parsed_briefs, *((self.parsed_volume,) if self.parsed_volume else ()))
