"""The values of a field, old and new, as inlines: what is gone, what is new, and enough of what has stayed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from briefkit.document import blocks as b
from briefkit.source.draft import Json
from briefkit.text.alignment import matches
from briefkit.text.rewording import Stretch, blanks_outside, reworded
from briefkit.views.difference.compare import laid_out
from briefkit.views.difference.model import FieldChange, Kind

_AROUND = 9
"""Words that are shown on either side of a change."""
_LEFT_OUT = "…"

Fate: TypeAlias = Callable[[b.Inlines], b.Inline]


def _inserted(children: b.Inlines) -> b.Inline:
    return b.Inserted(children)


def _deleted(children: b.Inlines) -> b.Inline:
    return b.Deleted(children)


FATES: dict[Kind, Fate] = {"added": _inserted, "removed": _deleted}


def shown(change: FieldChange, *, whole: bool = False) -> list[b.Inlines]:
    """Return the paragraphs that show a change of a field; of long texts those in which something changed.

    With `whole` nothing is left out.
    """
    old, new = change.old, change.new
    if isinstance(old, list) or isinstance(new, list):
        olds, news = _texts(old), _texts(new)
        if olds == news:  # what differs is not said in words, such as which part of a name is the family's
            olds, news = ([*map(_spelled_out, side)] if isinstance(side, list) else [] for side in (old, new))
        return [_items(olds, news)]
    if change.is_reworded:
        lines = _lines(reworded(laid_out(str(old)), laid_out(str(new))))
        return [_inlines(line) for line in lines] if whole else [*map(_inlines, _excerpt(lines))]
    return [
        (*deleted, *inserted) for deleted, inserted in _beside(whole_value(old, _deleted), whole_value(new, _inserted))
    ]


def _beside(old: list[b.Inlines], new: list[b.Inlines]) -> Iterator[tuple[b.Inlines, b.Inlines]]:
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    yield from ((paragraph, ()) for paragraph in old)
    yield from (((), paragraph) for paragraph in new)


def whole_value(value: Json, fate: Fate) -> list[b.Inlines]:
    """Return the paragraphs of a value that is new, or gone, as a whole."""
    if value is None:
        return []
    if isinstance(value, str):
        texts = laid_out(value).split("\n\n")
        return [(fate(_broken(text)),) for text in texts if text.strip()]
    return [(fate(b.text("; ".join(_texts(value)))),)]


def _broken(text: str) -> b.Inlines:
    """Return a text with the breaks of its lines."""
    first, *others = text.split("\n")
    rest = (inline for line in others for inline in (b.LineBreak(), *b.text(line)))
    return (*b.text(first), *rest)


def _texts(value: Json) -> list[str]:
    """Return a value as words, a list as those of its items."""
    if isinstance(value, list):
        return [_text(item) for item in value]
    return [] if value is None else [_text(value)]


def _text(value: Json) -> str:
    """Return a value in words: `yes`; of a person `Name, Affiliation`; of a source's author `Family, Given`."""
    match value:
        case True:
            return "yes"
        case {"family": str(family), "given": str(given), **others} if not others:
            return f"{family}, {given}"
        case {"literal": str(only), **others} | {"name": str(only), **others} if not others:
            return only
        case {"name": str(name), **others}:
            return ", ".join([name, *map(str, others.values())])
        case {"label": str(label), "values": list(values)}:
            return f"{label}: {', '.join(map(str, values))}"
        case _:
            return _spelled_out(value)


def _spelled_out(value: Json) -> str:
    """Return a value with the names of what it consists of."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_text(inner)}" for key, inner in value.items())
    return str(value)


def _items(old: Sequence[str], new: Sequence[str]) -> b.Inlines:
    """Return the items of two lists as one."""
    found: list[b.Inlines] = []
    i = j = 0
    for at, to, length in (*matches(old, new), (len(old), len(new), 0)):
        found += [(b.Deleted(b.text(item)),) for item in old[i:at]]
        found += [(b.Inserted(b.text(item)),) for item in new[j:to]]
        found += [b.text(item) for item in new[to : to + length]]
        i, j = at + length, to + length
    return tuple(inline for place, item in enumerate(found) for inline in (*((b.Text("; "),) if place else ()), *item))


def _lines(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """Part what is reworded into its paragraphs."""
    lines: list[list[Stretch]] = [[]]
    for fate, text in stretches:
        for i, piece in enumerate(text.split("\n")):
            if i and lines[-1]:
                lines.append([])
            if piece:
                lines[-1].append(Stretch(fate, piece))
    return [line for line in lines if line]


def _excerpt(lines: Sequence[list[Stretch]]) -> Iterator[list[Stretch]]:
    """Yield the paragraphs in which something changed, and a sign for others between them."""
    for changed, group in groupby(lines, key=lambda line: any(fate != "kept" for fate, _ in line)):
        if changed:
            yield from (_shortened(line) for line in group)
        elif len(lines) > 1:
            yield [Stretch("kept", _LEFT_OUT)]


def _shortened(line: Sequence[Stretch]) -> list[Stretch]:
    """Leave out what stands far from every change."""
    found = []
    for place, stretch in enumerate(line):
        words = stretch.text.split(" ")
        ends = (not place, place == len(line) - 1)
        if stretch.fate != "kept" or len(words) <= _AROUND * (1 if any(ends) else 2) + 3:
            found.append(stretch)
            continue
        before = [] if ends[0] else words[:_AROUND]
        after = [] if ends[1] else words[-_AROUND:]
        found.append(Stretch("kept", " ".join([*before, _LEFT_OUT, *after])))
    return found


def _inlines(stretches: Iterable[Stretch]) -> b.Inlines:
    found: list[b.Inline] = []
    for fate, text in blanks_outside(stretches):
        inlines = b.text(text)
        if fate == "kept":
            found += inlines
        else:
            found.append(b.Deleted(inlines) if fate == "deleted" else b.Inserted(inlines))
    return tuple(found)
