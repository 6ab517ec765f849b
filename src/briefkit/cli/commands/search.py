"""`briefkit search`: words in all that the library says."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief
from briefkit.cli.options import (
    Design,
    FontPath,
    LibraryOption,
    NoColor,
    Output,
    Paper,
    ViewFormat,
    printed,
)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help='Words that a place must have; "in quotes" a phrase.')
    ],
    brief: Annotated[
        list[str] | None,
        typer.Option(
            "--brief",
            metavar="BRIEF",
            help="Only in this brief. May be repeated.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    design: Design = None,
    paper: Paper = None,
    font_path: FontPath = None,
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Search points, prose, notes and sources, with file and line.

    A place is found when it has all of the words, whatever their case and accents.

    \b
    Example: briefkit search maritime capacity
    Example: briefkit search '"rule of law"' -f names
    """
    import os
    from pathlib import Path

    from briefkit import api
    from briefkit.cli.present import present
    from briefkit.library import find_library

    found = find_library(library, os.environ, Path.cwd())
    wanted = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    present(
        api.search(found, wanted, brief or ()),
        format,
        output,
        no_color=no_color,
        given=printed(design, paper, font_path),
    )
