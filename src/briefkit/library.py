"""A library: a folder of briefs, with or without a volume."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from briefkit.checks.check import Checker, Opened, Policy, open_file, open_reading
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.ruleset import needing_volume
from briefkit.format.model import Brief, Volume
from briefkit.reading import read_bytes
from briefkit.source.draft import Draft
from briefkit.source.finding import Report, Severity
from briefkit.text.errors import BriefkitError, UsageError
from briefkit.text.printable import quoted
from briefkit.text.suggest import MANY, did_you_mean

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

    @property
    def stem(self) -> str:
        """The name without folder and suffix, in lower case, as names are compared."""
        return Path(self.name).stem.lower()


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
        stems = {name: path.stem for name, path in self._files.items() if name != VOLUME}
        order = [name.lower() for name in self.volume.briefs] if self.volume else []
        return tuple(stems[name] for name in dict.fromkeys([*order, *stems]) if name in stems)

    @cached_property
    def opened_volume(self) -> Opened | None:
        """The volume file as far as it could be opened; None when the library has none."""
        if self.piped and self.piped.stem == VOLUME:
            return open_reading(read_bytes(self.piped.data, self.piped.name), self.piped.name, "volume")
        path = self._files.get(VOLUME)
        return open_file(path, shown(path), "volume") if path else None

    @property
    def volume(self) -> Volume | None:
        """The volume, when there is one and it is valid."""
        return self.opened_volume.volume if self.opened_volume else None

    @property
    def shown(self) -> str:
        """The folder as messages show it."""
        if self.folder:
            return shown(self.folder)
        return shown(self.explicit[0].parent) if self.explicit else "standard input"

    def file(self, name: str) -> Path:
        """Return the file of a brief, by its name in any case.

        Raises UsageError, with did-you-mean, when the library has no such brief.
        """
        if name.lower() != VOLUME and name.lower() in self._files:
            return self._files[name.lower()]
        if name.lower() == VOLUME:
            raise UsageError("`volume` is the library's own file, not a brief", hint="name a brief; see briefkit list")
        few = len(self.names) < MANY
        otherwise = f"briefs in {self.shown}: {', '.join(self.names) or 'none'}" if few else "see briefkit list"
        hint = did_you_mean(name, self.names, otherwise)
        raise UsageError(f"there is no brief {quoted(name)} in {self.shown}", hint=hint)

    def open(self, name: str) -> Opened:
        """Open one brief as far as possible. Raises UsageError when there is none of this name."""
        if self.piped and name.lower() == self.piped.stem:
            opened = open_reading(read_bytes(self.piped.data, self.piped.name), self.piped.name, "brief")
            return replace(opened, guest=self.piped.stem not in self._files)
        path = self.file(name)
        opened = open_file(path, shown(path), "brief")
        return replace(opened, guest=path in self.explicit and not self._holds(path))

    def _holds(self, path: Path) -> bool:
        return self.folder is not None and path.resolve().parent == self.folder.resolve()

    def validate(self, names: Iterable[str] = (), *, policy: Policy | None = None) -> Report:
        """Check the named briefs, or the whole library; `volume` names the volume's own file.

        Rules over the library always see every file. Nothing is written. Raises UsageError for an unknown name.
        """
        wanted = dict.fromkeys(name.lower() for name in names)
        if VOLUME in wanted and self.opened_volume is None:
            raise UsageError(f"there is no volume.yaml in {self.shown}", hint="name the folder in which it is")
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
        """Return the named briefs, or all of the library in its order; see `parsed_briefs` for what is raised."""
        return tuple(parsed.brief for parsed in self.parsed_briefs(names) if parsed.brief)

    def parsed_briefs(self, names: Iterable[str] = (), *, as_volume: bool = False) -> tuple[ParsedBrief, ...]:
        """Return the named briefs, or all of the library in its order, with their parsed prose and resolved links.

        A draft that the volume does not list yet can be read like any other, but not `as_volume`, where volume and
        briefs must fit together without an error. Raises UsageError for an unknown name, and InvalidBriefError, with
        the findings of all of them, when one of them has an error or the volume is not valid.
        """
        ignored = frozenset() if as_volume else frozenset({"brief-not-in-volume"})
        checker = self._checker(Policy(ignore=ignored, errors_only=True))
        if self.opened_volume:
            checker.add(self.opened_volume, report=as_volume or self.volume is None)
        found = [checker.add(self.open(name)) for name in list(names) or self.names]
        report = checker.report()
        if report.at_least(Severity.ERROR):
            raise InvalidBriefError(report)
        return tuple(parsed for parsed in found if parsed)

    def _checker(self, policy: Policy | None) -> Checker:
        policy = policy or Policy()
        if self.volume:
            return Checker(self.volume, self._reopen, policy.with_checks(self.volume.checks))
        if self.opened_volume:
            waiting = needing_volume()
            remark = f"{', '.join(sorted(waiting))} wait until {self.opened_volume.file} can be read as a whole"
            return Checker(None, self._reopen, policy.without(waiting), remarks=(remark,))
        return Checker(None, self._reopen, policy)

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
        hint="go to the folder of the library, name it with --library DIR, or set BRIEFKIT_LIBRARY",
    )
