"""The one place that writes to disk: a whole new file or none."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefkit.text.errors import OutputError


def write_file(path: Path, content: str | bytes, *, replace: bool, is_one_of_many: bool = False) -> None:
    """Write text (as UTF-8, line feeds as they are) or bytes to a file.

    The content goes to a temporary file beside the target, is flushed to the disk and then takes the target's place,
    so that a kill at any moment leaves the old file or the new one. An existing file stays as it is unless `replace`.
    One of many files in a folder is not flushed by itself: `settle` does it for all of them, many times as fast.
    Raises OutputError when the file exists or cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    shown = path.as_posix()
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        if path.is_dir():
            raise OutputError(f"{shown} is a folder", hint="name a file")
        if path.exists() and not replace:
            raise OutputError(f"{shown} is already there", hint="use --force to replace it")
        # links that lead in a circle are no reason for a traceback, as they are for `resolve`
        _replace(Path(os.path.realpath(path)), data, flush=not is_one_of_many)
    except OSError as error:
        raise OutputError(f"{shown} cannot be written: {_reason(path, error)}") from error


def write_new_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet into a folder, by their paths in it with slashes; all of them or none.

    Folders that are lacking are made. Raises OutputError when one of the files is there or cannot be written; those
    written before it are taken away again.
    """
    paths = {folder / name: text for name, text in files.items()}
    for path in paths:
        if path.exists() or path.is_symlink():
            raise OutputError(f"{path.as_posix()} is already there", hint="nothing was written")
    written: list[Path] = []
    try:
        for path, text in paths.items():
            _make_folders(path.parent)
            write_file(path, text, replace=False)
            written.append(path)
    except OutputError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def write_folder(folder: Path, files: Mapping[str, str], manifest: str, *, replace: bool) -> None:
    """Write files into a folder by their names; a new folder has all of them or is not there.

    `manifest` is the one that lists the others: files that an earlier one lists and that are none of these are taken
    away. Raises OutputError when one of the files is there and `replace` is not given, or cannot be written.
    """
    if not folder.parent.is_dir():
        raise OutputError(f"there is no folder {folder.parent.as_posix()}", hint="make it first")
    if not folder.exists():
        _write_new_folder(folder, files)
        return
    targets = [folder / name for name in files]
    if not replace and (there := next((target for target in targets if os.path.lexists(target)), None)):
        raise OutputError(f"{there.as_posix()} is already there", hint="use --force to replace it; nothing was written")
    stale = [folder / name for name in _listed(folder / manifest) - files.keys()]
    refuse_links_out(folder, [*targets, *stale])
    for target, text in zip(targets, files.values(), strict=True):
        write_file(target, text, replace=replace, is_one_of_many=True)
    for path in stale:
        path.unlink(missing_ok=True)
    settle(folder)


def _write_new_folder(folder: Path, files: Mapping[str, str]) -> None:
    temporary = folder.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        make_folder(temporary)
        for name, text in files.items():
            write_file(temporary / name, text, replace=False, is_one_of_many=True)
        settle(temporary)
        temporary.replace(folder)
    except OSError as error:
        raise OutputError(f"the folder {folder.as_posix()} cannot be written: {_reason(folder, error)}") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _listed(manifest: Path) -> set[str]:
    """Return the plain names that a manifest lists; one that cannot be read lists nothing."""
    try:
        names = manifest.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {name for name in names if name not in ("", ".", "..") and not {*name} & {*"/\\:"}}


def write_changed_files(files: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Write other bytes into files that are there, all of them or none; each has its bytes before and after.

    Raises OutputError when a file has other bytes than before or cannot be written; those written are put back.
    """
    for path, (before, _) in files.items():
        try:
            now = path.read_bytes()
        except OSError as error:
            raise OutputError(f"{path.as_posix()} cannot be read: {_reason(path, error)}") from error
        if now != before:
            raise OutputError(f"{path.as_posix()} has changed meanwhile", hint="nothing was written; try again")
    written: list[Path] = []
    staged: dict[Path, Path] = {}
    try:
        for path, (_, after) in files.items():
            staged[path] = _staged(Path(os.path.realpath(path)), after, flush=True)
        for path, temporary in staged.items():
            temporary.replace(Path(os.path.realpath(path)))
            written.append(path)
    except BaseException as error:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
        for path in written:
            write_file(path, files[path][0], replace=True)
        if isinstance(error, OSError):
            raise OutputError(f"nothing was changed: {_reason(Path(error.filename or '.'), error)}") from error
        raise


def _make_folders(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"the folder {path.as_posix()} cannot be made: {_reason(path, error)}") from error


def make_folder(path: Path) -> None:
    """Make a folder, unless it is there. Raises OutputError when its parent is missing or it cannot be made."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"the folder {path.as_posix()} cannot be made: {_reason(path, error)}") from error


def refuse_links_out(folder: Path, targets: Iterable[Path]) -> None:
    """Raise OutputError for a target in the folder that is a link out of it: whoever names a folder means that one."""
    home = os.path.realpath(folder)
    for target in targets:
        if target.is_symlink() and not Path(os.path.realpath(target)).is_relative_to(home):
            raise OutputError(
                f"{target.as_posix()} is a link that leads out of the folder",
                hint="remove it, or name another folder; nothing was written",
            )


def settle(folder: Path) -> None:
    """Flush a folder with many new files to the disk; where the system does not do that for folders, nothing."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some file systems take no part
        return
    finally:
        os.close(handle)


def _replace(path: Path, data: bytes, *, flush: bool) -> None:
    temporary = _staged(path, data, flush=flush)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _staged(path: Path, data: bytes, *, flush: bool) -> Path:
    """Write a temporary file beside a target, with the target's permissions, and return it."""
    temporary = path.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            if flush:
                os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent.as_posix()}"
    return (error.strerror or str(error)).lower()
