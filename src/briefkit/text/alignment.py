"""What two sequences have in common, in order: the stretches that are the same in both.

Patience diff (Bram Cohen, 2003) finds what stands once in each and so cannot be mistaken; between these anchors the
greedy algorithm of Myers (“An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1, 1986) finds the shortest
way. Work has a limit, so that two long texts without anything in common cost no more than others.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

_FEW = 60
"""Items of a gap up to which the shortest way is looked for at once."""
_FARTHEST = 150
"""Changes of one gap after which no further ones are looked for."""
_STEPS = 20_000
"""Steps of the shortest way in one comparison, and one more for each item."""
_ITEMS = 700_000
"""Items among which anchors are looked for in one comparison, gaps in gaps counted anew."""
_ROW = 6
"""Items that stand in a row where single ones are not telling enough."""


class Match(NamedTuple):
    """A stretch that is the same in both: where it begins in each, and its length."""

    old: int
    new: int
    length: int


class _Gap(NamedTuple):
    """A part of both sequences that is still to be compared; ends are exclusive."""

    old: int
    old_end: int
    new: int
    new_end: int


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the stretches that are the same in both, in order; none of them touches the next in both."""
    search = _Search(old, new)
    todo = [_Gap(0, len(old), 0, len(new))]
    while todo:
        todo += search.look(todo.pop())
    return _joined(sorted(search.found))


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest rising subsequence."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        height = bisect_left(tails, number)
        before.append(at[height - 1] if height else -1)
        if height == len(tails):
            tails.append(number)
            at.append(place)
        else:
            tails[height], at[height] = number, place
    found: list[int] = []
    place = at[-1] if at else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]


class _Search:
    """The search for what is the same, as far as it has come."""

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        numbers: dict[Hashable, int] = {}
        self.old = [numbers.setdefault(item, len(numbers)) for item in old]
        self.new = [numbers.setdefault(item, len(numbers)) for item in new]
        self.found: list[Match] = []
        self.steps = _STEPS + len(old) + len(new)
        self.items = _ITEMS

    def look(self, gap: _Gap) -> list[_Gap]:
        """Keep what is the same in a gap, and return the gaps that are left in it."""
        gap = self._trimmed(gap)
        if gap.old == gap.old_end or gap.new == gap.new_end:
            return []
        size = gap.old_end - gap.old + gap.new_end - gap.new
        anchors = self._anchors(gap) if size > _FEW and self.items > 0 else []
        if not anchors:
            self._shortest(gap)
            return []
        found = []
        i, j = gap.old, gap.new
        for at, to in anchors:
            if at < i:
                continue  # the stretch before goes as far as here
            found.append(_Gap(i, at, j, to))
            length = self._run(at, to, gap)
            self.found.append(Match(at, to, length))
            i, j = at + length, to + length
        return [*found, _Gap(i, gap.old_end, j, gap.new_end)]

    def _run(self, i: int, j: int, gap: _Gap) -> int:
        """Return how far both go on alike."""
        start = i
        while i < gap.old_end and j < gap.new_end and self.old[i] == self.new[j]:
            i, j = i + 1, j + 1
        return i - start

    def _trimmed(self, gap: _Gap) -> _Gap:
        """Keep what is the same at both ends."""
        length = self._run(gap.old, gap.new, gap)
        if length:
            self.found.append(Match(gap.old, gap.new, length))
        i, j = gap.old_end, gap.new_end
        while i > gap.old + length and j > gap.new + length and self.old[i - 1] == self.new[j - 1]:
            i, j = i - 1, j - 1
        if i < gap.old_end:
            self.found.append(Match(i, j, gap.old_end - i))
        return _Gap(gap.old + length, i, gap.new + length, j)

    def _anchors(self, gap: _Gap) -> list[tuple[int, int]]:
        """Return what surely belongs together, as far as the order is the same.

        That is what stands once in each; where nothing does, several items in a row that stand once, and after them
        items that stand equally often.
        """
        olds, news = self.old[gap.old : gap.old_end], self.new[gap.new : gap.new_end]
        self.items -= len(olds) + len(news)
        pairs = _once(olds, news) or _once(_rows(olds), _rows(news)) or _equally_often(olds, news)
        rising = longest_rise([to for _, to in pairs])
        return [(gap.old + pairs[place][0], gap.new + pairs[place][1]) for place in rising]

    def _shortest(self, gap: _Gap) -> None:
        """Keep what is the same on the shortest way through a gap, unless it is too long."""
        n, m = gap.old_end - gap.old, gap.new_end - gap.new
        reach = {1: 0}
        trace: list[dict[int, int]] = []
        for changes in range(min(n + m, _FARTHEST) + 1):
            if self.steps < 0:
                return
            self.steps -= changes + 1
            trace.append(reach)
            reach = dict(reach)
            for k in range(-changes, changes + 1, 2):
                down = k == -changes or (k != changes and reach[k - 1] < reach[k + 1])
                x = reach[k + 1] if down else reach[k - 1] + 1
                if x <= n and x - k <= m:
                    x += self._run(gap.old + x, gap.new + x - k, gap)
                reach[k] = x
                if x >= n and x - k >= m:
                    self._back(gap, trace, (n, m))
                    return

    def _back(self, gap: _Gap, trace: list[dict[int, int]], end: tuple[int, int]) -> None:
        """Keep what is the same on a way, from its end."""
        x, y = end
        for changes in range(len(trace) - 1, -1, -1):
            reach, k = trace[changes], x - y
            down = k == -changes or (k != changes and reach[k - 1] < reach[k + 1])
            from_k = k + 1 if down else k - 1
            from_x = reach[from_k]
            start = from_x if down else from_x + 1
            if not changes:
                start = 0
            if x > start:
                self.found.append(Match(gap.old + start, gap.new + start - k, x - start))
            x, y = from_x, from_x - from_k


def _once(olds: Sequence[Hashable], news: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of what stands once in each, by the old ones."""
    many, most = Counter(olds), Counter(news)
    places = {item: place for place, item in enumerate(news) if most[item] == 1}
    return [(place, places[item]) for place, item in enumerate(olds) if item in places and many[item] == 1]


def _rows(items: Sequence[int]) -> list[Hashable]:
    return list(zip(*(items[i:] for i in range(_ROW)), strict=False))


def _equally_often(olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Return the places of what stands equally often in each, the first with the first and so on."""
    many, most = Counter(olds), Counter(news)
    places: dict[int, list[int]] = {}
    for place, item in enumerate(news):
        if many[item] == most[item]:
            places.setdefault(item, []).append(place)
    rest = {item: iter(found) for item, found in places.items()}
    return [(place, next(rest[item])) for place, item in enumerate(olds) if item in rest]


def _joined(found: Sequence[Match]) -> list[Match]:
    joined: list[Match] = []
    for match in found:
        if (
            joined
            and joined[-1].old + joined[-1].length == match.old
            and (joined[-1].new + joined[-1].length == match.new)
        ):
            joined[-1] = joined[-1]._replace(length=joined[-1].length + match.length)
        else:
            joined.append(match)
    return joined
