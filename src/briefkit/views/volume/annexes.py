"""Annexes: where each theme is spoken of, and who should do what by when."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefkit.checks import waivers
from briefkit.checks.ruleset import codes
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point, Volume
from briefkit.format.questions import Question
from briefkit.text.english import listed
from briefkit.views import editorial
from briefkit.views.view import EMPTY, when
from briefkit.views.volume.chapter import noted_by

_NOBODY = "point-without-actor"


def chapters(volume: Volume, briefs: Sequence[Brief]) -> tuple[b.Chapter, ...]:
    """Return the annexes, numbered; none that would be empty."""
    found = [*_themes(volume, briefs), *_tasks(volume, briefs)]
    return tuple(
        b.Chapter(anchor, blocks, title=b.text(f"Annex {i}: {title}"), short=b.text(title), role="annex")
        for i, (anchor, title, blocks) in enumerate(found, 1)
    )


def _themes(volume: Volume, briefs: Sequence[Brief]) -> Iterator[tuple[str, str, b.Blocks]]:
    used = {theme for brief in briefs for point in brief.points for theme in point.themes}
    if len(briefs) < 2 or not used:
        return
    names = {key: theme.name for key, theme in volume.themes.items() if key in used}
    names |= {key: key.replace("-", " ") for key in sorted(used - names.keys())}
    table = b.Table(
        columns=(b.ColumnHint(weight=1.5), *(b.ColumnHint() for _ in briefs), b.ColumnHint("right", fixed=True)),
        header=(_cell(()), *(_cell((_to_chapter(brief),)) for brief in briefs), _cell(b.text("All"))),
        groups=(b.RowGroup(tuple(_theme(key, name, briefs) for key, name in names.items())),),
        row_heads=True,
        corner=b.text("Theme"),
        dense=True,
    )
    lead = "The points of each brief that speak of a theme, and how many they are in all briefs together."
    yield "volume-themes", "Where the themes come up", (b.paragraph(lead), *_noted(volume, "themes"), table)


def _to_chapter(brief: Brief) -> b.CrossReference:
    return b.CrossReference(brief.name, b.text(brief.called))


def _theme(key: str, name: str, briefs: Sequence[Brief]) -> tuple[b.Cell, ...]:
    found = [[point for point in brief.points if key in point.themes] for brief in briefs]
    cells = [_cell(_labels(brief, points)) for brief, points in zip(briefs, found, strict=True)]
    return (_cell(b.text(name)), *cells, _cell(b.text(str(sum(map(len, found))))))


def _labels(brief: Brief, points: Sequence[Point]) -> b.Inlines:
    found: list[b.Inline] = []
    for point in points:
        found += [b.Text(" ")] if found else []
        found.append(b.CrossReference(f"{brief.name}-{point.id}", b.text(point.label), pageless=True))
    return tuple(found) or b.text(EMPTY)


def _tasks(volume: Volume, briefs: Sequence[Brief]) -> Iterator[tuple[str, str, b.Blocks]]:
    asking = [question for question in volume.questions.with_field("actors") if "deadline" in question.fields]
    tables = [table for question in asking for table in _task_table(volume, briefs, question)]
    if tables:
        lead = b.paragraph("What the briefs recommend, under those whom they ask to act.")
        yield f"volume-{asking[0].slug}", "Who should do what by when", (lead, *_noted(volume, "actors"), *tables)


def _task_table(volume: Volume, briefs: Sequence[Brief], question: Question) -> Iterator[b.Table]:
    tasks = [(brief, point) for brief in briefs for point in brief.answer(question.key).points]
    if not tasks:
        return
    known = list(volume.actors)
    order = {name: i for i, name in enumerate(known)}
    tasks.sort(key=lambda task: _rank(task[1], order))
    dated = sum(bool(point.horizon or point.deadline) for _, point in tasks) * 2 >= len(tasks)
    groups = [
        b.RowGroup(
            tuple(_task(brief, point, dated=dated) for brief, point in own),
            b.text(listed(who, "and") if who else "Nobody named"),
        )
        for who, own in groupby(tasks, key=lambda task: task[1].actors)
    ]
    titles = ("Point", question.point.capitalize(), *(("By when",) if dated else ()))
    yield b.Table(
        columns=(b.ColumnHint(fixed=True), b.ColumnHint(weight=3.0), *((b.ColumnHint(fixed=True),) if dated else ())),
        header=tuple(_cell(b.text(title)) for title in titles),
        groups=tuple(groups),
        dense=True,
    )


def _who(actors: Sequence[str]) -> str:
    return listed(actors, "and") if actors else "Nobody named"


def _rank(point: Point, order: dict[str, int]) -> tuple[bool, list[int], tuple[str, ...]]:
    """Return where the tasks of some actors stand: in the order of the vocabulary, those of nobody last."""
    return not point.actors, [order.get(name, len(order)) for name in point.actors], point.actors


def _task(brief: Brief, point: Point, *, dated: bool) -> tuple[b.Cell, ...]:
    reference = b.CrossReference(f"{brief.name}-{point.id}", b.text(f"{brief.called} {point.label}"))
    by_when = when(point.horizon, point.deadline)
    late = b.Styled(b.text(f" ({by_when})"), "muted") if by_when and not dated else b.Text("")
    said = [b.Paragraph((*b.text(point.statement), late) if by_when and not dated else b.text(point.statement))]
    if not point.actors and (reason := _reason(brief, point)):
        said.append(b.Paragraph((b.Styled(b.text(reason), "muted"),), "remark"))
    last = (_cell(b.text(by_when or EMPTY)),) if dated else ()
    return (_cell((reference,)), b.Cell(tuple(said)), *last)


def _reason(brief: Brief, point: Point) -> str:
    """Return why nobody is named, as a waiver says it."""
    at = frozenset({point.id, point.question.key})
    return next((waiver.reason for waiver in brief.waivers if waivers.accepts(waiver, _NOBODY, at, codes())), "")


def _noted(volume: Volume, place: str) -> tuple[b.Paragraph, ...]:
    marks = editorial.marks(volume, place)
    return (noted_by(marks),) if marks else ()


def _cell(inlines: b.Inlines) -> b.Cell:
    return b.Cell((b.Paragraph(inlines),) if inlines else ())
