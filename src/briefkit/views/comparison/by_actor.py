"""A row an actor: who is asked to do what."""

from briefkit.format.model import Brief, Point
from briefkit.views.comparison.asked import Asked, Matrix, MatrixRow

NOBODY = "nobody named"


def matrix(asked: Asked) -> Matrix:
    """Return a row for each actor, those whom most briefs ask first, and one for points that fail to name one."""
    used = dict.fromkeys(actor for brief in asked.briefs for point in _tasks(asked, brief) for actor in point.actors)
    known = list(asked.volume.actors) if asked.volume else []
    ordered = [actor for actor in known if actor in used] + [actor for actor in used if actor not in known]
    rows = [_row(asked, actor) for actor in ordered]
    rows.sort(key=lambda row: -row.covered)
    unnamed = tuple(tuple(filter(_asks_nobody, _tasks(asked, brief))) for brief in asked.briefs)
    if any(unnamed) and not asked.only:
        rows.append(MatrixRow("", NOBODY, unnamed))
    return Matrix([row for row in rows if _is_wanted(asked, row)], "actor")


def _tasks(asked: Asked, brief: Brief) -> list[Point]:
    return [point for point in asked.points(brief) if "actors" in point.question.fields]


def _asks_nobody(point: Point) -> bool:
    return point.question.expected("actors") and not point.actors


def _row(asked: Asked, actor: str) -> MatrixRow:
    cells = tuple(tuple(point for point in _tasks(asked, brief) if actor in point.actors) for brief in asked.briefs)
    return MatrixRow(actor, actor, cells, f"{sum(map(bool, cells))} of {len(asked.briefs)}")


def _is_wanted(asked: Asked, row: MatrixRow) -> bool:
    if asked.only == "shared":
        return row.covered == len(asked.briefs)
    return row.covered == 1 if asked.only == "distinct" else True
