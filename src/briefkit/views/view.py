"""The contract of views: a document for people and rows for machines, from briefs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from briefkit.document import blocks as b
from briefkit.format.model import Answer, Brief, Point, Volume
from briefkit.text.dates import parse_date
from briefkit.views.rows import Record, Rows

if TYPE_CHECKING:  # few views have one
    from briefkit.views.graph import Graph

EMPTY = "—"
"""What stands in a cell that has nothing to say."""


@dataclass(frozen=True)
class View:
    """What a command shows. `document` is ready for a writer, `rows` are what machines read; few views have a graph.

    `make` builds the document, which machines do not need. `remarks` say what the reader should know about the reach
    of the view, a line each.
    """

    make: Callable[[], b.Document]
    rows: Rows[object]
    graph: "Graph | None" = None
    remarks: tuple[str, ...] = ()

    @cached_property
    def document(self) -> b.Document:
        """What people read."""
        return self.make()

    @property
    def records(self) -> tuple[Record, ...]:
        """A record for each row."""
        return self.rows.records


HORIZONS = {
    "immediate": "immediate",
    "short-term": "short term",
    "medium-term": "medium term",
    "long-term": "long term",
    "ongoing": "ongoing",
}


def labeled(point: Point) -> b.Paragraph:
    """Return a point as its label and statement."""
    children: b.Inlines = (b.Styled(b.text(point.label), "label"), b.Text(" "), *b.text(point.statement))
    if point.covers_nothing:
        children = (*children[:2], b.Styled(b.text(f"{point_stance(point)}: "), "caution"), *children[2:])
    return b.Paragraph(children, "statement")


def point_stance(point: Point) -> str:
    """Return the verdict of a point in words; empty for what is taken for granted."""
    verdict = point.question.verdict
    if not verdict or point.stance in ("", verdict.default):
        return ""
    return verdict.point[point.stance].name


def answer_stance(answer: Answer) -> str:
    """Return the verdict of an answer in words; empty where the question asks for none."""
    verdict = answer.question.verdict
    return verdict.answer[answer.stance].name if verdict and answer.stance else ""


def theme_name(volume: Volume | None, theme: str) -> str:
    """Return the name of a theme as the volume prints it, else its id in words."""
    known = volume.themes.get(theme) if volume else None
    return known.name if known else theme.replace("-", " ")


def date_words(date: str) -> str:
    """Return a date of a brief in words: `March 2015`."""
    return parse_date(date).words() if date else ""


def when(horizon: str, deadline: str) -> str:
    """Return by when something is to be done, in words: `short term, by December 2015`."""
    return ", ".join(filter(None, (HORIZONS.get(horizon), f"by {date_words(deadline)}" if deadline else "")))


def family_names(brief: Brief) -> str:
    """Return the authors' last names: `Satake`, `Satake and Asano`, `Satake et al.`."""
    names = [person.name.split()[-1] for person in brief.authors]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)


def contents(anchor: str, scope: Literal["document", "chapter"]) -> b.Contents:
    """Return contents: those of a document list its chapters on a screen, too, those of a chapter only in print."""
    whole = scope == "document"
    return b.Contents(b.text("Contents"), anchor, scope, in_print=1 if whole else 2, on_screen=1 if whole else 0)


def headline(brief: Brief) -> str:
    """Return title and subtitle as one line."""
    return f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title


def meta(brief: Brief) -> b.Meta:
    """Return what a document of one brief says of itself."""
    return b.Meta(
        title=b.clean(brief.title),
        subtitle=b.clean(brief.subtitle),
        authors=tuple(b.clean(person.name) for person in brief.authors),
        date=brief.date,
        language=brief.language,
    )
