"""Two briefs → their difference: what was added, removed, changed, moved, renamed, split and merged."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefkit.format.model import Brief
from briefkit.source.draft import Json
from briefkit.text.alignment import longest_rise
from briefkit.text.errors import UsageError
from briefkit.views.difference.entries import entries
from briefkit.views.difference.matching import Pair, paired
from briefkit.views.difference.model import Difference, Entry, EntryChange, FieldChange
from briefkit.views.difference.origin import origins

_POINTS = frozenset({"addresses", "rests_on", "obstructs", "at", "evidence"})
"""Fields that name points and other parts by their ids."""
_NAMED = re.compile(r"(@|fig:)([^\s\[\];,@]*[^\s\[\];,@.:])")
"""What prose names: a source, a figure."""
_STRUCTURE = re.compile(r"^[ \t]*(?:[-*+>|#]|\d+[.)]|```|~~~|\[\^)|^    |(?:  |\\)$", re.MULTILINE)
"""What makes a line break mean something."""


def difference(old: Brief | None, new: Brief | None) -> Difference:
    """Return what differs between two briefs; without one of them, all that the other says was added or removed.

    Raises UsageError when they answer different questions, ValueError when there is neither.
    """
    brief = new or old
    if brief is None:
        raise ValueError("a difference needs a brief")
    if old and new and [one.key for one in old.questions.questions] != [one.key for one in new.questions.questions]:
        raise UsageError(
            f"{old.place.file} and {new.place.file} answer different questions: "
            f"`{old.questions.name}` and `{new.questions.name}`",
            hint="a difference is told question by question; compare briefs of one question set",
        )
    changes = _changes(_said(old), _said(new))
    return Difference(old.name if old else "", new.name if new else "", brief.title, brief.questions, tuple(changes))


def _said(brief: Brief | None) -> tuple[Entry, ...]:
    return entries(brief) if brief else ()


def _changes(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[EntryChange]:
    pairs = paired(old, new)
    names = _Names(pairs)
    moved = _moved(pairs)
    known = origins(pairs)
    for pair in _in_order(pairs):
        was, now = pair
        fields = () if was is None or now is None else tuple(_fields(names.renamed(was), now))
        change = EntryChange(was, now, fields, now is not None and id(now) in moved, known.get(_key(pair), ()))
        if not was or not now or fields or change.moved or change.is_renamed:
            yield change


def _key(pair: Pair) -> int:
    return id(pair.new or pair.old)


class _Names:
    """The ids that parts were called by, and what they are called now."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        renamed = [(was, now) for was, now in pairs if was and now and was.id != now.id]
        self.points = {was.id: now.id for was, now in renamed if was.part in ("point", "figure")}
        self.sources = {was.id: now.id for was, now in renamed if was.part == "reference"}
        self.points |= {f"ref:{was}": f"ref:{now}" for was, now in self.sources.items()}
        self.mentioned = {
            **{("@", was): now for was, now in self.sources.items()},
            **{("fig:", was.id): now.id for was, now in renamed if was.part == "figure"},
        }

    def renamed(self, entry: Entry) -> Entry:
        """Return a part with the names that others have now."""
        if not self.points:
            return entry
        return replace(entry, fields={key: self._value(key, value) for key, value in entry.fields.items()})

    def _value(self, field: str, value: Json) -> Json:
        if field == "based_on" and isinstance(value, str):
            return self.sources.get(value, value)
        if field in _POINTS:
            if isinstance(value, list):
                return [self.points.get(one, one) if isinstance(one, str) else one for one in value]
            return self.points.get(value, value) if isinstance(value, str) else value
        if isinstance(value, str) and self.mentioned:
            return _NAMED.sub(self._mention, value)
        return value

    def _mention(self, match: re.Match[str]) -> str:
        return match[1] + self.mentioned.get((match[1], match[2]), match[2])


def _fields(old: Entry, new: Entry) -> Iterator[FieldChange]:
    for field in dict.fromkeys((*new.fields, *old.fields)):
        was, now = old.fields.get(field), new.fields.get(field)
        if was != now and not (isinstance(was, str) and isinstance(now, str) and says_the_same(was, now)):
            yield FieldChange(field, was, now)


def says_the_same(old: str, new: str) -> bool:
    """Tell whether two texts differ only in where their lines end, as far as that means nothing in Markdown."""
    return laid_out(old) == laid_out(new)


def laid_out(text: str) -> str:
    """Return Markdown with a line for each paragraph, whatever the lines of the file; lists and tables keep theirs."""
    return "\n\n".join(map(_paragraph, re.split(r"\n[ \t]*\n\s*", text.strip("\n"))))


def _paragraph(text: str) -> str:
    if not _STRUCTURE.search(text):
        return " ".join(text.split())
    return text


def _moved(pairs: Iterable[Pair]) -> frozenset[int]:
    """Return the parts that stand elsewhere: in another answer, or, as few as possible, in another order."""
    kept: dict[tuple[str, str], list[tuple[Entry, Entry]]] = {}
    found: set[int] = set()
    for was, now in pairs:
        if not was or not now or not now.number:
            continue
        if was.question != now.question:
            found.add(id(now))
        else:
            kept.setdefault((now.part, now.question), []).append((was, now))
    for both in kept.values():
        steady = set(longest_rise([was.number for was, _ in both]))
        found |= {id(now) for place, (_, now) in enumerate(both) if place not in steady}
    return frozenset(found)


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs in the order of the new file, what is gone where it stood among those that are left."""
    gone = [pair.old for pair in pairs if pair.old and not pair.new]
    found = [pair for pair in pairs if pair.new]
    places = _places(found)
    for entry in reversed(gone):
        before = max(
            (place for place, was in places.get((entry.part, entry.question), ()) if was.number < entry.number),
            default=None,
        )
        at = before + 1 if before is not None else _begin(found, entry)
        found.insert(at, Pair(entry, None))
    return found


def _places(pairs: Sequence[Pair]) -> Mapping[tuple[str, str], list[tuple[int, Entry]]]:
    """Return where the pairs stand whose parts stayed in their answer, with what they were."""
    found: dict[tuple[str, str], list[tuple[int, Entry]]] = {}
    for place, (was, now) in enumerate(pairs):
        if was and now and was.question == now.question:
            found.setdefault((now.part, now.question), []).append((place, was))
    return found


_ORDER = ("head", "answer", "point", "figure", "abbreviation", "reference", "editorial_note", "waiver")


def _begin(pairs: Sequence[Pair], entry: Entry) -> int:
    """Return where the parts of a kind begin: those of a question behind its answer."""
    if entry.part == "point":
        answer = (i + 1 for i, pair in enumerate(pairs) if pair.new and pair.new.id == entry.question)
        return next(answer, len(pairs))
    rank = _ORDER.index(entry.part)
    later = (
        i
        for i, (was, now) in enumerate(pairs)
        if (one := now or was) and not one.question and _ORDER.index(one.part) >= rank and one.part != "head"
    )
    return next(later, len(pairs))
