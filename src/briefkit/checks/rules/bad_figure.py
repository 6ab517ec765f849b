"""A figure that cannot be drawn, or that stands at no point.

What:
    A figure has neither `rows` nor a `file` nor `lost: true`, or more than one of them; a picture has no `file`; a row
    has no value, or as many values as there are no `columns` for; the picture is not in the folder `figures`, is larger
    than 5 MB, no picture, or an SVG with a script; or `at` is the id of no point.

Why:
    It would be printed empty, or in no place.

Bad:
    summary: Budgets have grown apart, as [fig:budgets] shows.
    figures:
      - id: budgets
        kind: bar
        title: Defense budgets
        alt: Japan's budget is twice that of Australia.

Good:
    summary: Budgets have grown apart, as [fig:budgets] shows.
    figures:
      - id: budgets
        kind: bar
        title: Defense budgets
        alt: Japan's budget is twice that of Australia.
        rows:
          - label: Japan
            value: 48.6
          - label: Australia
            value: 24.2
"""

from collections.abc import Iterator, Mapping

from briefkit.checks.hidden import NAMES
from briefkit.checks.links import find
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.picture import Picture
from briefkit.checks.rule import FileRule
from briefkit.format.model import Figure, FigureRow
from briefkit.source.draft import Path
from briefkit.source.finding import Fault, Severity
from briefkit.text.english import counted
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary, did_you_mean


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each figure that lacks what it needs, and at each that names no point."""
    if not parsed.brief:
        return
    known = Vocabulary([*parsed.brief.by_id, *parsed.hidden.lost])
    for figure in parsed.brief.figures:
        if figure.at and not parsed.hidden.has([("*", "points", NAMES)]):
            state, guess = find(figure.at, known, parsed.hidden.lost)
            if state != "found":
                hint = f"did you mean `{guess}`?" if guess else "write the id of a point, or leave `at` out"
                yield Fault((*figure.place.path, "at"), f"no point of this brief has the id `{figure.at}`", hint)
        if not parsed.is_torn(figure.place.path):
            yield from _contents(figure)
            yield from _picture(figure, parsed.pictures)


def _contents(figure: Figure) -> Iterator[Fault]:
    path, name = figure.place.path, f"the figure `{figure.id}`"
    has = [key for key, there in (("rows", figure.rows), ("file", figure.file), ("lost", figure.lost)) if there]
    if len(has) > 1:
        kept = "file" if figure.kind == "image" else "rows"
        yield Fault(
            (*path, has[1]), f"{name} has both `{has[0]}` and `{has[1]}`", f"keep one, such as `{kept}`", on="key"
        )
    elif not has:
        what = "`file`" if figure.kind == "image" else "`rows`"
        yield Fault((*path, "id"), f"{name} has nothing to show", f"add {what}, or `lost: true` where it is gone")
    elif figure.rows and figure.kind == "image":
        yield Fault((*path, "kind"), f"{name} is an image and has rows", "write `kind: bar`, `line`, `dot` or `table`")
    elif figure.file and figure.kind != "image":
        yield Fault((*path, "kind"), f"{name} comes from a file", "write `kind: image`")
    if figure.rows:
        yield from _rows(path, figure, name)


def _rows(path: Path, figure: Figure, name: str) -> Iterator[Fault]:
    counts = {len(row.numbers) for row in figure.rows}
    has_both = any(row.value and row.values for row in figure.rows)
    if len(figure.rows) > 1 and len(counts) == 1 and counts.isdisjoint({0, len(figure.columns) or 1}) and not has_both:
        # The rows agree, so that one fault is more likely than one in each.
        there = counted(counts.pop(), "value", "values")
        if figure.columns:
            hint = f"name a column for each value: {len(figure.columns)} are named"
        else:
            hint = "name the `columns` of the figure"
        key = "columns" if figure.columns else "rows"
        yield Fault((*path, key), f"each row of {name} has {there}", hint, on="key")
        return
    for i, row in enumerate(figure.rows):
        yield from _row((*path, "rows", i), row, figure)


def _picture(figure: Figure, pictures: Mapping[str, Picture] | None) -> Iterator[Fault]:
    if not figure.file or pictures is None:
        return
    path = (*figure.place.path, "file")
    if figure.file not in pictures:
        hint = did_you_mean(figure.file, list(pictures), "put it into the folder `figures` beside the briefs")
        yield Fault(path, f"there is no picture {quoted(figure.file)} in the library", hint)
    elif fault := pictures[figure.file].fault:
        yield Fault(path, f"{quoted(figure.file)} {fault}", "give a picture that can be shown")


def _row(path: Path, row: FigureRow, figure: Figure) -> Iterator[Fault]:
    name = f"the row “{row.label}” of `{figure.id}`"
    if row.value and row.values:
        yield Fault((*path, "value"), f"{name} has both `value` and `values`", "keep one of them", on="key")
    elif not row.numbers:
        wanted = "`values`, one for each column" if figure.columns else "`value`"
        yield Fault((*path, "label"), f"{name} has no value", f"add {wanted}")
    elif len(row.numbers) != (len(figure.columns) or 1):
        there = counted(len(row.numbers), "value", "values")
        if figure.columns:
            hint = f"`columns` names {len(figure.columns)}: give as many `values`"
        else:
            hint = "name the `columns` of the figure, or give one `value`"
        yield Fault((*path, "values" if row.values else "value"), f"{name} has {there}", hint, on="key")


RULE = FileRule(
    "bad-figure",
    "BK209",
    Severity.ERROR,
    __doc__,
    check=check,
)
