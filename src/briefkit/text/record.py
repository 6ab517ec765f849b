"""Records: plain values with fields, of which the program has many kinds and makes many."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool = False):
        """Make a class a dataclass that type checkers hold to be frozen, and Python does not.

        Watching for changes at run time, too, doubles the time in which each class and each object is made: of a
        command that shows one brief a seventh.
        """
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
