"""CSL items as Chicago notes, full and short, and as entries of a bibliography (18th edition).

The reference is the official style for notes and bibliography as pandoc runs it; `tests/oracle` compares. Titles are
printed as typed, and where that style and the manual differ, the manual is followed.
"""

import re
import unicodedata

from briefkit.document.blocks import Inlines, Text, plain
from briefkit.document.cite import names, numerals, typeset, work
from briefkit.document.cite import publication as source
from briefkit.document.cite.entry import SUPPORTED_TYPES, Entry, opened, short_names
from briefkit.format.model import Reference

__all__ = ["SUPPORTED_TYPES", "bibliography_entry", "full_note", "identity", "sentence", "short_note", "sort_key"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})


def full_note(
    ref: Reference, *, locator: Inlines = (), access_dates: bool = False, suppress_author: bool = False
) -> Inlines:
    """Return what a note says at the first mention of a source, without a period at its end.

    `locator` is what follows the key in a citation: `p. 3`, `chap. 7`, or a remark. Access dates print for undated
    sources, and with `access_dates` for all that have an address.
    """
    where, pages, rest = _located(locator)
    entry = Entry(ref, note=True, locator=where, pages=pages, access_dates=access_dates)
    opening, entry = opened(entry)
    what, found = typeset.join(", ", work.described(entry)), typeset.join(", ", source.source(entry))
    body = typeset.join(" " if source.introduces(entry) else ", ", (what, found))
    parts = typeset.join(", ", (() if suppress_author else opening, body))
    facts = (source.place_in_book(entry), *source.archive(entry), *source.access(entry))
    return _with_rest(typeset.join(", ", (source.published(entry, parts), *facts)), rest)


def short_note(ref: Reference, locator: Inlines = (), *, suppress_author: bool = False) -> Inlines:
    """Return what a note says at later mentions: names, title (`title-short` if there is one) and place.

    A source with neither names nor title is told by its address, or by what else the full note says.
    """
    where, pages, rest = _located(locator)
    entry = Entry(ref, note=True, locator=where, pages=pages)
    opening, title = short_names(entry), work.short_title(entry)
    if not opening and not title and not (title := source.access(entry)[-1]):
        return full_note(ref, locator=locator)
    at = source.place_in_short(entry)
    return _with_rest(typeset.join(", ", (() if suppress_author and title else opening, title, *at)), rest)


def bibliography_entry(ref: Reference, *, access_dates: bool = False) -> Inlines:
    """Return the entry of a source in a bibliography, with its final period."""
    opening, entry = opened(Entry(ref, note=False, access_dates=access_dates))
    described, found = work.described(entry), source.source(entry)
    if source.introduces(entry):
        described, found = [typeset.join(" ", (typeset.join(". ", described), found[0]))], found[1:]
    facts = (source.publication(entry), *source.archive(entry), *source.access(entry))
    return typeset.ended(typeset.join(". ", (opening, *described, *found, *facts)), ".")


def sentence(inlines: Inlines) -> Inlines:
    """Return inlines as a sentence: a capital at the start, one period or other mark at the end."""
    return typeset.ended(typeset.capitalized(inlines), ".") if inlines else ()


def sort_key(ref: Reference) -> tuple[tuple[str, ...], str, str]:
    """Return what a bibliography is sorted by: names, then title, then date; marks and accents do not count."""
    opening, entry = opened(Entry(ref, note=False))
    people = [names.inverted(name) for name in ref.names.get(entry.opener, ())] or [plain(opening)]
    title = plain(next(filter(None, (*work.described(entry), *source.access(entry)[1:])), ()))
    issued = ref.dates.get("issued")
    date = str(issued.interval.start) if issued and issued.interval else ""
    return tuple(_folded(name) for name in people if name) or (_folded(title),), _folded(title), date


def identity(ref: Reference) -> str:
    """Return what tells one source from another, whatever its key: its address, else all that is cited of it."""
    return ref.fields.get("URL") or repr((ref.type, ref.fields, ref.names, ref.dates.get("issued")))


def _folded(text: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", bare.translate(_LETTERS)))


def _located(suffix: Inlines) -> tuple[str, bool, Inlines]:
    """Split what follows a key into locator, whether it names pages, and the rest."""
    if not suffix or not isinstance(suffix[0], Text):
        return "", False, suffix
    where, pages, rest = numerals.locator(suffix[0].text)
    return where, pages, typeset.merged((Text(rest), *suffix[1:]))


def _with_rest(inlines: Inlines, rest: Inlines) -> Inlines:
    """Append a remark: after a comma, unless it brings a mark or a blank of its own."""
    start = plain(rest)[:1]
    if not start or start.isalnum() or start in "“‘(":
        return typeset.join(", ", (inlines, rest))
    if start == ",":
        return typeset.join(", ", (inlines, typeset.stripped(rest)))
    return typeset.merged((*inlines, *rest))
