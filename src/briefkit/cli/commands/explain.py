"""`briefkit explain`: what a rule finds, why, and how to mend it; what a question set asks."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_explained
from briefkit.cli.options import Design, FontPath, LibraryOption, NoColor, Output, Paper, ViewFormat, printed


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE|SET]",
            help="Name or code of a rule; name of a question set, shipped or the library's own, or its file.",
            autocompletion=complete_explained,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Explain every rule in full.")] = False,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    design: Design = None,
    paper: Paper = None,
    font_path: FontPath = None,
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Explain a rule or a question set, or list all rules.

    \b
    Example: briefkit explain unaddressed-point
    Example: briefkit explain evidence-brief
    """
    from briefkit import api
    from briefkit.cli.present import present
    from briefkit.library import nearest_library

    found = nearest_library(library) if rule else None
    present(
        api.explain(rule, everything=everything, library=found),
        format,
        output,
        no_color=no_color,
        given=printed(design, paper, font_path),
    )
