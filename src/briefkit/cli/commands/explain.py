"""`briefkit explain`: what a rule finds, why, and how to mend it; what a question set asks."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_rule
from briefkit.cli.options import NoColor, Output, ViewFormat


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE|SET]",
            help="Name or code of a rule, or name of a question set that comes with briefkit.",
            autocompletion=complete_rule,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Explain every rule in full.")] = False,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    no_color: NoColor = False,
) -> None:
    """Explain a rule or a question set, or list all rules.

    \b
    Example: briefkit explain unaddressed-point
    Example: briefkit explain evidence-brief
    """
    from briefkit import api
    from briefkit.cli.present import present

    present(api.explain(rule, everything=everything), format, output, no_color=no_color)
