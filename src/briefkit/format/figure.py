"""The frozen model of a figure."""

from dataclasses import dataclass, field

from briefkit.source.place import Place


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a figure, and how it was typed."""

    number: float
    typed: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What a figure shows of one thing: a value, or one for each column."""

    label: str
    value: Value | None = None
    values: tuple[Value, ...] = ()

    @property
    def numbers(self) -> tuple[Value, ...]:
        """The values, be they one or several."""
        return (self.value,) if self.value else self.values


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, a table or a picture. `kind` is bar, line, dot, table or image; `at` the id of its point, if any.

    It has `rows`, or a `file` (a path from the library's folder), or is `lost`.
    """

    id: str
    number: int
    """Its place among the figures in reading order, from 1."""
    kind: str
    title: str
    alt: str
    place: Place = field(compare=False)
    unit: str = ""
    source: str = ""
    at: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[FigureRow, ...] = ()
    file: str = ""
    lost: bool = False
