"""What a rule sees: one file with its parsed prose and resolved links, and the volume around it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefkit.checks import links, texts, waivers
from briefkit.checks.hidden import Hidden
from briefkit.checks.picture import Picture
from briefkit.document import prose
from briefkit.format.model import Brief, Point, Reference, Volume
from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Draft, Path
from briefkit.source.locate import site
from briefkit.source.site import Site
from briefkit.text.words import count_words, may_be_unfinished, sentences

if TYPE_CHECKING:
    from briefkit.document.blocks import SourceBlocks
    from briefkit.document.prose import Prose


NOTHING_HIDDEN = Hidden()


class Sentence(NamedTuple):
    """A sentence of a prose field: its offset there, its text, and the number of its words."""

    start: int
    text: str
    words: int


class ParsedBrief:
    """A brief, or the volume, with its prose parsed and its links resolved.

    `subject` has what conforms to the schema; in a file with faults it lacks the rest, and `hidden` says what.
    `volume` is the library's volume if it is valid. `guest` says that the file does not lie in the library's folder:
    it came by standard input, or by a path elsewhere. `pictures` are those beside it, by their paths from the
    library's folder; None where they are not known.
    """

    def __init__(
        self,
        draft: Draft,
        subject: Brief | Volume,
        volume: Volume | None,
        *,
        guest: bool = False,
        hidden: Hidden = NOTHING_HIDDEN,
        pictures: Mapping[str, Picture] | None = None,
    ) -> None:
        """Parse the prose and resolve the links."""
        self.draft = draft
        self.subject = subject
        self.volume = volume
        self.guest = guest
        self.hidden = hidden
        self.pictures = pictures
        self.prose: Mapping[Path, Prose] = {
            path: prose.parse(value)
            for path, value in texts.prose(draft.data, subject.questions, is_volume=self.brief is None)
            if path not in hidden.paths  # what is too long would take very long
        }
        sources = subject.references
        if volume is not None and self.brief:
            sources += volume.references
        self.links = links.resolve(subject, self.prose, sources, hidden.lost)

    @property
    def brief(self) -> Brief | None:
        """The brief under check, None for the volume."""
        return self.subject if isinstance(self.subject, Brief) else None

    @property
    def questions(self) -> QuestionSet:
        """The questions that the briefs of the library answer."""
        return self.subject.questions

    def blocks(self, *path: str | int) -> "SourceBlocks":
        """Return the blocks of the Markdown at a path, none where there is none; figures in it have their numbers."""
        field = self.prose.get(path)
        if not field:
            return ()
        if not self.brief or all(mark.kind != "figure" for mark in field.marks):
            return field.blocks
        from briefkit.document import mentions  # only views need the tree

        return mentions.resolved(field.blocks, mentions.labels(self.brief))

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the brief, none for the volume."""
        return self.subject.points if isinstance(self.subject, Brief) else ()

    @cached_property
    def written_points(self) -> tuple[Point, ...]:
        """The points with a statement: what a point lacks is told when its statement is no `TODO` any more."""
        return tuple(point for point in self.points if not may_be_unfinished(point.statement))

    @cached_property
    def unwritten(self) -> frozenset[str]:
        """The names under which a waiver may call a point that has no statement yet: its id and its question."""
        points = [point for point in self.points if may_be_unfinished(point.statement)]
        return frozenset(name for point in points for name in (point.id, point.question.key))

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The names under which a waiver may call a place of the file."""
        parts = self.subject.figures if isinstance(self.subject, Brief) else self.subject.claims
        names = {*texts.keys(self.draft.data), *(part.id for part in (*self.points, *parts))}
        return frozenset(names | {f"ref:{reference.id}" for reference in self.subject.references})

    def is_torn(self, path: Path) -> bool:
        """Tell whether something inside the value at a path departs from the schema."""
        return any(hidden[: len(path)] == path for hidden in self.hidden.paths)

    def limit(self, name: str, default: int) -> int:
        """Return a limit of the volume, or its default."""
        own = self.volume.checks.limits if self.volume else {}
        return own.get(name, default)

    @cached_property
    def may_be_unfinished(self) -> bool:
        """Whether a mark of unfinished work may stand in a text; only escapes could keep one from the file as it is."""
        text = self.draft.source.text
        return "\\" in text or may_be_unfinished(text)

    @cached_property
    def sentences(self) -> Mapping[Path, list[Sentence]]:
        """The sentences of each prose field, without markup."""
        return {
            path: [Sentence(start, text, count_words(text)) for start, text in sentences(field.masked)]
            for path, field in self.prose.items()
        }

    @cached_property
    def counts(self) -> Mapping[Path, int]:
        """The number of words of each prose field; no word goes from one sentence into the next."""
        return {path: sum(sentence.words for sentence in found) for path, found in self.sentences.items()}

    def cited_sources(self) -> tuple[Reference, ...]:
        """Return the sources that the file cites, its own and the volume's."""
        cited = self.links.cited()
        shared = self.volume.references if self.volume and self.brief else ()
        known = {reference.id: reference for reference in (*shared, *self.subject.references)}
        return tuple(reference for key, reference in known.items() if key in cited)

    @cached_property
    def lines(self) -> tuple[tuple[Path, str], ...]:
        """The one-line texts of the file in which words stand, by path: titles, statements, reasons."""
        return tuple(texts.lines(self.draft.data, self.questions, is_volume=self.brief is None))

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Yield every text in which words stand: the lines, and the prose with its markup blanked."""
        yield from self.lines
        for path, field in self.prose.items():
            yield path, field.masked

    def own_texts(self) -> Iterator[tuple[Path, str]]:
        """Yield every text but editorial notes, which quote what the file does not say."""
        return ((path, text) for path, text in self.texts() if path[0] != "editorial_notes")

    @cached_property
    def words(self) -> str:
        """All that the file says in words, without markup, in which abbreviations are looked for."""
        return "\n".join(text for _, text in self.own_texts())

    def site(self, path: Path, on: Literal["value", "key"] = "value", part: tuple[int, int] | None = None) -> Site:
        """Return the place of a value, of its key or of a part of it, for a finding that is made later."""
        return site(self.draft, path, on, part, tuple(sorted(waivers.names_at(self.draft.data, path))))
