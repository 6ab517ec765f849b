"""Question sets: which questions a brief answers, and what each question says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from briefkit.source.place import Place

LinkKind: TypeAlias = Literal["addresses", "rests_on", "obstructs"]

LINKS: Mapping[LinkKind, str] = {
    "addresses": "Addresses",
    "rests_on": "Rests on",
    "obstructs": "Stands in the way of",
}
"""The kinds of links between points, as they are printed before the points that they name."""

DEFAULT = "five-questions"
"""The set of a library that names none."""

VERBS: Mapping[LinkKind, tuple[str, str]] = {
    "addresses": ("addresses", "address"),
    "rests_on": ("rests on", "rest on"),
    "obstructs": ("stands in the way of", "stand in the way of"),
}
"""What one point does to another by a link of a kind, and what several do."""

SERVING: frozenset[LinkKind] = frozenset({"addresses", "rests_on"})
"""The kinds of links that answer the point that they name; what obstructs a point does not."""


class Choice(NamedTuple):
    """A value of a fixed list: how it stands in a file, how it is printed, when it is chosen."""

    key: str
    name: str
    meaning: str


class ChoiceField(NamedTuple):
    """A field of points with a fixed list of values, in their order."""

    key: str
    name: str
    values: Mapping[str, Choice]


class Verdict(NamedTuple):
    """What may stand as the `stance` of an answer and of its points; points are empty where they take none.

    Points with one of `covers_nothing` speak against: what they link to is not served.
    """

    answer: Mapping[str, Choice]
    point: Mapping[str, Choice]
    covers_nothing: frozenset[str]

    @property
    def default(self) -> str:
        """The stance of a point that names none; empty where points take none."""
        return next(iter(self.point), "")


class Example(NamedTuple):
    """A point as editors show it; `because` is the reason for a verdict."""

    id: str
    statement: str
    because: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One question of a set. Rules and views ask what it says of itself, never which it is."""

    key: str
    """Name of the field in the file: `us_cooperation`."""
    number: int
    """Its place in the set, from 1."""
    letter: str
    """First character of the labels of its points: `U` in `U1`."""
    name: str
    """Short name in tables: `US cooperation`."""
    wording: str
    """The question itself, unless the volume words it otherwise."""
    point: str
    """What one point of the answer is called: `cooperation point`."""
    points: str
    """The same in the plural."""
    place: Place
    also_called: tuple[str, ...] = ()
    """Other names that authors write for it."""
    fields: tuple[str, ...] = ()
    """What a point may say beside id, statement, detail, group, stance and links, in the order of tables."""
    links: Mapping[LinkKind, tuple[str, ...]] = field(default_factory=dict)
    """For each kind of link the keys of the questions whose points it may name."""
    expects: tuple[tuple[str, ...], ...] = ()
    """Fields and links whose absence is a finding; of several in one entry, one will do."""
    answered_by: tuple[str, ...] = ()
    """Keys of the questions of which a point should serve each point of this one."""
    answers: tuple[str, ...] = ()
    """What one point of each of those questions is called."""
    verdict: Verdict | None = None
    """There for a yes-no question."""
    begins_with: str = ""
    """`verb` where a statement says what to do."""
    limits: Mapping[str, int] = field(default_factory=dict)
    """By name: `statement-words`, `least-points`, `most-points`, `least-share`, `most-share`; 0 for none."""
    own_limit: bool = False
    """Whether the limit of words is its own, not that of the set."""
    example: Example | None = None

    @property
    def slug(self) -> str:
        """Name on the command line: `us-cooperation`."""
        return self.key.replace("_", "-")

    @property
    def serving_links(self) -> tuple[LinkKind, ...]:
        """The kinds of links by which its points serve others."""
        return tuple(kind for kind in self.links if kind in SERVING)

    def expected(self, name: str) -> bool:
        """Tell whether a field or a link is expected, alone or as one of several."""
        return any(name in names for names in self.expects)


@dataclass(frozen=True, eq=False)
class QuestionSet:
    """The questions that all briefs of a library answer, in their order."""

    name: str
    title: str
    version: int
    questions: tuple[Question, ...]
    about: str = ""
    changes: Mapping[int, str] = field(default_factory=dict)
    """What each version changed."""
    head: tuple[str, ...] = ()
    """Fields that the head of a brief must have; the last one names the brief in tables."""
    choices: Mapping[str, ChoiceField] = field(default_factory=dict)
    """Fields of points with a fixed list of values, by key."""
    written: str = field(default="", repr=False)
    """The text of its file, which stands for it in keys of kept results."""

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by key; of two with one key, the last."""
        return {question.key: question for question in self.questions}

    @cached_property
    def by_letter(self) -> Mapping[str, Question]:
        """The questions by the letter of their labels."""
        return {question.letter: question for question in self.questions}

    @cached_property
    def served(self) -> tuple[Question, ...]:
        """The questions whose points should be answered by others."""
        return tuple(question for question in self.questions if question.answered_by)

    @cached_property
    def serving(self) -> tuple[Question, ...]:
        """The questions whose points can serve others: those that should answer first, then those that may."""
        asked = {key for question in self.questions for key in question.answered_by}
        able = [question for question in self.questions if question.serving_links]
        return tuple(sorted(able, key=lambda question: question.key not in asked))

    @cached_property
    def link_kinds(self) -> tuple[LinkKind, ...]:
        """The kinds of links that its points may have, in their fixed order."""
        return tuple(kind for kind in LINKS if any(kind in question.links for question in self.questions))

    def with_field(self, name: str) -> tuple[Question, ...]:
        """Return the questions whose points have a field."""
        return tuple(question for question in self.questions if name in question.fields)

    def answering(self, question: Question) -> tuple[Question, ...]:
        """Return the questions that should answer the points of one."""
        return tuple(self.by_key[key] for key in question.answered_by)

    def named(self, written: str) -> Question | None:
        """Return the question of a key, a name on the command line or a letter, in any case."""
        plain = written.strip().lower()
        for question in self.questions:
            if plain in (question.key, question.slug, question.letter.lower(), question.name.lower()):
                return question
        return None
