"""`briefkit show`: read one brief in the terminal."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief, complete_question
from briefkit.cli.options import (
    Design,
    FontPath,
    LibraryOption,
    NoColor,
    Output,
    Pages,
    Paper,
    StdinName,
    ViewFormat,
    printed,
)


def show(
    brief: Annotated[
        str,
        typer.Argument(
            metavar="BRIEF[:POINT]",
            help="Name or path, - for standard input; behind a name and a colon a point, by label or id.",
            autocompletion=complete_brief,
        ),
    ],
    question: Annotated[
        str | None,
        typer.Option(
            "--question",
            "-q",
            metavar="QUESTION",
            help="Only this question, by its name or letter.",
            autocompletion=complete_question,
            show_default=False,
        ),
    ] = None,
    pager: Annotated[
        bool, typer.Option("--pager", help="Read page by page, in the program that $PAGER names.")
    ] = False,
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
    """Read a brief, one answer or one point of it.

    \b
    Example: briefkit show australia -q recommendations
    Example: briefkit show australia:R1
    """
    from briefkit import api
    from briefkit.cli.arguments import only_name, resolve
    from briefkit.cli.present import present

    is_path = "/" in brief or "\\" in brief or brief.lower().endswith((".yaml", ".yml"))
    name, colon, point = (brief, "", "") if is_path else brief.partition(":")
    found, names = resolve([name], library, stdin_name=stdin_name)
    present(
        api.show(found, f"{only_name(names, found)}{colon}{point}", question),
        format,
        output,
        no_color=no_color,
        pager=pager,
        pages=pages,
        given=printed(design, paper, font_path),
    )
