"""Figures of a brief as blocks of the document."""

from dataclasses import replace
from typing import cast

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import mentions, walk
from briefkit.format.model import Brief, Figure


def figures(parsed: ParsedBrief, brief: Brief, at: str) -> tuple[b.Figure[b.SourceInline], ...]:
    """Return the figures that belong to a point, by its id; those that belong to none for an empty one."""
    return tuple(_figure(parsed, brief, figure) for figure in brief.figures if figure.at == at)


def _figure(parsed: ParsedBrief, brief: Brief, figure: Figure) -> b.Figure[b.SourceInline]:
    return b.Figure(
        anchor=mentions.anchor(brief, figure.id),
        label=b.text(f"Figure {figure.number}"),
        title=b.text(figure.title),
        alt=b.clean(figure.alt),
        chart=_chart(figure) if figure.rows else None,
        file=figure.file,
        source=walk.each_run(parsed.blocks(*figure.place.path, "source"), _in_the_sentence),
        data=_bytes(parsed, figure.file),
    )


def _bytes(parsed: ParsedBrief, file: str) -> bytes:
    picture = (parsed.pictures or {}).get(file)
    return picture.read() if picture else b""


def _chart(figure: Figure) -> b.Chart:
    rows = tuple(
        (b.clean(row.label), tuple(b.ChartValue(value.number, b.clean(value.typed)) for value in row.numbers))
        for row in figure.rows
    )
    return b.Chart(cast("b.ChartKind", figure.kind), rows, tuple(map(b.clean, figure.columns)), b.clean(figure.unit))


def _in_the_sentence(inlines: b.SourceInlines) -> b.SourceInlines:
    """Return the inlines with their citations in full where they stand: a source needs no note of its own."""
    found = tuple(replace(inline, bare=True) if isinstance(inline, b.Citation) else inline for inline in inlines)
    ends = b.plain(found).endswith((".", "!", "?"))
    return found if ends or not found else (*found, b.Text("."))
