"""`briefkit export`: briefs as documents, one file each."""

from pathlib import Path
from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief
from briefkit.cli.options import Design, ExportFormat, FontPath, LibraryOption, Paper, StdinName, printed, read_output


def export(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BRIEF]...",
            help="Names or paths; - for standard input.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Export every brief of the library.")] = False,
    volume: Annotated[bool, typer.Option("--volume", help="Export the whole edited volume as one document.")] = False,
    format: ExportFormat = None,  # noqa: A002
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="Write to this file, or one file a brief to this folder.",
            callback=read_output,
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are already in the folder.")] = False,
    front_matter: Annotated[
        bool | None,
        typer.Option("--front-matter", help="Markdown: title, author, date and summary as YAML front matter."),
    ] = None,
    access_dates: Annotated[
        bool, typer.Option("--access-dates", help="Give the day on which an address was read for all sources.")
    ] = False,
    width: Annotated[
        int | None, typer.Option("--width", help="Text: columns of a line. Default: 72.", show_default=False)
    ] = None,
    page_length: Annotated[
        int | None, typer.Option("--page-length", help="Text: lines of a page. Default: 58.", show_default=False)
    ] = None,
    pages: Annotated[
        bool | None,
        typer.Option("--pages/--no-pages", help="Text: parted into pages, or flowing. Default: pages."),
    ] = None,
    design: Design = None,
    paper: Paper = None,
    font_path: FontPath = None,
    stdin_name: StdinName = "stdin.yaml",
    library: LibraryOption = None,
) -> None:
    """Write briefs or the volume as documents.

    One brief goes to the screen or to a file, several go to a folder, the volume is one document, and so is the
    database of the whole library.

    \b
    Example: briefkit export australia > australia.md
    Example: briefkit export --all -o out/
    Example: briefkit export --volume -o book.docx
    Example: briefkit export --all -o library.sqlite
    """
    from briefkit.cli import exporting
    from briefkit.cli.arguments import resolve
    from briefkit.text.errors import UsageError

    if [bool(briefs), everything, volume].count(True) != 1:
        raise UsageError(
            "an export takes names of briefs, or --all, or --volume", hint="give one of the three; see briefkit list"
        )
    found, names = resolve(briefs or [], library, stdin_name=stdin_name)
    options = {"front_matter": front_matter, "width": width, "page_length": page_length, "pages": pages}
    given = {name: value for name, value in options.items() if value is not None} | printed(design, paper, font_path)
    job = exporting.Job(found, format, output, given, access_dates, force)
    if everything and (whole := job.whole):
        exporting.export_library(job, whole)
    elif volume:
        exporting.export_volume(job)
    else:
        wanted = names or list(found.names)
        exporting.export_briefs(job, wanted, several=everything or len(wanted) > 1)
