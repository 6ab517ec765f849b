"""The contract of what can be listed: its records, its columns, the filters that fit."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.format.questions import BY_KEY, QUESTIONS
from briefkit.source.draft import Json
from briefkit.text.suggest import unknown
from briefkit.views.listing.selection import Selection
from briefkit.views.view import Record

Show: TypeAlias = Callable[[Record, Selection], b.Blocks]


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is headed, filled, sorted and set; what is not given follows from the field of its name.

    `show` returns the blocks of a cell, `key` what is sorted by. A `number` stands at the right, and nothing in place
    of 0; a `fixed` column does not wrap; `weight` is its share of the width.
    """

    title: str = ""
    show: Show | None = None
    key: Callable[[Record], Json] | None = None
    number: bool = False
    fixed: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Listing:
    """Something that can be listed. The first field of a record is what it is called, unless it is a point."""

    name: str
    """As on the command line: `us-cooperation`."""
    kind: str
    """What its records are: `points`."""
    records: Callable[[Selection], Iterable[Record]]
    fields: tuple[str, ...]
    """The fields of every record, in order."""
    filters: tuple[str, ...]
    """The filters that say something about it."""
    narrow: str
    """Default columns where a page has a width, with commas between them; `a+b` puts b below a."""
    wide: str
    """Default columns where a line may be of any length."""
    columns: Mapping[str, Column] = field(default_factory=dict)
    """Columns that are more than a field."""
    per_brief: Callable[[str], Column] | None = None
    """The column for the counts of one brief, if there are such counts."""
    legend: Callable[[Selection, Collection[str]], str] | None = None
    """What stands below a table with these columns."""

    @property
    def title(self) -> str:
        """The heading of the list."""
        return in_words(self.name.replace("-", "_"))

    def all_columns(self, selection: Selection | None = None) -> dict[str, Column]:
        """Return the columns by name: the fields, what follows from them, and one a brief where briefs have counts."""
        names = dict.fromkeys([*self.fields, *self.columns])
        known = {name: self.columns.get(name, Column()) for name in names}
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
    """Return the name of a field or of a question as a heading."""
    return BY_KEY[name].name if name in BY_KEY else name.replace("_", " ").capitalize()


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


def question_columns() -> dict[str, Column]:
    """Return the columns with a count for each question, headed by its letter."""
    return {question.key: Column(question.letter, number=True) for question in QUESTIONS}


def legend_of_questions(_: Selection, columns: Collection[str]) -> str:
    """Say what the letters stand for that head the columns of questions."""
    return ", ".join(f"{question.letter} {question.name}" for question in QUESTIONS if question.key in columns)


def count_of(brief: str) -> Column:
    """Return the column of one brief in records that have a count for each, in the field `briefs`."""

    def count(record: Record) -> Json:
        counts = record["briefs"]
        return counts.get(brief) if isinstance(counts, dict) else None

    return Column(brief, lambda record, _: cell(words(count(record))), count, number=True)
