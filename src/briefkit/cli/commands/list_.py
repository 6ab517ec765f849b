"""`briefkit list`: what a library holds, as a table, a list of names or data."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from briefkit.cli.options import LibraryOption, NoColor, Output, ViewFormat, complete_brief
from briefkit.text.errors import BriefkitError, UsageError
from briefkit.views.listing import WHAT

if TYPE_CHECKING:
    from briefkit.library import Library

PAGED = ("terminal", "text", "pdf", "docx")
"""Formats with a width, for which the columns are chosen to fit."""


def complete_what(incomplete: str) -> list[str]:
    """Return what can be listed that begins like this."""
    return [name for name in WHAT if name.startswith(incomplete.lower())]


def complete_columns(context: typer.Context, incomplete: str) -> list[str]:
    """Return column lists of the kind to be listed that begin like this: the last name is completed."""
    from briefkit.views.listing import listing

    # An option that still lacks its value stops the parser before WHAT has become a parameter.
    words = [context.params.get("what"), *context.args]
    names = listing(next((word for word in reversed(words) if word in WHAT), "briefs")).all_columns()
    begun, comma, last = incomplete.rpartition(",")
    return [f"{begun}{comma}{name}" for name in names if name.startswith(last)]


def complete_theme(incomplete: str) -> list[str]:
    """Return the themes of the nearest library that begin like this."""
    library = _nearest()
    return _beginning(incomplete, library.volume.themes if library and library.volume else ())


def complete_actor(incomplete: str) -> list[str]:
    """Return the actors of the nearest library that begin like this."""
    library = _nearest()
    return _beginning(incomplete, library.volume.actors if library and library.volume else ())


def complete_author(incomplete: str) -> list[str]:
    """Return the contributors of the nearest library that begin like this."""
    library = _nearest()
    people = library.volume.contributors if library and library.volume else ()
    return _beginning(incomplete, (person.name for person in people))


def _nearest() -> "Library | None":
    import os
    from pathlib import Path

    from briefkit.library import find_library

    try:
        return find_library(None, os.environ, Path.cwd())
    except BriefkitError:
        return None


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.lower().startswith(incomplete.lower())]


def list_(
    what: Annotated[
        str, typer.Argument(metavar="[WHAT]", help=f"One of {', '.join(WHAT)}.", autocompletion=complete_what)
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
            help="Show these columns, B+C for C below B. Data (csv, json) always has all fields.",
            autocompletion=complete_columns,
            show_default=False,
        ),
    ] = None,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    library: LibraryOption = None,
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
    from briefkit.cli.options import view_formats
    from briefkit.cli.present import choose_format, present
    from briefkit.library import find_library

    chosen = choose_format(format, output, "terminal", view_formats())
    if columns is not None and chosen in ("csv", "json", "names"):
        raise UsageError(
            f"--columns says nothing about {chosen}", hint="leave it out: csv and json always have all fields"
        )
    view = api.list_items(
        find_library(library, os.environ, Path.cwd()),
        what,
        briefs=brief or (),
        themes=theme or (),
        actors=actor or (),
        authors=author or (),
        sort=_split(sort),
        columns=_split(columns),
        narrow=chosen in PAGED,
    )
    present(view, chosen, output, no_color=no_color)


def _split(value: str | None) -> list[str]:
    return value.split(",") if value is not None else []
