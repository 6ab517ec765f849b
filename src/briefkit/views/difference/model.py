"""What differs between two briefs, as data: part by part, field by field, apart from how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Json, Path

Part: TypeAlias = Literal[
    "head", "answer", "point", "figure", "abbreviation", "reference", "editorial_note", "waiver"
]  # fmt: skip
"""What a brief is made of. There is one head; an answer is what a brief says to a question beside its points."""

Kind: TypeAlias = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a brief with all that it says, as far as it is filled.

    `question` is the key of the question to which an answer or a point belongs, empty elsewhere. `id` is what names it
    in the file: that of a point or a figure, the citation key, the abbreviation, the rule of a waiver. `number` is its
    place among those of its kind, of points in their answer, from 1; 0 where the order means nothing.
    """

    part: Part
    question: str
    id: str
    number: int
    label: str
    """What people call it: `R1`."""
    fields: Mapping[str, Json]
    path: Path
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose value has changed; None stands for one that is not there.

    In the old value, ids that were renamed are called as they are now.
    """

    field: str
    old: Json
    new: Json

    @property
    def is_reworded(self) -> bool:
        """Whether both values are texts in which words have changed."""
        return isinstance(self.old, str) and isinstance(self.new, str) and (" " in self.old or " " in self.new)


@dataclass(frozen=True, slots=True)
class EntryChange:
    """A part that was added, removed or changed; `old` or `new` is None where there is none.

    `moved` says that it stands elsewhere, in its answer or in another one; of those that only stand later because
    others came before them it is not said. `others` are the ids of points: those of whose words an added one was
    made, or those into which the words of a removed one went.
    """

    old: Entry | None
    new: Entry | None
    fields: tuple[FieldChange, ...] = ()
    moved: bool = False
    others: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """Whether it was added, removed or changed."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def entry(self) -> Entry:
        """The part as it is now, or as it was where it is gone."""
        if entry := self.new or self.old:
            return entry
        raise ValueError("a change has an old entry or a new one")

    @property
    def is_renamed(self) -> bool:
        """Whether it has another id."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id

    @property
    def is_elsewhere(self) -> bool:
        """Whether it answers another question."""
        return self.old is not None and self.new is not None and self.old.question != self.new.question


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two briefs, or what a brief says that was added or removed as a whole.

    `old` and `new` are their names, empty where there is none; `changes` stand in the order of the file: the head,
    question by question what became of the answer and its points, then what comes after them.
    """

    old: str
    new: str
    title: str
    questions: QuestionSet
    changes: tuple[EntryChange, ...]

    @property
    def name(self) -> str:
        """The name of the brief as it is now, or as it was where it is gone."""
        return self.new or self.old

    def of_question(self, key: str) -> tuple[EntryChange, ...]:
        """Return what has changed in the answer to a question."""
        return tuple(change for change in self.changes if change.entry.question == key)
