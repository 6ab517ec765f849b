"""The frozen model: what a brief and a volume say, each part with its place in the file."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from briefkit.format.questions import BY_KEY, Question
from briefkit.source.place import Place
from briefkit.text.dates import Interval
from briefkit.text.record import record


@record(frozen=True, slots=True)
class Person:
    """An author or editor."""

    name: str
    affiliation: str = ""
    orcid: str = ""
    email: str = ""


@record(frozen=True, slots=True)
class Point:
    """One item of an answer."""

    question: str
    """Key of the question that it answers."""
    number: int
    """Its place in the answer, from 1."""
    id: str
    statement: str
    place: Place = field(compare=False)
    detail: str = ""
    themes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    obstructs: tuple[str, ...] = ()
    stance: str = ""
    """`helps`, `conditional` or `does-not-help` for cooperation points, else empty."""
    actors: tuple[str, ...] = ()
    horizon: str = ""
    deadline: str = ""

    @property
    def label(self) -> str:
        """Return the computed label, such as `R1`."""
        return f"{BY_KEY[self.question].letter}{self.number}"


@record(frozen=True, slots=True)
class Answer:
    """What a brief says to one question. `stance` and `because` only for US cooperation."""

    question: Question
    points: tuple[Point, ...]
    place: Place = field(compare=False)
    overview: str = ""
    stance: str = ""
    because: str = ""


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class CslDate:
    """A CSL date: an interval of partial dates, or words (`n.d.`) where there is none."""

    interval: Interval | None = None
    literal: str = ""
    circa: bool = False


@record(frozen=True, slots=True)
class Reference:
    """A CSL item. Fields are by CSL variable name: `fields` text, `names` and `dates` their own types."""

    id: str
    type: str
    place: Place = field(compare=False)
    fields: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, CslDate] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Waiver:
    """A finding that the editor accepts; `at` empty means the whole file."""

    rule: str
    reason: str
    place: Place = field(compare=False)
    at: tuple[str, ...] = ()


@record(frozen=True)
class Brief:
    """One file, five answers."""

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
    """Always five, in the order of the questions."""
    subtitle: str = ""
    language: str = "en"
    audience: tuple[str, ...] = ()
    based_on: str = ""
    """Citation key of the publication that the brief restates."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def answer(self, question: str) -> Answer:
        """Return the answer to the question with this key."""
        return self.answers[list(BY_KEY).index(question)]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """All points in the order of the file's questions."""
        return tuple(point for answer in self.answers for point in answer.points)

    @cached_property
    def by_id(self) -> Mapping[str, Point]:
        """The points by id; of two with one id, the first."""
        return {point.id: point for point in reversed(self.points)}


@record(frozen=True, slots=True)
class Theme:
    """A term of the volume's vocabulary."""

    id: str
    name: str
    place: Place = field(compare=False)
    description: str = ""


@record(frozen=True, slots=True)
class Actor:
    """Someone who may be asked to act; `kind` is state, office, organisation or group."""

    name: str
    kind: str
    place: Place = field(compare=False)
    part_of: str = ""


@record(frozen=True, slots=True)
class Contributor:
    """A person with a biography."""

    name: str
    place: Place = field(compare=False)
    affiliation: str = ""
    bio: str = ""


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class Checks:
    """How strict the checks are: severities by rule name, limits by name, variants by preferred term."""

    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@record(frozen=True)
class Volume:
    """The library's `volume.yaml`."""

    place: Place = field(compare=False)
    title: str
    subtitle: str = ""
    editors: tuple[Person, ...] = ()
    publisher: str = ""
    publisher_place: str = ""
    date: str = ""
    language: str = "en"
    url: str = ""
    questions: Mapping[str, str] = field(default_factory=dict)
    """Wording by question key; only those that the volume words itself."""
    briefs: tuple[str, ...] = ()
    themes: Mapping[str, Theme] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    contributors: tuple[Contributor, ...] = ()
    preface: str = ""
    introduction: str = ""
    conclusion_overview: str = ""
    claims: tuple[Claim, ...] = ()
    references: tuple[Reference, ...] = ()
    checks: Checks = field(default_factory=Checks)
    waivers: tuple[Waiver, ...] = ()


@record(frozen=True, slots=True)
class Book:
    """A volume with its briefs, in order."""

    volume: Volume
    briefs: tuple[Brief, ...]


def wording(volume: Volume | None, question: Question) -> str:
    """Return how the volume words a question, or its standard wording."""
    return (volume.questions.get(question.key) if volume else None) or question.wording
