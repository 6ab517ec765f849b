"""Wiring of the commands, the exit codes, and the one place where errors become messages."""

import functools
import gc
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Annotated, NoReturn

import typer

from briefkit.cli.commands import compare, explain, export, list_, schema, show, trace, validate
from briefkit.errors import BriefkitError
from briefkit.printable import visible


class Exit(IntEnum):
    """Exit codes, a contract."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


COMMANDS: dict[str, Callable[..., None]] = {
    "validate": validate.validate,
    "list": list_.list_,
    "show": show.show,
    "compare": compare.compare,
    "trace": trace.trace,
    "export": export.export,
    "explain": explain.explain,
    "schema": schema.schema,
}
"""In the order of the help text."""

app = typer.Typer(
    name="briefkit",
    help="Policy briefs as data: check, compare, trace and publish them.",
    epilog="Start with: briefkit list. Each command has --help with an example.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(value: bool) -> None:
    if value:
        from briefkit import __version__

        sys.stdout.write(f"briefkit {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug in briefkit.")] = False,
) -> None:
    """Policy briefs as data: check, compare, trace and publish them."""
    del version
    _state["debug"] = debug


_state = {"debug": False}


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Turn every exception of a command into a message on stderr and an exit code."""

    @functools.wraps(command)
    def run_guarded(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except Exception as error:
            _fail(error)
        except KeyboardInterrupt:
            _leave(Exit.INTERRUPTED)

    return run_guarded


def _fail(error: Exception) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        _leave_pipe()
    from briefkit.library import InvalidBriefError

    if isinstance(error, InvalidBriefError):
        from briefkit.cli.terminal import print_report

        print_report(error.report, stream=sys.stderr)
        raise typer.Exit(Exit.FINDINGS)
    if isinstance(error, BriefkitError):
        sys.stderr.write(f"briefkit: {visible(error.message)}\n")
        if error.hint:
            sys.stderr.write(f"  {visible(error.hint)}\n")
        raise typer.Exit(Exit.USAGE)
    if _state["debug"]:
        import traceback

        traceback.print_exception(error)
    else:
        sys.stderr.write(
            f"briefkit: this is a bug in briefkit: {type(error).__name__}: {visible(str(error))[:200]}\n"
            "  run `briefkit --debug …` for the details and report them\n"
        )
    raise typer.Exit(Exit.BUG)


def _leave_pipe() -> NoReturn:
    """The reader of the output has gone: leave without a word, and keep Python from flushing into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(Exit.DONE)


def _leave(code: Exit) -> NoReturn:
    raise typer.Exit(code)


for _name, _command in COMMANDS.items():
    app.command(_name)(_guarded(_command))


def run() -> None:
    """Run the command line with the arguments of the process."""
    gc.set_threshold(50_000)  # a command makes few cycles; looking for them as often as by default costs 5 % of a run
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    app(prog_name="briefkit")
