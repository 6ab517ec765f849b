"""`briefkit schema`: print the JSON Schema of the format, or its fields for people."""

from typing import Annotated

import typer

from briefkit.cli.completion import one_of
from briefkit.cli.options import LibraryOption, Output
from briefkit.publish.format import DOCUMENT, by_suffix, names

_OFFERED = ("json", *names((DOCUMENT,)))


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[brief|volume|questions]",
            help="Which schema: of a brief, of volume.yaml, or of a question set.",
            autocompletion=one_of("brief", "volume", "questions"),
        ),
    ] = "brief",
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {', '.join(_OFFERED)}. Default: json, the schema itself, or what the suffix of -o says.",
            autocompletion=one_of(*_OFFERED),
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    library: LibraryOption = None,
) -> None:
    """Print the JSON Schema of the format, or a page of its fields.

    Editors and other programs read the schema, people the page. Those of briefs and of the volume are made from the
    library's question set; where there is no library they are those of the five questions.

    \b
    Example: briefkit schema > brief.schema.json
    Example: briefkit schema volume -o schema/volume.schema.json
    Example: briefkit schema -f markdown
    """
    from briefkit import api
    from briefkit.cli.present import present
    from briefkit.cli.terminal import emit
    from briefkit.library import nearest_library
    from briefkit.publish.write import write_file
    from briefkit.text.suggest import unknown

    if format is not None and format not in _OFFERED:
        raise unknown("format", format, _OFFERED)
    found = nearest_library(library)
    chosen = format or (by_suffix(output.suffix, (DOCUMENT,)) if output else None) or "json"
    if chosen != "json":
        present(api.fields(kind, found), chosen, output)
        return
    text = api.schema(kind, found)
    if output is None:
        emit(text)
    else:
        write_file(output, text, replace=True)
