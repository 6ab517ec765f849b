"""Every link of a file, resolved once: between points, to sources, to footnotes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from briefkit.document.prose import Prose
from briefkit.format.model import Brief, Point, Reference, Volume
from briefkit.format.questions import SERVING, LinkKind
from briefkit.source.draft import Path
from briefkit.text.suggest import Effort, Vocabulary, suggest

State: TypeAlias = Literal["found", "guessed", "unknown", "wrong-kind"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written, and what it names.

    `path` leads to the value in which it stands, `part` to the stretch of that text, if it is a part. `target` is the
    id, key or label that is meant: the one written when `found`, the likely one when `guessed`, the point of another
    question when `wrong-kind`, nothing when `unknown`. A guessed target counts as served and used, so that one
    misspelling is one finding.
    """

    kind: LinkKind | Literal["citation", "based_on", "figure", "footnote"]
    written: str
    state: State
    target: str
    path: Path
    part: tuple[int, int] | None = None

    @property
    def serves(self) -> bool:
        """Tell whether the target counts as linked."""
        return self.state in ("found", "guessed")


@dataclass(frozen=True)
class Links:
    """All links of one file, in the order of the file's questions."""

    points: tuple[tuple[Point, Link], ...] = ()
    """The links between points, each with the point that links."""
    citations: tuple[Link, ...] = ()
    figures: tuple[Link, ...] = ()
    footnotes: tuple[Link, ...] = ()

    def serving(self, point: Point) -> Iterator[Point]:
        """Yield the points that serve this one: those that address it or rest on it, and do not speak against."""
        return iter(self._serving.get(point.id, ()))

    @cached_property
    def _serving(self) -> Mapping[str, list[Point]]:
        """The points that serve, by the id of the point that they name."""
        found: dict[str, list[Point]] = {}
        for source, link in self.points:
            if link.serves and link.kind in SERVING and not source.covers_nothing:
                found.setdefault(link.target, []).append(source)
        return found

    def cited(self) -> set[str]:
        """Return the keys of the sources that count as cited."""
        return {link.target for link in self.citations if link.serves}


def resolve(
    subject: Brief | Volume,
    prose: Mapping[Path, Prose],
    sources: Sequence[Reference],
    lost: frozenset[str] = frozenset(),
) -> Links:
    """Resolve the links of a brief or a volume.

    `prose` are its parsed fields by path, `sources` the references that it may cite: its own first, then the volume's.
    `lost` are the ids of entries that departed from the schema: they are there, and a link to them is no fault.
    """
    effort = Effort()
    keys = Vocabulary([*(reference.id for reference in sources), *lost], effort)
    points = tuple(_point_links(subject, lost, effort)) if isinstance(subject, Brief) else ()
    shown = Vocabulary(
        [*(figure.id for figure in subject.figures), *lost] if isinstance(subject, Brief) else [], effort
    )
    citations = (link for path, field in prose.items() for link in _marked("citation", path, field, keys, lost))
    figures = (link for path, field in prose.items() for link in _marked("figure", path, field, shown, lost))
    footnotes = (link for path, field in prose.items() for link in _footnotes(path, field, effort))
    based_on = _based_on(subject, keys, lost)
    return Links(points, (*based_on, *citations), tuple(figures), tuple(footnotes))


def find(written: str, known: Collection[str], lost: Collection[str] = ()) -> tuple[State, str]:
    """Return how a name stands to the known ones, and the one that is meant; for many names, give a `Vocabulary`.

    `lost` are those of the known ones that are not written as they must be; who means one of them is not wrong.
    """
    if written in known:
        return "found", written
    guess = suggest(written, known)
    if guess in lost:
        return "found", guess or ""
    return ("guessed", guess) if guess else ("unknown", "")


def _point_links(brief: Brief, lost: frozenset[str], effort: Effort) -> Iterator[tuple[Point, Link]]:
    linkable: dict[tuple[str, ...], Vocabulary] = {}
    for point in brief.points:
        for kind, ids in point.links.items():
            keys = point.question.links[kind]
            if ids and keys not in linkable:
                named = (target.id for key in keys for target in brief.answer(key).points)
                linkable[keys] = Vocabulary([*named, *lost], effort)
            for i, written in enumerate(ids):
                state, target = find(written, linkable[keys], lost)
                if state != "found" and written in brief.by_id:
                    state, target = "wrong-kind", written
                yield point, Link(kind, written, state, target, (*point.place.path, kind, i))


def _based_on(subject: Brief | Volume, keys: Vocabulary, lost: frozenset[str]) -> tuple[Link, ...]:
    if not subject.based_on:
        return ()
    return (Link("based_on", subject.based_on, *find(subject.based_on, keys, lost), ("based_on", "cite")),)


def _marked(
    kind: Literal["citation", "figure"], path: Path, field: Prose, known: Vocabulary, lost: frozenset[str]
) -> Iterator[Link]:
    for mark in field.marks:
        if mark.kind == kind:
            yield Link(kind, mark.target, *find(mark.target, known, lost), path, mark.span)


def _footnotes(path: Path, field: Prose, effort: Effort) -> Iterator[Link]:
    texts = Vocabulary((mark.target for mark in field.marks if mark.kind == "footnote-text"), effort)
    for mark in field.marks:
        if mark.kind == "footnote-mark":
            yield Link("footnote", mark.target, *find(mark.target, texts), path, mark.span)
