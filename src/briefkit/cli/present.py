"""A view → the screen or a file, in the format that was asked for."""

from pathlib import Path

from briefkit import api
from briefkit.cli import terminal
from briefkit.cli.options import view_formats
from briefkit.publish import mermaid, records, write
from briefkit.publish.writer import WriteOptions
from briefkit.text.errors import UsageError
from briefkit.views.view import View


def choose_format(name: str | None, output: Path | None, default: str, known: list[str]) -> str:
    """Return the format to use: the named one, else what the output's suffix says, else the default.

    Raises UsageError for an unknown name and for a suffix that says nothing.
    """
    if name is not None:
        if name not in known:
            raise api.unknown("format", name, known)
        return name
    if output is None:
        return default
    by_suffix = {".json": "json", ".csv": "csv", ".mmd": "mermaid"}
    by_suffix |= {api.writer_for(f).suffix: f for f in api.document_formats()}
    chosen = by_suffix.get(output.suffix.lower())
    if chosen not in known:
        raise UsageError(
            f"the suffix of {output.as_posix()} does not say which format to write",
            hint=f"name one with --format: {', '.join(known)}",
        )
    return chosen


def present(
    view: View,
    format: str | None,  # noqa: A002
    output: Path | None,
    *,
    no_color: bool = False,
    pager: bool = False,
    pages: bool = False,
) -> None:
    """Print a view, or write it to a file, text with `pages` or flowing; what it remarks goes to standard error."""
    for remark in view.remarks:
        terminal.tell(remark)
    chosen = choose_format(format, output, "terminal", view_formats(graph=view.graph is not None))
    if chosen == "terminal" and output is None:
        terminal.print_view(view, no_color=no_color, pager=pager)
        return
    if chosen == "terminal":
        chosen = "text"
    if chosen in records.FORMATS:
        content: str | bytes = records.FORMATS[chosen](view.rows)
    elif chosen == "mermaid" and view.graph is not None:
        content = mermaid.to_mermaid(view.graph)
    else:
        content = api.render(view.document, chosen, WriteOptions(pages=pages))
    if output is None:
        terminal.emit(content)
        return
    if chosen == "csv" and isinstance(content, str):
        # Excel takes a file without the mark for another encoding; a program at the end of a pipe takes the mark for
        # a part of the first field's name. So a file has it, and a pipe, also one into a file, has not.
        content = records.BOM + content
    write.write_file(output, content, replace=True)
