"""Wiring of the commands, the exit codes, and the one place where errors become messages."""

import gc
import os
import sys
from dataclasses import replace
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from briefkit.text.errors import BriefkitError, InputError
from briefkit.text.printable import visible

if TYPE_CHECKING:
    from briefkit.source.finding import Report


class Exit(IntEnum):
    """Exit codes, a contract."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


COMMANDS = {
    "init": "init",
    "new": "new",
    "validate": "validate",
    "list": "list_",
    "search": "search",
    "show": "show",
    "compare": "compare",
    "trace": "trace",
    "diff": "diff",
    "export": "export",
    "fmt": "fmt",
    "rename": "rename",
    "import": "import_",
    "explain": "explain",
    "schema": "schema",
}
"""The function of each command, which has a module of this name, in the order of the help text."""


class _Commands(TyperGroup):
    """The commands. Each is loaded when it is asked for: only the help text needs them all."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # typer exports no wider type
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        del ctx
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        if args[0] not in COMMANDS:  # did-you-mean looks at those that are loaded
            for name in COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


def _load(name: str) -> Any:
    function = COMMANDS[name]
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=_Guarded)(getattr(import_module(f"briefkit.cli.commands.{function}"), function))
    return get_command(alone)


app = typer.Typer(
    name="briefkit",
    cls=_Commands,
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
    del version, debug  # what it says, `_Guarded` asks of the context


class _Guarded(TyperCommand):
    """A command whose exceptions become a message on stderr and an exit code."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]  # typer exports no wider type
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except Exception as error:
            _fail(error, no_color=bool(ctx.params.get("no_color")), debug=bool(ctx.find_root().params["debug"]))
        except KeyboardInterrupt:
            raise typer.Exit(Exit.INTERRUPTED) from None
        return result


def _fail(error: Exception, *, no_color: bool, debug: bool) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        _leave_pipe()
    from briefkit.library import InvalidBriefError

    if isinstance(error, InvalidBriefError):
        _print_errors(error.report, no_color=no_color)
        raise typer.Exit(Exit.FINDINGS)
    if isinstance(error, BriefkitError):
        code = Exit.FINDINGS if isinstance(error, InputError) else Exit.USAGE
        hint = f"  {visible(error.hint)}\n" if error.hint else ""
        sys.stderr.write(f"briefkit: {visible(error.message)}\n{hint}")
        raise typer.Exit(code)
    if isinstance(error, OSError):
        _say(f"briefkit: {_reason(error)}\n")
        if not error.filename:
            _drop_output()
        raise typer.Exit(Exit.USAGE)
    if debug:
        import traceback

        traceback.print_exception(error)
    else:
        sys.stderr.write(
            f"briefkit: this is a bug in briefkit: {type(error).__name__}: {visible(str(error))[:200]}\n"
            "  run `briefkit --debug …` for the details and report them\n"
        )
    raise typer.Exit(Exit.BUG)


def _print_errors(report: "Report", *, no_color: bool) -> None:
    """Print what stands in the way; what is merely worth knowing is for `validate` to say."""
    from briefkit.cli.terminal import print_report
    from briefkit.source.finding import Severity

    errors = tuple(finding for finding in report.findings if finding.severity is Severity.ERROR)
    print_report(replace(report, findings=errors, waived=()), stream=sys.stderr, no_color=no_color)


def _reason(error: OSError) -> str:
    """Say what the system refused: to open a file or folder, else to take the output."""
    if isinstance(error, FileNotFoundError) and not error.filename and not _is_somewhere():
        return "the folder in which you are does not exist any more; go to another one"
    what = visible(str(error.filename)) if error.filename else "the output cannot be written"
    return f"{what}: {(error.strerror or str(error)).lower()}"


def _is_somewhere() -> bool:
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


def _say(message: str) -> None:
    """Write to standard error, which may be as full as standard output."""
    try:
        sys.stderr.write(message)
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _leave_pipe() -> NoReturn:
    """The reader of the output has gone: leave without a word."""
    _drop_output()
    raise typer.Exit(Exit.DONE)


def _drop_output() -> None:
    from briefkit.cli.terminal import drop_output  # few commands end like this

    drop_output()


def run() -> None:
    """Run the command line with the arguments of the process."""
    gc.disable()  # a command ends soon and leaves no cycles: over 1,000 briefs memory is the same, time 10 % less
    _fill_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    try:
        app(prog_name="briefkit")
    except OSError as error:  # help and completion are printed outside of the commands
        _say(f"briefkit: {_reason(error)}\n")
        _drop_output()
        sys.exit(Exit.USAGE)
    except SystemExit as left:
        if left.code == 1 and type(sys.stdout).__name__ == "PacifyFlushWrapper":  # so click leaves a closed pipe
            sys.exit(Exit.DONE)
        raise


def _fill_streams() -> None:
    """Put nothing in the place of streams that the caller closed, which are None in Python."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 (open as long as the process)
