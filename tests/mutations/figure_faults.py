"""Faults of figures: what they show, and where they stand."""

import re
from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document, Path
from mutations.link_faults import misspelt
from mutations.mutant import Hit, Mutant, mutant, on_brief

_GONE = "undefined-figure unused-reference note-at-nothing unused-abbreviation"


def figures(document: Document) -> list[Path]:
    """Return the paths of the figures."""
    return document.children(("figures",)) if ("figures",) in document.slots else []


def _rows(document: Document) -> Iterator[Path]:
    """Yield the figures that have rows."""
    return (path for path in figures(document) if (*path, "rows") in document.slots)


def _lost(document: Document) -> Iterator[Path]:
    """Yield the fields that say that a picture is lost."""
    return ((*path, "lost") for path in figures(document) if (*path, "lost") in document.slots)


def _set(document: Document, path: Path, value: str, rule: str, follows: str = "") -> Mutant:
    return mutant((*path, value), document.with_value(path, value), Hit(rule, document.line(path)), follows=follows)


def _with_field(document: Document, figure: Path, field: str, rule: str) -> Mutant:
    """Write another field behind the id of a figure."""
    line = document.line(figure) + 1
    return mutant((*figure, field), document.with_lines_before(line, f"    {field}"), Hit(rule, line))


# Figures as a whole.


@on_brief
def delete_figure(document: Document, _: Library) -> Iterator[Mutant]:
    found = figures(document)
    for path in found:
        yield mutant(path, document.without(path if len(found) > 1 else ("figures",)), follows=_GONE)


@on_brief
def changed_id_of_figure(document: Document, _: Library) -> Iterator[Mutant]:
    for path in figures(document):
        text = document.with_value((*path, "id"), "qqq-zzz")
        yield mutant(path, text, follows="undefined-figure unmentioned-figure")


@on_brief
def id_of_another_figure(document: Document, _: Library) -> Iterator[Mutant]:
    for first, second in zip(figures(document), figures(document)[1:], strict=False):
        name = document.text_at((*first, "id"))
        yield _set(document, (*second, "id"), name, "duplicate-id", follows="undefined-figure")


@on_brief
def figure_that_nothing_mentions(document: Document, _: Library) -> Iterator[Mutant]:
    fields = "- id: qqq-zzz", "  kind: dot", "  title: A chart", "  alt: It shows little.", "  lost: true"
    for path in figures(document):
        line = document.last_line(path) + 1
        text = document.with_lines_before(line, *(f"  {field}" for field in fields))
        yield mutant(path, text, Hit("unmentioned-figure", line))


@on_brief
def delete_part_of_figure(document: Document, _: Library) -> Iterator[Mutant]:
    for path in figures(document):
        for name in ("id", "kind", "title", "alt"):
            yield mutant((*path, name), document.without((*path, name)), Hit("missing-field", document.line(path)))


# What a figure shows, and where.


@on_brief
def figure_of_nothing(document: Document, _: Library) -> Iterator[Mutant]:
    for path in figures(document):
        for name in ("rows", "lost"):
            if (*path, name) in document.slots:
                text = document.without((*path, name))
                yield mutant((*path, name), text, Hit("bad-figure", document.line((*path, "id"))))


@on_brief
def picture_that_is_not_lost(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lost(document):
        text = document.with_value(path, "false")
        yield mutant(path, text, Hit("bad-figure", document.line((*path[:-1], "id"))))


@on_brief
def figure_of_two_things(document: Document, _: Library) -> Iterator[Mutant]:
    """The second of the two is named."""
    for path in _rows(document):
        yield _with_field(document, path, "lost: true", "bad-figure")
        yield _with_field(document, path, "file: figures/trade.png", "bad-figure")
    for path in _lost(document):
        text = document.with_lines_before(document.line(path), "    file: figures/trade.png")
        yield mutant(path, text, Hit("bad-figure", document.line(path) + 1))


@on_brief
def kind_that_does_not_fit(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _rows(document):
        yield _set(document, (*path, "kind"), "image", "bad-figure")
    for path in _lost(document):
        kind = (*path[:-1], "kind")
        picture = Document(document.name, document.with_line(document.line(path), "    file: figures/trade.png"))
        yield mutant(kind, picture.with_value(kind, "line"), Hit("bad-figure", document.line(kind)))


@on_brief
def kind_that_nobody_draws(document: Document, _: Library) -> Iterator[Mutant]:
    for path in figures(document):
        for kind in ("pie", "map", "chart", "Bar", "bars"):
            yield _set(document, (*path, "kind"), kind, "not-allowed")


@on_brief
def file_outside_the_library(document: Document, _: Library) -> Iterator[Mutant]:
    files = "/srv/map.png ../map.png figures/../../map.png https://example.org/map.png map.gif map map.png.exe"
    inside = "trade.png Figures/trade.png"
    for path in _lost(document):
        for file in (*files.split(), *inside.split(), r"C:\map.png", r"figures\map.png", "'.png'"):
            text = document.with_line(document.line(path), f"    file: {file}")
            yield mutant((*path, file), text, Hit("bad-format", document.line(path)))


@on_brief
def picture_that_is_not_there(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lost(document):
        for file in ("figures/traed.png", "figures/none.svg", "figures/Trade.png", "figures/trade.svg"):
            text = document.with_line(document.line(path), f"    file: {file}")
            yield mutant((*path, file), text, Hit("bad-figure", document.line(path)))


@on_brief
def picture_that_cannot_be_shown(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lost(document):
        text = document.with_line(document.line(path), "    file: figures/script.svg")
        yield mutant(path, text, Hit("bad-figure", document.line(path)))


@on_brief
def misspelt_place_of_figure(document: Document, _: Library) -> Iterator[Mutant]:
    for figure in figures(document):
        path = (*figure, "at")
        for value in (misspelt(document.text_at(path)), "qqq-zzz", "recommendations"):
            yield _set(document, path, value, "bad-figure")


@on_brief
def markup_in_figure(document: Document, _: Library) -> Iterator[Mutant]:
    for figure in figures(document):
        for name in ("title", "alt", "unit"):
            if (path := (*figure, name)) in document.slots:
                words = document.text_at(path).strip()
                text = f'"**{words}**"'
                yield _set(document, path, text, "markup-in-statement")


# Values.


@on_brief
def text_for_number(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _values(document):
        number = document.text_at(path)
        for value in (f'"{number}"', f"about {number}", f"{number} billion", "45,2", "n.a.", "$45", "[45]", "true"):
            yield _set(document, path, value, "wrong-type")


@on_brief
def number_of_another_kind(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _values(document):
        for value in (".nan", ".inf", "-.inf", "1e999", "1_000"):
            yield _set(document, path, value, "wrong-type")


def _values(document: Document) -> Iterator[Path]:
    for figure in _rows(document):
        for row in document.children((*figure, "rows")):
            yield (*row, "value")


@on_brief
def row_without_its_value(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _values(document):
        yield mutant(path, document.without(path), Hit("bad-figure", document.line((*path[:-1], "label"))))


@on_brief
def row_without_its_label(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _values(document):
        text = document.without((*path[:-1], "label"))
        yield mutant(path, text, Hit("missing-field", document.line(path[:-1])))


@on_brief
def two_values_without_columns(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _values(document):
        line = document.line(path)
        text = document.with_line(line, f"        values: [{document.text_at(path)}, 3]")
        yield mutant(path, text, Hit("bad-figure", line))


@on_brief
def value_and_values(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _values(document):
        line = document.line(path)
        text = document.with_lines_before(line, "        values: [2, 3]")
        yield mutant(path, text, Hit("bad-figure", line + 1))


@on_brief
def columns_without_values(document: Document, _: Library) -> Iterator[Mutant]:
    """One fault, though each row has a value too few."""
    for path in _rows(document):
        yield _with_field(document, path, "columns: [2013, 2014]", "bad-figure")


@on_brief
def values_without_columns(document: Document, _: Library) -> Iterator[Mutant]:
    """One fault, though each row has a value too many."""
    for path in _rows(document):
        text = re.sub(r"( {8})value: (.*)", r"\1values: [\2, 3]", document.text)
        yield mutant(path, text, Hit("bad-figure", document.line((*path, "rows"))))


@on_brief
def too_many_rows(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _rows(document):
        rows = [line for i in range(500) for line in (f"      - label: Country {i}", f"        value: {i}")]
        text = document.with_lines_before(document.last_line((*path, "rows")) + 1, *rows)
        yield mutant(path, text, Hit("too-long", document.line((*path, "rows"))))


# Not faults.


@on_brief
def harmlessfigures(document: Document, _: Library) -> Iterator[Mutant]:
    for figure in figures(document):
        yield mutant((*figure, "at"), document.without((*figure, "at")))
        yield mutant((*figure, "alt"), document.with_value((*figure, "alt"), "'Japan''s: 2 * 3 < 7_000.'"))
    for path in _lost(document):
        text = document.with_line(document.line(path), "    file: figures/trade.png")
        yield mutant((*path, "file"), text)
    for path in _values(document):
        for value in ("-3", "0", "1e3", "+45.20", "45.", "0.000001"):
            yield mutant((*path, value), document.with_value(path, value))
    for path in _rows(document):
        for kind in ("line", "dot", "table"):
            yield mutant((*path, kind), document.with_value((*path, "kind"), kind))
        text = re.sub(r"( {8})value: (.*)", r"\1values: [\2, 3]", document.text)
        line = document.line(path) + 1
        columns = Document(document.name, text).with_lines_before(line, "    columns: [2013, 2014]")
        yield mutant((*path, "columns"), columns)
