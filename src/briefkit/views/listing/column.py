"""The contract of what can be listed: its rows, its columns, the filters that fit."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefkit.document import blocks as b
from briefkit.format.questions import Question, QuestionSet
from briefkit.source.draft import Json
from briefkit.text.suggest import unknown
from briefkit.views.listing.selection import Selection
from briefkit.views.rows import Fields, R_co, Rows

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Column(Generic[R_contra]):
    """How a column is filled, headed, sorted and set. One with a `value` is a field of the record, too.

    `value` is for machines, `show` for people: the blocks of a cell; without it the value in words. Sorted is by
    `key`, else by the value, else by what is shown. A `number` stands at the right, and nothing in place of 0; a
    `fixed` column does not wrap; `weight` is its share of the width.
    """

    value: Callable[[R_contra], Json] | None = None
    show: Callable[[R_contra], b.Blocks] | None = None
    title: str = ""
    key: Callable[[R_contra], Json] | None = None
    number: bool = False
    fixed: bool = False
    weight: float = 1.0

    def shown(self, row: R_contra) -> b.Blocks:
        """Return the blocks of a cell."""
        if self.show:
            return self.show(row)
        return cell(words(self.value(row))) if self.value else ()


@dataclass(frozen=True, slots=True)
class Listing(Generic[R_co]):
    """Something that can be listed. Its rows and columns are of one type, which does not matter to who lists them."""

    name: str
    """As on the command line: `us-cooperation`."""
    kind: str
    """What its records are: `points`."""
    rows: Callable[[Selection], Iterable[R_co]]
    columns: Mapping[str, Column[R_co]]
    """By name: the fields of a record in their order, then what is only shown."""
    filters: tuple[str, ...]
    """The filters that say something about it."""
    narrow: str
    """Default columns where a page has a width, with commas between them; `a+b` puts b below a."""
    wide: str
    """Default columns where a line may be of any length."""
    row_name: Callable[[R_co], str] | None = None
    """What scripts call a row, if not by its first field."""
    per_brief: Callable[[str], Column[R_co]] | None = None
    """The column for the counts of one brief, if there are such counts."""
    legend: Callable[[Selection, Collection[str]], str] | None = None
    """What stands below a table with these columns."""
    heading: str = ""
    """The heading of the list, if it is not its name."""

    @property
    def title(self) -> str:
        """The heading of the list."""
        return self.heading or in_words(self.name.replace("-", "_"))

    @property
    def fields(self) -> Fields[R_co]:
        """The fields of a record, in order."""
        return {name: column.value for name, column in self.columns.items() if column.value}

    def found(self, rows: Iterable[R_co]) -> Rows[R_co]:
        """Return rows with their fields."""
        return Rows(self.kind, self.fields, tuple(rows), self.row_name)

    def all_columns(self, selection: Selection | None = None) -> dict[str, Column[R_co]]:
        """Return the columns by name, and one a brief where briefs have counts."""
        known = dict(self.columns)
        if selection and self.per_brief:
            known |= {name: self.per_brief(name) for name in selection.briefs if name not in known}
        return known

    def find_column(self, written: str, selection: Selection) -> str:
        """Return the column of a name or a heading, in any case. Raises UsageError, with did-you-mean, if unknown."""
        known = self.all_columns(selection)
        names = {column.title.casefold(): name for name, column in known.items() if column.title}
        names |= {name.casefold(): name for name in known}
        plain = written.strip().casefold()
        for spelling in (plain, plain.replace("-", "_").replace(" ", "_")):
            if spelling in names:
                return names[spelling]
        see = f"columns of {self.name}: {', '.join(known)}"
        raise unknown("column", written.strip(), list(known), shown=[], see=see)


def in_words(name: str) -> str:
    """Return the name of a field as a heading."""
    return name.replace("_", " ").capitalize()


def words(value: Json) -> b.Inlines:
    """Return a value in words: nothing for none and 0, lists with commas, counts by name."""
    match value:
        case None | 0:
            return ()
        case list():
            return b.text(", ".join(map(str, value)))
        case dict():
            return b.text(", ".join(f"{name} {count}" for name, count in value.items() if count))
        case _:
            return b.text(str(value))


def lines(texts: Iterable[str], mark: str) -> b.Inlines:
    """Return texts on a line each, with a mark between them for formats in which cells have no lines."""
    inlines: list[b.Inline] = []
    for text in texts:
        inlines += [b.Text(mark), b.LineBreak()] if inlines else []
        inlines += b.text(text)
    return tuple(inlines)


def cell(inlines: b.Inlines) -> b.Blocks:
    """Return the blocks of a cell with one paragraph, none where it has nothing to say."""
    return (b.Paragraph(inlines),) if inlines else ()


def styled(value: Json, role: b.Role) -> b.Blocks:
    """Return the blocks of a cell whose words have a meaning."""
    inlines = words(value)
    return cell((b.Styled(inlines, role),) if inlines else ())


def count_of_questions(questions: QuestionSet, count: Callable[[R, Question], int]) -> dict[str, Column[R]]:
    """Return a column for each question, headed by its letter."""
    return {question.key: _count_of_question(question, count) for question in questions.questions}


def _count_of_question(question: Question, count: Callable[[R, Question], int]) -> Column[R]:
    return Column(lambda row: count(row, question), title=question.letter, number=True)


def legend_of_questions(selection: Selection, columns: Collection[str]) -> str:
    """Say what the letters stand for that head the columns of questions."""
    questions = selection.library.questions.questions
    return ", ".join(f"{question.letter} {question.name}" for question in questions if question.key in columns)


def count_of_brief(counts: Callable[[R], Mapping[str, int]]) -> Callable[[str], Column[R]]:
    """Return what makes the column of one brief, in rows that have a count for each."""
    return lambda brief: Column(lambda row: counts(row).get(brief), title=brief, number=True)
