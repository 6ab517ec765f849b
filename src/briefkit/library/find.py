"""Finding the library to work on."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.checks.policy import Policy
from briefkit.library.files import SUFFIXES, shown
from briefkit.library.library import VOLUME, InvalidBriefError, Library
from briefkit.text.errors import UsageError

if TYPE_CHECKING:
    from briefkit.format.questions import QuestionSet

__all__ = ["find_library", "nearest_library", "open_library", "open_question_set"]


def open_library(folder: str | os.PathLike[str]) -> Library:
    """Return the library in a folder. Raises UsageError when it is no folder."""
    path = Path(folder)
    if not path.is_dir():
        problem = "is a file, not a folder" if path.exists() else "does not exist"
        raise UsageError(f"the library {shown(path)} {problem}", hint="name the folder in which the briefs are")
    return Library(path)


def open_question_set(file: str) -> "QuestionSet":
    """Return the question set in a file. Raises InvalidBriefError, with the findings, when it has errors."""
    from briefkit.library.chosen import open_set, report_on

    opened = open_set(Path(file), file)
    if opened.questions:
        return opened.questions
    raise InvalidBriefError(report_on([opened], Policy()))


def nearest_library(explicit: Path | None) -> Library | None:
    """Return the named library, else the nearest one, else None. Raises UsageError when the named one is not there."""
    try:
        return find_library(explicit, os.environ, Path.cwd())
    except UsageError:
        if explicit is not None:
            raise
        return None


def find_library(explicit: Path | None, environment: Mapping[str, str], start: Path) -> Library:
    """Find the library to work on: the named one, else `$BRIEFKIT_LIBRARY`, else the nearest one upward.

    Going up from `start`, the first folder counts that has a folder `briefs` or is one with a `volume.yaml`.
    Raises UsageError when there is none.
    """
    if explicit is not None:
        return open_library(explicit)
    if named := environment.get("BRIEFKIT_LIBRARY"):
        try:
            return open_library(named)
        except UsageError as error:
            raise UsageError(error.message, hint="BRIEFKIT_LIBRARY names it: set it anew, or unset it") from None
    for folder in (start, *start.parents):
        if (folder / "briefs").is_dir():
            return Library(folder / "briefs")
        if any((folder / f"{VOLUME}{suffix}").is_file() for suffix in SUFFIXES):
            return Library(folder)
    raise UsageError(
        "there is no library here: no folder `briefs` and no `volume.yaml`, in this folder or above it",
        hint="go to the folder of the library or name it with --library DIR; `briefkit init` makes a new one",
    )
