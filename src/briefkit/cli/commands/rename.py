"""`briefkit rename`: another name for a point, theme, actor, reference or abbreviation, everywhere it is used."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_name, one_of
from briefkit.cli.options import LibraryOption, NoColor


def rename(
    old: Annotated[
        str,
        typer.Argument(
            help="The name; that of a point best with its brief, as in australia:regional-order.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ],
    new: Annotated[str, typer.Argument(help="What it is to be called.", show_default=False)],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="What the name is: point, theme, actor, reference or abbreviation. Only needed where it is several.",
            autocompletion=one_of("point", "theme", "actor", "reference", "abbreviation"),
            show_default=False,
        ),
    ] = "",
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")] = False,
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Give a point, theme, actor, reference or abbreviation another name everywhere it is used.

    Links, evidence, notes and waivers follow, citations and abbreviations in prose, too; all else stays as it is
    typed. Either all files are written or none.

    \b
    Example: briefkit rename australia:regional-order inclusive-order
    Example: briefkit rename asean-centrality asean --kind theme --diff
    """
    import os
    from pathlib import Path

    from briefkit import api
    from briefkit.cli import terminal
    from briefkit.library import find_library

    found = find_library(library, os.environ, Path.cwd())
    renamed = api.rename(found, old, new, kind=kind, write=not diff)
    if diff:
        terminal.print_difference(renamed.changes, no_color=no_color)
        return
    for change in renamed.changes:
        places = "1 place" if change.places == 1 else f"{change.places} places"
        terminal.tell(f"{change.file}: {places}")
    terminal.tell(f"the {renamed.kind} {renamed.old} is now called {renamed.new}")
