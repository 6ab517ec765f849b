"""The points of a question, those that say who and by when as a tracker."""

from collections.abc import Callable, Iterator, Mapping

from briefkit.document import blocks as b
from briefkit.format.model import Point
from briefkit.format.order import fields_in_order
from briefkit.format.questions import LINKS, Choice, LinkKind, Question, QuestionSet
from briefkit.source.draft import Json
from briefkit.views.listing.column import Column, Listing, cell, lines, styled
from briefkit.views.listing.selection import Selection
from briefkit.views.rows import PointRow, point_fields
from briefkit.views.view import HORIZONS, point_stance, theme_name, when


def _rows(selection: Selection, question: Question) -> Iterator[PointRow]:
    return (row for row in selection.points() if row.point.question is question)


def _statement(row: PointRow) -> b.Blocks:
    mark: b.Inlines = ()
    if words := point_stance(row.point):
        role: b.Role = "caution" if row.point.covers_nothing else "muted"
        mark = (b.Styled(b.text(f"{words}: "), role),)
    return (b.Paragraph((*mark, *b.text(row.point.statement))),)


def _themes(row: PointRow) -> b.Blocks:
    return cell(b.text(", ".join(theme_name(row.volume, theme) for theme in row.point.themes)))


def _labels(kind: LinkKind) -> Callable[[PointRow], b.Blocks]:
    """Return what shows links as labels, which are short; records have the ids, which are stable."""

    def show(row: PointRow) -> b.Blocks:
        points = row.brief.by_id
        ids = row.point.linked(kind)
        return cell(b.text(" ".join(points[id_].label if id_ in points else id_ for id_ in ids)))

    return show


def _rank(
    words: Mapping[str, str], term: Callable[[Point], str], value: Callable[[PointRow], Json], title: str = ""
) -> Column[PointRow]:
    """Return a column of a closed vocabulary: shown in words, sorted in the order of the vocabulary."""
    order = {known: i for i, known in enumerate(words, 1)}
    return Column(
        value,
        lambda row: cell(b.text(words.get(term(row.point), ""))),
        title,
        key=lambda row: order.get(term(row.point)),
    )


def _chosen(key: str) -> Callable[[Point], str]:
    return lambda point: point.choices.get(key, "")


def _names(choices: Mapping[str, Choice]) -> dict[str, str]:
    return {key: choice.name for key, choice in choices.items()}


def _urgency(row: PointRow) -> Json:
    """Return what `when` sorts by: deadlines first, then horizons from the nearest to the farthest."""
    horizon = row.point.horizon
    return row.point.deadline or (["9999", list(HORIZONS).index(horizon)] if horizon else None)


def _place(row: PointRow) -> str:
    return f"{row.point.place.file}:{row.point.place.line}"


def _columns(question: Question, questions: QuestionSet) -> dict[str, Column[PointRow]]:
    """Return the columns of the points of a question."""
    value = point_fields(questions)
    shown: dict[str, Column[PointRow]] = {
        "question": Column(value["question"], lambda row: cell(b.text(row.point.question.name))),
        "label": Column(value["label"], lambda row: styled(row.point.label, "label"), fixed=True),
        "statement": Column(value["statement"], _statement, question.point.capitalize(), weight=3),
        "themes": Column(value["themes"], _themes, weight=2),
        "actors": Column(value["actors"], lambda row: cell(lines(row.point.actors, ",")), weight=2),
        "horizon": _rank(HORIZONS, lambda point: point.horizon, value["horizon"]),
        "line": Column(value["line"], number=True),
    }
    if question.verdict:
        stances = _names(question.verdict.point)
        shown["stance"] = _rank(stances, lambda point: point.stance, value["stance"])
    shown |= {kind: Column(value[kind], _labels(kind)) for kind in LINKS if kind in value}
    for key, field in questions.choices.items():
        shown[key] = _rank(_names(field.values), _chosen(key), value[key], field.name)
    return {
        **{name: shown.get(name, Column(field)) for name, field in value.items()},
        "point": Column(show=lambda row: styled(row.name, "label"), fixed=True),
        "when": Column(show=lambda row: cell(b.text(when(row.point.horizon, row.point.deadline))), key=_urgency),
        "place": Column(show=lambda row: cell(b.text(_place(row))), fixed=True),
    }


def _kind(question: Question, questions: QuestionSet) -> Listing[PointRow]:
    return Listing(
        name=question.slug,
        kind="points",
        rows=lambda selection: _rows(selection, question),
        columns=_columns(question, questions),
        filters=("brief", "theme", *(("actor",) if "actors" in question.fields else ()), "author"),
        narrow=",".join(_narrow(question, questions)),
        wide=",".join(_wide(question)),
        row_name=lambda row: row.name,
        heading=question.name,
    )


def _narrow(question: Question, questions: QuestionSet) -> Iterator[str]:
    yield from ("point", "statement+themes+place")
    if question.expected("actors"):
        yield "actors"
    if "deadline" in question.fields:
        yield "when"
    yield from (key for key in question.fields if key in questions.choices)
    yield from question.links


def _wide(question: Question) -> Iterator[str]:
    yield from ("point", "statement")
    if question.verdict and question.verdict.point:
        yield "stance"
    yield from fields_in_order(question)
    yield "place"


def listings(questions: QuestionSet) -> tuple[Listing[PointRow], ...]:
    """Return a list for each question."""
    return tuple(_kind(question, questions) for question in questions.questions)
