"""What an entry says of where a work stands: a serial, a book, a broadcast, a series."""

from briefkit.document.blocks import Inlines
from briefkit.document.cite import numerals, typeset, work
from briefkit.document.cite.contributors import contributors, contributors_and_volume, credited, with_page
from briefkit.document.cite.description import event, kind_in_source
from briefkit.document.cite.entry import ENTRIES, ON_SITES, PERIODICALS, VOLUMES, Entry
from briefkit.document.cite.imprint import dated
from briefkit.document.cite.opening import serial_name

_UNNUMBERED_IN = ("broadcast", "motion_picture")
_AUTHORS = ("author", "composer")


def source(entry: Entry) -> list[Inlines]:
    """Return the parts that name what the work stands in, its series and the event."""
    if entry.type in ON_SITES:
        return []
    if entry.serial:
        return [_serial(entry)]
    return [_book(entry), _series(entry), event_apart(entry, with_publication=False)]


def _serial(entry: Entry) -> Inlines:
    name = () if entry.opener == "container-title" else serial_name(entry)
    numbered = entry.has("collection-title", "issue", "number", "page", "volume")
    if entry.type == "article-journal" and entry.has("DOI") and entry.has("issued") and not numbered:
        name = typeset.join(", ", (name, typeset.upright("ahead of print")))
    close = entry.has("volume") and not entry.has("collection-title") and entry.type not in PERIODICALS
    return typeset.join(" " if close else ", ", (name, _numbers(entry)))


def _numbers(entry: Entry) -> Inlines:
    series, where = typeset.upright(entry.text("collection-title")), _serial_locator(entry)
    volume = entry.text("volume")
    if entry.type in PERIODICALS:
        numbers = typeset.upright(numerals.labeled("vol.", "vols.", volume))
        part = typeset.join(", ", (series, numbers, *_issue(entry), dated(entry)))
        return typeset.join(", ", (typeset.join(entry.separator, (part, work.edition(entry))), where))
    if not entry.has("volume", "issue", "supplement-number"):
        publisher = entry.text("publisher") if entry.type in ("interview", "post-weblog") else ""
        return typeset.join(", ", (series, typeset.upright(publisher), dated(entry), where))
    unsigned = entry.review and not entry.note and entry.opener == "container-title"
    if series or unsigned:
        volume = numerals.labeled("vol.", "vols.", volume)
    else:
        volume = numerals.ranges(volume, abbreviated=False)
    numbers = typeset.join(", ", (typeset.upright(volume), *_issue(entry)))
    if unsigned:
        return typeset.join(": ", (typeset.join(", ", (dated(entry), series, numbers)), where))
    numbers = typeset.join(" ", (numbers, typeset.bracketed(dated(entry))))
    return typeset.join(": ", (typeset.join(", ", (series, numbers)), where))


def _issue(entry: Entry) -> list[Inlines]:
    supplement = numerals.labeled("supp.", "supps.", entry.text("supplement-number"))
    return [typeset.upright(numerals.labeled("no.", "nos.", entry.text("issue"))), typeset.upright(supplement)]


def _serial_locator(entry: Entry) -> Inlines:
    number = entry.text("number")
    if entry.locator or number:
        return typeset.join(", ", (typeset.upright(entry.locator), typeset.upright(number)))
    return () if entry.type in PERIODICALS else typeset.upright(numerals.ranges(entry.text("page")))


def _book(entry: Entry) -> Inlines:
    if not entry.contained:
        return ()
    name = work.TITLE_LOST if entry.in_lost_book else typeset.title(entry.text("container-title"), quoted=False)
    if entry.episode:
        name = ()
    number = () if entry.type in _UNNUMBERED_IN else work.number(entry, within=True)
    people = contributors_and_volume(entry, within=True)
    facts = (kind_in_source(entry), number, work.version(entry, within=True), work.edition(entry, within=True), *people)
    named = typeset.join(" ", (_preposition(entry), name)) if name else ()
    # The 18th edition asks for no pages of a chapter and has nothing against them (CMOS 18, 14.8 and 14.13).
    pages = "" if entry.note else numerals.ranges(entry.text("page"))
    return typeset.join(", ", (named, *facts, typeset.upright(pages)))


def _preposition(entry: Entry) -> Inlines:
    if entry.type in _UNNUMBERED_IN or (entry.type in ENTRIES and not entry.has(*_AUTHORS)):
        return ()
    if introduces(entry):
        return typeset.upright("to")
    chapter = numerals.labeled("chap.", "chaps.", entry.text("chapter-number"))
    return entry.part(f"{chapter} in" if chapter else "in")


def introduces(entry: Entry) -> bool:
    """Tell whether the work is an introduction or the like, said to be one `to` the book."""
    return entry.type == "chapter" and entry.has("container-title") and entry.has("genre")


def episode(entry: Entry) -> list[Inlines]:
    """Return a numbered part of a broadcast series, after the name of that."""
    name = typeset.title(entry.text("container-title"), quoted=False)
    described = [work.number(entry), work.title(entry, entry.text("title"))]
    part = typeset.join(", ", (*described, *contributors(entry, within=True)))
    return [name, part, _series(entry), event_apart(entry, with_publication=False)]


def _series(entry: Entry) -> Inlines:
    title, number = typeset.upright(entry.text("collection-title")), entry.text("collection-number")
    issue = typeset.upright(numerals.labeled("no.", "nos.", entry.text("issue")))
    editor: Inlines = ()
    if title and not entry.has("number-of-volumes", *VOLUMES):
        editor = credited(entry, "collection-editor", entry.people("collection-editor"), within=True)
    if editor or issue:
        labeled = typeset.upright(numerals.labeled("vol.", "vols.", number))
        return typeset.join(", ", (title, editor, labeled, issue))
    close = title and numerals.is_numeric(number)
    number = number if close or title else numerals.labeled("vol.", "vols.", number)
    return typeset.join(" " if close else ", ", (title, typeset.upright(number)))


def event_apart(entry: Entry, *, with_publication: bool) -> Inlines:
    """Return the event of a speech; in the bibliography it stands with the date if that is all of the publication."""
    if entry.serial:
        return ()
    apart = entry.note or entry.has("event-date", "original-date", "publisher", "status")
    return event(entry) if apart != with_publication and entry.type != "paper-conference" else ()


def place_in_book(entry: Entry) -> Inlines:
    """Return the locator of a note on what is no serial, or else the pages of a part of a book without title."""
    if entry.serial or in_archive(entry):
        return ()
    pages = "" if entry.contained or entry.locator else numerals.ranges(entry.text("page"))
    where = entry.locator or pages
    return typeset.upright(f"{entry.text('volume')}:{where}" if where and with_page(entry) else where)


def in_archive(entry: Entry) -> bool:
    """Tell whether the pages cited are pages of a folder in an archive."""
    return entry.pages and entry.has("archive") and entry.has("archive_location")


def place_in_short(entry: Entry) -> list[Inlines]:
    """Return the parts of a short note that name the place: the volume of a book, and the locator."""
    if entry.serial or entry.contained:
        return [typeset.upright(entry.locator)]
    volume = entry.text("volume")
    if entry.pages and numerals.is_numeric(volume) and not entry.has("part-number"):
        return [typeset.upright(f"{volume}:{entry.locator}")]
    part = numerals.labeled("pt.", "pts.", entry.text("part-number"))
    at = numerals.paged(entry.locator) if part and entry.pages else entry.locator
    return [typeset.upright(numerals.labeled("vol.", "vols.", volume)), typeset.upright(part), typeset.upright(at)]
