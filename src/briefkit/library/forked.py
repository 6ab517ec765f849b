"""What is open already, worked on in several processes at once where the system can fork; the results are those of one.

A process that is forked has all that this one has: nothing is opened again, and only results go from one to another.
"""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, cast

FROM_ITEMS = 32
"""Items from which on it pays to fork."""
_CHUNK = 4

_T = TypeVar("_T")
_R = TypeVar("_R")


def each(work: Callable[[_T], _R], items: Sequence[_T], *, processes: int) -> Iterator[_R]:
    """Yield what the work makes of each item, in their order.

    What the work raises is raised. A process that is killed takes nothing with it: the items that are left are worked
    on here.
    """
    if processes < 2 or len(items) < FROM_ITEMS or sys.platform != "linux":
        yield from map(work, items)
        return
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for result in _in_processes(lambda i: work(items[i]), len(items), processes):
            yield result
            done += 1
    except BrokenProcessPool:
        yield from map(work, items[done:])


def _in_processes(work: Callable[[int], _R], count: int, processes: int) -> Iterator[_R]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(processes, get_context("fork"), initializer=_begin, initargs=(work,)) as pool:
        try:
            yield from cast("Iterator[_R]", pool.map(_do, range(count), chunksize=_CHUNK))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


_work: list[Callable[[int], object]] = []


def _begin(work: Callable[[int], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits
    _work[:] = [work]


def _do(number: int) -> object:
    return _work[0](number)
