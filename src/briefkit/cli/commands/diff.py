"""`briefkit diff`: what changed between two briefs, two libraries, or two revisions."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief
from briefkit.cli.options import TERMINAL, VIEW, LibraryOption, NoColor, Output, StdinName, ViewFormat
from briefkit.text.errors import UsageError


def diff(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD NEW | BRIEF]",
            help="Two briefs, or two folders; with --rev one brief. Without any, with --rev: the whole library.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev",
            metavar="A..B",
            help="Compare two revisions of the git repository; A alone: that one with the files as they are.",
            show_default=False,
        ),
    ] = None,
    format: ViewFormat = None,  # noqa: A002
    output: Output = None,
    stdin_name: StdinName = "stdin.yaml",
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Show what changed, question by question and word by word.

    Points are followed by their ids, renamed ones by their words. In the terminal [-this-] is gone and {+this+} is
    new. Word (-f docx) has the whole text with tracked changes. Exit code 0: nothing changed; 1: something did.

    \b
    Example: briefkit diff old/australia.yaml briefs/australia.yaml
    Example: briefkit diff australia --rev HEAD~1
    Example: briefkit diff --rev v1.0..v1.1 -f markdown
    """
    from briefkit import api
    from briefkit.cli.app import Exit
    from briefkit.cli.present import choose_format, present
    from briefkit.cli.revised import between_files, between_revisions

    named = briefs or []
    if rev is None and len(named) != 2:
        raise UsageError("name the old and the new brief", hint="or one brief and --rev A..B, revisions of git")
    if rev is not None and len(named) > 1:
        raise UsageError("with --rev name one brief, or none for the whole library")
    compared = between_revisions(rev, named, library) if rev is not None else between_files(named, library, stdin_name)
    with compared as (old, new, names):
        view = api.diff(old, new, names, tracked=choose_format(format, output, TERMINAL, VIEW) == "docx")
        present(view, format, output, no_color=no_color)
    if view.rows.rows:
        raise typer.Exit(Exit.FINDINGS)
