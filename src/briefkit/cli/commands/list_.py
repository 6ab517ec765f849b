"""`briefkit list`: what a library holds, as a table, a list of names or data."""

from typing import Annotated

import typer

from briefkit.cli.completion import (
    complete_actor,
    complete_author,
    complete_brief,
    complete_columns,
    complete_theme,
    complete_what,
)
from briefkit.cli.options import (
    TERMINAL,
    VIEW,
    Design,
    FontPath,
    LibraryOption,
    NoCache,
    NoColor,
    Output,
    Paper,
    ViewFormat,
    printed,
)
from briefkit.publish.format import ROWS
from briefkit.text.errors import UsageError


def list_(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[WHAT]",
            help="briefs, a question by name or letter, themes, actors, references, abbreviations, figures, waivers.",
            autocompletion=complete_what,
        ),
    ] = "briefs",
    brief: Annotated[
        list[str] | None,
        typer.Option(
            "--brief",
            metavar="BRIEF",
            help="Only from this brief. May be repeated, as every filter.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme",
            metavar="THEME",
            help="Only with this theme, by id or name.",
            autocompletion=complete_theme,
            show_default=False,
        ),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            metavar="ACTOR",
            help="Only what this actor is asked to do.",
            autocompletion=complete_actor,
            show_default=False,
        ),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(
            "--author",
            metavar="NAME",
            help="Only from briefs by this author; the last name will do.",
            autocompletion=complete_author,
            show_default=False,
        ),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="COLUMN",
            help="Sort by this column, -COLUMN for the other way round; several with commas between them.",
            autocompletion=complete_columns,
            show_default=False,
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="A,B+C",
            help="Show these columns, B+C for C below B. Data for machines always has all fields.",
            autocompletion=complete_columns,
            show_default=False,
        ),
    ] = None,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    design: Design = None,
    paper: Paper = None,
    font_path: FontPath = None,
    library: LibraryOption = None,
    no_cache: NoCache = False,
    no_color: NoColor = False,
) -> None:
    """List what the library holds. Unfinished briefs are listed, too: done, findings, marks of unfinished work.

    \b
    Example: briefkit list recommendations --actor Japan --sort when
    Example: briefkit list goals -f csv -o goals.csv
    """
    import os
    from pathlib import Path

    from briefkit import api
    from briefkit.cli.arguments import equipped
    from briefkit.cli.present import choose_format, has_width, present
    from briefkit.cli.progress import bar
    from briefkit.library import find_library

    chosen = choose_format(format, output, TERMINAL, VIEW)
    if columns is not None and chosen in ROWS.names:
        raise UsageError(f"--columns says nothing about {chosen}", hint="leave it out: data always has all fields")
    found = find_library(library, os.environ, Path.cwd())
    with bar("checking", no_color=no_color) as watch:
        view = api.list_items(
            equipped(found, cached=not no_cache, watch=watch),
            what,
            briefs=brief or (),
            themes=theme or (),
            actors=actor or (),
            authors=author or (),
            sort=_split(sort),
            columns=_split(columns),
            narrow=has_width(chosen),
        )
        present(view, chosen, output, no_color=no_color, given=printed(design, paper, font_path))


def _split(value: str | None) -> list[str]:
    return value.split(",") if value is not None else []
