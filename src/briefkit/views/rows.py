"""The contract of rows: what a view found, of one type, with the fields that make a record of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point, Volume
from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Json

Record: TypeAlias = Mapping[str, Json]

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
"""Fields take only the rows beside them, so that rows of any type may stand where the type does not matter."""

Fields: TypeAlias = Mapping[str, Callable[[R], Json]]
"""What machines read of a row: the fields of its record, in order."""


@dataclass(frozen=True, slots=True)
class Rows(Generic[R_co]):
    """Rows of one kind, with their fields. `name` is what scripts call a row; without it, what its first field says."""

    kind: str
    values: Fields[R_co]
    rows: tuple[R_co, ...] = ()
    name: Callable[[R_co], str] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of every record, in order."""
        return tuple(self.values)

    @property
    def records(self) -> tuple[Record, ...]:
        """A record for each row."""
        return tuple({field: value(row) for field, value in self.values.items()} for row in self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """What each row is called."""
        name = self.name or next(iter(self.values.values()))
        return tuple(str(name(row)) for row in self.rows)


class PointRow(NamedTuple):
    """A point with the brief that makes it and the volume around."""

    brief: Brief
    point: Point
    volume: Volume | None = None

    @property
    def name(self) -> str:
        """What scripts call it: `australia:R1`."""
        return f"{self.brief.name}:{self.point.label}"


POINT_FIELDS: Fields[PointRow] = {
    "brief": lambda row: row.brief.name,
    "question": lambda row: row.point.question.key,
    "id": lambda row: row.point.id,
    "label": lambda row: row.point.label,
    "statement": lambda row: b.clean(row.point.statement),
    "stance": lambda row: row.point.stance or None,
    "themes": lambda row: [*row.point.themes],
    "group": lambda row: b.clean(row.point.group) or None,
    "addresses": lambda row: [*row.point.linked("addresses")],
    "obstructs": lambda row: [*row.point.linked("obstructs")],
    "actors": lambda row: [*row.point.actors],
    "horizon": lambda row: row.point.horizon or None,
    "deadline": lambda row: row.point.deadline or None,
    "file": lambda row: row.point.place.file,
    "line": lambda row: row.point.place.line,
}
"""Where a point stands, what it says, what it links; fields that only some question sets have are not among them."""


def point_fields(questions: QuestionSet) -> Fields[PointRow]:
    """Return the fields of points: those of every set, and those that this one adds, before the place."""
    found: dict[str, Callable[[PointRow], Json]] = {}
    for name, value in POINT_FIELDS.items():
        if name == "file":
            if "rests_on" in questions.link_kinds:
                found["rests_on"] = lambda row: [*row.point.linked("rests_on")]
            found |= {key: _choice(key) for key in questions.choices}
        found[name] = value
    return found


def _choice(key: str) -> Callable[[PointRow], Json]:
    return lambda row: row.point.choices.get(key) or None


def point_rows(points: Iterable[PointRow], questions: QuestionSet) -> Rows[PointRow]:
    """Return points as rows."""
    return Rows("points", point_fields(questions), tuple(points), _point_name)


def _point_name(row: PointRow) -> str:
    return row.name
