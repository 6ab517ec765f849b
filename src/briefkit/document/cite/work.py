"""What an entry says of the work itself: title, kind, number, edition, contributors, volume."""

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, numerals, typeset
from briefkit.document.cite.entry import EDITORS, VOLUMES, Entry

_QUOTED = ("dataset", "document", "interview", "paper-conference", "speech", "thesis", "webpage")
_SERIAL_ROLES = ("translator", "narrator", "compiler", "director", "script-writer", "performer")


def title(entry: Entry, text: str) -> Inlines:
    """Return a title of the entry's work: in italics if the work stands alone, else in quotation marks."""
    alone = entry.type == "book" or not (entry.has("container-title") or entry.type in _QUOTED)
    return typeset.title(text, quoted=not alone)


def short_title(entry: Entry) -> Inlines:
    """Return the title for a short note, or the description of a work without title."""
    if text := entry.text("title-short") or entry.text("shortTitle") or entry.text("title"):
        return title(entry, text)
    if entry.type == "report" and entry.text("number"):
        return number(entry)
    fallback = "interview" if entry.type == "interview" else entry.text("section") if entry.serial else ""
    return typeset.upright(entry.text("genre") or entry.text("medium") or fallback)


def described(entry: Entry) -> list[Inlines]:
    """Return title, description and identifiers, as far as they stand before the source."""
    if text := entry.text("title"):
        return [title(entry, text), *_description(entry), *_identifiers(entry)]
    if entry.type == "report" and not entry.has("container-title"):
        return [number(entry), *_identifiers(entry), *_description(entry)]
    return [*_description(entry), *_identifiers(entry)]


def _description(entry: Entry) -> list[Inlines]:
    if entry.has("interviewer") or entry.type == "interview":
        return [_interview(entry), *occasion(entry, ("event-title", "event-place", "event-date"))]
    if entry.type == "thesis" or (entry.has("container-title") and entry.type in ("document", "report", "speech")):
        return []
    parts = [kind(entry)]
    if entry.serial and (section := entry.text("section")):
        parts.append(entry.part(numerals.labeled("sec.", "secs.", section)))
    if entry.type == "paper-conference" and not entry.has(*EDITORS, "issue", "page", "volume"):
        parts.append(event(entry))
    return parts


def kind(entry: Entry) -> Inlines:
    """Return the kind of the work, such as press release, if it does not print with a number."""
    return () if entry.text("number") else entry.part(entry.text("genre"))


def _interview(entry: Entry) -> Inlines:
    people, genre = entry.people("interviewer"), "" if entry.text("number") else entry.text("genre")
    return entry.part(f"{genre or 'interview'} by {people}" if people else genre)


def event(entry: Entry) -> Inlines:
    """Return the event at which a speech was held or a paper presented."""
    where = typeset.join(", ", occasion(entry, ("event-title", "event-date", "event-place")))
    if not where or entry.type == "interview":
        return ()
    if entry.type != "paper-conference":
        return where
    presented = "presented" if entry.text("genre") else "paper presented"
    return typeset.join(" ", (entry.part(f"{presented} at" if entry.has("event-title", "event") else presented), where))


def occasion(entry: Entry, order: tuple[str, ...]) -> list[Inlines]:
    """Return name, place and date of an event in this order; nothing if only the place is known."""
    parts = {
        "event-title": entry.text("event-title") or entry.text("event"),
        "event-place": entry.text("event-place"),
        "event-date": entry.date("event-date", "day"),
    }
    return [typeset.upright(parts[name]) for name in order] if parts["event-title"] or parts["event-date"] else []


def _identifiers(entry: Entry) -> list[Inlines]:
    if entry.has("container-title") and entry.type != "webpage":
        return contributors(entry) if entry.serial else []
    untitled_report = entry.type == "report" and not entry.text("title")
    parts = [() if untitled_report else number(entry), version(entry), edition(entry)]
    if entry.serial or entry.type == "webpage":
        return [*parts, *contributors(entry)]
    return [*parts, *contributors_and_volume(entry)]


def number(entry: Entry) -> Inlines:
    """Return the number of a report or other text with its kind: Research Paper no. 91."""
    text = entry.text("number")
    if not text or entry.type == "thesis":
        return ()
    labels = ("no.", "nos.") if entry.note else ("No.", "Nos.")
    return entry.part(f"{entry.text('genre')} {numerals.labeled(*labels, text)}".strip())


def version(entry: Entry, *, within: bool = False) -> Inlines:
    """Return the version of a dataset or page."""
    text = entry.text("version")
    return entry.part(f"version {text}" if text else "", within=within)


def edition(entry: Entry, *, within: bool = False) -> Inlines:
    """Return the edition, unless it prints with the date of the original."""
    dated = entry.has("original-date") and entry.has("issued")
    return () if dated else entry.part(edition_text(entry), within=within)


def edition_text(entry: Entry) -> str:
    """Return the edition in words: 3rd ed. for 3 or 3rd, else as typed."""
    text = entry.text("edition")
    digits = text.rstrip("stndrh")
    return f"{numerals.ordinal(digits)} ed." if digits.isdecimal() else text


def contributors(entry: Entry, *, within: bool = False) -> list[Inlines]:
    """Return the other contributors by role, each a part of its own: ed. Ann Field, trans. Tom Brook."""
    people = {role: entry.people(role) for role in names.ROLES if role not in ("collection-editor", "interviewer")}
    if people["editor"] and people["editor"] == people["translator"]:
        people["editor-translator"], people["editor"], people["translator"] = people["editor"], "", ""
    return [
        credited(entry, role, text, within=within)
        for role, text in people.items()
        if text and (not entry.serial or role in _SERIAL_ROLES)
    ]


def credited(entry: Entry, role: str, people: str, *, within: bool = False) -> Inlines:
    """Return names with what they did: ed. Ann Field in a note, edited by Ann Field in the bibliography."""
    verb = names.ROLES[role].note if entry.note else names.ROLES[role].bibliography
    return entry.part(f"{verb} {people}" if people else "", within=within)


def contributors_and_volume(entry: Entry, *, within: bool = False) -> list[Inlines]:
    """Return volume and contributors of a book, or `within` an entry those of the book that the work stands in."""
    several = entry.has(*VOLUMES)
    series_editor: Inlines = ()
    if several or entry.has("number-of-volumes"):
        series_editor = credited(entry, "collection-editor", entry.people("collection-editor"), within=within)
    if several and not entry.note and not within:
        return [series_editor, typeset.join(", ", (*_volume(entry, within), *contributors(entry, within=True)))]
    count = "" if several or entry.pages or (within and entry.text("page")) else entry.text("number-of-volumes")
    whole = typeset.upright(f"{count} vols." if count.isdecimal() else count)
    return [series_editor, *_volume(entry, within), *contributors(entry, within=within), whole]


def _volume(entry: Entry, within: bool) -> list[Inlines]:
    number, part = entry.text("volume"), entry.text("part-number")
    if with_page(entry):
        return []
    parts = [
        entry.part(numerals.labeled("vol.", "vols.", number), within=within),
        typeset.title(entry.text("volume-title"), quoted=False),
        entry.part(numerals.labeled("pt.", "pts.", part), within=within or bool(number)),
        typeset.title(entry.text("part-title"), quoted=False),
    ]
    return [part for part in parts if part]


def with_page(entry: Entry) -> bool:
    """Tell whether a note gives the volume with the page, as in 2:33, and so not by itself."""
    people = entry.has("container-author", "editor", "editor-translator", "translator")
    by_page = entry.pages or (entry.text("page") and not entry.locator and not entry.has("container-title"))
    titled = entry.has("part-number", "part-title", "volume-title")
    return bool(entry.note and by_page and numerals.is_numeric(entry.text("volume")) and not titled and not people)
