"""The files of a library examined: in several processes when they are many, from the cache when they are unchanged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from briefkit.checks.combine import FEW_FILES
from briefkit.checks.examine import Examined, examine
from briefkit.checks.opened import Opened
from briefkit.format.model import Volume
from briefkit.library.cache import ResultCache, digest, program
from briefkit.library.packing import DAMAGE, pack_examined, unpack_examined
from briefkit.library.workers import FROM_FILES, Item, Setting, examined
from briefkit.reading import load

_KEPT_AT_ONCE = 256
"""Results that are put into the cache together."""


@dataclass(frozen=True)
class BriefFile:
    """A brief's file before it is read: its name in messages and where it is; or what has been opened already."""

    file: str
    path: Path | None = None
    data: bytes = b""
    """The bytes of one that came by standard input."""
    is_guest: bool = False
    opened: Opened | None = None

    def item(self) -> Item:
        """Read the file."""
        return Item(self.file, load(self.path, self.file) if self.path else self.data, "brief", self.is_guest)


class Examination:
    """Files on their way to results: keys first, then what is known of each file."""

    def __init__(self, files: Sequence[BriefFile], setting: Setting, cache: ResultCache | None, processes: int) -> None:
        """Take the files in the order of the library."""
        self.files = files
        self.setting = setting
        self.cache = cache
        self.processes = processes
        self._results: list[Examined] | None = None
        self._items = [file.item() for file in files] if cache and len(files) < FROM_FILES else None

    @cached_property
    def _base(self) -> bytes:
        volume = self.setting.volume.data if self.setting.volume else b""
        policy = self.setting.policy
        chosen = (sorted(policy.select), sorted(policy.ignore), sorted(policy.severity.items()), policy.errors_only)
        return digest(program(), volume if isinstance(volume, bytes) else b"", repr(chosen).encode())

    @cached_property
    def keys(self) -> list[bytes | None]:
        """The key of each file's result; None for a file that cannot be read, which is looked at each time."""
        return [self._key(item) for item in self._items or map(BriefFile.item, self.files)]

    def key(self, *parts: str) -> bytes | None:
        """Return the key of what is made from all files and these words; None when a file cannot be read."""
        if not self.cache or None in self.keys:
            return None
        names = (file.file.encode("utf-8", "surrogateescape") for file in self.files)
        words = (part.encode("utf-8", "surrogateescape") for part in parts)
        return digest(self._base, b"all", *filter(None, self.keys), *names, b"|", *words)

    def results(self, volume: Volume | None) -> list[Examined]:
        """Return what is known of each file; `volume` is that of the setting."""
        if self._results is None:
            self._results = self._find_out(volume)
        return self._results

    def _find_out(self, volume: Volume | None) -> list[Examined]:
        found = self._cached() if self.cache else {}
        missing = [i for i in range(len(self.files)) if i not in found]
        fresh: dict[bytes, bytes] = {}
        for i, item, one in self._examined(missing, volume):
            found[i] = one
            if self.cache and (key := self._key(item)):
                fresh[key] = pack_examined(one)
                if len(fresh) == _KEPT_AT_ONCE:
                    self.cache.put(fresh)
                    fresh = {}
        if self.cache:
            self.cache.put(fresh)
        return [found[i] for i in range(len(self.files))]

    def _key(self, item: Item) -> bytes | None:
        if not isinstance(item.data, bytes):
            return None
        return digest(
            self._base, PurePath(item.file).stem.encode("utf-8", "surrogateescape"), b"%d" % item.is_guest, item.data
        )

    def _cached(self) -> dict[int, Examined]:
        kept = self.cache.get(filter(None, self.keys)) if self.cache else {}
        found: dict[int, Examined] = {}
        for i, key in enumerate(self.keys):
            if key and key in kept:
                try:
                    found[i] = unpack_examined(kept[key], self.files[i].file)
                except DAMAGE:
                    continue
        return found

    def _item(self, i: int) -> Item:
        return self._items[i] if self._items else self.files[i].item()

    def _examined(self, missing: Sequence[int], volume: Volume | None) -> Iterator[tuple[int, Item, Examined]]:
        if self.processes > 1 and len(missing) >= FROM_FILES:
            items = (self._item(i) for i in missing)
            packed = examined(items, self.setting, processes=self.processes)
            for i, (item, data) in zip(missing, packed, strict=True):
                yield i, item, unpack_examined(data, item.file)
            return
        for i in missing:
            item = self._item(i)
            one = examine(self.files[i].opened or item.opened(), volume, self.setting.policy)
            # of many files only what is packed is kept
            yield i, item, unpack_examined(pack_examined(one), item.file) if len(missing) > FEW_FILES else one
