"""The files of a library examined: in several processes when they are many, from the cache when they are unchanged."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from briefkit.library.cache import ResultCache, digest, program
from briefkit.library.files import BriefFile, Item, encoded
from briefkit.library.packing import DAMAGE, pack_examined, unpack_examined
from briefkit.library.pictures import pictures_key
from briefkit.library.shelf import Shelf
from briefkit.library.workers import FROM_FILES, Setting, examined

if TYPE_CHECKING:  # where nothing has changed, nothing is checked
    from briefkit.checks.examined import Examined
    from briefkit.format.model import Volume

_KEPT_AT_ONCE = 256
"""Results that are put into the cache together."""
_KNOWN_AT_ONCE = 1000
"""Results that are taken out of it together."""

_T = TypeVar("_T")


class Examination:
    """Files on their way to results: what stands for each of them first, then what is known of it."""

    def __init__(
        self,
        files: Sequence[BriefFile],
        cache: ResultCache | None,
        processes: int,
        watch: Callable[[int, int], None] | None = None,
    ) -> None:
        """Take the files; `watch` is called with how many have been examined, and of how many."""
        self.files = files
        self.cache = cache
        self.processes = processes
        self.watch = watch
        self._results: list[Examined] | None = None
        self._shelf = Shelf()
        self._items = [file.item() for file in files] if cache and len(files) < FROM_FILES else None

    @cached_property
    def _program(self) -> bytes:
        return program()

    @cached_property
    def _contents(self) -> list[bytes | None]:
        """What stands for each file; None for one that cannot be read, which is looked at each time."""
        return [_content(item) for item in self._items or map(BriefFile.item, self.files)]

    def key(self, *parts: bytes | None) -> bytes | None:
        """Return the key of what is made from all files and these parts; None when one of them cannot be read."""
        known = [part for part in parts if part is not None]
        if not self.cache or len(known) < len(parts) or None in self._contents:
            return None
        names = (encoded(file.file) for file in self.files)
        return digest(self._program, b"all", *filter(None, self._contents), *names, b"|", *known)

    def kept(
        self,
        key: bytes | None,
        make: "Callable[[Examination], _T]",
        pack: Callable[[_T], bytes],
        unpack: Callable[[bytes], _T],
    ) -> _T:
        """Return what is made from the files, as it was kept under the key, else made now and kept."""
        if self.cache and key and (known := self.cache.get([key])):
            try:
                return unpack(known[key])
            except DAMAGE:
                pass
        try:
            made = make(self)
        except DAMAGE:
            if not self.cache:
                raise
            # what the cache gave was not what had been put there
            return make(Examination(self.files, None, self.processes, self.watch))
        if self.cache and key:
            self.cache.put({key: pack(made)})
        return made

    def results(self, setting: Setting, volume: "Volume | None") -> "list[Examined]":
        """Return what is known of each file by a setting, the same each time; `volume` is that of the setting."""
        if self._results is None:
            self._results = self._find_out(setting, volume)
        return self._results

    def _find_out(self, setting: Setting, volume: "Volume | None") -> "list[Examined]":
        base = self._base(setting)
        found = self._cached(base) if self.cache else {}
        missing = [i for i in range(len(self.files)) if i not in found]
        fresh: dict[bytes, bytes] = {}
        for done, (i, item, one, packed) in enumerate(self._examined(missing, setting, volume), 1):
            found[i] = one
            if self.watch:
                self.watch(done, len(missing))
            if self.cache and (content := _content(item)):
                fresh[digest(base, content)] = packed or pack_examined(one)
                if len(fresh) == _KEPT_AT_ONCE:
                    self.cache.put(fresh)
                    fresh = {}
        if self.cache:
            self.cache.put(fresh)
        return [found[i] for i in range(len(self.files))]

    def _base(self, setting: Setting) -> bytes:
        volume = setting.volume.data if setting.volume else b""
        questions = setting.questions.written.encode("utf-8", "surrogatepass")
        volume_bytes = volume if isinstance(volume, bytes) else b""
        return digest(self._program, volume_bytes, setting.policy.words(), questions, pictures_key(setting.pictures))

    def _cached(self, base: bytes) -> "dict[int, Examined]":
        keys = [(i, digest(base, content)) for i, content in enumerate(self._contents) if content]
        found: dict[int, Examined] = {}
        for start in range(0, len(keys), _KNOWN_AT_ONCE):
            some = keys[start : start + _KNOWN_AT_ONCE]
            kept = self.cache.get(key for _, key in some) if self.cache else {}
            for i, key in some:
                if key in kept:
                    try:
                        found[i] = unpack_examined(self._shelf.put(kept[key]), self.files[i].file)
                    except DAMAGE:
                        continue
        return found

    def _item(self, i: int) -> Item:
        return self._items[i] if self._items else self.files[i].item()

    def _examined(
        self, missing: Sequence[int], setting: Setting, volume: "Volume | None"
    ) -> "Iterator[tuple[int, Item, Examined, bytes | None]]":
        """Yield what is known of each missing file, and as bytes where it has been packed; of many so is all."""
        if self.processes > 1 and len(missing) >= FROM_FILES:
            items = (self._item(i) for i in missing)
            packed = examined(items, setting, processes=self.processes)
            for i, (item, data) in zip(missing, packed, strict=True):
                yield i, item, unpack_examined(self._shelf.put(data), item.file), data
            return
        if not missing:
            return
        from briefkit.checks.combine import FEW_FILES
        from briefkit.checks.examine import examine

        for i in missing:
            item = self._item(i)
            one = examine(
                self.files[i].opened or item.opened(setting.questions), volume, setting.policy, setting.pictures
            )
            if len(missing) > FEW_FILES:
                data = pack_examined(one)
                yield i, item, unpack_examined(self._shelf.put(data), item.file), data
            else:
                yield i, item, one, None


def _content(item: Item) -> bytes | None:
    """Return what stands for a file, wherever it lies; None when it cannot be read."""
    if not isinstance(item.data, bytes):
        return None
    name = encoded(os.path.basename(item.file))  # noqa: PTH119 (a fifth of the time)
    return digest(name, b"%d" % item.is_guest, item.kind.encode(), item.data)
