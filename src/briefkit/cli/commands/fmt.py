"""`briefkit fmt`: the keys of briefs in their order, and nothing else changed."""

from typing import Annotated

import typer

from briefkit.cli.completion import complete_brief
from briefkit.cli.options import LibraryOption, NoColor, StdinName


def fmt(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BRIEF]...",
            help="Names or paths; - for standard input, printed. Nothing named: the whole library.",
            autocompletion=complete_brief,
            show_default=False,
        ),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")] = False,
    stdin_name: StdinName = "stdin.yaml",
    library: LibraryOption = None,
    no_color: NoColor = False,
) -> None:
    """Put the keys of briefs and of the volume into their order.

    Comments stay with their key, and each text stays as it is typed. The data are read again and compared before
    anything is written.

    \b
    Example: briefkit fmt australia --diff
    Example: briefkit fmt --check
    """
    from briefkit.cli import terminal
    from briefkit.cli.arguments import resolve
    from briefkit.revising import change, form

    found, names = resolve(briefs or [], library, stdin_name=stdin_name, volume=True)
    changes = form.canonical(found, names)
    if diff:
        terminal.print_difference(changes, no_color=no_color)
    elif not check:
        change.write(changes)
        if found.piped:
            terminal.emit(next((one.after for one in changes if one.path is None), found.piped.data).decode())
    for one in changes if not diff else ():
        if one.path:
            terminal.tell(f"{one.file}: {'would be put' if check else 'put'} in order")
    if check and changes:
        raise typer.Exit(1)
