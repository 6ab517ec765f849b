"""What stands for a brief on the command line: a name, a path, or `-`."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from briefkit.library import SUFFIXES, VOLUME, Library, Piped, find_library, open_library
from briefkit.text.errors import UsageError

STDIN = "-"


def resolve(
    arguments: Sequence[str], library: Path | None, *, stdin_name: str = "stdin.yaml", volume: bool = False
) -> tuple[Library, list[str]]:
    """Return the library that the arguments belong to, and their names in it.

    The library is the named one; else the folder of the paths among the arguments (a folder stands for all briefs in
    it, so that there are no names); else the nearest one. `volume=True` allows to name the volume's own file. Raises
    UsageError for what does not go together.
    """
    if len(arguments) == 1 and library is None and _is_bare_folder(arguments[0]):
        return open_library(arguments[0]), []
    piped = STDIN in arguments
    paths = [Path(argument) for argument in arguments if argument != STDIN and _is_path(argument)]
    for path in paths:
        _check(path, volume)
    if piped and not volume:
        _refuse_volume(Path(stdin_name))
    folders = [path for path in paths if path.is_dir()]
    if folders and len(arguments) > 1:
        raise UsageError("a folder stands for all of its briefs; name it alone, or name briefs")
    folder = _folder(paths, library, optional=piped)
    files = tuple(path for path in paths if path not in folders and path.stem.lower() != VOLUME)
    _refuse_namesakes(files)
    found = Library(folder, files, Piped(sys.stdin.buffer.read(), stdin_name) if piped else None)
    return found, [] if folders else [_name(argument, stdin_name) for argument in arguments]


def equipped(library: Library, *, cached: bool, watch: Callable[[int, int], None]) -> Library:
    """Return the library with what makes a check of many files fast: all cores and, if wished, earlier results.

    `watch` is called with how many files have been checked, and of how many.
    """
    from briefkit.library.cache import ResultCache, cache_folder
    from briefkit.library.workers import usable_cores

    cache = ResultCache(cache_folder(os.environ)) if cached else None
    return replace(library, cache=cache, processes=usable_cores(), watch=watch)


def only_name(names: Sequence[str], library: Library) -> str:
    """Return the name of the one brief. Raises UsageError when a folder stands in its place."""
    if not names:
        raise UsageError(
            f"{library.shown} is a folder, not a brief", hint=f"name one of its briefs: {', '.join(library.names)}"
        )
    return names[0]


def _name(argument: str, stdin_name: str) -> str:
    if argument == STDIN:
        return Path(stdin_name).stem
    return Path(argument).stem if _is_path(argument) else argument


def _is_path(argument: str) -> bool:
    if "/" in argument or os.sep in argument or argument in (".", ".."):
        return True
    # A name may have a dot in it, too: `japan-u.s`.
    suffix = Path(argument).suffix
    return suffix.lower() in SUFFIXES or bool(suffix and Path(argument).is_file())


def _is_bare_folder(argument: str) -> bool:
    """Tell whether a word without a slash can only mean a folder: no brief of the nearest library has the name."""
    if _is_path(argument) or not Path(argument).is_dir():
        return False
    try:
        known = find_library(None, os.environ, Path.cwd()).names
    except UsageError:
        return True
    return argument.lower() not in (name.lower() for name in known)


def _check(path: Path, volume: bool) -> None:
    if path.is_dir():
        return
    if path.suffix.lower() not in SUFFIXES:
        problem = "is no brief" if path.exists() else "does not exist"
        meant = next((file for suffix in SUFFIXES if (file := path.with_name(path.name + suffix)).is_file()), None)
        hint = f"did you mean {meant.as_posix()}?" if meant else "a brief is a file with the suffix .yaml or .yml"
        raise UsageError(f"{path.as_posix()} {problem}", hint=hint)
    if not volume:
        _refuse_volume(path)
    elif path.stem.lower() == VOLUME and not path.exists():
        raise UsageError(f"{path.as_posix()} does not exist", hint="check its name and its folder")


def _refuse_volume(path: Path) -> None:
    if path.stem.lower() == VOLUME:
        raise UsageError(
            f"{path.as_posix()} is the library's own file, not a brief", hint="name a brief; see briefkit list"
        )


def _refuse_namesakes(files: Sequence[Path]) -> None:
    """A brief is known by its name, so two files of one name cannot be told apart."""
    first: dict[str, Path] = {}
    for path in files:
        other = first.setdefault(path.stem.lower(), path)
        if os.path.realpath(other) != os.path.realpath(path):
            raise UsageError(
                f"{other.as_posix()} and {path.as_posix()} have the same name", hint="name them one at a time"
            )


def _folder(paths: Sequence[Path], library: Path | None, *, optional: bool) -> Path | None:
    """Return the library's folder.

    None when there is none and what was named can do without: a brief from standard input, or a file in a folder that
    is not there, which is a finding.
    """
    if library is not None:
        return open_library(library).folder
    if not paths:
        try:
            return find_library(None, os.environ, Path.cwd()).folder
        except UsageError:
            if optional:
                return None
            raise
    folders = {path if path.is_dir() else path.parent for path in paths}
    if len({os.path.realpath(folder) for folder in folders}) > 1:
        raise UsageError("the briefs are in different folders", hint="name the library with --library DIR")
    return folder if (folder := min(folders)).is_dir() else None
