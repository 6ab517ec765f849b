"""Which part of the old brief is which of the new one: by id, then by the same words, then by nearly the same."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from briefkit.source.draft import Json
from briefkit.text.words import words
from briefkit.views.difference.model import Entry, Part

NEAR = 0.6
"""The share of words in common (Dice's coefficient) from which a part with another id is taken for the same."""
COVERED = 0.75
"""The share of the words of a point that another one has to have, for one to be made from the other."""
_LEAST = 4
"""Words below which near words prove nothing."""
_COMMON = 12
"""Parts in which a word may stand that leads from one part to another."""


class Pair(NamedTuple):
    """A part as it was and as it is; one of the two may be missing."""

    old: Entry | None
    new: Entry | None


def paired(old: Sequence[Entry], new: Sequence[Entry]) -> list[Pair]:
    """Return which part is which. Each part stands in one pair; new ones come first, in their order."""
    found: dict[int, Entry] = {}
    left = {id(entry) for entry in old}
    for key in (_by_id, _by_content, _by_statement):
        _pair_equal(old, new, key, found, left)
    rest = [entry for entry in old if id(entry) in left and entry.part not in _UNIQUE]
    for was, now in _nearest(rest, [entry for entry in new if id(entry) not in found and entry.part not in _UNIQUE]):
        found[id(now)] = was
        left.discard(id(was))
    pairs = [Pair(found.get(id(entry)), entry) for entry in new]
    return pairs + [Pair(entry, None) for entry in old if id(entry) in left]


_UNIQUE: frozenset[Part] = frozenset({"head", "answer"})


def _pair_equal(
    old: Sequence[Entry],
    new: Sequence[Entry],
    key: Callable[[Entry], Hashable],
    found: dict[int, Entry],
    left: set[int],
) -> None:
    """Pair the parts that are left and have the same key, the first with the first and so on."""
    waiting: dict[Hashable, list[Entry]] = {}
    for entry in reversed(old):
        if id(entry) in left and (own := key(entry)) is not None:
            waiting.setdefault(own, []).append(entry)
    for entry in new:
        if id(entry) not in found and (candidates := waiting.get(key(entry))):
            found[id(entry)] = candidates.pop()
            left.discard(id(found[id(entry)]))


def _by_id(entry: Entry) -> Hashable:
    """Return what names a part; what has no id of its own is named by all that it says."""
    if entry.part in ("editorial_note", "waiver"):
        return _by_content(entry)
    return entry.part, entry.question if entry.part == "answer" else "", entry.id


def _by_content(entry: Entry) -> Hashable:
    if entry.part in _UNIQUE:
        return None
    return entry.part, entry.id if entry.part == "waiver" else "", _frozen(dict(entry.fields))


def _by_statement(entry: Entry) -> Hashable:
    """Return what stands for the whole: a statement, a title, what a note is about."""
    if entry.part in _UNIQUE:
        return None
    for field in ("statement", "DOI", "URL", "title", "stands for", "at"):
        if value := entry.fields.get(field):
            return entry.part, entry.id if entry.part == "waiver" else "", field, _frozen(value)
    return (entry.part, entry.id) if entry.part == "waiver" else None


def _frozen(value: Json) -> Hashable:
    if isinstance(value, dict):
        return tuple((key, _frozen(inner)) for key, inner in sorted(value.items()))
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def bag(entry: Entry) -> Counter[str]:
    """Return the words of a part, in lower case, with how often each occurs."""
    return Counter(word.lower() for value in entry.fields.values() for word in _words(value))


def _words(value: Json) -> Iterable[str]:
    if isinstance(value, str):
        return words(value)
    if isinstance(value, dict):
        return (word for inner in value.values() for word in _words(inner))
    return (word for inner in value for word in _words(inner)) if isinstance(value, list) else ()


def _nearest(old: Sequence[Entry], new: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Return pairs of nearly the same words, the nearest first; of equally near ones those of one question."""
    bags = {id(entry): bag(entry) for entry in (*old, *new)}
    scored = []
    for i, j in candidates([bags[id(entry)] for entry in old], [bags[id(entry)] for entry in new]):
        was, now = old[i], new[j]
        mine, theirs = bags[id(was)], bags[id(now)]
        total = mine.total() + theirs.total()
        share = 2 * (mine & theirs).total() / total if total else 0.0
        if was.part == now.part and share >= NEAR and total >= 2 * _LEAST:
            scored.append((-share, was.question != now.question, i, j))
    taken: set[int] = set()
    found = []
    for _, _, i, j in sorted(scored):
        if id(old[i]) not in taken and id(new[j]) not in taken:
            taken |= {id(old[i]), id(new[j])}
            found.append((old[i], new[j]))
    return found


def candidates(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> set[tuple[int, int]]:
    """Return which bags of words are worth a comparison: those that share a word which few have."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, bags in enumerate((old, new)):
        for place, own in enumerate(bags):
            for word in own:
                places.setdefault(word, ([], []))[side].append(place)
    few = (found for found in places.values() if max(map(len, found)) <= _COMMON)
    return {(i, j) for olds, news in few for i in olds for j in news}
