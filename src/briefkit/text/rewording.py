"""Two texts, word by word: what has stayed, what is gone, what is new."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from briefkit.text.alignment import Match, matches
from briefkit.text.words import count_words

Fate: TypeAlias = Literal["kept", "deleted", "inserted"]

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    r" ?\[[^\[\]\n]*@[^\[\]\n]*\]"  # a citation is one word
    r"| ?\[\^[^\[\]\s]+\]:?"  # so is the mark of a note
    rf"| ?[{_CJK}]"
    rf"| ?[^\W{_CJK}]+(?:[-'’./&][^\W{_CJK}]+)*"
    r"|\n+| ?[^\w\s]|\s"
)
_SENTENCE = re.compile(r"[.!?:;]$")
_LONGEST_ISLAND = 3
"""Words that may stand unchanged between two changes and still be taken into one with them."""


class Stretch(NamedTuple):
    """A part of both texts, of the old one or of the new one."""

    fate: Fate
    text: str


@dataclass(slots=True)
class Run:
    """What has stayed, or what is gone with what has come in its place."""

    old: list[str]
    new: list[str]
    kept: bool


def reworded(old: str, new: str) -> tuple[Stretch, ...]:
    """Return two texts as one: without what is inserted it is the old one, without what is deleted the new one.

    A word or two that stay between larger changes are changed with them, and a change begins with a sentence or a word
    where it can, as in the clean-up of Neil Fraser's diff-match-patch (2006).
    """
    if old == new:
        return (Stretch("kept", old),) if old else ()
    padded = bool(old and new) and not old[0].isspace() and not new[0].isspace()
    olds, news = ([*_TOKEN.findall(f" {text}" if padded else text)] for text in (old, new))
    stretches = [*_stretches(runs(olds, news))]
    return tuple(_unpadded(stretches) if padded else stretches)


def runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Return two sequences of words as one, tidied: what has stayed, and what is gone with what has come."""
    return _slid(_without_islands(_runs(old, new, matches(old, new))))


def _runs(old: Sequence[str], new: Sequence[str], found: Iterable[Match]) -> list[Run]:
    runs: list[Run] = []
    i = j = 0
    for at, to, length in (*found, Match(len(old), len(new), 0)):
        if at > i or to > j:
            runs.append(Run([*old[i:at]], [*new[j:to]], kept=False))
        if length:
            runs.append(Run([*old[at : at + length]], [*new[to : to + length]], kept=True))
        i, j = at + length, to + length
    return runs


def _without_islands(runs: Iterable[Run]) -> list[Run]:
    """Join changes between which only a few words have stayed."""
    done: list[Run] = []
    for run in runs:
        done.append(run)
        while len(done) > 2 and not done[-1].kept and _is_island(*done[-3:]):
            first, *others = done[-3:]
            for other in others:  # in place: of two texts without anything in common all becomes one
                first.old += other.old
                first.new += other.new
            del done[-2:]
    return done


def _is_island(before: Run, island: Run, after: Run) -> bool:
    if not island.kept or any("\n" in token for token in island.new):
        return False
    words = _count(island.new)
    least = min(max(_count(run.old), _count(run.new)) for run in (before, after))
    return words <= min(_LONGEST_ISLAND, least)


def _count(tokens: Sequence[str]) -> int:
    """Return the number of words, of many only that they are many."""
    return count_words("".join(tokens[: 4 * _LONGEST_ISLAND]))


def _slid(runs: list[Run]) -> list[Run]:
    """Let what is only new, or only gone, begin with a sentence where the words around are the same."""
    for i in range(1, len(runs) - 1):
        before, run, after = runs[i - 1 : i + 2]
        if before.kept and after.kept and not run.kept and not (run.old and run.new):
            _slide(before, run, after)
    return [run for run in runs if run.old or run.new]


def _slide(before: Run, run: Run, after: Run) -> None:
    text = run.old or run.new
    back = 0
    while back < min(len(before.new) - 1, len(text)) and before.new[-1 - back] == text[-1 - back]:
        back += 1
    if back == len(text):
        return  # what repeats itself stands well where it is
    for steps in range(back + 1):
        if _SENTENCE.search(before.new[-1 - steps]):
            break
    else:
        return
    if steps:
        moved = before.new[-steps:]
        text[:] = moved + text[:-steps]
        del before.old[-steps:], before.new[-steps:]
        after.old[:0] = moved
        after.new[:0] = moved


def _stretches(runs: Iterable[Run]) -> Iterable[Stretch]:
    for run in runs:
        if run.kept:
            yield Stretch("kept", "".join(run.new))
            continue
        if run.old:
            yield Stretch("deleted", "".join(run.old))
        if run.new:
            yield Stretch("inserted", "".join(run.new))


def _unpadded(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Take away the blank that was put before both texts, so that their first words look like any others."""
    first = next((i for i, stretch in enumerate(stretches) if stretch.fate == "kept"), len(stretches))
    changed = [*stretches[:first]]
    if len(changed) == 1:  # a first word is new, or gone: the blank goes behind it
        begun, kept = changed[0], stretches[first]
        found = [begun._replace(text=f"{begun.text[1:]} "), kept._replace(text=kept.text[1:])]
        return [stretch for stretch in (*found, *stretches[2:]) if stretch.text]
    bare = [stretch._replace(text=stretch.text[1:]) for stretch in changed or stretches[:1]]
    return [stretch for stretch in (*bare, *stretches[len(bare) :]) if stretch.text]


def blanks_outside(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches for reading: no change begins or ends with a blank, so that words stay apart at every change."""
    found: list[Stretch] = []
    for stretch in stretches:
        text = stretch.text
        if stretch.fate == "kept" or not text.strip(" "):
            found.append(stretch)
            continue
        lead, trail = text.startswith(" "), text.endswith(" ")
        if lead:
            found.append(Stretch("kept", " "))
        found.append(stretch._replace(text=text.strip(" ")))
        if trail:
            found.append(Stretch("kept", " "))
    return _single_blanks(found)


def _single_blanks(stretches: list[Stretch]) -> list[Stretch]:
    """Leave one blank where two meet, and none between what is gone and what has come in its place."""
    blank = Stretch("kept", " ")
    found: list[Stretch] = []
    for place, stretch in enumerate(stretches):
        before = found[-1] if found else blank
        after = stretches[place + 1].fate if place + 1 < len(stretches) else "kept"
        is_between = before.fate == "deleted" and after == "inserted"
        if stretch == blank and (before.text[-1] == " " or is_between):
            continue
        found.append(stretch)
    return found
