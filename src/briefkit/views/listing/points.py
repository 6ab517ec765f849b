"""The points of a question: goals, context, challenges, cooperation, and recommendations as a tracker."""

from collections.abc import Iterator

from briefkit.document import blocks as b
from briefkit.format.questions import BY_KEY, QUESTIONS, Question
from briefkit.source.draft import Json
from briefkit.views.listing.column import Column, Listing, cell, lines, styled
from briefkit.views.listing.selection import Selection
from briefkit.views.view import HORIZONS, STANCES, Record, date_words, point_record, theme_name

FIELDS = (
    "brief",
    "question",
    "id",
    "label",
    "statement",
    "stance",
    "themes",
    "addresses",
    "obstructs",
    "actors",
    "horizon",
    "deadline",
    "file",
    "line",
)


STANCE_MARKS: dict[str, tuple[str, b.Role]] = {
    "does-not-help": ("caution", "caution"),
    "conditional": ("under conditions", "muted"),
}
"""What stands before a cooperation point that does not simply help, and its role."""


def when(record: Record) -> str:
    """Return horizon and deadline in words."""
    horizon, deadline = record["horizon"], record["deadline"]
    return ", ".join(
        filter(None, (HORIZONS.get(str(horizon)), f"by {date_words(str(deadline))}" if deadline else None))
    )


def _records(selection: Selection, question: Question) -> Iterator[Record]:
    return (point_record(brief, point) for brief, point in selection.points() if point.question == question.key)


def _name(record: Record) -> str:
    return f"{record['brief']}:{record['label']}"


def _place(record: Record) -> str:
    return f"{record['file']}:{record['line']}"


def _statement(record: Record, _: Selection) -> b.Blocks:
    mark: b.Inlines = ()
    if known := STANCE_MARKS.get(str(record["stance"])):
        mark = (b.Styled((b.Text(f"{known[0]}: "),), known[1]),)
    return (b.Paragraph((*mark, *b.text(str(record["statement"])))),)


def _themes(record: Record, selection: Selection) -> b.Blocks:
    return cell(b.text(", ".join(theme_name(selection.volume, theme) for theme in _list(record["themes"]))))


def _labels(field: str) -> Column:
    """Return a column that shows links as labels, which are short; records have the ids, which are stable."""

    def show(record: Record, selection: Selection) -> b.Blocks:
        points = selection.briefs[str(record["brief"])].by_id
        linked = [points[id_].label if id_ in points else id_ for id_ in _list(record[field])]
        return cell(b.text(" ".join(linked)))

    return Column(show=show)


def _list(value: Json) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _rank(names: dict[str, str], field: str) -> Column:
    """Return a column of a closed vocabulary: shown in words, sorted in the order of the vocabulary."""
    order = {name: i for i, name in enumerate(names, 1)}
    return Column(
        show=lambda record, _: cell(b.text(names.get(str(record[field]), ""))),
        key=lambda record: order.get(str(record[field])),
    )


def _urgency(record: Record) -> Json:
    """Return what `when` sorts by: deadlines first, then horizons from the nearest to the farthest."""
    horizon = record["horizon"]
    return record["deadline"] or (["9999", list(HORIZONS).index(str(horizon))] if horizon else None)


def _kind(slug: str, narrow: str, wide: str) -> Listing:
    question = next(question for question in QUESTIONS if question.slug == slug)
    who = ("actor",) if slug == "recommendations" else ()
    return Listing(
        name=slug,
        kind="points",
        records=lambda selection: _records(selection, question),
        fields=FIELDS,
        filters=("brief", "theme", *who, "author"),
        narrow=narrow,
        wide=wide,
        columns={
            "point": Column(show=lambda record, _: styled(_name(record), "label"), fixed=True),
            "question": Column(show=lambda record, _: cell(b.text(BY_KEY[str(record["question"])].name))),
            "label": Column(show=lambda record, _: styled(record["label"], "label"), fixed=True),
            "statement": Column(question.point.capitalize(), show=_statement, weight=3),
            "stance": _rank(STANCES, "stance"),
            "themes": Column(show=_themes, weight=2),
            "actors": Column(show=lambda record, _: cell(lines(_list(record["actors"]), ",")), weight=2),
            "addresses": _labels("addresses"),
            "obstructs": _labels("obstructs"),
            "horizon": _rank(HORIZONS, "horizon"),
            "when": Column(show=lambda record, _: cell(b.text(when(record))), key=_urgency),
            "line": Column(number=True),
            "place": Column(show=lambda record, _: cell(b.text(_place(record))), fixed=True),
        },
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
