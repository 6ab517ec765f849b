"""Who else had a part in a work, and which volume of a larger work it is."""

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, numerals, typeset
from briefkit.document.cite.entry import EDITORS, VOLUMES, Entry

_SERIAL_ROLES = (
    *("translator", "narrator", "compiler", "chair", "organizer", "curator", "series-creator", "executive-producer"),
    *("producer", "director", "script-writer", "performer"),
)
_IN_CONTAINER = (
    *("container-author", "editor-translator", "editor", "translator", "guest", "host", "chair", "organizer"),
    *("illustrator", "narrator", "compiler", "curator", "series-creator", "executive-producer", "producer"),
    *("editorial-director", "script-writer", "director", "performer", "contributor"),
)
"""The order of the roles in a work that others stand in."""
_APART = ("collection-editor", "interviewer", "reviewed-author", "recipient", "author", "composer", "original-author")
"""The roles that print elsewhere."""


def contributors(entry: Entry, *, within: bool = False) -> list[Inlines]:
    """Return the other contributors by role, each a part of its own: ed. Ann Field, trans. Tom Brook."""
    roles = _SERIAL_ROLES if entry.serial else _IN_CONTAINER if within else names.ROLES
    there = {*entry.ref.names, "editor-translator"}
    people = {role: entry.people(role) for role in roles if role not in _APART and role in there}
    if people.get("editor") and people["editor"] == people.get("translator"):
        people["editor-translator"], people["editor"], people["translator"] = people["editor"], "", ""
    return [credited(entry, role, text, within=within) for role, text in people.items() if text]


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
    hidden = several or entry.pages or (within and entry.has("page"))
    count = "" if hidden else entry.text("number-of-volumes")
    whole = typeset.upright(f"{count} vols." if count.isdecimal() else count)
    return [series_editor, *_volume(entry, within), *contributors(entry, within=within), whole]


def _volume(entry: Entry, within: bool) -> list[Inlines]:
    if with_page(entry):
        return []
    number, part = entry.text("volume"), entry.text("part-number")
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
    by_page = entry.pages or (entry.has("page") and not entry.locator and not entry.contained)
    titled = entry.has("part-number", "part-title", "volume-title")
    volume = entry.ref.fields.get("volume", "")
    return bool(entry.note and by_page and numerals.is_numeric(volume) and not titled and not people)


def in_edited_book(entry: Entry) -> bool:
    """Tell whether the work stands in a volume or an issue, so that the event at which it was held is history."""
    return entry.has(*EDITORS, "issue", "page", "supplement-number", "volume")
