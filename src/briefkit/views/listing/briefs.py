"""The briefs at a glance, unfinished ones too: what is answered, how long it is, what the checks found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefkit.checks.summary import Head, Summary
from briefkit.document import blocks as b
from briefkit.format.questions import QUESTIONS
from briefkit.source.finding import Severity
from briefkit.views.listing.column import (
    Column,
    Listing,
    cell,
    count_of_questions,
    legend_of_questions,
    styled,
    words,
)
from briefkit.views.listing.selection import File, Selection

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
    def summary(self) -> Summary:
        """What is known of the file."""
        return self.file.summary or Summary(Head())

    def found(self, severity: Severity) -> int:
        """Return the number of findings of a severity that stand."""
        return self.selection.findings.standing[self.file.shown, severity]

    @property
    def waived(self) -> int:
        """The number of findings that a waiver accepts."""
        return self.selection.findings.waived[self.file.shown]


def _rows(selection: Selection) -> Iterator[BriefRow]:
    is_filtered = selection.themes or selection.actors
    files = (file for file in selection.files if not is_filtered or selection.has(file.head))
    return (BriefRow(file, selection) for file in files)


def _answered(row: BriefRow) -> b.Blocks:
    text = f"{row.summary.answered}/{len(QUESTIONS)}"
    return cell(b.text(text)) if row.summary.answered == len(QUESTIONS) else styled(text, "warning")


def _named(text: Callable[[Head], str | None]) -> Column[BriefRow]:
    """Return the column of a text of the file's head."""
    return Column(lambda row: text(row.summary.head))


_PLACES = {question.key: place for place, question in enumerate(QUESTIONS)}


def _points(row: BriefRow, question: str) -> int:
    return row.summary.points[_PLACES[question]] if row.summary.points else 0


def _findings(severity: Severity, title: str, role: b.Role) -> Column[BriefRow]:
    """Return the column with the number of findings of a severity."""
    return Column(lambda row: row.found(severity), lambda row: styled(row.found(severity), role), title, number=True)


def _todos(row: BriefRow) -> b.Blocks:
    return styled(row.summary.todos, "warning")


def _families(row: BriefRow) -> b.Blocks:
    """Show authors by their last names: a table of many columns has no room for more."""
    names = (b.clean(name).split() for name in row.summary.head.authors)
    return cell(words([name[-1] for name in names if name]))


LISTINGS: tuple[Listing[BriefRow], ...] = (
    Listing(
        name="briefs",
        kind="briefs",
        rows=_rows,
        columns={
            "brief": Column(lambda row: row.file.name, lambda row: styled(row.file.name, "label"), fixed=True),
            "title": _named(lambda head: head.title),
            "subject": _named(lambda head: head.subject),
            "partner": _named(lambda head: head.partner),
            "authors": Column(lambda row: [*map(b.clean, row.summary.head.authors)]),
            "date": _named(lambda head: head.date),
            "answered": Column(lambda row: row.summary.answered, _answered, "Done", number=True),
            **count_of_questions(_points),
            "words": Column(lambda row: row.summary.words, number=True),
            "errors": _findings(Severity.ERROR, "Err", "error"),
            "warnings": _findings(Severity.WARNING, "Warn", "warning"),
            "infos": _findings(Severity.INFO, "Info", "info"),
            "waived": Column(lambda row: row.waived, lambda row: styled(row.waived, "waived"), "Waived", number=True),
            "todos": Column(lambda row: row.summary.todos, _todos, "Todo", number=True),
            "themes": Column(lambda row: [*map(b.clean, row.summary.head.themes)]),
            "actors": Column(lambda row: [*map(b.clean, row.summary.head.actors)]),
            "file": Column(lambda row: row.file.shown),
            "by": Column(show=_families, title="By"),
        },
        filters=("brief", "theme", "actor", "author"),
        narrow=",".join(("brief", "by", *STATE)),
        wide=",".join(("brief", "title", "authors", "date", *STATE)),
        legend=legend_of_questions,
    ),
)
