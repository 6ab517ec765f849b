"""What became of the words of points: which point was split into others, which were merged into one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefkit.views.difference.matching import COVERED, Pair, bag, candidates
from briefkit.views.difference.model import Entry

_LEAST = 6
"""Words below which it is chance that another point has them, too."""


def origins(pairs: Sequence[Pair]) -> Mapping[int, tuple[str, ...]]:
    """Return for added points those of whose words they are made, for removed ones those into which theirs went.

    The ids stand by the identity of the entry. An added point is made from another one when this one has lost most of
    the added one's words; a removed one went into another when that one has gained them.
    """
    points = [pair for pair in pairs if (pair.new or pair.old) and _is_point(pair)]
    added = [pair.new for pair in points if pair.new and not pair.old]
    removed = [pair.old for pair in points if pair.old and not pair.new]
    if not added and not removed:
        return {}
    changed = [pair for pair in points if pair.old and (not pair.new or pair.old.fields != pair.new.fields)]
    lost = [(pair.old.id, _less(pair.old, pair.new)) for pair in changed if pair.old]
    grown = [pair for pair in points if pair.new and (not pair.old or pair.old.fields != pair.new.fields)]
    gained = [(pair.new.id, _less(pair.new, pair.old)) for pair in grown if pair.new]
    return {**_covered(added, lost), **_covered(removed, gained)}


def _is_point(pair: Pair) -> bool:
    return (pair.new or pair.old or pair[0]) is not None and all(one.part == "point" for one in pair if one)


def _less(entry: Entry, other: Entry | None) -> Counter[str]:
    """Return the words that a point has and another one has not."""
    return _words(entry) - _words(other) if other else _words(entry)


def _words(entry: Entry) -> Counter[str]:
    """Return what a point says in words, statement and detail; its fields say little of where it comes from."""
    said = {field: value for field, value in entry.fields.items() if field in ("statement", "detail")}
    return bag(Entry(entry.part, "", "", 0, "", said, (), "", 0))


def _covered(parts: Iterable[Entry], sources: Sequence[tuple[str, Counter[str]]]) -> Mapping[int, tuple[str, ...]]:
    """Return for each part the ids of the sources that have most of its words, together or one alone."""
    wanted = [(entry, words) for entry in parts if (words := _words(entry)).total() >= _LEAST]
    near: dict[int, list[int]] = {}
    for i, j in candidates([words for _, words in wanted], [words for _, words in sources]):
        near.setdefault(i, []).append(j)
    found = {}
    for i, (entry, words) in enumerate(wanted):
        shares = [(j, (words & sources[j][1]).total() / words.total()) for j in sorted(near.get(i, ()))]
        best = [sources[j][0] for j, share in shares if share >= COVERED]
        if best:
            found[id(entry)] = (best[0],)
    return found
