"""The frozen model: what a brief and a volume say, each part with its place in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefkit.format.figure import Figure as Figure
from briefkit.format.figure import FigureRow as FigureRow
from briefkit.format.figure import Value as Value
from briefkit.format.questions import LinkKind, Question, QuestionSet
from briefkit.source.place import Place
from briefkit.text.dates import Interval


@dataclass(frozen=True, slots=True)
class Person:
    """An author or editor."""

    name: str
    affiliation: str = ""
    orcid: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One item of an answer."""

    question: Question = field(compare=False)
    """The question that it answers."""
    number: int
    """Its place in the answer, from 1."""
    id: str
    statement: str
    place: Place = field(compare=False)
    detail: str = ""
    themes: tuple[str, ...] = ()
    group: str = ""
    """The heading under which it stands with others."""
    links: Mapping[LinkKind, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the points that it names, by kind of link."""
    stance: str = ""
    """One of the verdicts that points of its question may have, else empty."""
    actors: tuple[str, ...] = ()
    horizon: str = ""
    deadline: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Values of the fields that the question set declares, by key."""

    @property
    def label(self) -> str:
        """Return the computed label, such as `R1`."""
        return f"{self.question.letter}{self.number}"

    @property
    def covers_nothing(self) -> bool:
        """Tell whether it speaks against, so that what it links to is not served."""
        return self.question.verdict is not None and self.stance in self.question.verdict.covers_nothing

    def said(self, field: str) -> str | tuple[str, ...]:
        """Return what it says in a field that a question set may expect; empty where it says nothing."""
        own: Mapping[str, str | tuple[str, ...]] = {
            "themes": self.themes,
            "actors": self.actors,
            "horizon": self.horizon,
            "deadline": self.deadline,
        }
        linked = next((ids for kind, ids in self.links.items() if kind == field), ())
        return own.get(field) or self.choices.get(field) or linked

    def linked(self, kind: LinkKind) -> tuple[str, ...]:
        """Return the ids that it names in links of a kind."""
        return self.links.get(kind, ())


@dataclass(frozen=True, slots=True)
class Answer:
    """What a brief says to one question. `stance` and `because` are there for a yes-no question."""

    question: Question = field(compare=False)
    points: tuple[Point, ...]
    place: Place = field(compare=False)
    overview: str = ""
    stance: str = ""
    because: str = ""
    counted: bool = False
    """Whether the author counts the points."""


@dataclass(frozen=True, slots=True)
class EditorialNote:
    """A remark of whoever edits or restates: about what it is, as a waiver names places, and what it says."""

    at: tuple[str, ...]
    says: str
    number: int
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL name: a person by its parts, or an institution as `literal`."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False


@dataclass(frozen=True, slots=True)
class CslDate:
    """A CSL date: an interval of partial dates, or words (`n.d.`) where there is none."""

    interval: Interval | None = None
    literal: str = ""
    circa: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A CSL item. Fields are by CSL variable name: `fields` text, `names` and `dates` their own types."""

    id: str
    type: str
    place: Place = field(compare=False)
    fields: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, CslDate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that the editor accepts; `at` empty means the whole file."""

    rule: str
    reason: str
    place: Place = field(compare=False)
    at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """One file, an answer to each question."""

    name: str
    """The file's stem: what the brief is called on the command line."""
    place: Place = field(compare=False)
    title: str
    subject: str
    partner: str
    authors: tuple[Person, ...]
    date: str
    summary: str
    answers: tuple[Answer, ...]
    """One to each question, in their order."""
    questions: QuestionSet = field(compare=False)
    subtitle: str = ""
    language: str = "en"
    audience: tuple[str, ...] = ()
    based_on: str = ""
    """Citation key of the publication that the brief restates."""
    restated_by: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = ()
    """In reading order."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    editorial_notes: tuple[EditorialNote, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def answer(self, question: str) -> Answer:
        """Return the answer to the question with this key."""
        return self.answers[self.questions.by_key[question].number - 1]

    @property
    def called(self) -> str:
        """What names the brief in tables: the last field that its set asks of the head, else its title."""
        fields = {"subject": self.subject, "partner": self.partner}
        return next((name for key in reversed(self.questions.head) if (name := fields[key])), self.title)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """All points in the order of the file's questions."""
        return tuple(point for answer in self.answers for point in answer.points)

    @cached_property
    def by_id(self) -> Mapping[str, Point]:
        """The points by id; of two with one id, the first."""
        return {point.id: point for point in reversed(self.points)}


@dataclass(frozen=True, slots=True)
class Theme:
    """A term of the volume's vocabulary."""

    id: str
    name: str
    place: Place = field(compare=False)
    description: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who may be asked to act; `kind` is state, office, organisation or group."""

    name: str
    kind: str
    place: Place = field(compare=False)
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person with a biography."""

    name: str
    place: Place = field(compare=False)
    affiliation: str = ""
    bio: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One point of the conclusion; `evidence` are pairs of brief name and point id; `scope` is all, some or empty."""

    id: str
    number: int
    statement: str
    place: Place = field(compare=False)
    detail: str = ""
    themes: tuple[str, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Epigraph:
    """A quotation before the introduction, and whose it is."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class HouseLook:
    """How a house has its documents look, as the volume says it; empty is what it does not say."""

    place: Place = field(compare=False)
    accent: str = ""
    """A color, as `#` and six digits."""
    second: str = ""
    typeface: str = ""
    """The family of fonts of the text."""
    heading_typeface: str = ""
    logo: str = ""
    """The path of a picture from the library's folder."""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Checks:
    """How strict the checks are: severities by rule name, limits by name, variants by preferred term."""

    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Volume:
    """The library's `volume.yaml`."""

    place: Place = field(compare=False)
    title: str
    questions: QuestionSet = field(compare=False)
    """The set whose questions the briefs answer."""
    written_for: int = 0
    """The version of the set for which the briefs were written; 0 where the volume does not say."""
    subtitle: str = ""
    editors: tuple[Person, ...] = ()
    based_on: str = ""
    """Citation key of the publication that the volume restates."""
    restated_by: tuple[Person, ...] = ()
    publisher: str = ""
    publisher_place: str = ""
    date: str = ""
    language: str = "en"
    url: str = ""
    look: HouseLook | None = None
    wordings: Mapping[str, str] = field(default_factory=dict)
    """Wording by question key; only those that the volume words itself."""
    briefs: tuple[str, ...] = ()
    themes: Mapping[str, Theme] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    contributors: tuple[Contributor, ...] = ()
    bylines: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    """Who signs `preface`, `acknowledgments`, `introduction` and `conclusion`."""
    preface: str = ""
    acknowledgments: str = ""
    epigraph: Epigraph | None = None
    introduction: str = ""
    conclusion_overview: str = ""
    claims: tuple[Claim, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    """Texts on what stands behind the volume, by name."""
    editorial_notes: tuple[EditorialNote, ...] = ()
    references: tuple[Reference, ...] = ()
    checks: Checks = field(default_factory=Checks)
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A volume with its briefs, in order."""

    volume: Volume
    briefs: tuple[Brief, ...]


def wording(volume: Volume | None, question: Question) -> str:
    """Return how the volume words a question, or its standard wording."""
    return (volume.wordings.get(question.key) if volume else None) or question.wording
