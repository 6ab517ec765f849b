"""Work on what is open, in several processes: the results are those of one."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator

import pytest

from briefkit.library import forked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only here processes are forked")

ITEMS = [f"item {i}" for i in range(50)]


def each(work: object, items: list[str] = ITEMS) -> Iterator[str]:
    return forked.each(work, items, processes=2)  # type: ignore[arg-type]


def test_results_come_in_order_and_from_other_processes() -> None:
    found = list(each(lambda item: f"{item} {os.getpid()}"))

    assert [one.rpartition(" ")[0] for one in found] == ITEMS
    assert str(os.getpid()) not in {one.rpartition(" ")[2] for one in found}


def test_few_items_are_worked_on_here() -> None:
    assert set(each(lambda _: str(os.getpid()), ITEMS[:3])) == {str(os.getpid())}


def test_what_the_work_raises_is_raised() -> None:
    def work(item: str) -> str:
        if item == ITEMS[30]:
            raise ValueError(item)
        return item

    with pytest.raises(ValueError, match="item 30"):
        list(each(work))
    assert not multiprocessing.active_children()


def test_a_process_that_is_killed_takes_nothing_with_it() -> None:
    home = os.getpid()

    def work(item: str) -> str:
        if item == ITEMS[20] and os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    assert list(each(work)) == ITEMS


def test_nothing_is_left_running_when_the_asker_leaves() -> None:
    results = each(str.upper)
    next(results)
    results.close()  # type: ignore[attr-defined]

    assert not multiprocessing.active_children()
