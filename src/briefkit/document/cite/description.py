"""What kind of work it is, in words: press release, review of a book, letter to someone, paper for a meeting."""

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, numerals, typeset
from briefkit.document.cite.contributors import in_edited_book
from briefkit.document.cite.entry import Entry

_NAMED_IN_SOURCE = ("document", "report", "standard")
_KINDS = frozenset(
    """address alert analysis annex announcement annual bachelor's briefing broadcast bulletin chart comment
    commentary communiqué conference dataset declaration diagram direct doctoral draft e-mail editorial email essay
    fact figure film foreword graph interview introduction joint keynote lecture letter map master's memo
    memorandum message minutes news newsletter note op-ed opinion paper photo photograph podcast policy poll post
    poster preface preprint presentation press provisional radio remarks report research resolution review slide
    slides speech statement survey symposium table talk telegram telephone television testimony time transcript
    translation unpublished video working""".split()
)
"""First words of kinds that are no names: in mid-note these begin in lower case, however they are typed."""
_AUTHORS = (
    *("author", "chair", "collection-editor", "compiler", "composer", "curator", "director", "editor"),
    *("editor-translator", "editorial-director", "executive-producer", "guest", "host", "illustrator", "organizer"),
    *("producer", "series-creator", "translator"),
)
"""The roles of those without whom a review is unsigned."""


def description(entry: Entry) -> list[Inlines]:
    """Return what the work is, in parts."""
    if entry.has("interviewer") or entry.type == "interview":
        place = () if entry.has("event-title", "event", "event-date") else typeset.upright(entry.text("event-place"))
        return [_interview(entry), *occasion(entry, ("event-title", "event-place", "event-date")), place]
    if entry.review:
        return _review(entry)
    if entry.type == "personal_communication":
        return _letter(entry)
    if entry.type == "thesis":
        return []
    if entry.serial:
        section = numerals.labeled("sec.", "secs.", entry.text("section"))
        paper = entry.type == "paper-conference" and not in_edited_book(entry)
        return [kind(entry), entry.part(section), event(entry) if paper else ()]
    if entry.has("container-title") and entry.type != "paper-conference":
        in_source = entry.type in _NAMED_IN_SOURCE or (entry.type == "speech" and not in_edited_book(entry))
        return [] if in_source else [kind(entry)]
    return [kind(entry)]


def kind_in_source(entry: Entry) -> Inlines:
    """Return the kind of a work where it follows the name of what the work stands in."""
    speech = entry.type == "speech" and not in_edited_book(entry)
    return typeset.upright(lowered(entry)) if entry.type in _NAMED_IN_SOURCE or speech else ()


def kind(entry: Entry) -> Inlines:
    """Return the kind of the work, such as press release, if it does not print with a number."""
    if entry.type == "personal_communication" and not entry.has("genre") and not entry.findable:
        return entry.part("personal communication")
    return entry.part(lowered(entry))


def lowered(entry: Entry) -> str:
    """Return the kind as it stands in the middle of a note; empty if it prints with a number."""
    return "" if entry.has("number") else in_lower_case(entry.text("genre"))


def in_lower_case(text: str) -> str:
    """Return a kind of work that is no name in lower case: press release for Press release, but Twitter post."""
    first, _, rest = text.partition(" ")
    common = first.casefold() in _KINDS and first[1:].islower() and not rest[:1].isupper()
    return text[:1].lower() + text[1:] if common else text


def short_description(entry: Entry) -> Inlines:
    """Return what stands for the title in a short note on a work without one."""
    if entry.review:
        return typeset.join(" ", (typeset.upright("review of"), _reviewed(entry, short=True)))
    if entry.type == "personal_communication":
        return _short_letter(entry)
    genre = lowered(entry) or entry.text("genre") or entry.text("medium")
    if entry.type == "chapter" and entry.has("container-title") and entry.has("genre"):
        book = typeset.title(entry.text("container-title-short") or entry.text("container-title"), quoted=False)
        return typeset.join(" ", (typeset.upright(f"{genre} to"), book))
    fallback = "interview" if entry.type == "interview" else entry.text("section") if entry.serial else ""
    return typeset.upright(genre or fallback)


def _interview(entry: Entry) -> Inlines:
    people, genre = entry.people("interviewer"), lowered(entry)
    return entry.part(f"{genre or 'interview'} by {people}" if people else genre)


def _letter(entry: Entry) -> list[Inlines]:
    people = entry.people("recipient")
    if not people:
        return [kind(entry)]
    genre = lowered(entry)
    dated = entry.part(entry.text("event-place"), within=True), typeset.upright(entry.date("event-date", "day"))
    return [typeset.join(", ", (entry.part(f"{genre} to {people}" if genre else f"to {people}"), *dated))]


def _short_letter(entry: Entry) -> Inlines:
    genre = lowered(entry) or entry.text("genre") or entry.text("medium")
    if not genre and not entry.findable:
        genre = "pers. comm."
    if entry.has("genre") and (people := recipients(entry)):
        genre = f"{genre} {people}"
    date = entry.date("event-date", "day") or entry.date("issued", "day")
    return typeset.join(", ", map(typeset.upright, (genre, entry.text("event-place"), date)))


def recipients(entry: Entry) -> str:
    """Return to whom a letter is, as a short note says it."""
    people = entry.ref.names.get("recipient", ())
    return f"to {names.in_short_note(people)}" if people else ""


def _review(entry: Entry) -> list[Inlines]:
    signed = entry.has(*_AUTHORS)
    reviewed = entry.text("reviewed-genre")
    genre = "" if reviewed else lowered(entry)
    if not genre:
        genre = " ".join(filter(None, ("" if signed else "unsigned", "review of", reviewed)))
    people = entry.people("reviewed-author")
    of = typeset.join(" ", (entry.part(genre), _reviewed(entry)))
    where = occasion(entry, ("event-title", "event-place", "event-date"))
    section = entry.part(numerals.labeled("sec.", "secs.", entry.text("section")))
    return [typeset.join(", ", (of, typeset.upright(f"by {people}" if people else ""), *where)), section]


def _reviewed(entry: Entry, *, short: bool = False) -> Inlines:
    """Return the title of the work under review, which stands as the title of the review where that has none."""
    if entry.has("reviewed-title", "reviewed-genre"):
        return typeset.title(entry.text("reviewed-title"), quoted=False)
    brief = (entry.text("title-short") or entry.text("shortTitle")) if short else ""
    return typeset.title(brief or entry.text("title"), quoted=False)


def event(entry: Entry) -> Inlines:
    """Return the event at which a speech was held or a paper presented."""
    if entry.type == "interview" or entry.review or (entry.type == "personal_communication" and entry.has("recipient")):
        return ()
    where = typeset.join(", ", occasion(entry, ("event-title", "event-date", "event-place")))
    if not where:
        return ()
    if entry.type != "paper-conference":
        dated = entry.has("issued") or entry.type == "broadcast"
        status = "" if dated and entry.type != "broadcast" else entry.text("status")
        where = where if entry.note else typeset.capitalized(where)
        return typeset.join(" ", (entry.part(status), where))
    presented = "presented" if entry.has("genre") else "paper presented"
    return typeset.join(" ", (entry.part(f"{presented} at" if entry.has("event-title", "event") else presented), where))


def occasion(entry: Entry, order: tuple[str, ...]) -> list[Inlines]:
    """Return name, place and date of an event in this order; nothing if only the place is known."""
    if not entry.has("event-title", "event", "event-date"):
        return []
    parts = {
        "event-title": entry.text("event-title") or entry.text("event"),
        "event-place": entry.text("event-place"),
        "event-date": entry.date("event-date", "day"),
    }
    return [typeset.upright(parts[name]) for name in order]
