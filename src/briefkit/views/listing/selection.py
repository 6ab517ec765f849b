"""What is listed: the files of a library that pass the filters."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefkit.checks.check import Opened
from briefkit.checks.parsed import ParsedBrief, parse_brief
from briefkit.format.model import Brief, Point, Volume
from briefkit.format.questions import QUESTIONS
from briefkit.library import Library
from briefkit.source.draft import Json
from briefkit.source.finding import Report
from briefkit.source.locate import place
from briefkit.source.place import Place
from briefkit.views.listing.filters import Filters, find_actor, find_authors, find_theme
from briefkit.views.rows import PointRow


@dataclass(frozen=True, slots=True)
class File:
    """What filters ask of a brief's file, finished or not. `shown` is its path as messages show it."""

    name: str
    shown: str
    data: Mapping[str, Json]
    """What the file says, as far as it could be read."""
    authors: tuple[str, ...]
    themes: tuple[str, ...]
    actors: tuple[str, ...]
    brief: Brief | None
    """The brief, if the file keeps to the format."""


@dataclass(frozen=True)
class Selection:
    """What a list is made from."""

    library: Library
    files: tuple[File, ...]
    """The files of the briefs and authors asked for, in the order of the library, unfinished ones too."""
    themes: frozenset[str]
    """The themes asked for; empty for all."""
    actors: frozenset[str]
    """The actors asked for; empty for all."""
    is_narrowed: bool
    """Whether any filter is on."""
    is_whole: bool
    """Whether the volume's own text counts: neither brief nor author was asked for."""
    left_out: tuple[str, ...]
    """Files with errors that may have more to list, as messages show them."""
    terms: Mapping[tuple[str, str], Place]
    """Where abbreviations are listed, by file and abbreviation."""

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
        return {name: parse_brief(brief, self.volume) for name, brief in self.briefs.items()}

    @cached_property
    def parsed_volume(self) -> ParsedBrief | None:
        """The volume with its parsed prose and resolved links."""
        return parse_brief(self.volume, self.volume) if self.volume else None

    @cached_property
    def findings(self) -> "Tally":
        """The findings of the whole library, counted."""
        return Tally(self.library.validate())

    def points(self) -> Iterator[PointRow]:
        """Yield the points that pass."""
        for brief in self.briefs.values():
            yield from (PointRow(brief, point, self.volume) for point in brief.points if self.has(point))

    def has(self, item: Point | File) -> bool:
        """Tell whether a point or a file has one of the themes and one of the actors that were asked for."""
        return (not self.themes or not self.themes.isdisjoint(item.themes)) and (
            not self.actors or not self.actors.isdisjoint(item.actors)
        )


class Tally:
    """How many findings each file has: those that stand by severity, and those that a waiver accepts."""

    def __init__(self, report: Report) -> None:
        """Count the findings of a report."""
        self.standing = Counter((finding.file, finding.severity) for finding in report.findings)
        self.waived = Counter(finding.file for finding in report.waived)


def select(library: Library, filters: Filters) -> Selection:
    """Read the library and keep what passes.

    Raises UsageError for a brief, theme, actor or author that the library does not have.
    """
    files: list[File] = []
    terms: dict[tuple[str, str], Place] = {}
    for name in library.names:
        opened = library.open(name)
        files.append(_file(name, opened))
        terms |= _terms(opened)
    if library.opened_volume:
        terms |= _terms(library.opened_volume)
    briefs = {library.file(name).stem for name in filters.brief}
    authors = {
        name for text in filters.author for name in find_authors(text, (a for file in files for a in file.authors))
    }
    themes = {find_theme(text, library, (theme for file in files for theme in file.themes)) for text in filters.theme}
    actors = {find_actor(text, library, (actor for file in files for actor in file.actors)) for text in filters.actor}
    theirs = [
        file for file in files if (not briefs or file.name in briefs) and (not authors or authors & {*file.authors})
    ]
    return Selection(
        library=library,
        files=tuple(theirs),
        themes=frozenset(themes),
        actors=frozenset(actors),
        is_narrowed=bool(briefs or authors or themes or actors),
        is_whole=not briefs and not authors,
        left_out=tuple(_left_out(library, files, theirs)),
        terms=terms,
    )


def entries(data: Mapping[str, Json], question: str) -> list[dict[str, Json]]:
    """Return the points that a draft has for a question, as far as they are points."""
    answer = data.get(question)
    points = answer.get("points") if isinstance(answer, dict) else None
    return [point for point in points if isinstance(point, dict)] if isinstance(points, list) else []


def _file(name: str, opened: Opened) -> File:
    data = opened.draft.data if opened.draft and isinstance(opened.draft.data, dict) else {}
    people = data.get("authors")
    names = [person.get("name") for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    points = [point for question in QUESTIONS for point in entries(data, question.key)]
    themes = tuple(dict.fromkeys(theme for point in points for theme in _texts(point.get("themes"))))
    actors = tuple(dict.fromkeys(actor for point in points for actor in _texts(point.get("actors"))))
    return File(name, opened.file, data, _texts(names), themes, actors, opened.brief)


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str) and item.strip()) if isinstance(value, list) else ()


def _terms(opened: Opened) -> dict[tuple[str, str], Place]:
    if opened.draft is None or opened.subject is None:
        return {}
    return {(opened.file, term): place(opened.draft, ("abbreviations", term)) for term in opened.subject.abbreviations}


def _left_out(library: Library, files: list[File], theirs: list[File]) -> Iterator[str]:
    """Yield the volume if it has errors, and the files with errors of which nobody knows that they do not pass."""
    if library.opened_volume and not library.volume:
        yield library.opened_volume.file
    for file in files:
        if file.brief is None and (file in theirs or not file.authors):
            yield file.shown
