"""A picture beside the briefs: what is wrong with it, and how its bytes are to be had."""

from collections.abc import Callable
from typing import NamedTuple


class Picture(NamedTuple):
    """A picture of the library.

    `fault` is what keeps it from being shown, as the end of a sentence; mostly empty. `read` returns its bytes, none
    of one with a fault; nothing is read before it is called.
    """

    fault: str
    read: Callable[[], bytes]
