"""Options that several commands share, spelled the same everywhere, and the formats that they offer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from briefkit.cli.completion import complete_question, one_of
from briefkit.publish.format import BRIEF, DOCUMENT, GRAPH, LIBRARY, ROWS, Families, names

TERMINAL = "terminal"
"""The format for reading on the spot; it is no format of a file."""

VIEW: Families = (DOCUMENT, ROWS)
"""What views are written as, beside the terminal."""
GRAPH_VIEW: Families = (DOCUMENT, ROWS, GRAPH)
"""What views with a graph are written as."""
EXPORT: Families = (DOCUMENT, LIBRARY, BRIEF)
"""What is exported."""
EXPORTED_AS = "markdown"
"""The format of an export that says nothing else."""


def read_output(output: Path | None) -> Path | None:
    """Return the file or folder to write to; `-` is the screen."""
    return None if output == Path("-") else output


def printed(design: str | None, paper: str | None, font_path: Sequence[Path] | None) -> dict[str, object]:
    """Return the options of printed pages that were given."""
    options = {"design": design, "paper": paper, "font_path": tuple(font_path or ()) or None}
    return {name: value for name, value in options.items() if value is not None}


def _format_option(offered: list[str], default: str) -> object:
    option: object = typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of {', '.join(offered)}. Default: {default}, or what the suffix of -o says.",
        autocompletion=one_of(*offered),
        show_default=False,
    )
    return option


LibraryOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--library",
        "-L",
        metavar="DIR",
        help="Folder of the briefs. Default: $BRIEFKIT_LIBRARY, else the nearest folder `briefs`, from here upward.",
        show_default=False,
    ),
]
ViewFormat: TypeAlias = Annotated[str | None, _format_option([TERMINAL, *names(VIEW)], TERMINAL)]
GraphFormat: TypeAlias = Annotated[str | None, _format_option([TERMINAL, *names(GRAPH_VIEW)], TERMINAL)]
ExportFormat: TypeAlias = Annotated[str | None, _format_option(names(EXPORT), EXPORTED_AS)]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file instead of the screen.",
        callback=read_output,
        show_default=False,
    ),
]
Pages: TypeAlias = Annotated[bool, typer.Option("--pages", help="Text: parted into pages instead of flowing.")]
Design: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--design",
        metavar="DESIGN",
        help="PDF: brief, book, poster or plain. Default: what suits the document.",
        autocompletion=one_of("brief", "book", "poster", "plain"),
        show_default=False,
    ),
]
Paper: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--paper",
        metavar="PAPER",
        help="PDF: a4 or us-letter. Default: a4; a book is 6 × 9 in.",
        autocompletion=one_of("a4", "us-letter"),
        show_default=False,
    ),
]
FontPath: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--font-path",
        metavar="FOLDER",
        help="PDF: look here, too, for a font that has what others lack. May be repeated.",
        show_default=False,
    ),
]
NoColor: TypeAlias = Annotated[bool, typer.Option("--no-color", help="Print without color.")]
NoCache: TypeAlias = Annotated[
    bool,
    typer.Option("--no-cache", help="Check every file anew: neither use nor keep results in the user's cache folder."),
]
Questions: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--question",
        "-q",
        metavar="QUESTION",
        help="Only this question, by its name or letter. May be repeated.",
        autocompletion=complete_question,
        show_default=False,
    ),
]
StdinName: TypeAlias = Annotated[
    str, typer.Option("--stdin-name", metavar="NAME", help="Name under which `-`, the standard input, is shown.")
]
