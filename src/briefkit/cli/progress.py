"""How far long work has come: a bar on standard error, only on a terminal, from half a second on, gone at the end."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefkit.cli.terminal import wants_color

if TYPE_CHECKING:
    from rich.progress import Progress

AFTER = 0.5
"""Seconds after which work is long enough for a bar."""
_BETWEEN = 0.1
"""Seconds from one drawing to the next."""


@contextmanager
def bar(verb: str, *, no_color: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be called with how many parts of the work are done, and of how many.

    It draws when it is called, so that no thread runs while other processes begin. With the last part it is gone, so
    that the result may be printed.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    drawn = _Bar(verb, no_color)
    try:
        yield drawn.tell
    finally:
        drawn.end()


class _Bar:
    def __init__(self, verb: str, no_color: bool) -> None:
        self._verb = verb
        self._no_color = no_color
        self._next = time.monotonic() + AFTER
        self._progress: Progress | None = None

    def tell(self, done: int, total: int) -> None:
        if done == total:
            self.end()
        elif time.monotonic() >= self._next:
            if self._progress is None:
                self._progress = self._begin(total)
            self._progress.update(self._progress.task_ids[0], completed=done, refresh=True)
            self._next = time.monotonic() + _BETWEEN

    def _begin(self, total: int) -> "Progress":
        from rich.console import Console
        from rich.progress import Progress

        console = Console(file=sys.stderr, no_color=not wants_color(sys.stderr, self._no_color))
        progress = Progress(
            *Progress.get_default_columns(),
            console=console,
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        progress.add_task(self._verb, total=total)
        progress.start()
        return progress

    def end(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
