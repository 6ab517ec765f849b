"""The points of a question: goals, context, challenges, cooperation, and recommendations as a tracker."""

from collections.abc import Callable, Iterator, Sequence

from briefkit.document import blocks as b
from briefkit.format.model import Point
from briefkit.format.questions import BY_KEY, QUESTIONS, Question
from briefkit.source.draft import Json
from briefkit.views.listing.column import Column, Listing, cell, lines, styled
from briefkit.views.listing.selection import Selection
from briefkit.views.rows import POINT_FIELDS, PointRow
from briefkit.views.view import HORIZONS, STANCES, theme_name, when

STANCE_MARKS: dict[str, tuple[str, b.Role]] = {
    "does-not-help": ("caution", "caution"),
    "conditional": ("under conditions", "muted"),
}
"""What stands before a cooperation point that does not simply help, and its role."""


def _rows(selection: Selection, question: Question) -> Iterator[PointRow]:
    return (row for row in selection.points() if row.point.question == question.key)


def _statement(row: PointRow) -> b.Blocks:
    mark: b.Inlines = ()
    if known := STANCE_MARKS.get(row.point.stance):
        mark = (b.Styled((b.Text(f"{known[0]}: "),), known[1]),)
    return (b.Paragraph((*mark, *b.text(row.point.statement))),)


def _themes(row: PointRow) -> b.Blocks:
    return cell(b.text(", ".join(theme_name(row.volume, theme) for theme in row.point.themes)))


def _labels(targets: Callable[[Point], Sequence[str]]) -> Callable[[PointRow], b.Blocks]:
    """Return what shows links as labels, which are short; records have the ids, which are stable."""

    def show(row: PointRow) -> b.Blocks:
        points = row.brief.by_id
        return cell(b.text(" ".join(points[id_].label if id_ in points else id_ for id_ in targets(row.point))))

    return show


def _rank(words: dict[str, str], term: Callable[[Point], str], name: str) -> Column[PointRow]:
    """Return a column of a closed vocabulary: shown in words, sorted in the order of the vocabulary."""
    order = {known: i for i, known in enumerate(words, 1)}
    return Column(
        POINT_FIELDS[name],
        lambda row: cell(b.text(words.get(term(row.point), ""))),
        key=lambda row: order.get(term(row.point)),
    )


def _urgency(row: PointRow) -> Json:
    """Return what `when` sorts by: deadlines first, then horizons from the nearest to the farthest."""
    horizon = row.point.horizon
    return row.point.deadline or (["9999", list(HORIZONS).index(horizon)] if horizon else None)


def _place(row: PointRow) -> str:
    return f"{row.point.place.file}:{row.point.place.line}"


def _columns(statement: str) -> dict[str, Column[PointRow]]:
    """Return the columns of points; `statement` is the heading of what they say."""
    value = POINT_FIELDS
    shown: dict[str, Column[PointRow]] = {
        "question": Column(value["question"], lambda row: cell(b.text(BY_KEY[row.point.question].name))),
        "label": Column(value["label"], lambda row: styled(row.point.label, "label"), fixed=True),
        "statement": Column(value["statement"], _statement, statement, weight=3),
        "stance": _rank(STANCES, lambda point: point.stance, "stance"),
        "themes": Column(value["themes"], _themes, weight=2),
        "actors": Column(value["actors"], lambda row: cell(lines(row.point.actors, ",")), weight=2),
        "addresses": Column(value["addresses"], _labels(lambda point: point.addresses)),
        "obstructs": Column(value["obstructs"], _labels(lambda point: point.obstructs)),
        "horizon": _rank(HORIZONS, lambda point: point.horizon, "horizon"),
        "line": Column(value["line"], number=True),
    }
    return {
        **{name: shown.get(name, Column(field)) for name, field in value.items()},
        "point": Column(show=lambda row: styled(row.name, "label"), fixed=True),
        "when": Column(show=lambda row: cell(b.text(when(row.point.horizon, row.point.deadline))), key=_urgency),
        "place": Column(show=lambda row: cell(b.text(_place(row))), fixed=True),
    }


def _kind(slug: str, narrow: str, wide: str) -> Listing[PointRow]:
    question = next(question for question in QUESTIONS if question.slug == slug)
    who = ("actor",) if slug == "recommendations" else ()
    return Listing(
        name=slug,
        kind="points",
        rows=lambda selection: _rows(selection, question),
        columns=_columns(question.point.capitalize()),
        filters=("brief", "theme", *who, "author"),
        narrow=narrow,
        wide=wide,
        row_name=lambda row: row.name,
    )


LISTINGS = (
    _kind("goals", "point,statement+themes+place", "point,statement,themes,horizon,place"),
    _kind("context", "point,statement+themes+place", "point,statement,themes,place"),
    _kind("challenges", "point,statement+themes+place,obstructs", "point,statement,obstructs,themes,place"),
    _kind("us-cooperation", "point,statement+themes+place,addresses", "point,statement,stance,addresses,themes,place"),
    _kind(
        "recommendations",
        "point,statement+themes+place,actors,when,addresses",
        "point,statement,actors,horizon,deadline,addresses,themes,place",
    ),
)
