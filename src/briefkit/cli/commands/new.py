"""`briefkit new`: a brief to fill in."""

from typing import Annotated

import typer

from briefkit.cli.options import LibraryOption


def new(
    brief: Annotated[str, typer.Argument(help="What the brief is called, such as japan-korea.", show_default=False)],
    library: LibraryOption = None,
) -> None:
    """Write a brief to fill in.

    It has each question of the library, in its wording, with what an answer may say. `briefkit validate` shows what is
    left to write, line by line. A file that is there is never written over.

    \b
    Example: briefkit new japan-korea
    """
    import os
    from pathlib import Path

    from briefkit.cli.dates import this_month
    from briefkit.library import find_library
    from briefkit.library.files import shown
    from briefkit.publish.write import write_new_files
    from briefkit.scaffold.start import start_brief

    found = find_library(library, os.environ, Path.cwd())
    path, text = start_brief(found, brief, date=this_month(os.environ))
    write_new_files(path.parent, {path.name: text})
    if found.volume and found.volume.briefs:
        typer.echo("name it under `briefs` in volume.yaml, too: there the briefs have their order", err=True)
    typer.echo(f"{shown(path)}: write over each TODO; `briefkit validate {path.stem}` shows what is left", err=True)
