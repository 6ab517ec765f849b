"""Who published a work and when, and the first publication of what appeared before."""

from briefkit.document.blocks import Inlines
from briefkit.document.cite import typeset, work
from briefkit.document.cite.description import in_lower_case
from briefkit.document.cite.entry import EDITORS, ENTRIES, ON_SITES, PERIODICALS, Entry
from briefkit.text.dates import UNDATED

_BRACKETED = ("book", "chapter", "report", "thesis", "interview", "paper-conference")
_DATED_BY_DAY = (
    *PERIODICALS,
    *("article", "broadcast", "dataset", "document", "personal_communication", "post", "speech", "standard", "webpage"),
)
_UNDATED_TYPES = ("webpage", *ENTRIES)
_ORIGINALS = ("original-publisher", "original-publisher-place")


def publication(entry: Entry, event: Inlines = ()) -> Inlines:
    """Return publisher and date, or who else answers for the text, after the event if it stands with them."""
    if entry.serial:
        return ()
    site = typeset.upright(entry.text("container-title") if entry.type in ON_SITES else "")
    history = _history(entry)
    on_air = entry.type == "broadcast" and not entry.has("DOI", "URL")
    before = () if on_air else history
    status = _status(entry, first=not (event or site or before))
    when = typeset.join(" ", (status, dated(entry)))
    channel = typeset.join(" ", (typeset.upright("on"), history)) if on_air and history else ()
    facts = typeset.join(", ", (event, site, before, when, channel))
    return typeset.join("; " if entry.note else ". ", (facts, _original(entry)))


def _status(entry: Entry, *, first: bool) -> Inlines:
    """Return the state of publication before the date; it is `aired` for a broadcast that has no address."""
    if not entry.has("issued"):
        return ()
    if entry.has("status"):
        told = entry.type == "broadcast" and entry.has("event-title", "event", "event-date")
        text = "" if told else entry.text("status")
    else:
        text = "aired" if entry.type == "broadcast" and not entry.has("DOI", "URL") else ""
    return entry.part(text, within=not first)


def _history(entry: Entry) -> Inlines:
    publisher = typeset.join(", ", (_description(entry), _publisher(entry)))
    if entry.has("original-title"):
        return publisher
    first = typeset.upright(entry.date("original-date", _precision(entry)))
    edition: Inlines = ()
    if entry.has("original-date") and entry.has("issued") and entry.has("edition"):
        edition = entry.part(work.edition_text(entry))
    if not edition and not entry.has(*_ORIGINALS):
        return typeset.join("; ", (first, publisher))
    first = typeset.join(", ", (_original_publisher(entry), first))
    later = typeset.join(", " if entry.note else ". ", (edition, publisher))
    return typeset.join("; " if entry.note else ". ", (first, later))


def _description(entry: Entry) -> Inlines:
    if entry.type == "article" and not entry.has("genre"):
        return entry.part("preprint")
    if entry.type == "thesis":
        return entry.part(in_lower_case(entry.text("genre")))
    again = entry.type in (*_BRACKETED, *ENTRIES) and entry.has("issued") and entry.has("original-date")
    if again and entry.has(*_ORIGINALS) and not entry.has("edition", "original-title"):
        return entry.part("repr." if entry.note else "reprint")
    return ()


def _publisher(entry: Entry) -> Inlines:
    if entry.has("publisher") and entry.named_by_place:
        return entry.part(f"{entry.text('publisher-place')}: {entry.text('publisher')}")
    if entry.has("publisher") or entry.has("event-date", "event-title"):
        return entry.part(entry.text("publisher"))
    return entry.part(entry.text("publisher-place"))


def _original_publisher(entry: Entry) -> Inlines:
    return entry.part(entry.text("original-publisher") or entry.text("original-publisher-place"))


def _original(entry: Entry) -> Inlines:
    """Return under which title the work appeared first."""
    if not entry.has("original-title"):
        return ()
    people = typeset.upright(entry.people("original-author"))
    title = typeset.join(", ", (people, typeset.title(entry.text("original-title"), quoted=False)))
    date = typeset.upright(entry.date("original-date", _precision(entry)))
    imprint = typeset.bracketed(typeset.join(", ", (_original_publisher(entry), date)))
    return typeset.join(" ", (entry.part("originally published as"), title, imprint))


def _precision(entry: Entry) -> str:
    if entry.type == "personal_communication" and entry.has("event-date"):
        return "year"
    if entry.type in ENTRIES:
        return "day" if entry.has("DOI", "URL") else "year"
    if entry.type in _DATED_BY_DAY:
        return "day"
    if not entry.serial or (entry.has("issue") and entry.has("volume")) or entry.has("supplement-number"):
        return "year"
    return "month" if entry.has("issue", "volume") else "day"


def dated(entry: Entry) -> Inlines:
    """Return the date of publication, or what stands for it."""
    precision = _precision(entry)
    date = entry.date("issued", precision)
    if not date and precision == "year":
        date = entry.date("event-date", "year") or entry.date("available-date", "year")
    if not date and entry.has("status") and not entry.has("event-date", "event-title", "event"):
        date = entry.text("status").lower()
    return typeset.upright(date or _undated(entry))


def _undated(entry: Entry) -> str:
    if entry.type in _UNDATED_TYPES or entry.has("issued", "event-date"):
        return ""
    if entry.type in ("interview", "personal_communication") and not entry.findable:
        return ""
    return "forthcoming" if entry.type == "article-journal" and entry.has("available-date") else UNDATED


def published(entry: Entry, body: Inlines) -> Inlines:
    """Return the body of a note with publisher and date after it, in parentheses for what is known by its publisher."""
    facts = publication(entry)
    issued = entry.ref.dates.get("issued")
    if _is_bracketed(entry):
        return typeset.join(" ", (body, typeset.bracketed(facts)))
    return typeset.join(" " if issued and issued.circa else ", ", (body, facts))


def _is_bracketed(entry: Entry) -> bool:
    if entry.type in ENTRIES:
        return entry.has("publisher", "publisher-place") or not entry.has("DOI", "URL")
    if entry.type == "article":
        return entry.has("genre") and entry.has("publisher")
    if entry.type == "motion_picture":
        return entry.has("publisher")
    if entry.type == "personal_communication":
        return entry.has(*EDITORS, "issue", "page", "supplement-number", "volume")
    return entry.type in _BRACKETED
