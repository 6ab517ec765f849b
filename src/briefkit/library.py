"""A library: a folder of briefs, with or without a volume."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefkit.check import Checker, Opened, Policy, open_file, open_reading
from briefkit.errors import BriefkitError, UsageError
from briefkit.finding import Report
from briefkit.model import Brief, Volume
from briefkit.read import read_bytes
from briefkit.source import Draft
from briefkit.suggest import suggest

SUFFIXES = (".yaml", ".yml")
VOLUME = "volume"


class InvalidBriefError(BriefkitError):
    """A brief or the volume has errors, so that nothing can be made from it. `report` says which."""

    def __init__(self, report: Report) -> None:
        """Keep the report."""
        super().__init__("the briefs have errors")
        self.report = report


@dataclass(frozen=True)
class Piped:
    """A brief from standard input: its bytes and the name under which it is shown."""

    data: bytes
    name: str = "stdin.yaml"


@dataclass(frozen=True)
class Library:
    """A folder of briefs. Files are read when they are asked for, and not kept, except the volume."""

    folder: Path | None
    """None when there is no library around a brief from standard input."""
    explicit: tuple[Path, ...] = ()
    """Brief files that were named by path; they may lie elsewhere or not exist."""
    piped: Piped | None = None

    @cached_property
    def _files(self) -> dict[str, Path]:
        """The brief files by name, and the volume; two files of one name are refused."""
        found: dict[str, Path] = {}
        for path in sorted(self.folder.iterdir()) if self.folder else ():
            if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
                continue
            if (name := path.stem.lower()) in found:
                raise UsageError(
                    f"two files of {self.shown} are called `{path.stem}`: {found[name].name} and {path.name}",
                    hint="rename one of them",
                )
            found[name] = path
        return found | {path.stem.lower(): path for path in self.explicit}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the briefs: in the volume's order, then the others by name."""
        stems = [path.stem for name, path in self._files.items() if name != VOLUME]
        order = [name.lower() for name in self.volume.briefs] if self.volume else []
        known = [stem for name in order for stem in stems if stem.lower() == name]
        return (*known, *(stem for stem in stems if stem not in known))

    @cached_property
    def opened_volume(self) -> Opened | None:
        """The volume file as far as it could be opened; None when the library has none."""
        path = self._files.get(VOLUME)
        return open_file(path, shown(path), "volume") if path else None

    @property
    def volume(self) -> Volume | None:
        """The volume, when there is one and it is valid."""
        return self.opened_volume.volume if self.opened_volume else None

    @property
    def shown(self) -> str:
        """The folder as messages show it."""
        return shown(self.folder) if self.folder else "standard input"

    def file(self, name: str) -> Path:
        """Return the file of a brief, by its name in any case.

        Raises UsageError, with did-you-mean, when the library has no such brief.
        """
        if name.lower() != VOLUME and name.lower() in self._files:
            return self._files[name.lower()]
        if name.lower() == VOLUME:
            raise UsageError("`volume` is the library's own file, not a brief", hint="name a brief; see briefkit list")
        guess = suggest(name, self.names)
        hint = f"did you mean `{guess}`?" if guess else f"briefs in {self.shown}: {', '.join(self.names) or 'none'}"
        raise UsageError(f"there is no brief `{name}` in {self.shown}", hint=hint)

    def open(self, name: str) -> Opened:
        """Open one brief as far as possible. Raises UsageError when there is none of this name."""
        if self.piped and name == Path(self.piped.name).stem:
            return open_reading(read_bytes(self.piped.data, self.piped.name), self.piped.name, "brief")
        path = self.file(name)
        return open_file(path, shown(path), "brief")

    def validate(self, names: Iterable[str] = (), *, policy: Policy | None = None) -> Report:
        """Check the named briefs, or the whole library; `volume` names the volume's own file.

        Rules over the library always see every file. Nothing is written.
        """
        wanted = dict.fromkeys(name.lower() for name in names)
        checker = self._checker(policy)
        if self.opened_volume:
            checker.add(self.opened_volume, report=not wanted or VOLUME in wanted)
        everything = dict.fromkeys([*self.names, *(name for name in wanted if name != VOLUME)])
        seen = set[str]()
        for name in everything:
            opened = self.open(name)
            if opened.file not in seen:
                checker.add(opened, report=not wanted or name.lower() in wanted)
            seen.add(opened.file)
        return checker.report()

    def brief(self, name: str) -> Brief:
        """Return one brief. Raises UsageError for an unknown name, InvalidBriefError when it has errors."""
        return self.briefs([name])[0]

    def briefs(self, names: Iterable[str] = ()) -> tuple[Brief, ...]:
        """Return the named briefs, or all of the library in its order.

        Raises UsageError for an unknown name, and InvalidBriefError, with the findings of all of them, when one of
        them or the volume has an error.
        """
        checker = self._checker(None)
        if self.opened_volume:
            checker.add(self.opened_volume, report=self.volume is None)
        found = list(self._checked(checker, list(names) or list(self.names)))
        report = checker.report()
        if any(finding.severity == "error" for finding in report.findings):
            raise InvalidBriefError(report)
        return tuple(found)

    def _checked(self, checker: Checker, names: Iterable[str]) -> Iterator[Brief]:
        for name in names:
            case = checker.add(self.open(name))
            if case and case.brief:
                yield case.brief

    def _checker(self, policy: Policy | None) -> Checker:
        policy = policy or Policy()
        return Checker(self.volume, self._reopen, policy.with_checks(self.volume.checks) if self.volume else policy)

    def _reopen(self, file: str) -> Draft | None:
        if self.opened_volume and file == self.opened_volume.file:
            return self.opened_volume.draft
        return self.open(Path(file).stem).draft


def shown(path: Path) -> str:
    """Return how messages show a path: as seen from the current folder, with forward slashes."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path.as_posix()
    return Path(relative).as_posix()


def open_library(folder: str | os.PathLike[str]) -> Library:
    """Return the library in a folder. Raises UsageError when it is no folder."""
    path = Path(folder)
    if not path.is_dir():
        problem = "is a file, not a folder" if path.exists() else "does not exist"
        raise UsageError(f"the library {shown(path)} {problem}", hint="name the folder in which the briefs are")
    return Library(path)


def find_library(explicit: Path | None, environment: Mapping[str, str], start: Path) -> Library:
    """Find the library to work on: the named one, else `$BRIEFKIT_LIBRARY`, else the nearest one upward.

    Going up from `start`, the first folder counts that has a folder `briefs` or is one with a `volume.yaml`.
    Raises UsageError when there is none.
    """
    if explicit is not None:
        return open_library(explicit)
    if named := environment.get("BRIEFKIT_LIBRARY"):
        return open_library(named)
    for folder in (start, *start.parents):
        if (folder / "briefs").is_dir():
            return Library(folder / "briefs")
        if any((folder / f"{VOLUME}{suffix}").is_file() for suffix in SUFFIXES):
            return Library(folder)
    raise UsageError(
        "there is no library here: no folder `briefs` and no `volume.yaml`, in this folder or above it",
        hint="go to the folder of the library, name it with --library DIR, or set BRIEFKIT_LIBRARY",
    )
