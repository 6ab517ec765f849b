"""`briefkit init`: a new library."""

from pathlib import Path
from typing import Annotated

import typer

from briefkit.cli.completion import complete_question_set, one_of


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Folder of the library; made when it is not there.")
    ] = Path(),
    questions: Annotated[
        str,
        typer.Option(
            "--questions",
            metavar="SET",
            help="The questions that its briefs answer: a set that `briefkit explain` lists, or a file of your own.",
            autocompletion=complete_question_set,
        ),
    ] = "five-questions",
    ci: Annotated[
        str | None,
        typer.Option(
            "--ci",
            metavar="SERVICE",
            help="Have each push checked by github or gitlab.",
            autocompletion=one_of("github", "gitlab"),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a new library: a volume, a brief to fill in, and the schemas by which editors help.

    Nothing that is there is written over.

    \b
    Example: briefkit init japan-and-its-neighbors
    Example: briefkit init --questions evidence-brief --ci github
    """
    import os

    from briefkit.cli.dates import this_month
    from briefkit.publish.write import write_new_files
    from briefkit.scaffold.start import start_library

    files = start_library(folder, questions, date=this_month(os.environ), service=ci)
    kept = [file.path for file in files if file.is_shared and (folder / file.path).exists()]
    written = {file.path: file.text for file in files if file.path not in kept}
    write_new_files(folder, written)
    for name in kept:
        typer.echo(f"{(folder / name).as_posix()} is there and stays as it is", err=True)
    for name in written:
        typer.echo(f"{(folder / name).as_posix()}", err=True)
    step = "" if folder == Path() else f"cd {folder.as_posix()}, then "
    typer.echo(f"Next: {step}write over each TODO of the first brief; briefkit validate shows them", err=True)
