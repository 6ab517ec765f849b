"""What an entry says of where a work is found: serial, book, series, publisher, date, place, address."""

import re

from briefkit.document.blocks import Inlines, Link, Text
from briefkit.document.cite import numerals, typeset, work
from briefkit.document.cite.entry import PERIODICALS, VOLUMES, Entry, serial_name
from briefkit.text.dates import UNDATED

_BRACKETED = ("book", "chapter", "report", "thesis", "interview", "paper-conference")
_DATED_BY_DAY = (*PERIODICALS, "dataset", "document", "speech", "webpage")
_FINDABLE = ("archive", "archive-place", "container-title", "DOI", "number", "publisher", "references", "URL")
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)


def source(entry: Entry) -> list[Inlines]:
    """Return the parts that name what the work stands in, its series and the event."""
    if entry.type == "webpage":
        return []
    if entry.serial:
        return [_serial(entry)]
    return [_book(entry), _series(entry), _event(entry, with_publication=False)]


def _serial(entry: Entry) -> Inlines:
    name = () if entry.opener == "container-title" else serial_name(entry)
    numbered = entry.has("collection-title", "issue", "number", "page", "volume")
    if entry.type == "article-journal" and entry.has("DOI") and entry.has("issued") and not numbered:
        name = typeset.join(", ", (name, typeset.upright("ahead of print")))
    close = entry.has("volume") and not entry.has("collection-title") and entry.type not in PERIODICALS
    return typeset.join(" " if close else ", ", (name, _numbers(entry)))


def _numbers(entry: Entry) -> Inlines:
    series, where = typeset.upright(entry.text("collection-title")), _serial_locator(entry)
    volume, issue = entry.text("volume"), entry.text("issue")
    if entry.type in PERIODICALS:
        dated = typeset.join(", ", (series, _date(entry)))
        return typeset.join(", ", (typeset.join(entry.separator, (dated, work.edition(entry))), where))
    if not volume and not issue:
        publisher = entry.text("publisher") if entry.type in ("interview", "post-weblog") else ""
        return typeset.join(", ", (series, typeset.upright(publisher), _date(entry), where))
    volume = numerals.labeled("vol.", "vols.", volume) if series else numerals.ranges(volume, abbreviated=False)
    issue = numerals.labeled("no.", "nos.", issue)
    numbers = typeset.join(", ", (typeset.upright(volume), typeset.upright(issue)))
    dated = typeset.join(" ", (numbers, _bracketed(_date(entry))))
    return typeset.join(": ", (typeset.join(", ", (series, dated)), where))


def _serial_locator(entry: Entry) -> Inlines:
    if entry.locator or entry.text("number"):
        return typeset.join(", ", (typeset.upright(entry.locator), typeset.upright(entry.text("number"))))
    return () if entry.type in PERIODICALS else typeset.upright(numerals.ranges(entry.text("page")))


def _book(entry: Entry) -> Inlines:
    if not entry.has("container-title"):
        return ()
    name = typeset.title(entry.text("container-title"), quoted=False)
    preposition = typeset.upright("to") if introduces(entry) else entry.part("in")
    kind = work.kind(entry) if entry.type in ("document", "report", "speech") else ()
    people = work.contributors_and_volume(entry, within=True)
    facts = (kind, work.number(entry), work.version(entry, within=True), work.edition(entry, within=True), *people)
    return typeset.join(", ", (typeset.join(" ", (preposition, name)), *facts))


def introduces(entry: Entry) -> bool:
    """Tell whether the work is an introduction or the like, said to be one `to` the book."""
    return entry.type == "chapter" and entry.has("container-title") and entry.has("genre")


def _series(entry: Entry) -> Inlines:
    title, number = typeset.upright(entry.text("collection-title")), entry.text("collection-number")
    issue = typeset.upright(numerals.labeled("no.", "nos.", entry.text("issue")))
    editor = work.credited(entry, "collection-editor", entry.people("collection-editor"), within=True)
    if not title or entry.has("number-of-volumes", *VOLUMES):
        editor = ()
    if editor or issue:
        labeled = typeset.upright(numerals.labeled("vol.", "vols.", number if title else ""))
        return typeset.join(", ", (title, editor, labeled, issue))
    close = numerals.is_numeric(number)
    return typeset.join(" " if close else ", ", (title, typeset.upright(number if title else "")))


def _event(entry: Entry, *, with_publication: bool) -> Inlines:
    """Return the event of a speech; in the bibliography it stands with the date if that is all of the publication."""
    apart = entry.note or entry.has("event-date", "original-date", "publisher", "status")
    return work.event(entry) if apart != with_publication and entry.type != "paper-conference" else ()


def publication(entry: Entry) -> Inlines:
    """Return publisher and date, or who else answers for the text."""
    if entry.serial:
        return ()
    site = typeset.upright(entry.text("container-title") if entry.type == "webpage" else "")
    event = _event(entry, with_publication=True)
    return typeset.join(", ", (event, site, _published(entry), _date(entry)))


def _published(entry: Entry) -> Inlines:
    place = "" if entry.has("event-date", "event-title") else entry.text("publisher-place")
    publisher = entry.part(entry.text("publisher") or ("" if entry.opener == "publisher" else place))
    first = entry.date("original-date", "year")
    if first and entry.has("issued") and (edition := work.edition_text(entry)):
        separators = ("; ", ", ") if entry.note else (". ", ". ")
        later = typeset.join(separators[1], (entry.part(edition), publisher))
        return typeset.join(separators[0], (typeset.upright(first), later))
    thesis = entry.part(entry.text("genre")) if entry.type == "thesis" else ()
    return typeset.join("; ", (typeset.upright(first), typeset.join(", ", (thesis, publisher))))


def _date(entry: Entry) -> Inlines:
    if entry.type in _DATED_BY_DAY:
        precision = "day"
    elif not entry.serial or (entry.has("issue") and entry.has("volume")):
        precision = "year"
    else:
        precision = "month" if entry.has("issue", "volume") else "day"
    date = entry.date("issued", precision)
    if not date and precision == "year":
        date = entry.date("event-date", "year") or entry.date("available-date", "year")
    return typeset.upright(date or entry.text("status").lower() or _undated(entry))


def _undated(entry: Entry) -> str:
    unpublished = entry.type == "interview" and not entry.has(*_FINDABLE)
    return "" if entry.type == "webpage" or unpublished or entry.has("issued", "event-date") else UNDATED


def _bracketed(inlines: Inlines) -> Inlines:
    return typeset.merged((Text("("), *inlines, Text(")"))) if inlines else ()


def published(entry: Entry, body: Inlines) -> Inlines:
    """Return the body of a note with publisher and date after it."""
    facts = publication(entry)
    issued = entry.ref.dates.get("issued")
    if entry.type in _BRACKETED:
        return typeset.join(" ", (body, _bracketed(facts)))
    return typeset.join(" " if issued and issued.circa else ", ", (body, facts))


def place_in_book(entry: Entry) -> Inlines:
    """Return the locator of a note on what is no serial, or else the pages of a part of a book without title."""
    if entry.serial:
        return ()
    pages = "" if entry.has("container-title") else numerals.ranges(entry.text("page"))
    where = entry.locator or pages
    return typeset.upright(f"{entry.text('volume')}:{where}" if where and work.with_page(entry) else where)


def place_in_short(entry: Entry) -> list[Inlines]:
    """Return the parts of a short note that name the place: the volume of a book, and the locator."""
    if entry.serial or entry.has("container-title"):
        return [typeset.upright(entry.locator)]
    if entry.pages and numerals.is_numeric(entry.text("volume")) and not entry.has("part-number"):
        return [typeset.upright(f"{entry.text('volume')}:{entry.locator}")]
    volume = numerals.labeled("vol.", "vols.", entry.text("volume"))
    part = numerals.labeled("pt.", "pts.", entry.text("part-number"))
    return [typeset.upright(volume), typeset.upright(part), typeset.upright(entry.locator)]


def archive(entry: Entry) -> list[Inlines]:
    """Return medium and archive."""
    holder, number = entry.text("archive"), entry.text("number") if entry.type == "thesis" else ""
    holder = f"{holder} ({number})" if holder and number else holder or number
    keeper = typeset.join(", ", (typeset.upright(holder), typeset.upright(entry.text("archive-place"))))
    location = [entry.part(entry.text(name)) for name in ("medium", "archive_location", "archive_collection")]
    return [*location, keeper]


def access(entry: Entry) -> list[Inlines]:
    """Return the day of access, where it is to be shown, and the address."""
    doi, url = _DOI_PREFIX.sub("", entry.text("DOI")), entry.text("URL")
    address = f"https://doi.org/{doi}" if doi else url
    shown = entry.access_dates or not (doi or entry.has("available-date", "event-date", "issued", "status"))
    accessed = entry.date("accessed", "day") if shown and address else ""
    link = Link((Text(address),), address) if address.startswith(("http://", "https://")) else Text(address)
    return [entry.part(f"accessed {accessed}" if accessed else ""), (link,) if address else ()]
