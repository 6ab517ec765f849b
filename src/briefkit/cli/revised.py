"""What `diff` compares: two files, two folders, or one of them at two revisions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeAlias

from briefkit.cli.arguments import STDIN, resolve
from briefkit.library import SUFFIXES, Library
from briefkit.library.revisions import Repository, parse_range
from briefkit.text.errors import UsageError
from briefkit.text.printable import quoted

Compared: TypeAlias = tuple[Library, Library, tuple[str, str] | None]
"""The old library, the new one, and the names of the brief in them; None for all briefs."""


@contextmanager
def between_files(arguments: Sequence[str], library: Path | None, stdin_name: str) -> Iterator[Compared]:
    """Give the libraries of two briefs, or of two folders. Raises UsageError for what does not go together."""
    if list(arguments) == [STDIN, STDIN]:
        raise UsageError("standard input can be only one of the two", hint="name a file in place of one `-`")
    (old, old_names), (new, new_names) = (
        resolve([argument], None if Path(argument).is_dir() else library, stdin_name=stdin_name)
        for argument in arguments
    )
    if bool(old_names) != bool(new_names):
        raise UsageError("a folder is compared with a folder, a brief with a brief")
    yield old, new, (old_names[0], new_names[0]) if old_names else None


@contextmanager
def between_revisions(rev: str, arguments: Sequence[str], library: Path | None) -> Iterator[Compared]:
    """Give a library at two revisions, or at one and as it is now; it lies in a folder for the time being.

    Raises UsageError for what git does not know, and when there is no git.
    """
    wanted = parse_range(rev)
    if STDIN in arguments:
        raise UsageError("standard input has no revisions", hint="name a brief of the library")
    found, names = resolve(arguments, library)
    folder = found.folder or Path()
    repository = Repository.around(folder)
    place = repository.inside(folder)
    old = repository.commit(wanted.old)
    new = repository.commit(wanted.new if wanted.new is not None else "HEAD")
    with TemporaryDirectory(prefix="briefkit-") as room:
        now = Library(folder)
        if wanted.new is not None:
            now = repository.library(new, place, _made(room, "new"), wanted.new)
        before = repository.library(old, place, _made(room, "old"), wanted.old)
        if not names:
            yield before, now, None
            return
        name = names[0]
        is_now, was = (_stem(one, name) for one in (now, before))
        if not was and is_now and (path := _former(repository, (old, new), place, now.file(name).name)):
            before = repository.library(old, _folder(path), _made(room, "former"), wanted.old)
            was = path.stem
        if not was and not is_now:
            where = f"at {wanted.old}, nor {f'at {wanted.new}' if wanted.new else 'now'}"
            raise UsageError(f"there is no brief {quoted(name)} {where}", hint="`git log --stat` shows its files")
        yield before, now, (was, is_now)


def _made(room: str, name: str) -> Path:
    folder = Path(room) / name
    folder.mkdir()
    return folder


def _folder(path: PurePosixPath) -> str:
    """Return the folder of a path as git calls it."""
    return "" if path.parent == PurePosixPath() else path.parent.as_posix()


def _stem(library: Library, name: str) -> str:
    """Return the name of a brief as the library spells it; empty where there is none."""
    return next((stem for stem in library.stems if stem.lower() == name.lower()), "")


def _former(repository: Repository, commits: tuple[str, str], place: str, file: str) -> PurePosixPath | None:
    """Return the path that a brief had at the old commit, if git takes it for renamed."""
    was = repository.former(*commits, f"{place}/{file}" if place else file)
    return PurePosixPath(was) if was and was.lower().endswith(SUFFIXES) else None
