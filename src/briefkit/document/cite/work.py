"""What an entry says of the work itself: title, kind, number, edition, contributors, volume."""

from briefkit.document.blocks import Inlines, Text
from briefkit.document.cite import numerals, typeset
from briefkit.document.cite.contributors import contributors, contributors_and_volume
from briefkit.document.cite.description import description, in_lower_case, short_description
from briefkit.document.cite.entry import ON_SITES, SERIAL_TYPES, Entry

TITLE_LOST: Inlines = (Text("[title lost]"),)
"""What stands for a title that a source must have had."""

_UPRIGHT = ("legislation", "treaty")
_ITALIC = ("book", "hearing", "legal_case")
_QUOTED = SERIAL_TYPES | {
    *("article", "chapter", "dataset", "document", "interview", "paper-conference", "personal_communication"),
    *("post", "speech", "thesis", "webpage"),
}
_NUMBERED_FIRST = ("broadcast", "motion_picture")


def title(entry: Entry, text: str) -> Inlines:
    """Return a title of the entry's work: in italics if the work stands alone, else in quotation marks."""
    if entry.type in _UPRIGHT:
        return typeset.upright(text)
    alone = entry.type in _ITALIC or not (entry.has("container-title") or entry.type in _QUOTED)
    return typeset.title(text, quoted=not alone)


def short_title(entry: Entry) -> Inlines:
    """Return the title for a short note, or the description of a work without title."""
    text = entry.text("title-short") or entry.text("shortTitle") or entry.text("title")
    if text and not (entry.review and not _review_is_titled(entry)):
        return title(entry, text)
    if entry.type == "report" and entry.has("number"):
        return number(entry)
    return short_description(entry) or (TITLE_LOST if title_is_lost(entry) else ())


def _review_is_titled(entry: Entry) -> bool:
    """Tell whether a short note gives the title of a review; else it names what is under review."""
    return entry.has("reviewed-genre") and entry.has("title")


def title_is_lost(entry: Entry) -> bool:
    """Tell whether a work without title must have had one: nothing is there that describes it in its place."""
    if entry.has("title", "genre", *(("section",) if entry.serial or entry.type == "hearing" else ())):
        return False
    if entry.review or entry.type in ("interview", "personal_communication") or entry.has("interviewer"):
        return False
    if entry.type in ("hearing", "report") and entry.has("number"):
        return False
    return not (entry.type == "broadcast" and entry.has("container-title"))


def described(entry: Entry) -> list[Inlines]:
    """Return title, description and identifiers, as far as they stand before the source."""
    if title_is_lost(entry):
        return [TITLE_LOST, *description(entry), *_identifiers(entry)]
    if text := "" if _is_titled_by_reviewed(entry) else entry.text("title"):
        return [title(entry, text), *description(entry), *_identifiers(entry)]
    if entry.type == "report" and not entry.has("container-title"):
        return [number(entry), *_identifiers(entry), *description(entry)]
    return [*description(entry), *_identifiers(entry)]


def _is_titled_by_reviewed(entry: Entry) -> bool:
    """Tell whether the title is that of the work under review, which its description says."""
    return entry.review and not entry.has("reviewed-title", "reviewed-genre")


def _identifiers(entry: Entry) -> list[Inlines]:
    if entry.contained and entry.type not in ON_SITES:
        first = [number(entry)] if entry.type in _NUMBERED_FIRST else []
        return [*first, *(contributors(entry) if entry.serial else [])]
    untitled_report = entry.type == "report" and not entry.has("title")
    parts = [() if untitled_report else number(entry), version(entry), edition(entry)]
    if entry.serial or entry.type in ON_SITES:
        return [*parts, *contributors(entry)]
    return [*parts, *contributors_and_volume(entry)]


def number(entry: Entry, *, within: bool = False) -> Inlines:
    """Return the number of a report or other text with its kind: Research Paper no. 91."""
    text = entry.text("number") if entry.type != "thesis" else ""
    if not text:
        return ()
    genre = entry.text("genre")
    if entry.note and genre.partition(" ")[2].islower():
        genre = in_lower_case(genre)
    if entry.type == "broadcast" and numerals.is_numeric(text):
        return entry.part(f"{genre or 'episode'} {text}", within=within)
    if entry.type != "standard":
        text = numerals.labeled(*(("no.", "nos.") if entry.note else ("No.", "Nos.")), text)
    if not entry.note and not genre.isupper():
        genre = " ".join(word[:1].upper() + word[1:] for word in genre.split()) if genre == genre.lower() else genre
    return entry.part(f"{genre} {text}".strip(), within=within)


def version(entry: Entry, *, within: bool = False) -> Inlines:
    """Return the version of a dataset or page."""
    text = entry.text("version")
    return entry.part(f"version {text}" if text else "", within=within)


def edition(entry: Entry, *, within: bool = False) -> Inlines:
    """Return the edition, unless it prints with the date of the original."""
    dated = entry.has("original-date") and entry.has("issued") and not entry.has("original-title")
    return () if dated else entry.part(edition_text(entry), within=within)


def edition_text(entry: Entry) -> str:
    """Return the edition in words: 3rd ed. for 3 or 3rd, else as typed."""
    text = entry.text("edition")
    digits = text.rstrip("stndrh")
    return f"{numerals.ordinal(digits)} ed." if digits.isdecimal() else text
