"""Runs of inlines, old and new, as one: words that have stayed, that are gone and that are new, in their markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from briefkit.document import blocks as b
from briefkit.document.inlines import LEAVES
from briefkit.text.rewording import runs

_WORD = re.compile(r" ?[^\W_]+(?:[-'’./&][^\W_]+)*| ?[^\w\s]|\s|_")
_PRIVATE = 0xF0000
"""The first of the characters that no text has; there are enough of them for all words of a file."""
_Fate: TypeAlias = Literal["kept", "deleted", "inserted"]


class _Piece(NamedTuple):
    """A word, or an inline that is taken as one, with the markup around it, from the outside."""

    inline: b.Inline
    around: tuple[b.Inline, ...] = ()


def merged_inlines(old: b.Inlines, new: b.Inlines) -> b.Inlines:
    """Return two runs of inlines as one, with what is gone in `Deleted` and what is new in `Inserted`."""
    olds, news = [*_pieces(old, ())], [*_pieces(new, ())]
    names: dict[_Piece, str] = {}
    told: list[tuple[_Fate, _Piece]] = []
    i = j = 0
    for run in runs([_name(piece, names) for piece in olds], [_name(piece, names) for piece in news]):
        was, now = olds[i : i + len(run.old)], news[j : j + len(run.new)]
        i, j = i + len(run.old), j + len(run.new)
        if run.kept:
            told += [("kept", piece) for piece in now]
        else:
            told += [("deleted", piece) for piece in was]
            told += [("inserted", piece) for piece in now]
    return tuple(_built(told))


def _pieces(inlines: b.Inlines, around: tuple[b.Inline, ...]) -> Iterator[_Piece]:
    for inline in inlines:
        match inline:
            case b.Text(text):
                yield from (_Piece(b.Text(word), around) for word in _WORD.findall(text))
            case _ if isinstance(inline, LEAVES):
                yield _Piece(inline, around)
            case _:
                yield from _pieces(inline.children, (*around, replace(inline, children=())))


def _name(piece: _Piece, names: dict[_Piece, str]) -> str:
    """Return a word that stands for a piece: the same for equal ones, and with the words in it."""
    if not piece.around and isinstance(piece.inline, b.Text):
        return piece.inline.text
    text = piece.inline.text if isinstance(piece.inline, b.Text) else ""
    return names.setdefault(piece, f"{chr(_PRIVATE + len(names))}{text}")


def _built(told: Iterable[tuple[_Fate, _Piece]]) -> Iterator[b.Inline]:
    for fate, group in groupby(told, key=lambda one: one[0]):
        inlines = _nested([piece for _, piece in group], 0)
        if fate == "kept":
            yield from inlines
        else:
            yield b.Deleted(inlines) if fate == "deleted" else b.Inserted(inlines)


def _nested(pieces: Sequence[_Piece], depth: int) -> b.Inlines:
    """Return pieces in the markup around them, from a depth on."""
    found: list[b.Inline] = []
    for outer, group in groupby(pieces, key=lambda piece: piece.around[depth : depth + 1]):
        members = [*group]
        if outer:
            found.append(replace(outer[0], children=_nested(members, depth + 1)))
        else:
            found += _joined([piece.inline for piece in members])
    return tuple(found)


def _joined(inlines: Iterable[b.Inline]) -> Iterator[b.Inline]:
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, b.Text)):
        if is_text:
            yield b.Text("".join(inline.text for inline in group if isinstance(inline, b.Text)))
        else:
            yield from group
