"""Options that several commands share, spelled the same everywhere."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from briefkit.text import registry

if TYPE_CHECKING:
    from briefkit.library import Library


def one_of(*words: str) -> Callable[[str], list[str]]:
    """Return a completion among a few fixed words."""

    def complete(incomplete: str) -> list[str]:
        return _beginning(incomplete, words)

    return complete


def complete_brief(context: typer.Context, incomplete: str) -> list[str]:
    """Return the briefs of the library that begin like this."""
    library = _library(context)
    return _beginning(incomplete, library.names if library else ())


def complete_theme(context: typer.Context, incomplete: str) -> list[str]:
    """Return the themes of the library that begin like this."""
    library = _library(context)
    return _beginning(incomplete, library.volume.themes if library and library.volume else ())


def complete_rule(incomplete: str) -> list[str]:
    """Return the rules whose names begin like this; in a list with commas the last one is completed."""
    from briefkit.checks.ruleset import all_rules

    begun, comma, last = incomplete.rpartition(",")
    return [f"{begun}{comma}{name}" for name in _beginning(last, all_rules())]


def complete_question(incomplete: str) -> list[str]:
    """Return the questions that begin like this."""
    from briefkit.format.questions import QUESTIONS

    return _beginning(incomplete, (question.slug for question in QUESTIONS))


def _library(context: typer.Context) -> "Library | None":
    """Return the library that the command line names so far, else the nearest one."""
    from briefkit.library import find_library
    from briefkit.text.errors import BriefkitError

    try:
        return find_library(context.params.get("library"), os.environ, Path.cwd())
    except (BriefkitError, OSError):
        return None


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.lower().startswith(incomplete.lower())]


def complete_document_format(incomplete: str) -> list[str]:
    """Return the formats of an export that begin like this."""
    return _beginning(incomplete, [*registry.names("briefkit.publish.formats"), "json"])


def complete_view_format(incomplete: str) -> list[str]:
    """Return the formats of views that begin like this."""
    return _beginning(incomplete, view_formats())


def complete_graph_format(incomplete: str) -> list[str]:
    """Return the formats of views with a graph that begin like this."""
    return _beginning(incomplete, view_formats(graph=True))


def complete_report_format(incomplete: str) -> list[str]:
    """Return the formats of reports that begin like this."""
    return _beginning(incomplete, registry.names("briefkit.reports.reporters"))


def read_output(output: Path | None) -> Path | None:
    """Return the file or folder to write to; `-` is the screen."""
    return None if output == Path("-") else output


def view_formats(*, graph: bool = False) -> list[str]:
    """Return the formats of views: the terminal, the documents, the records, and those of a graph if there is one."""
    return [
        "terminal",
        *registry.names("briefkit.publish.formats"),
        "csv",
        "json",
        "names",
        *(["mermaid"] if graph else []),
    ]


LibraryOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--library",
        "-L",
        metavar="DIR",
        help="Folder of the briefs. Default: $BRIEFKIT_LIBRARY, else the nearest folder `briefs`, from here upward.",
        show_default=False,
    ),
]
ViewFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of {', '.join(view_formats())}. Default: terminal, or what the suffix of -o says.",
        autocompletion=complete_view_format,
        show_default=False,
    ),
]
GraphFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of {', '.join(view_formats(graph=True))}. Default: terminal, or what the suffix of -o says.",
        autocompletion=complete_graph_format,
        show_default=False,
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file instead of the screen.",
        callback=read_output,
        show_default=False,
    ),
]
Pages: TypeAlias = Annotated[bool, typer.Option("--pages", help="Text: parted into pages instead of flowing.")]
NoColor: TypeAlias = Annotated[bool, typer.Option("--no-color", help="Print without color.")]
Questions: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--question",
        "-q",
        metavar="QUESTION",
        help="Only this question: goals, context, challenges, us-cooperation or recommendations. May be repeated.",
        autocompletion=complete_question,
        show_default=False,
    ),
]
StdinName: TypeAlias = Annotated[
    str, typer.Option("--stdin-name", metavar="NAME", help="Name under which `-`, the standard input, is shown.")
]
