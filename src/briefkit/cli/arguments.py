"""What stands for a brief on the command line: a name, a path, or `-`."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from briefkit.errors import UsageError
from briefkit.library import SUFFIXES, VOLUME, Library, Piped, find_library, open_library


def resolve(
    arguments: Sequence[str], library: Path | None, *, stdin_name: str = "stdin.yaml", volume: bool = False
) -> tuple[Library, list[str]]:
    """Return the library that the arguments belong to, and their names in it.

    The library is the named one; else the folder of the paths among the arguments (a folder stands for the library
    in it); else the nearest one. `volume=True` allows to name the volume's own file. Raises UsageError for what does
    not go together.
    """
    if "-" in arguments:
        return _piped(arguments, library, stdin_name)
    paths = [Path(argument) for argument in arguments if _is_path(argument)]
    for path in paths:
        _check(path, volume)
    files = tuple(path for path in paths if not path.is_dir() and path.stem.lower() != VOLUME)
    if library is not None:
        found = open_library(library)
    elif paths:
        found = open_library(_folder(paths))
    else:
        found = find_library(None, os.environ, Path.cwd())
    names = [Path(argument).stem if _is_path(argument) else argument for argument in arguments]
    folders = [path for path in paths if path.is_dir()]
    if folders and len(arguments) > 1:
        raise UsageError("a folder stands for all of its briefs; name it alone, or name briefs")
    return Library(found.folder, files), [] if folders else names


def _is_path(argument: str) -> bool:
    return "/" in argument or os.sep in argument or bool(Path(argument).suffix) or argument in (".", "..")


def _check(path: Path, volume: bool) -> None:
    if path.is_dir():
        return
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path.as_posix()} is no brief", hint="a brief is a file with the suffix .yaml or .yml")
    if path.stem.lower() == VOLUME and not volume:
        raise UsageError(
            f"{path.as_posix()} is the library's own file, not a brief", hint="name a brief; see briefkit list"
        )


def _folder(paths: Sequence[Path]) -> Path:
    folders = {path if path.is_dir() else path.parent for path in paths}
    if len({folder.resolve() for folder in folders}) > 1:
        raise UsageError("the briefs are in different folders", hint="name the library with --library DIR")
    return min(folders)


def _piped(arguments: Sequence[str], library: Path | None, stdin_name: str) -> tuple[Library, list[str]]:
    try:
        folder = find_library(library, os.environ, Path.cwd()).folder
    except UsageError:
        if library is not None:
            raise
        folder = None
    piped = Piped(sys.stdin.buffer.read(), stdin_name)
    names = [Path(stdin_name).stem if argument == "-" else argument for argument in arguments]
    return Library(folder, piped=piped), names
