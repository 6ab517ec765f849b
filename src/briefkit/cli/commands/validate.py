"""`briefkit validate`: check briefs and say what is wrong, where, and how to mend it."""

import sys
from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief, complete_rule, one_of
from briefkit.cli.options import LibraryOption, NoCache, NoColor, StdinName
from briefkit.reports import FINDINGS


def validate(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BRIEF]...",
            help="Names or paths; - for standard input. Nothing named: the whole library.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {', '.join(FINDINGS.names)}.",
            autocompletion=one_of(*FINDINGS.names),
        ),
    ] = "full",
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULES",
            help="Run only these rules, by name or code; reading and format are always checked.",
            autocompletion=complete_rule,
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="RULES",
            help="Do not run these rules.",
            autocompletion=complete_rule,
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="Exit with 1 from this severity up: error, warning or info.",
            autocompletion=one_of("error", "warning", "info"),
        ),
    ] = "error",
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print only how many findings each rule has.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Print only a summary in Markdown, for a pull request.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write what is certain into the briefs, then show what is left.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    stdin_name: StdinName = "stdin.yaml",
    library: LibraryOption = None,
    no_cache: NoCache = False,
    no_color: NoColor = False,
) -> None:
    """Check briefs: format, links, citations, prose. Nothing is written without --fix.

    \b
    Example: briefkit validate australia --fail-on warning
    Example: briefkit validate -f github --ignore state-as-actor
    Example: briefkit validate --diff
    """
    from briefkit import api
    from briefkit.cli import terminal
    from briefkit.cli.arguments import equipped, resolve
    from briefkit.cli.progress import bar
    from briefkit.library import open_library
    from briefkit.reports import reporter
    from briefkit.text.errors import UsageError

    if format not in FINDINGS.names:
        raise api.unknown("format", format, FINDINGS.names)
    threshold = api.severity(fail_on)
    named, names = resolve(briefs or [], library, stdin_name=stdin_name, volume=True)
    with bar("checking", no_color=no_color) as watch:
        found = equipped(named, cached=not no_cache, watch=watch)
        if not names and not found.has_briefs:
            raise UsageError(
                f"there is nothing to check: {found.shown} has no brief",
                hint="a brief is a file with the suffix .yaml or .yml; `briefkit new NAME` makes one to fill in",
            )
        report = api.validate(found, names, select=select or (), ignore=ignore or ())
    if fix or diff:
        mended = api.fix(found, report, write=not diff)
        if diff:
            terminal.print_difference(mended.changes, no_color=no_color)
            raise typer.Exit(1 if mended.changes else 0)
        for change in mended.changes:
            terminal.tell(f"{change.file}: {change.places} mended")
        found = open_library(found.folder) if found.folder and mended.changes else found
        report = api.validate(found, names, select=select or (), ignore=ignore or ())
    try:
        if statistics or summary:
            terminal.emit(reporter.statistics(report) if statistics else reporter.markdown_summary(report))
        else:
            terminal.print_report(report, format, no_color=no_color)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads no more of it still wants to know whether there are errors
        terminal.drop_output()
    if report.at_least(threshold):
        raise typer.Exit(1)
