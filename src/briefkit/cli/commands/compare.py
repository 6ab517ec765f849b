"""`briefkit compare`: briefs side by side."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief, complete_theme, one_of
from briefkit.cli.options import (
    Design,
    FontPath,
    LibraryOption,
    NoColor,
    Output,
    Pages,
    Paper,
    Questions,
    StdinName,
    ViewFormat,
    printed,
)
from briefkit.text.errors import UsageError


def compare(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BRIEF]...",
            help="Two briefs or more: names or paths; - for standard input.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Compare every brief of the library.")] = False,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="A row for each question, theme or actor.",
            autocompletion=one_of("question", "theme", "actor"),
        ),
    ] = "question",
    question: Questions = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme",
            metavar="THEME",
            help="Only points with this theme. May be repeated.",
            autocompletion=complete_theme,
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="WHICH",
            help="By theme or actor: rows that all briefs have (shared), that one has (distinct), "
            "or themes that should be answered and are not (gaps).",
            autocompletion=one_of("shared", "distinct", "gaps"),
            show_default=False,
        ),
    ] = None,
    detail: Annotated[bool, typer.Option("--detail", help="Add the first paragraph of each point's detail.")] = False,
    transpose: Annotated[bool, typer.Option("--transpose", help="A row for each brief instead of a column.")] = False,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    pages: Pages = False,
    design: Design = None,
    paper: Paper = None,
    font_path: FontPath = None,
    stdin_name: StdinName = "stdin.yaml",
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Lay briefs side by side.

    A row for each question, for each theme, or for each of those who are asked to act.

    \b
    Example: briefkit compare australia india -q recommendations
    Example: briefkit compare --all --by theme --only gaps
    """
    from briefkit import api
    from briefkit.cli.arguments import resolve
    from briefkit.cli.present import present

    if everything and briefs:
        raise UsageError("name the briefs to compare, or say --all")
    if not everything and not briefs:
        raise UsageError("name two briefs or more, or say --all", hint="see briefkit list")
    found, names = resolve(briefs or [], library, stdin_name=stdin_name)
    view = api.compare(
        found,
        names,
        by=by,
        questions=question or (),
        themes=theme or (),
        only=only or "",
        detail=detail,
        transpose=transpose,
    )
    present(view, format, output, no_color=no_color, pages=pages, given=printed(design, paper, font_path))
