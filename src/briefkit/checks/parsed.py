"""What a rule sees: one file with its parsed prose and resolved links, and the volume around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefkit.checks import links
from briefkit.checks.links import Links
from briefkit.document import prose
from briefkit.document.prose import Prose
from briefkit.format.model import Brief, Point, Reference, Volume
from briefkit.source.draft import Path
from briefkit.text.words import count_words

DEFAULT_LIMITS: Mapping[str, int] = {
    "statement-words": 20,
    "challenge-words": 14,
    "summary-words": 150,
    "context-share": 45,
    "recommendations-share": 12,
    "sentence-words": 25,
}


@dataclass(frozen=True)
class ParsedBrief:
    """A brief or a volume under check."""

    subject: Brief | Volume
    volume: Volume | None
    prose: Mapping[Path, Prose]
    links: Links
    guest: bool = False
    """Whether the file does not lie in the library's folder: it came by standard input, or by a path elsewhere."""

    @property
    def brief(self) -> Brief | None:
        """The brief under check, None for the volume."""
        return self.subject if isinstance(self.subject, Brief) else None

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the brief, none for the volume."""
        return self.subject.points if isinstance(self.subject, Brief) else ()

    def limit(self, name: str) -> int:
        """Return a limit of the volume, or its default."""
        own = self.volume.checks.limits if self.volume else {}
        return own.get(name, DEFAULT_LIMITS[name])

    @cached_property
    def counts(self) -> Mapping[Path, int]:
        """The number of words of each prose field."""
        return {path: count_words(field.masked) for path, field in self.prose.items()}

    def cited_sources(self) -> tuple[Reference, ...]:
        """Return the sources that the file cites, its own and the volume's."""
        cited = self.links.cited()
        shared = self.volume.references if self.volume and self.brief else ()
        known = {reference.id: reference for reference in (*shared, *self.subject.references)}
        return tuple(reference for key, reference in known.items() if key in cited)

    def lines(self) -> Iterator[tuple[Path, str]]:
        """Yield the one-line texts of the file in which words stand: titles, statements, reasons."""
        subject = self.subject
        for key in ("title", "subtitle"):
            if value := getattr(subject, key):
                yield (key,), value
        if isinstance(subject, Volume):
            for claim in subject.claims:
                yield (*claim.place.path, "statement"), claim.statement
            return
        for answer in subject.answers:
            if answer.because:
                yield (answer.question.key, "because"), answer.because
            for point in answer.points:
                yield (*point.place.path, "statement"), point.statement

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Yield every text in which words stand: the lines, and the prose with its markup blanked."""
        yield from self.lines()
        for path, field in self.prose.items():
            yield path, field.masked


def parse_brief(subject: Brief | Volume, volume: Volume | None, *, guest: bool = False) -> ParsedBrief:
    """Parse the prose of a brief or a volume and resolve its links."""
    fields = {path: prose.parse(value) for path, value in subject.prose()}
    sources: tuple[Reference, ...] = subject.references
    if volume is not None and subject is not volume:
        sources += volume.references
    return ParsedBrief(subject, volume, fields, links.resolve(subject, fields, sources), guest)
