"""A library as it was at a revision of its git repository: `git` is asked, and nothing in the repository changes."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefkit.library.around import Around
from briefkit.library.files import Item
from briefkit.library.library import VOLUME, Library
from briefkit.reading import load
from briefkit.text.errors import UsageError
from briefkit.text.printable import quoted

_PATIENCE = 60
"""Seconds that git may take for one answer."""
_LARGEST = 20_000_000
"""Bytes of a file from which it is no part of a library; a brief has at most two million."""
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


class Range(NamedTuple):
    """The revisions that are compared; without a new one, the old one and the files as they are."""

    old: str
    new: str | None


def parse_range(written: str) -> Range:
    """Return the revisions of `A..B`, or of `A` alone; one that is left out is HEAD. Raises UsageError for others."""
    old, dots, new = written.partition("..")
    if new.startswith(".") or ".." in new:
        raise UsageError(f"{quoted(written)} is no pair of revisions", hint="write two with two dots: --rev v1.0..v1.1")
    if not dots and not old:
        raise UsageError("--rev names no revision", hint="name one, or two: --rev HEAD~1, --rev v1.0..v1.1")
    return Range(old or "HEAD", (new or "HEAD") if dots else None)


@dataclass(frozen=True)
class PastLibrary(Library):
    """A library as it was; messages call its folder by the revision, since its path says nothing: `HEAD~1:briefs`."""

    called: str = ""

    @property
    def shown(self) -> str:
        """The folder as messages show it."""
        return self.called

    @cached_property
    def _around(self) -> Around:
        path = self._files.get(VOLUME)
        name = f"{self._prefix}{path.name}" if path else ""
        return Around(Item(name, load(path, name), "volume") if path else None, self.folder)


@dataclass(frozen=True)
class Repository:
    """A git repository with its files."""

    root: Path

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """Return the repository in which a folder lies. Raises UsageError when there is none, or no git."""
        place = next((one for one in (folder, *folder.absolute().parents) if one.is_dir()), Path())
        done = _run(place, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise UsageError(
                f"{folder.as_posix()} is in no git repository, so there are no revisions to compare",
                hint="name two files instead: briefkit diff OLD.yaml NEW.yaml",
            )
        return cls(Path(os.fsdecode(done.stdout).rstrip("\n")))

    def commit(self, revision: str) -> str:
        """Return the commit that a revision means. Raises UsageError for an unknown one."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = _run(self.root, *asked)
        if done.returncode:
            hint = "`git log --oneline` shows commits, `git tag` and `git branch` names for them"
            raise UsageError(f"git knows no revision {quoted(revision)}", hint=hint)
        return done.stdout.decode("ascii", "replace").strip()

    def inside(self, path: Path) -> str:
        """Return a path as git calls it. Raises UsageError when it lies elsewhere."""
        try:
            found = path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            raise UsageError(f"{path.as_posix()} lies outside the repository {self.root.as_posix()}") from None
        return "" if found == "." else found

    def former(self, old: str, new: str, path: str) -> str | None:
        """Return what a file of a commit was called in an earlier one, where git takes it for the same; else None."""
        told = self._told("diff-tree", "-r", "-M", "--diff-filter=R", "--name-status", "-z", old, new, "--")
        parts = [os.fsdecode(part) for part in told.split(b"\0")]
        return next((was for was, now in zip(parts[1::3], parts[2::3], strict=False) if now == path), None)

    def library(self, commit: str, folder: str, target: Path, called: str) -> Library:
        """Write the files of a folder as they were at a commit into an empty one, and return the library there.

        Messages call the folder by `called`, the revision as it was typed.
        """
        listed = [*self._listed(commit, folder)]
        for (path, _), content in zip(listed, self._contents([name for _, name in listed]), strict=True):
            file = target.joinpath(*path.parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return PastLibrary(target, called=f"{called}:{folder or '.'}")

    def _listed(self, commit: str, folder: str) -> Iterator[tuple[PurePosixPath, str]]:
        """Yield the files of a folder at a commit, as seen from it, with the names of their contents."""
        told = self._told("ls-tree", "-r", "-z", "-l", "--full-tree", f"{commit}:{folder}", missing=b"")
        for line in filter(None, told.split(b"\0")):
            about, _, name = line.partition(b"\t")
            mode, kind, content, size = about.decode("ascii").split()
            path = PurePosixPath(os.fsdecode(name))
            is_plain = kind == "blob" and mode.startswith("100") and not {"..", ""} & {*path.parts}
            if is_plain and int(size) <= _LARGEST:
                yield path, content

    def _contents(self, names: Sequence[str]) -> Iterator[bytes]:
        """Yield contents by their names, all from one process."""
        if not names:
            return
        told = self._told("cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
        at = 0
        for _ in names:
            end = told.index(b"\n", at)
            size = int(told[at:end].split()[2])
            yield told[end + 1 : end + 1 + size]
            at = end + size + 2

    def _told(self, *arguments: str, given: bytes = b"", missing: bytes | None = None) -> bytes:
        """Return what git says; `missing` where it fails. Raises UsageError when it fails otherwise."""
        done = _run(self.root, *arguments, given=given)
        if not done.returncode:
            return done.stdout
        if missing is not None:
            return missing
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git could not read the repository: {reason[0] if reason else 'it does not say why'}")


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git on its own, without a shell. Raises UsageError when there is none, or when it does not answer."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-C", str(folder), "--no-pager", *_QUIET, *arguments]
    try:
        return subprocess.run(  # noqa: S603 (a list of words; revisions cannot pass for options)
            command, input=given, capture_output=True, timeout=_PATIENCE, check=False, env=environment
        )
    except FileNotFoundError:
        hint = "install git, or name two files: briefkit diff OLD.yaml NEW.yaml"
        raise UsageError("there is no git, which --rev asks for earlier revisions", hint=hint) from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git has not answered within {_PATIENCE} seconds") from None
