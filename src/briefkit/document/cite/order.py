"""The order of a bibliography, and what tells one source from another."""

import re
import unicodedata

from briefkit.document.blocks import plain
from briefkit.document.cite import names, work
from briefkit.document.cite.entry import LEGAL_TYPES, Entry
from briefkit.document.cite.holding import access
from briefkit.document.cite.opening import opened
from briefkit.format.model import Name, Reference

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
_ARTICLES = ("a", "an", "the")


def sort_key(ref: Reference) -> tuple[tuple[tuple[str, ...], ...], str, str]:
    """Return what a bibliography is sorted by, letter by letter: names, then title, then date (CMOS 18, chapter 13).

    Blanks, marks and accents do not count, nor does an article at the start. A name ends at the comma of its
    inversion: White, Hugh goes before White House.
    """
    entry = Entry(ref, note=False)
    opening, opener = "", ""
    if entry.type not in LEGAL_TYPES:
        names_first, entry = opened(entry)
        opening, opener = plain(names_first), entry.opener
    title = _letters(ref.fields.get("title") or ref.fields.get("reviewed-title") or _untitled(entry))
    issued = ref.dates.get("issued")
    date = str(issued.interval.start) if issued and issued.interval else ""
    people = tuple(_name(name) for name in ref.names.get(opener, ()))
    return people or ((_letters(opening) or title,),), title, date


def identity(ref: Reference) -> str:
    """Return what tells one source from another, whatever its key: its address, else all that is cited of it."""
    return ref.fields.get("URL") or repr((ref.type, ref.fields, ref.names, ref.dates.get("issued")))


def _untitled(entry: Entry) -> str:
    if work.title_is_lost(entry):
        return plain(access(entry)[-1])
    return plain(next(filter(None, (*work.described(entry), *access(entry)[1:])), ()))


def _name(name: Name) -> tuple[str, ...]:
    if name.literal:
        return (_letters(name.literal),)
    return tuple(map(_letters, names.inverted(name).split(", ")))


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    words = re.findall(r"\w+", bare.translate(_LETTERS))
    return "".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
