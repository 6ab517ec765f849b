"""What was asked of a comparison, and the matrix that answers it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point, Volume
from briefkit.format.questions import Question, QuestionSet


@dataclass(frozen=True)
class Asked:
    """The briefs to compare, and what of them."""

    files: tuple[ParsedBrief, ...]
    by: str = "question"
    """`question`, `theme` or `actor`."""
    only_questions: tuple[Question, ...] = ()
    """The only questions to show; empty for all."""
    themes: tuple[str, ...] = ()
    """Ids of the only themes to show; empty for all."""
    only: str = ""
    """`shared`, `distinct`, `gaps` or empty for all rows."""
    detail: bool = False
    transpose: bool = False
    in_book: bool = False
    """Whether the comparison stands in one document with the briefs."""

    @cached_property
    def briefs(self) -> tuple[Brief, ...]:
        """The briefs to compare."""
        return tuple(file.brief for file in self.files if file.brief)

    @property
    def volume(self) -> Volume | None:
        """The volume around them."""
        return self.files[0].volume if self.files else None

    @property
    def question_set(self) -> QuestionSet:
        """The questions that the briefs answer."""
        return self.files[0].questions

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions to show."""
        return self.only_questions or self.question_set.questions

    @cached_property
    def names(self) -> list[str]:
        """What the briefs are called: as their set says, by partner, or their file's name where partners repeat."""
        partners = [brief.called for brief in self.briefs]
        return partners if len(set(partners)) == len(partners) else [brief.name for brief in self.briefs]

    @cached_property
    def asking(self) -> Mapping[str, set[str]]:
        """The questions under which the briefs have points, by theme; also those that were not asked for."""
        found: dict[str, set[str]] = {}
        for brief in self.briefs:
            for point in brief.points:
                for theme in point.themes:
                    found.setdefault(theme, set()).add(point.question.key)
        return found

    def points(self, brief: Brief) -> Iterator[Point]:
        """Yield the points of a brief that were asked for, by question and theme."""
        for question in self.questions:
            for point in brief.answer(question.key).points:
                if not self.themes or not set(self.themes).isdisjoint(point.themes):
                    yield point


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of the matrix: its name, and for each brief the points that belong there.

    `leads` are paragraphs that stand before the points, a tuple a brief; `note` says more about the row's name.
    """

    key: str
    name: str
    cells: tuple[tuple[Point, ...], ...]
    note: str = ""
    leads: tuple[b.Blocks, ...] = ()

    @property
    def covered(self) -> int:
        """The number of briefs that have something in this row."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows, and the field under which a record names its row; empty when the point itself says it."""

    rows: Sequence[MatrixRow]
    row_field: str = ""
    before: b.Blocks = field(default=())
    """What stands before the matrix."""
