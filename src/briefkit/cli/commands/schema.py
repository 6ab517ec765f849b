"""`briefkit schema`: print the JSON Schema of the format."""

from typing import Annotated

import typer

from briefkit.cli.completion import one_of


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[brief|volume]", help="Which schema: brief or volume.", autocompletion=one_of("brief", "volume")
        ),
    ] = "brief",
) -> None:
    """Print the JSON Schema of the format.

    Editors and other programs read it.

    \b
    Example: briefkit schema > brief.schema.json
    """
    from briefkit import api
    from briefkit.cli.terminal import emit
    from briefkit.format.schema import schema_text

    if kind == "brief" or kind == "volume":
        emit(schema_text(kind))
    else:
        raise api.unknown("schema", kind, ["brief", "volume"])
