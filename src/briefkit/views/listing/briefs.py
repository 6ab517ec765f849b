"""The briefs at a glance, unfinished ones too: what is answered, how long it is, what the checks found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefkit.document import blocks as b
from briefkit.document import prose
from briefkit.format.questions import QUESTIONS
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from briefkit.text.words import count_words, unfinished
from briefkit.views.listing.column import (
    Column,
    Listing,
    cell,
    count_of_questions,
    legend_of_questions,
    styled,
    words,
)
from briefkit.views.listing.selection import File, Selection, entries

STATE = (
    "answered",
    *(question.key for question in QUESTIONS),
    "words",
    "errors",
    "warnings",
    "infos",
    "waived",
    "todos",
)
"""How far a brief has come: questions answered, points of each, words, findings, marks of unfinished work."""


@dataclass(frozen=True)
class BriefRow:
    """A brief's file, finished or not, with what was found in it."""

    file: File
    selection: Selection

    @property
    def data(self) -> Mapping[str, Json]:
        """What the file says."""
        return self.file.data

    @cached_property
    def answered(self) -> int:
        """The number of questions that it answers."""
        return sum(_is_answered(self.data, question.key) for question in QUESTIONS)

    @cached_property
    def words(self) -> int:
        """The number of words that a reader reads."""
        return sum(count_words(prose.parse(text).masked) for text in _texts(self.data))

    @cached_property
    def todos(self) -> int:
        """The number of marks of unfinished work."""
        return sum(1 for text in _strings(self.data) for _ in unfinished(text))

    def found(self, severity: Severity) -> int:
        """Return the number of findings of a severity that stand."""
        return self.selection.findings.standing[self.file.shown, severity]

    @property
    def waived(self) -> int:
        """The number of findings that a waiver accepts."""
        return self.selection.findings.waived[self.file.shown]


def _rows(selection: Selection) -> Iterator[BriefRow]:
    return (BriefRow(file, selection) for file in selection.files if selection.has(file))


def _text(value: Json) -> str | None:
    return b.clean(str(value)).strip() or None if isinstance(value, (str, int)) else None


def _is_answered(data: Mapping[str, Json], question: str) -> bool:
    """Tell whether a draft answers a question: at least one statement has no mark of unfinished work."""
    statements = [point.get("statement") for point in entries(data, question)]
    return any(isinstance(text, str) and text.strip() and not any(unfinished(text)) for text in statements)


TEXTS = ("because", "overview", "statement", "detail")
"""What an answer and its points say, by field."""


def _texts(data: Mapping[str, Json]) -> Iterator[str]:
    """Yield what a reader of the brief reads: the summary and the answers."""
    if isinstance(summary := data.get("summary"), str):
        yield summary
    for question in QUESTIONS:
        answer = data.get(question.key)
        for part in (answer if isinstance(answer, dict) else {}, *entries(data, question.key)):
            yield from (text for key in TEXTS if isinstance(text := part.get(key), str))


def _strings(data: Mapping[str, Json]) -> Iterator[str]:
    """Yield every text anywhere in a draft."""
    stack = [*data.values()]
    while stack:
        match stack.pop():
            case str(text):
                yield text
            case dict(parts):
                stack += parts.values()
            case list(parts):
                stack += parts
            case _:
                pass


def _answered(row: BriefRow) -> b.Blocks:
    text = f"{row.answered}/{len(QUESTIONS)}"
    return cell(b.text(text)) if row.answered == len(QUESTIONS) else styled(text, "warning")


def _named(key: str) -> Column[BriefRow]:
    """Return the column of a text of the file's head."""
    return Column(lambda row: _text(row.data.get(key)))


def _findings(severity: Severity, title: str, role: b.Role) -> Column[BriefRow]:
    """Return the column with the number of findings of a severity."""
    return Column(lambda row: row.found(severity), lambda row: styled(row.found(severity), role), title, number=True)


def _families(row: BriefRow) -> b.Blocks:
    """Show authors by their last names: a table of many columns has no room for more."""
    names = (b.clean(name).split() for name in row.file.authors)
    return cell(words([name[-1] for name in names if name]))


LISTINGS: tuple[Listing[BriefRow], ...] = (
    Listing(
        name="briefs",
        kind="briefs",
        rows=_rows,
        columns={
            "brief": Column(lambda row: row.file.name, lambda row: styled(row.file.name, "label"), fixed=True),
            "title": _named("title"),
            "subject": _named("subject"),
            "partner": _named("partner"),
            "authors": Column(lambda row: [*map(b.clean, row.file.authors)]),
            "date": _named("date"),
            "answered": Column(lambda row: row.answered, _answered, "Done", number=True),
            **count_of_questions(lambda row, question: len(entries(row.data, question))),
            "words": Column(lambda row: row.words, number=True),
            "errors": _findings(Severity.ERROR, "Err", "error"),
            "warnings": _findings(Severity.WARNING, "Warn", "warning"),
            "infos": _findings(Severity.INFO, "Info", "info"),
            "waived": Column(lambda row: row.waived, lambda row: styled(row.waived, "waived"), "Waived", number=True),
            "todos": Column(lambda row: row.todos, lambda row: styled(row.todos, "warning"), "Todo", number=True),
            "themes": Column(lambda row: [*map(b.clean, row.file.themes)]),
            "actors": Column(lambda row: [*map(b.clean, row.file.actors)]),
            "file": Column(lambda row: row.file.shown),
            "by": Column(show=_families, title="By"),
        },
        filters=("brief", "theme", "actor", "author"),
        narrow=",".join(("brief", "by", *STATE)),
        wide=",".join(("brief", "title", "authors", "date", *STATE)),
        legend=legend_of_questions,
    ),
)
