"""Figures in the document tree, and mentions of them in prose."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias

from briefkit.document.inlines import Held, Inlines

if TYPE_CHECKING:
    from briefkit.document.blocks import BlockOf

ChartKind: TypeAlias = Literal["bar", "line", "dot", "table"]


@dataclass(frozen=True, slots=True)
class ChartValue:
    """A number, and how it is printed."""

    number: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Values to be drawn, or shown in a table: for each row its label, and a value for each column.

    A chart with one value a row has no names of columns. `unit` is that of all values.
    """

    kind: ChartKind
    rows: tuple[tuple[str, tuple[ChartValue, ...]], ...]
    columns: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure(Generic[Held]):
    """A figure with its label (`Figure 1`) and title: a chart, or a picture in a file; with neither, it is lost.

    `alt` says what it shows to who cannot see it, `source` where it comes from. `data` are the
    bytes of the picture; none where they are not to be had.
    """

    anchor: str
    label: Inlines
    title: Inlines
    alt: str
    chart: Chart | None = None
    file: str = ""
    source: "tuple[BlockOf[Held], ...]" = ()
    data: bytes = field(default=b"", repr=False)
