"""`briefkit trace`: goals and challenges against what serves them."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief
from briefkit.cli.options import (
    Design,
    FontPath,
    GraphFormat,
    LibraryOption,
    NoColor,
    Output,
    Pages,
    Paper,
    StdinName,
    printed,
)


def trace(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BRIEF]...",
            help="Names or paths; - for standard input. Default: every brief of the library.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    format: GraphFormat = None,  # noqa: A002
    output: Output = None,
    pages: Pages = False,
    design: Design = None,
    paper: Paper = None,
    font_path: FontPath = None,
    stdin_name: StdinName = "stdin.yaml",
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Show what serves each goal and challenge.

    Recommendations and cooperation points serve them; what nothing serves is marked. With another question set: the
    points that it wants answered, and what answers them.

    \b
    Example: briefkit trace australia
    Example: briefkit trace -f mermaid -o trace.mmd
    """
    from briefkit import api
    from briefkit.cli.arguments import resolve
    from briefkit.cli.present import present

    found, names = resolve(briefs or [], library, stdin_name=stdin_name)
    present(
        api.trace(found, names), format, output, no_color=no_color, pages=pages, given=printed(design, paper, font_path)
    )
