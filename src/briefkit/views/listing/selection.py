"""What is listed: the files of a library that pass the filters."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.summary import Head, Summary, head_of
from briefkit.format.model import Brief, Point, Volume
from briefkit.library import Library
from briefkit.source.finding import Report, tally
from briefkit.source.locate import place
from briefkit.source.place import Place
from briefkit.views.listing.filters import Filters, find_actor, find_authors, find_theme
from briefkit.views.rows import PointRow


@dataclass(frozen=True)
class File:
    """A brief's file, finished or not. It is opened, or looked up in what is known of it, when it is asked for more.

    `at_a_glance` takes what was found out when it was checked, without opening it.
    """

    name: str
    library: Library
    at_a_glance: bool

    @cached_property
    def shown(self) -> str:
        """Its path as messages show it."""
        return self.library.shown_file(self.name)

    @cached_property
    def summary(self) -> Summary | None:
        """What is known of it since it was checked."""
        return self.library.summaries.get(self.name)

    @cached_property
    def head(self) -> Head:
        """What filters ask of it."""
        if self.at_a_glance:
            return self.summary.head if self.summary else Head()
        return head_of(self.library.open(self.name))

    @cached_property
    def brief(self) -> Brief | None:
        """The brief, if the file keeps to the format."""
        return self.library.open(self.name).brief


@dataclass(frozen=True)
class Selection:
    """What a list is made from."""

    library: Library
    everything: tuple[File, ...]
    """All files of the library, in its order."""
    files: tuple[File, ...]
    """Those of the briefs and authors asked for, unfinished ones too."""
    themes: frozenset[str]
    """The themes asked for; empty for all."""
    actors: frozenset[str]
    """The actors asked for; empty for all."""
    is_narrowed: bool
    """Whether any filter is on."""
    is_whole: bool
    """Whether the volume's own text counts: neither brief nor author was asked for."""

    @property
    def volume(self) -> Volume | None:
        """The volume, if there is one and it is valid."""
        return self.library.volume

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """The briefs asked for that keep to the format, by name."""
        return {file.name: file.brief for file in self.files if file.brief}

    @cached_property
    def parsed(self) -> Mapping[str, ParsedBrief]:
        """The same briefs with their parsed prose and resolved links."""
        return {name: parsed for name in self.briefs if (parsed := self.library.parsed(name))}

    @property
    def parsed_volume(self) -> ParsedBrief | None:
        """The volume with its parsed prose and resolved links."""
        return self.library.parsed_volume

    @cached_property
    def findings(self) -> "Tally":
        """The findings of the whole library, counted."""
        return Tally(self.library.validate())

    @property
    def left_out(self) -> Iterator[str]:
        """The volume if it has errors, and the files with errors of which nobody knows that they do not pass."""
        if self.library.opened_volume and not self.library.volume:
            yield self.library.opened_volume.file
        for file in self.everything:
            if file.brief is None and (file in self.files or not file.head.authors):
                yield file.shown

    def place(self, subject: Brief | Volume, term: str) -> Place:
        """Return where a file lists an abbreviation."""
        opened = self.library.open(subject.name) if isinstance(subject, Brief) else self.library.opened_volume
        return place(opened.draft, ("abbreviations", term)) if opened and opened.draft else subject.place

    def points(self) -> Iterator[PointRow]:
        """Yield the points that pass."""
        for brief in self.briefs.values():
            yield from (PointRow(brief, point, self.volume) for point in brief.points if self.has(point))

    def has(self, item: Point | Head) -> bool:
        """Tell whether a point or a file has one of the themes and one of the actors that were asked for."""
        return (not self.themes or not self.themes.isdisjoint(item.themes)) and (
            not self.actors or not self.actors.isdisjoint(item.actors)
        )


class Tally:
    """How many findings each file has: those that stand by severity, and those that a waiver accepts."""

    def __init__(self, report: Report) -> None:
        """Count the findings of a report."""
        self.standing = tally(report.findings)
        self.waived: Counter[str] = Counter()
        for (file, _), count in tally(report.waived).items():
            self.waived[file] += count


def select(library: Library, filters: Filters, *, at_a_glance: bool = False) -> Selection:
    """Return what of a library passes. `at_a_glance` asks no more of files than what a check has found out.

    Raises UsageError for a brief, theme, actor or author that the library does not have.
    """
    files = tuple(File(name, library, at_a_glance) for name in library.names)
    briefs = {library.file(name).stem for name in filters.brief}
    authors = {
        name for text in filters.author for name in find_authors(text, (a for file in files for a in file.head.authors))
    }
    themes = {find_theme(text, library, (t for file in files for t in file.head.themes)) for text in filters.theme}
    actors = {find_actor(text, library, (a for file in files for a in file.head.actors)) for text in filters.actor}
    theirs = [
        file
        for file in files
        if (not briefs or file.name in briefs) and (not authors or authors & {*file.head.authors})
    ]
    return Selection(
        library=library,
        everything=files,
        files=tuple(theirs),
        themes=frozenset(themes),
        actors=frozenset(actors),
        is_narrowed=bool(briefs or authors or themes or actors),
        is_whole=not briefs and not authors,
    )
