"""A view → the screen or a file, in the format that was asked for."""

from pathlib import Path
from typing import TypeVar

from briefkit.cli import terminal
from briefkit.cli.options import GRAPH_VIEW, TERMINAL, VIEW
from briefkit.publish import write
from briefkit.publish.format import (
    DOCUMENT,
    GRAPH,
    LIBRARY,
    NOTHING,
    ROWS,
    Families,
    Format,
    Given,
    Options,
    by_suffix,
    find,
    for_libraries,
    foreign,
    names,
    suffixes,
)
from briefkit.text.errors import UsageError
from briefkit.text.suggest import unknown
from briefkit.views.view import View

S = TypeVar("S")

FLOWING: Given = {"pages": False}
"""How text of views is set unless pages are asked for."""


def choose_format(name: str | None, output: Path | None, default: str, families: Families) -> str:
    """Return the format to use: the named one, else what the output's suffix says, else the default.

    Raises UsageError for an unknown name and for a suffix that says nothing.
    """
    known = [*([TERMINAL] if default == TERMINAL else []), *names(families)]
    if name is not None:
        if name not in known and name in LIBRARY.names:
            raise for_libraries(name)
        if name not in known:
            raise unknown("format", name, known)
        return name
    if output is None:
        return default
    if found := by_suffix(output.suffix, families):
        return found
    if found := by_suffix(output.suffix, (LIBRARY,)):
        raise for_libraries(found)
    raise UsageError(
        f"the suffix of {output.as_posix()} does not say which format to write",
        hint=f"suffixes that do: {', '.join(suffixes(families))}; or name a format with --format: {', '.join(known)}",
    )


def has_width(name: str) -> bool:
    """Tell whether a format of views has a width, so that a table should be narrow."""
    return name == TERMINAL or find(name, VIEW).has_width


def present(
    view: View,
    format: str | None,  # noqa: A002
    output: Path | None,
    *,
    no_color: bool = False,
    pager: bool = False,
    pages: bool = False,
    given: Given = NOTHING,
) -> None:
    """Print a view, or write it to a file, text with `pages` or flowing; what it remarks goes to standard error.

    `given` are more options of the format.

    Raises UsageError for a format that it cannot have, and for an option that the format does not have.
    """
    chosen = choose_format(format, output, TERMINAL, GRAPH_VIEW if view.graph else VIEW)
    given = {**given, "pages": True} if pages else given
    if chosen == TERMINAL and given:
        raise foreign(next(iter(given)), TERMINAL)
    if pager and (chosen != TERMINAL or output):
        raise UsageError("--pager is for reading in the terminal", hint="leave it out, or leave --format and -o out")
    for remark in view.remarks:
        terminal.tell(remark)
    if output is None:
        if chosen == TERMINAL:
            terminal.print_view(view, no_color=no_color, pager=pager)
        else:
            terminal.emit(_content(view, chosen, given, to_file=False))
        return
    content = _content(view, "text" if chosen == TERMINAL else chosen, given, to_file=True)
    write.write_file(output, content, replace=True)


def _content(view: View, name: str, given: Given, *, to_file: bool) -> str | bytes:
    if name in ROWS.names:
        return _written(ROWS.find(name), view.rows, given, to_file)
    if view.graph and name in GRAPH.names:
        return _written(GRAPH.find(name), view.graph, given, to_file)
    return _written(DOCUMENT.find(name), view.document, given, to_file)


def _written(found: Format[S, Options], subject: S, given: Given, to_file: bool) -> str | bytes:
    content = found.render(subject, given, FLOWING)
    return found.mark + content if to_file and isinstance(content, str) else content
