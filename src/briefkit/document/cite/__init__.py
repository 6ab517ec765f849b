"""CSL items as Chicago notes, full and short, and as entries of a bibliography (18th edition).

The reference is the official style for notes and bibliography as pandoc runs it; `tests/oracle` compares. Titles are
printed as typed, and where that style and the manual differ, the manual is followed. What the style drops is printed,
too (`further`).
"""

from briefkit.document.blocks import Inlines, Text, plain
from briefkit.document.cite import legal, numerals, typeset, work
from briefkit.document.cite.description import description, recipients
from briefkit.document.cite.entry import ENTRIES, LEGAL_TYPES, SUPPORTED_TYPES, Entry
from briefkit.document.cite.further import further, remarks, unsaid
from briefkit.document.cite.holding import access, archive
from briefkit.document.cite.imprint import publication, published
from briefkit.document.cite.opening import opened, short_names
from briefkit.document.cite.order import identity, sort_key
from briefkit.document.cite.publication import episode, event_apart, introduces, place_in_book, place_in_short, source
from briefkit.document.cite.variant import varied
from briefkit.document.cite.work import TITLE_LOST
from briefkit.format.model import Reference

__all__ = [
    "SUPPORTED_TYPES",
    "TITLE_LOST",
    "bibliography_entry",
    "full_note",
    "identity",
    "sentence",
    "short_note",
    "sort_key",
    "varied",
]


def full_note(
    ref: Reference,
    *,
    locator: Inlines = (),
    access_dates: bool = False,
    accessed: bool = False,
    suppress_author: bool = False,
) -> Inlines:
    """Return what a note says at the first mention of a source, without a period at its end.

    `locator` is what follows the key in a citation: `p. 3`, `chap. 7`, or a remark. Access dates print for undated
    sources, with `access_dates` for all that have an address, and with `accessed` in any case.
    """
    where, pages, rest = _located(locator)
    entry = Entry(ref, True, where, pages, access_dates, accessed)
    main, address = _note(entry, suppress_author=suppress_author)
    left = unsaid(entry)
    if left:
        left = unsaid(entry, *_rendered(ref))
    note = typeset.join(", ", (main, *further(entry, left), *address))
    last = typeset.bracketed(typeset.join("; ", map(_without_period, remarks(entry, left))))
    return _with_rest(typeset.join(" ", (note, last)), rest)


def _note(entry: Entry, *, suppress_author: bool = False) -> tuple[Inlines, list[Inlines]]:
    """Return a full note, parted before the address."""
    if entry.type in LEGAL_TYPES:
        return typeset.join(", ", (legal.reference(entry), *archive(entry))), access(entry)
    opening, entry = opened(entry)
    if entry.type in ENTRIES and entry.opener == "container-title":
        main = _looked_up(entry, opening)
    else:
        main = published(entry, _body(entry, () if suppress_author else opening))
    return typeset.join(", ", (main, place_in_book(entry), *archive(entry))), access(entry)


def _body(entry: Entry, opening: Inlines) -> Inlines:
    """Return a note as far as it stands before publisher and date."""
    if entry.episode:
        return typeset.join(", ", (opening, *episode(entry)))
    what, found = typeset.join(", ", work.described(entry)), typeset.join(", ", source(entry))
    body = typeset.join(" " if introduces(entry) else ", ", (what, found))
    return typeset.join(" " if _is_to_someone(entry) else ", ", (opening, body))


def _is_to_someone(entry: Entry) -> bool:
    """Tell whether the names that open a note are followed by `to` and the recipient of a letter."""
    return entry.type == "personal_communication" and entry.has("recipient") and not entry.has("genre", "title")


def _looked_up(entry: Entry, opening: Inlines) -> Inlines:
    """Return a note on a reference work, in which an unsigned entry stands under its title."""
    book = published(entry, typeset.join(", ", (opening, *source(entry))))
    title = work.title(entry, entry.text("title"))
    under = typeset.join(" ", (typeset.upright("under" if title else ""), title))
    return typeset.join(", ", (book, under, *description(entry)))


def short_note(
    ref: Reference, locator: Inlines = (), *, accessed: bool = False, suppress_author: bool = False
) -> Inlines:
    """Return what a note says at later mentions: names, title (`title-short` if there is one) and place.

    A source with neither names nor title is told by its address, or by what else the full note says.
    """
    where, pages, rest = _located(locator)
    entry = Entry(ref, True, where, pages, accessed=accessed)
    opening: Inlines = ()
    if entry.type not in LEGAL_TYPES:
        opening, entry = short_names(entry)
    title = work.short_title(entry)
    at = legal.place_in_short(entry) if entry.type in LEGAL_TYPES else place_in_short(entry)
    if _is_to_someone(entry) or (entry.type == "personal_communication" and not entry.has("genre")):
        opening = typeset.join(" ", (opening, typeset.upright(recipients(entry))))
    if title and entry.type in ENTRIES and entry.has("container-title") and not entry.has("DOI", "URL"):
        title = typeset.join(" ", (typeset.upright("under"), title))
    told = opening or (title and title != work.TITLE_LOST)
    if not told and not (title := typeset.join(", ", (title, access(entry)[-1]))):
        return full_note(ref, locator=locator)
    day = access(entry)[0] if accessed else ()
    return _with_rest(typeset.join(", ", (() if suppress_author and title else opening, title, *at, day)), rest)


def bibliography_entry(ref: Reference, *, access_dates: bool = False) -> Inlines:
    """Return the entry of a source in a bibliography, with its final period."""
    entry = Entry(ref, note=False, access_dates=access_dates)
    main, address = _listed(entry)
    left = unsaid(entry)
    if left:
        left = unsaid(entry, *_rendered(ref))
    return typeset.ended(typeset.join(". ", (main, *further(entry, left), *address, *remarks(entry, left))), ".")


def _listed(entry: Entry) -> tuple[Inlines, list[Inlines]]:
    """Return an entry of the bibliography, parted before the address."""
    if entry.type in LEGAL_TYPES:
        return typeset.join(". ", (legal.reference(entry), *archive(entry))), access(entry)
    opening, entry = opened(entry)
    if entry.episode:
        described, found = episode(entry), []
    else:
        described, found = work.described(entry), source(entry)
    if introduces(entry):
        described, found = [typeset.join(" ", (typeset.join(". ", described), found[0]))], found[1:]
    imprint = publication(entry, event_apart(entry, with_publication=True))
    return typeset.join(". ", (opening, *described, *found, imprint, *archive(entry))), access(entry)


def _rendered(ref: Reference) -> list[Entry]:
    """Return a note and an entry on a source, which know what they have said."""
    entries = [Entry(ref, note=True), Entry(ref, note=False)]
    _note(entries[0])
    _listed(entries[1])
    return entries


def sentence(inlines: Inlines) -> Inlines:
    """Return inlines as a sentence: a capital at the start, one period or other mark at the end."""
    return typeset.ended(typeset.capitalized(inlines), ".") if inlines else ()


def _located(suffix: Inlines) -> tuple[str, bool, Inlines]:
    """Split what follows a citation key into locator, whether it names pages, and the rest."""
    if not suffix or not isinstance(suffix[0], Text):
        return "", False, suffix
    where, pages, rest = numerals.locator(suffix[0].text)
    return where, pages, typeset.merged((Text(rest), *suffix[1:]))


def _without_period(inlines: Inlines) -> Inlines:
    """Return a remark as it stands in parentheses within a sentence."""
    match inlines:
        case (*before, Text(text)) if text.endswith("."):
            return (*before, Text(text[:-1]))
    return inlines


def _with_rest(inlines: Inlines, rest: Inlines) -> Inlines:
    """Append a remark: after a comma, unless it brings a mark or a blank of its own."""
    start = plain(rest)[:1]
    if not start or start.isalnum() or start in "“‘(":
        return typeset.join(", ", (inlines, rest))
    if start == ",":
        return typeset.join(", ", (inlines, typeset.stripped(rest)))
    return typeset.merged((*inlines, *rest))
