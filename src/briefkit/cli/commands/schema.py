"""`briefkit schema`: print the JSON Schema of the format."""

from typing import Annotated

import typer

from briefkit.cli.completion import one_of
from briefkit.cli.options import LibraryOption, Output


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[brief|volume|questions]",
            help="Which schema: of a brief, of volume.yaml, or of a question set.",
            autocompletion=one_of("brief", "volume", "questions"),
        ),
    ] = "brief",
    output: Output = None,
    library: LibraryOption = None,
) -> None:
    """Print the JSON Schema of the format.

    Editors and other programs read it. That of briefs and of the volume is made from the library's question set;
    where there is no library it is that of the five questions.

    \b
    Example: briefkit schema > brief.schema.json
    Example: briefkit schema volume -o schema/volume.schema.json
    """
    from briefkit import api
    from briefkit.cli.terminal import emit
    from briefkit.library import nearest_library
    from briefkit.publish.write import write_file

    text = api.schema(kind, nearest_library(library))
    if output is None:
        emit(text)
    else:
        write_file(output, text, replace=True)
