"""Briefs of which something is to be made: none of them may have an error."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from briefkit.checks.combine import Reach, combine
from briefkit.checks.examine import examine
from briefkit.checks.examined import Examined
from briefkit.checks.opened import Opened
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.picture import Picture
from briefkit.checks.policy import Policy
from briefkit.format.model import Volume
from briefkit.library.forked import each
from briefkit.library.library import InvalidBriefError
from briefkit.library.packing import pack_examined, unpack_examined
from briefkit.source.finding import Severity

_T = TypeVar("_T")


class Sound(NamedTuple):
    """What briefs are held against: the volume and the pictures around them, and the rules whose findings are errors.

    `as_volume` says that the volume itself may have no error either.
    """

    opened_volume: Opened | None
    policy: Policy
    remarks: tuple[str, ...]
    pictures: Mapping[str, Picture]
    as_volume: bool

    @property
    def volume(self) -> Volume | None:
        """The volume, when there is one and it is valid."""
        return self.opened_volume.volume if self.opened_volume else None

    def examine(self, opened: Opened) -> Examined:
        """Look for errors in one brief."""
        return examine(opened, self.volume, self.policy, self.pictures)

    def made(
        self,
        files: Sequence[tuple[str, Callable[[], Opened]]],
        make: Callable[[ParsedBrief], _T],
        processes: int,
        watch: Callable[[int, int], None],
    ) -> list[_T]:
        """Open files, each under its name in messages, and return what is made of each brief; raise as `make_sure`."""

        def work(item: tuple[str, Callable[[], Opened]]) -> tuple[bytes, _T | None]:
            opened = item[1]()
            known = self.examine(opened)
            has_error = any(finding.severity is Severity.ERROR for finding in known.standing)
            parsed = None if has_error else opened.parsed(self.volume, self.pictures)
            return pack_examined(known), make(parsed) if parsed else None

        found: list[tuple[Examined, _T | None]] = []
        for packed, made in each(work, files, processes=processes):
            found.append((unpack_examined(packed, files[len(found)][0]), made))
            watch(len(found), len(files))
        self.make_sure([known for known, _ in found])
        return [made for _, made in found if made is not None]

    def make_sure(self, known: Sequence[Examined]) -> None:
        """Raise InvalidBriefError, with the findings of all, when one has an error or the volume is not valid."""
        files = {one.file for one in known}
        if self.opened_volume:
            known = (examine(self.opened_volume, self.volume, self.policy, self.pictures), *known)
            if self.as_volume or self.volume is None:
                files.add(self.opened_volume.file)
        report = combine(known, self.volume, self.policy, Reach(files, self.remarks))
        if report.at_least(Severity.ERROR):
            raise InvalidBriefError(report)
