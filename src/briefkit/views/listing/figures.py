"""The figures of the briefs: charts, tables and pictures, those that are lost, too."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.format.figure import Figure
from briefkit.format.model import Brief
from briefkit.format.questions import QuestionSet
from briefkit.views.listing.column import Column, Listing, styled
from briefkit.views.listing.selection import Selection


@dataclass(frozen=True, slots=True)
class FigureListed:
    """A figure with the brief that has it."""

    brief: Brief
    figure: Figure

    @property
    def point(self) -> str | None:
        """The label of the point that it belongs to; None for one of the brief as a whole."""
        point = self.brief.by_id.get(self.figure.at)
        return point.label if point else None

    @property
    def kind(self) -> str:
        """What it is: `bar`, `line`, `dot`, `table`, `image`, or `lost`."""
        return "lost" if self.figure.lost else self.figure.kind


def _rows(selection: Selection) -> Iterator[FigureListed]:
    return (FigureListed(brief, figure) for brief in selection.briefs.values() for figure in brief.figures)


_LISTINGS: tuple[Listing[FigureListed], ...] = (
    Listing(
        name="figures",
        kind="figures",
        rows=_rows,
        columns={
            "figure": Column(lambda row: row.figure.id, lambda row: styled(row.figure.id, "label")),
            "brief": Column(lambda row: row.brief.name),
            "number": Column(lambda row: row.figure.number, number=True),
            "kind": Column(lambda row: row.kind),
            "title": Column(lambda row: b.clean(row.figure.title), weight=2),
            "point": Column(lambda row: row.point),
            "picture": Column(lambda row: row.figure.file or None),
            "file": Column(lambda row: row.figure.place.file),
            "line": Column(lambda row: row.figure.place.line, number=True),
        },
        filters=("brief", "author"),
        narrow="figure,brief,kind,title,point",
        wide="figure,brief,number,kind,title,point",
        row_name=lambda row: f"{row.brief.name}:{row.figure.id}",
    ),
)


def listings(_: QuestionSet) -> tuple[Listing[FigureListed], ...]:
    """Return the list of figures."""
    return _LISTINGS
