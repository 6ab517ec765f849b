"""Tables of points: readable as they are; the script of the site sorts and filters them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.publish.web.anchors import identifier
from briefkit.publish.web.markup import attributes, element, escaped
from briefkit.text.english import capital
from briefkit.views.rows import PointRow
from briefkit.views.view import HORIZONS, point_stance, theme_name, when

SUFFIX = ".html"


class Column(NamedTuple):
    """A column: its head, its class, what a cell shows, as HTML, and by what it is sorted, else its text."""

    head: str
    kind: str
    show: Callable[[PointRow], str]
    key: Callable[[PointRow], str] | None = None


class Filter(NamedTuple):
    """A choice of rows: how it is called, in the address and for people, and its values, each with its name."""

    key: str
    name: str
    values: tuple[tuple[str, str], ...]
    of: Callable[[PointRow], Sequence[str]]


def address(row: PointRow) -> str:
    """Return the lasting address of a point, from any page of the site: it has the id, which stays, not the label."""
    return f"{page_of(row.brief.name)}#{identifier(f'{row.brief.name}-{row.point.id}')}"


def page_of(brief: str) -> str:
    """Return the address of the page of a brief, from any page of the site."""
    return f"{quote(brief, errors='replace', safe='')}{SUFFIX}"


def plain(text: str) -> str:
    """Return a text as all writers set it."""
    return b.plain(b.text(text))


def _label(row: PointRow) -> str:
    return element("a", escaped(row.point.label), class_="label", href=address(row))


def _statement(row: PointRow) -> str:
    words = point_stance(row.point)
    role = "caution" if row.point.covers_nothing else "muted"
    mark = element("span", f"{escaped(words)}: ", class_=role) if words else ""
    return mark + element("a", escaped(plain(row.point.statement)), href=address(row))


def _themes(row: PointRow) -> str:
    return escaped(plain(", ".join(theme_name(row.volume, theme) for theme in row.point.themes)))


def when_key(row: PointRow) -> str:
    """Return by what a point is sorted in time: its deadline, then its horizon."""
    order = list(HORIZONS)
    horizon = order.index(row.point.horizon) if row.point.horizon in order else len(order)
    return f"{row.point.deadline or '9999'} {horizon}"


POINT = Column("Point", "point", _label, lambda row: f"{row.point.question.number:03} {row.point.number:04}")
STATEMENT = Column("What it says", "says", _statement, lambda row: row.point.statement)
THEMES = Column("Themes", "themes", _themes)
ACTORS = Column("Who", "who", lambda row: escaped(", ".join(row.point.actors)))
WHEN = Column("By when", "when", lambda row: escaped(when(row.point.horizon, row.point.deadline)), when_key)


def brief_column(names: Mapping[str, str]) -> Column:
    """Return the column of briefs, which `names` says how to call."""
    return Column(
        "Brief", "brief", lambda row: element("a", escaped(names[row.brief.name]), href=page_of(row.brief.name))
    )


def filters(rows: Sequence[PointRow], names: Mapping[str, str]) -> list[Filter]:
    """Return the choices that part these rows; `names` says how the briefs are called."""
    actors = sorted({actor for row in rows for actor in row.point.actors}, key=str.casefold)
    themes = dict.fromkeys(theme for row in rows for theme in row.point.themes)
    named = {theme: theme_name(row.volume, theme) for row in rows for theme in row.point.themes}
    order = sorted(themes, key=lambda theme: named[theme].casefold())
    questions = {row.point.question.key: row.point.question.name for row in rows}
    briefs = {row.brief.name: names[row.brief.name] for row in rows}
    used = {row.point.horizon for row in rows}
    found = [
        Filter("brief", "Brief", tuple(briefs.items()), lambda row: [row.brief.name]),
        Filter("question", "Question", tuple(questions.items()), lambda row: [row.point.question.key]),
        Filter("theme", "Theme", tuple((theme, named[theme]) for theme in order), lambda row: row.point.themes),
        Filter("actor", "Who", tuple((actor, actor) for actor in actors), lambda row: row.point.actors),
        Filter(
            "horizon",
            "By when",
            tuple((key, capital(name)) for key, name in HORIZONS.items() if key in used),
            lambda row: [row.point.horizon],
        ),
    ]
    return [one for one in found if len(one.values) > 1]


def form(choices: Iterable[Filter]) -> str:
    """Return the controls, which only the script shows."""
    search = '<label>Search <input type="search" name="q" autocomplete="off"></label>'
    selects = "".join(_select(one) for one in choices)
    end = '<button type="reset">Clear</button><output aria-live="polite"></output>'
    return f'<form class="filters" hidden role="search" aria-label="Filter the points">{search}{selects}{end}</form>'


def _select(one: Filter) -> str:
    options = "".join(element("option", escaped(name), value=value) for value, name in one.values)
    return (
        f'<label>{escaped(one.name)} <select name="{one.key}"><option value="">any</option>{options}</select></label>'
    )


def table(rows: Sequence[PointRow], columns: Sequence[Column], choices: Sequence[Filter], name: str) -> str:
    """Return the rows as a table that its `name` is told of."""
    heads = "".join(
        element("th", escaped(column.head), scope="col", role="columnheader", class_=column.kind) for column in columns
    )
    body = "\n".join(_row(row, columns, choices) for row in rows)
    head = f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
    label = attributes(aria_label=name)
    return f'<table class="points" role="table"{label}>{head}\n<tbody role="rowgroup">\n{body}\n</tbody></table>'


def _row(row: PointRow, columns: Sequence[Column], choices: Sequence[Filter]) -> str:
    data = "".join(f' data-{one.key}="{_lines(one.of(row))}"' for one in choices if any(one.of(row)))
    cells = "".join(_cell(row, column, is_head=i == 0) for i, column in enumerate(columns))
    return f'<tr role="row"{data}>{cells}</tr>'


def _lines(values: Iterable[str]) -> str:
    """Return values for an attribute, one a line: any other sign may stand in a name."""
    return "\n".join(map(escaped, values))


def _cell(row: PointRow, column: Column, *, is_head: bool) -> str:
    shown = column.show(row)
    key = column.key(row) if column.key else None
    if is_head:
        return element("th", shown, scope="row", role="rowheader", data_key=key)
    return element("td", shown, role="cell", data_label=column.head, data_key=key, class_=None if shown else "empty")
