"""`briefkit import`: a file of another program as the draft of a brief, or as references."""

from pathlib import Path
from typing import Annotated

import typer

from briefkit.cli.completion import complete_mapped, one_of
from briefkit.cli.options import LibraryOption, read_output


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A Word file (.docx), or a bibliography (.bib, .ris, CSL .json or .yaml).",
            dir_okay=True,
            show_default=False,
        ),
    ],
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Write it into the library as this brief.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the draft to this file instead of the screen.",
            callback=read_output,
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is already there.")] = False,
    tracked: Annotated[
        str,
        typer.Option(
            "--tracked",
            metavar="accept|reject",
            help="What becomes of tracked changes.",
            autocompletion=one_of("accept", "reject"),
        ),
    ] = "accept",
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="TEXT=QUESTION",
            help="Read the heading or line TEXT as this question, as `summary`, or as `none`. May be repeated.",
            autocompletion=complete_mapped,
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="The report as text or json.",
            autocompletion=one_of("text", "json"),
        ),
    ] = "text",
    library: LibraryOption = None,
) -> None:
    """Make the draft of a brief from a Word file, or references from a bibliography, and report every decision.

    The draft goes to the screen, to -o or into the library; the report to the screen where the draft does not, else to
    standard error. What has no place stands at the end of the draft, as comments. Nothing is lost unsaid.

    \b
    Example: briefkit import policy.docx -o draft.yaml
    Example: briefkit import policy.docx --as canada --map "Working with Washington=us-cooperation"
    Example: briefkit import sources.bib -o references.yaml
    """
    from briefkit.cli import importing
    from briefkit.importing import kinds

    job = importing.Job(file, name, output, force, tracked, tuple(mapped or ()), format, library)
    match kinds.kind(file):
        case "word":
            importing.word(job)
        case "bibliography":
            importing.bibliography(job)
