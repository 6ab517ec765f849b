"""Lines and roles → the terminal: plain when piped, colored by rich when a person looks."""

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from briefkit.reports import FINDINGS
from briefkit.source.finding import Report
from briefkit.text.errors import UsageError
from briefkit.text.printable import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from briefkit.publish.layout import Line
    from briefkit.publish.layout.lines import Role
    from briefkit.revising.change import Change
    from briefkit.views.view import View

STYLES: dict[str, str] = {
    "heading": "bold",
    "strong": "bold",
    "emphasis": "italic",
    "label": "bold cyan",
    "muted": "dim",
    "link": "underline",
    "note": "dim",
    "shared": "green",
    "distinct": "magenta",
    "orphan": "bold red",
    "waived": "dim",
    "caution": "yellow",
    "good": "green",
    "inserted": "green",
    "deleted": "red",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
}
"""How a role looks: the terminal's own sixteen colors, so that dark and light both work."""


def width() -> int:
    """Return the columns to write in: the terminal's, else $COLUMNS, else 80; never under 20."""
    return max(20, shutil.get_terminal_size((80, 24)).columns)


def wants_color(stream: TextIO, no_color: bool = False) -> bool:
    """Tell whether to color what goes to a stream: only a terminal, and not against the user's word."""
    return stream.isatty() and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_lines(lines: "Iterable[Line]", *, stream: TextIO | None = None, no_color: bool = False) -> None:
    """Print lines to a stream, standard output unless another is given."""
    stream = stream or sys.stdout
    if not wants_color(stream, no_color):
        for line in lines:
            stream.write("".join(segment.text for segment in line).rstrip() + "\n")
        return
    from rich.console import Console

    _paint(lines, Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True))


def _paint(lines: "Iterable[Line]", console: "Console") -> None:
    from rich.text import Text

    for line in lines:
        painted = Text.assemble(*((segment.text, STYLES.get(segment.role or "", "")) for segment in line))
        console.print(painted, soft_wrap=True)


def print_view(view: "View", *, no_color: bool = False, pager: bool = False) -> None:
    """Print a view's document in the width of the terminal, through the user's pager if asked."""
    from briefkit.publish.layout import lay_out

    lines = lay_out(view.document, width())
    if pager and sys.stdout.isatty() and _has_pager():
        _page(lines, no_color)
    else:
        print_lines(lines, no_color=no_color)


def _has_pager() -> bool:
    """Tell whether the program that $PAGER names is there; the shell would only say that it is not."""
    program = os.environ.get("PAGER", "").strip().partition(" ")[0]
    if program and program[0] not in "\"'" and shutil.which(program) is None:
        tell(f"there is no program {visible(program)}, which $PAGER names")
        return False
    return True


def _page(lines: "Iterable[Line]", no_color: bool) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, no_color=no_color or None)
    os.environ.setdefault("LESS", "-RFX")
    os.environ.pop("MANPAGER", None)  # Python would prefer it, and it may take everything for a man page
    with console.pager(styles=wants_color(sys.stdout, no_color)):
        _paint(lines, console)


def print_report(report: Report, format: str = "full", *, stream: TextIO | None = None, no_color: bool = False) -> None:  # noqa: A002
    """Print the findings in a format of the reporters; the counts of a concise list go to standard error."""
    if format == "full":
        from briefkit.reports.reporters import full

        on_screen = (stream or sys.stdout).isatty()
        print_lines(full.render(report, width(), fold=on_screen), stream=stream, no_color=no_color)
        return
    rendered = FINDINGS.find(format).render(report)
    if isinstance(rendered, str):
        (stream or sys.stdout).write(rendered)
    if format == "concise":
        from briefkit.reports.reporter import summary

        tell(summary(report))


def print_difference(changes: "Iterable[Change]", *, no_color: bool = False) -> None:
    """Print what would change in files, as `diff -u` does."""
    from briefkit.publish.layout import Segment

    roles: dict[str, Role] = {"+": "good", "-": "error", "@": "label"}
    lines = (line for change in changes for line in change.lines())
    print_lines(((Segment(visible(line), roles.get(line[:1])),) for line in lines), no_color=no_color)


def emit(content: str | bytes) -> None:
    """Print finished content to standard output as it is. Raises UsageError for what a terminal cannot show."""
    if isinstance(content, bytes):
        if sys.stdout.isatty():
            raise UsageError("this format is for files, and a terminal cannot show it", hint="name a file with -o")
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)


def tell(message: str) -> None:
    """Print a line for the person at the keyboard to standard error; names of files in it cannot steer a terminal."""
    sys.stderr.write(f"{visible(message)}\n")


def drop_output() -> None:
    """Keep Python from flushing once more into an output that takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
