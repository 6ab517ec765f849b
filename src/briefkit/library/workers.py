"""Files examined in several processes at once; the results are those of one."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from briefkit.checks.policy import Policy
from briefkit.library.files import Item
from briefkit.library.packing import pack_examined

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from briefkit.checks.picture import Picture
    from briefkit.format.questions import QuestionSet

FROM_FILES = 64 if sys.platform == "linux" else 200
"""Files from which on it pays to start processes: they cost little to fork, and more to begin anew."""
_CHUNK = 16


@dataclass(frozen=True)
class Setting:
    """What files are examined with: the volume's own file, if it is valid, the policy, the questions, the pictures."""

    volume: Item | None
    policy: Policy
    questions: "QuestionSet"
    pictures: "Mapping[str, Picture]"

    def worker(self) -> Callable[[Item], bytes]:
        """Return the function that examines a file and packs what is known of it."""
        from briefkit.checks.examine import examine

        volume = self.volume.opened(self.questions).volume if self.volume else None
        return lambda item: pack_examined(examine(item.opened(self.questions), volume, self.policy, self.pictures))


def examined(items: Iterable[Item], setting: Setting, *, processes: int) -> Iterator[tuple[Item, bytes]]:
    """Yield each file with what is known of it, packed, in the order of the files.

    A process that is killed takes nothing with it: the files that are left are examined here.
    """
    from concurrent.futures.process import BrokenProcessPool

    waiting: list[list[Item]] = []
    rest = iter(items)
    try:
        yield from _in_processes(rest, setting, processes, waiting)
    except BrokenProcessPool:
        work = setting.worker()
        for item in (*(item for chunk in waiting for item in chunk), *rest):
            yield item, work(item)


def _in_processes(
    items: Iterator[Item], setting: Setting, processes: int, waiting: list[list[Item]]
) -> Iterator[tuple[Item, bytes]]:
    """Yield results as `examined` does; `waiting` holds the chunks whose results have not come yet."""
    with _pool(setting, processes) as pool:
        futures: list[Future[list[bytes]]] = []
        try:
            while True:
                while len(futures) < 2 * processes and (chunk := list(islice(items, _CHUNK))):
                    waiting.append(chunk)
                    futures.append(pool.submit(_examine_all, chunk))
                if not futures:
                    return
                results = futures.pop(0).result()
                yield from zip(waiting.pop(0), results, strict=True)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _pool(setting: Setting, processes: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(processes, get_context(method), initializer=_begin, initargs=(setting,))


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_work: list[Callable[[Item], bytes]] = []


def _begin(setting: Setting) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits
    _work[:] = [setting.worker()]


def _examine_all(items: list[Item]) -> list[bytes]:
    return [_work[0](item) for item in items]
