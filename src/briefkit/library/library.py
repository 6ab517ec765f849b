"""A library: a folder of briefs, with or without a volume."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefkit.checks.policy import Policy
from briefkit.library.around import Around
from briefkit.library.files import SUFFIXES, BriefFile, Item, Piped, encoded, shown
from briefkit.reading import load
from briefkit.text.errors import BriefkitError, UsageError
from briefkit.text.printable import quoted
from briefkit.text.suggest import MANY, did_you_mean

if TYPE_CHECKING:  # where nothing has changed, nothing is checked, and one brief is read without the cache
    from briefkit.checks.examined import Examined
    from briefkit.checks.opened import Opened
    from briefkit.checks.parsed import ParsedBrief
    from briefkit.checks.picture import Picture
    from briefkit.checks.summary import Summary
    from briefkit.format.model import Brief, Volume
    from briefkit.format.questions import QuestionSet
    from briefkit.library.cache import ResultCache
    from briefkit.library.examination import Examination
    from briefkit.library.sound import Sound
    from briefkit.library.workers import Setting
    from briefkit.source.finding import Report

VOLUME = "volume"

_T = TypeVar("_T")


class InvalidBriefError(BriefkitError):
    """A brief or the volume has errors, so that nothing can be made from it. `report` says which."""

    def __init__(self, report: "Report") -> None:
        """Keep the report."""
        super().__init__("the briefs have errors")
        self.report = report


@dataclass(frozen=True)
class Library:
    """A folder of briefs.

    Files are read when they are asked for, each once. What a view asks for is kept; a check of many files keeps what
    it has found out and lets the files go.
    """

    folder: Path | None
    """None when there is no library around a brief from standard input."""
    explicit: tuple[Path, ...] = ()
    """Brief files that were named by path; they may lie elsewhere or not exist."""
    piped: Piped | None = None
    cache: "ResultCache | None" = None
    """Where results of earlier checks are kept, if they may be used."""
    edited: Mapping[str, bytes] = field(default_factory=dict)
    """What stands in the place of files of the folder, by their names in lower case: they are not written yet."""
    processes: int = 1
    """In how many processes at most the files of a large library are checked."""
    watch: Callable[[int, int], None] | None = None
    """What is called when a file has been examined, with how many have been, and of how many."""
    _held: "dict[str, Opened]" = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _files(self) -> dict[str, Path]:
        """The brief files by name, and the volume; two files of one name are refused."""
        found: dict[str, Path] = {}
        folder = self.folder or Path()
        # a hundred thousand names are sorted ten times as fast as paths
        for file in sorted(os.listdir(self.folder)) if self.folder else ():  # noqa: PTH208 (see above)
            if not file.lower().endswith(SUFFIXES) or file.startswith("."):
                continue
            path = folder / file
            if (name := path.stem.lower()) in found:
                raise UsageError(
                    f"two files of {self.shown} are called `{path.stem}`: {found[name].name} and {path.name}",
                    hint="rename one of them",
                )
            found[name] = path
        return found | {path.stem.lower(): path for path in self.explicit}

    @cached_property
    def _stems(self) -> dict[str, str]:
        """The names of the briefs by their lower case, in no order that means anything."""
        path = self._around.set_path
        others = {VOLUME, path.stem.lower()} if path and path.parent == self.folder else {VOLUME}
        return {name: path.stem for name, path in self._files.items() if name not in others}

    @property
    def stems(self) -> list[str]:
        """The names of the briefs, in no order that means anything; no brief is read."""
        return list(self._stems.values())

    @property
    def has_briefs(self) -> bool:
        """Whether there is a brief in it, or a question set of its own."""
        return bool(self._stems or self._around.set_path)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the briefs: in the volume's order, then the others by name."""
        stems = self._stems
        order = [name.lower() for name in self.volume.briefs] if self.volume else []
        return tuple(stems[name] for name in dict.fromkeys([*order, *stems]) if name in stems)

    @cached_property
    def _around(self) -> Around:
        if (piped := self.piped) and piped.stem == VOLUME:
            return Around(Item(piped.name, piped.data, "volume"), self.folder)
        path = self._files.get(VOLUME)
        data = self.edited.get(VOLUME) or (load(path, shown(path)) if path else b"")
        return Around(Item(shown(path), data, "volume") if path else None, self.folder)

    @property
    def opened_volume(self) -> "Opened | None":
        """The volume file as far as it could be opened; None when the library has none."""
        return self._around.volume

    @property
    def questions(self) -> "QuestionSet":
        """The questions that its briefs answer. Raises InvalidBriefError when the volume names a set with errors."""
        if found := self._around.chosen.questions:
            return found
        raise InvalidBriefError(self._around.unquestioned(Policy()))

    @property
    def parsed_volume(self) -> "ParsedBrief | None":
        """The volume, if it is valid, with its prose parsed and its links resolved."""
        return self.opened_volume.parsed(self.volume) if self.opened_volume and self.volume else None

    @property
    def pictures(self) -> "Mapping[str, Picture]":
        """The pictures beside the briefs by their paths; none of them is read."""
        return self._around.pictures

    @property
    def volume(self) -> "Volume | None":
        """The volume, when there is one and it is valid."""
        return self.opened_volume.volume if self.opened_volume else None

    @property
    def shown(self) -> str:
        """The folder as messages show it."""
        if self.folder:
            return shown(self.folder)
        return shown(self.explicit[0].parent) if self.explicit else "standard input"

    @cached_property
    def _prefix(self) -> str:
        """What stands before the name of a file when messages show one of the folder."""
        folder = self.shown.rstrip("/")
        return "" if folder == "." else f"{folder}/"

    def file(self, name: str) -> Path:
        """Return the file of a brief, by its name in any case.

        Raises UsageError, with did-you-mean, when the library has no such brief.
        """
        if name.lower() != VOLUME and name.lower() in self._files:
            return self._files[name.lower()]
        if name.lower() == VOLUME:
            raise UsageError("`volume` is the library's own file, not a brief", hint="name a brief; see briefkit list")
        names = ", ".join(self.names) or "none"
        otherwise = f"briefs in {self.shown}: {names}" if len(self.names) < MANY else "see briefkit list"
        hint = did_you_mean(name, self.names, otherwise)
        raise UsageError(f"there is no brief {quoted(name)} in {self.shown}", hint=hint)

    def open(self, name: str) -> "Opened":
        """Open one brief as far as possible, once. Raises UsageError when there is none of this name."""
        if name.lower() not in self._held:
            self._held[name.lower()] = self._opened(name)
        return self._held[name.lower()]

    def _opened(self, name: str) -> "Opened":
        opened = self._brief_file(name).item().opened(self.questions)
        if opened.kind == "questions":
            hint = "name a brief; `briefkit validate` checks question sets, `briefkit explain` shows them"
            raise UsageError(f"{opened.file} is a question set, not a brief", hint=hint)
        return opened

    def parsed(self, name: str) -> "ParsedBrief | None":
        """Return a brief that keeps to the format, with its prose parsed and its links resolved; else None.

        Raises UsageError when there is none of this name.
        """
        return found.parsed(self.volume, self._around.pictures) if (found := self.open(name)).is_sound else None

    def shown_file(self, name: str) -> str:
        """Return the path of a brief's file as messages show it. Raises UsageError when there is none of this name."""
        return self._brief_file(name).file

    def _brief_file(self, name: str) -> BriefFile:
        held = self._held.get(name.lower())
        if self.piped and name.lower() == self.piped.stem:
            is_guest = self.piped.stem not in self._files
            return BriefFile(self.piped.name, data=self.piped.data, is_guest=is_guest, opened=held)
        path = self.file(name)
        if path not in self.explicit:
            return BriefFile(f"{self._prefix}{path.name}", path, self.edited.get(name.lower(), b""), opened=held)
        return BriefFile(shown(path), path, is_guest=not self._holds(path), opened=held)

    def _holds(self, path: Path) -> bool:
        return self.folder is not None and Path(os.path.realpath(path)).parent == Path(os.path.realpath(self.folder))

    def validate(self, names: Iterable[str] = (), *, policy: Policy | None = None) -> "Report":
        """Check the named briefs, or the whole library; `volume` names the volume's own file.

        Rules over the library always see every file. No brief is written to. Raises UsageError for an unknown name.
        """
        wanted = dict.fromkeys(name.lower() for name in names)
        if VOLUME in wanted and self._around.item is None:
            raise UsageError(f"there is no volume.yaml in {self.shown}", hint="name the folder in which it is")
        policy = policy or Policy()
        examination = self._examination(wanted, policy)
        files = {self.shown_file(name) for name in wanted if name != VOLUME}
        if not wanted:
            files.update(file.file for file in examination.files)
        if self._around.item and (not wanted or VOLUME in wanted):
            files.add(self._around.item.file)
        return self._report(examination, policy, files)

    @cached_property
    def summaries(self) -> "Mapping[str, Summary]":
        """The summary of every brief, finished or not, by name."""
        from briefkit.library.packing import pack_summaries, unpack_summaries

        key = self._whole.key(b"summaries", *self._around.key_parts)
        return self._whole.kept(key, self._summaries, pack_summaries, unpack_summaries)

    def _summaries(self, examination: "Examination") -> "dict[str, Summary]":
        results = examination.results(self._setting(Policy())[0], self.volume)
        return {one.name: summary for one in results if (summary := one.summary)}

    @cached_property
    def _whole(self) -> "Examination":
        return self._examine(())

    def _examination(self, wanted: Collection[str], policy: Policy) -> "Examination":
        """Return how the files are examined; of the whole library once."""
        outside = [name for name in wanted if name != VOLUME and name not in self._stems]
        return self._whole if policy == Policy() and not outside else self._examine(outside)

    def _examine(self, outside: Iterable[str]) -> "Examination":
        """Take the briefs of the library, whatever their order, then those from outside, each file once."""
        from briefkit.library.examination import Examination

        files = {file.file: file for file in map(self._brief_file, (*self._stems, *outside))}
        if path := self._around.set_path:
            files[shown(path)] = BriefFile(shown(path), path, kind="questions")
        return Examination(tuple(files.values()), self.cache, self.processes, self.watch)

    def _report(self, examination: "Examination", policy: Policy, files: Collection[str]) -> "Report":
        """Return the report on some of the files; one that was kept is found before a volume is opened."""
        from briefkit.library.packing import pack_report, unpack_report

        key = examination.key(*map(encoded, sorted(files)), b"|", *self._around.key_parts, policy.words())
        return examination.kept(key, lambda own: self._combined(own, policy, files), pack_report, unpack_report)

    def _combined(self, examination: "Examination", policy: Policy, files: Collection[str]) -> "Report":
        from briefkit.checks.combine import Reach, combine
        from briefkit.checks.examine import examine

        if not self._around.chosen.questions:
            return self._around.unquestioned(policy)
        setting, remarks = self._setting(policy)
        briefs = self._results(examination, setting)
        own = [examine(self.opened_volume, self.volume, setting.policy, self.pictures)] if self.opened_volume else []
        return combine([*own, *briefs], self.volume, setting.policy, Reach(frozenset(files), remarks))

    def _results(self, examination: "Examination", setting: "Setting") -> "list[Examined]":
        """Return what is known of the files: the briefs in the order of the library, then those from outside."""
        places = {name.lower(): place for place, name in enumerate(self.names)}
        results = examination.results(setting, self.volume)
        return sorted(results, key=lambda one: places.get(one.name.lower(), len(places)))

    def _setting(self, policy: Policy) -> "tuple[Setting, tuple[str, ...]]":
        """Return with what files are examined, and what is to be said of it."""
        from briefkit.library.workers import Setting

        policy, remarks = self._policy(policy)
        return Setting(self._around.item if self.volume else None, policy, self.questions, self.pictures), remarks

    def _policy(self, policy: Policy) -> tuple[Policy, tuple[str, ...]]:
        """Return the policy with what the volume says, and what is to be said when it cannot be read."""
        if self.volume:
            return policy.with_checks(self.volume.checks), ()
        if self.opened_volume:
            from briefkit.checks.ruleset import needing_volume

            waiting = needing_volume()
            remark = f"{', '.join(sorted(waiting))} wait until {self.opened_volume.file} can be read as a whole"
            return policy.without(waiting), (remark,)
        return policy, ()

    def brief(self, name: str) -> "Brief":
        """Return one brief. Raises UsageError for an unknown name, InvalidBriefError when it has errors."""
        return self.briefs([name])[0]

    def briefs(self, names: Iterable[str] = ()) -> "tuple[Brief, ...]":
        """Return the named briefs, or all of the library in its order; see `parsed_briefs` for what is raised."""
        return tuple(parsed.brief for parsed in self.parsed_briefs(names) if parsed.brief)

    def parsed_briefs(self, names: Iterable[str] = (), *, as_volume: bool = False) -> "tuple[ParsedBrief, ...]":
        """Return the named briefs, or all of the library in its order, with their parsed prose and resolved links.

        A draft that the volume does not list yet can be read like any other, but not `as_volume`, where volume and
        briefs must fit together without an error. Raises UsageError for an unknown name, and InvalidBriefError, with
        the findings of all of them, when one of them has an error or the volume is not valid.
        """
        opened = [self.open(name) for name in list(names) or self.names]
        sound = self._sound(as_volume=as_volume)
        sound.make_sure([sound.examine(one) for one in opened])
        return tuple(parsed for one in opened if (parsed := one.parsed(self.volume, sound.pictures)))

    def made(
        self,
        names: Sequence[str],
        make: "Callable[[ParsedBrief], _T]",
        *,
        processes: int,
        watch: Callable[[int, int], None],
    ) -> list[_T]:
        """Return what is made of each of the named briefs, of many in several processes; none of them is kept.

        `watch` is called with how many are done, and of how many. Raises what `parsed_briefs` raises.
        """
        files = [(self.shown_file(name), partial(self._opened, name)) for name in names]
        return self._sound(as_volume=False).made(files, make, processes, watch)

    def _sound(self, *, as_volume: bool) -> "Sound":
        from briefkit.library.sound import Sound

        ignored = frozenset() if as_volume else frozenset({"brief-not-in-volume"})
        policy, remarks = self._policy(Policy(ignore=ignored, errors_only=True))
        return Sound(self.opened_volume, policy, remarks, self._around.pictures, as_volume)
