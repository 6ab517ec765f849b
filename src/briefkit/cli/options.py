"""Options that several commands share, spelt the same everywhere."""

import os
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from briefkit import registry


def complete_brief(incomplete: str) -> list[str]:
    """Return the briefs of the nearest library that begin like this."""
    from briefkit.errors import BriefkitError
    from briefkit.library import find_library

    try:
        names = find_library(None, os.environ, Path.cwd()).names
    except BriefkitError:
        return []
    return [name for name in names if name.lower().startswith(incomplete.lower())]


def complete_question(incomplete: str) -> list[str]:
    """Return the questions that begin like this."""
    from briefkit.questions import QUESTIONS

    return [question.slug for question in QUESTIONS if question.slug.startswith(incomplete)]


def complete_document_format(incomplete: str) -> list[str]:
    """Return the document formats that begin like this."""
    return [name for name in registry.names("briefkit.writers") if name.startswith(incomplete)]


def complete_view_format(incomplete: str) -> list[str]:
    """Return the formats of views that begin like this."""
    return [name for name in view_formats() if name.startswith(incomplete)]


def complete_graph_format(incomplete: str) -> list[str]:
    """Return the formats of views with a graph that begin like this."""
    return [name for name in view_formats(graph=True) if name.startswith(incomplete)]


def complete_report_format(incomplete: str) -> list[str]:
    """Return the formats of reports that begin like this."""
    return [name for name in registry.names("briefkit.reporters") if name.startswith(incomplete)]


def view_formats(*, graph: bool = False) -> list[str]:
    """Return the formats of views: the terminal, the documents, the records, and those of a graph if there is one."""
    return ["terminal", *registry.names("briefkit.writers"), "csv", "json", "names", *(["mermaid"] if graph else [])]


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
        "--output", "-o", metavar="FILE", help="Write to this file instead of the screen.", show_default=False
    ),
]
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
