"""A new brief of a library, and a new library."""

import os
from pathlib import Path

from briefkit.format import shipped
from briefkit.format.questions import DEFAULT
from briefkit.library import SUFFIXES, Library, open_question_set
from briefkit.scaffold.brief import Scaffold, checked_name, new_brief
from briefkit.scaffold.folder import SERVICES, NewFile, new_library
from briefkit.text.suggest import unknown


def start_brief(library: Library, name: str, *, date: str) -> tuple[Path, str]:
    """Return the file of a new brief of the library, and a text to fill in.

    `name` is what the brief is called on the command line, `date` a partial date. Raises UsageError when the name is
    none of a brief or the library has it.
    """
    stem = checked_name(name, library.names)
    folder = library.folder or Path()
    schema = "../schema" if (folder.parent / "schema" / "brief.schema.json").is_file() else "."
    themes = tuple(library.volume.themes) if library.volume else ()
    scaffold = Scaffold(stem, date, f"{schema}/brief.schema.json", themes)
    return folder / f"{stem}.yaml", new_brief(library.questions, scaffold)


def start_library(folder: Path, questions: str = DEFAULT, *, date: str, service: str | None = None) -> list[NewFile]:
    """Return the files of a new library in a folder, whose briefs answer the questions of a set, by its name or file.

    `date` is a partial date, `service` is github or gitlab. Raises UsageError for another name, InvalidBriefError when
    the file of the set has errors.
    """
    if service is not None and service not in SERVICES:
        raise unknown("service", service, list(SERVICES))
    if questions in shipped.names():
        return new_library(shipped.shipped(questions), named=questions, date=date, service=service)
    if not questions.lower().endswith(SUFFIXES):
        raise unknown("question set", questions, shipped.names())
    named = Path(os.path.relpath(questions, folder / "briefs")).as_posix()
    return new_library(open_question_set(questions), named=named, date=date, service=service)
