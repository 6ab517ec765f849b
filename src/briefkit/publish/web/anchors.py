"""Anchors → ids of a page: each once, and in a form that any address can have."""

import re
from collections.abc import Iterable
from functools import lru_cache

_PLAIN = re.compile(r"[^\W\d_][\w-]*")
_OTHERS = re.compile(r"[^\w-]+")


@lru_cache(maxsize=1 << 12)
def identifier(anchor: str) -> str:
    """Return an anchor as an id; it depends on the anchor alone, so that links from other pages find it."""
    return anchor if _PLAIN.fullmatch(anchor) else f"id-{_OTHERS.sub('-', anchor).strip('-')}"


class Anchors:
    """The anchors of a page with their ids, and which of these are used."""

    def __init__(self, anchors: Iterable[str], taken: Iterable[str] = ()) -> None:
        """Give each anchor an id; `taken` are those of other things."""
        self._taken = dict.fromkeys(taken, 1)
        """All ids, with the last number that was given to one of the name."""
        self._ids: dict[str, str] = {}
        self._placed: set[str] = set()
        for anchor in anchors:
            if anchor not in self._ids:
                self._ids[anchor] = self.new(identifier(anchor))

    def new(self, wanted: str) -> str:
        """Return an id that nothing has, as near as can be to the wanted one."""
        found, number = wanted, self._taken.get(wanted, 0)
        while found in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._taken[wanted] = max(number, 1)
        self._taken.setdefault(found, 1)
        return found

    def link(self, anchor: str) -> str:
        """Return the address of an anchor; empty where the page does not have it."""
        return f"#{self._ids[anchor]}" if anchor in self._ids else ""

    def place(self, anchor: str) -> str | None:
        """Return the id of the part with an anchor; None for a further part with the same, which nothing leads to."""
        if anchor in self._placed or anchor not in self._ids:
            return None
        self._placed.add(anchor)
        return self._ids[anchor]
