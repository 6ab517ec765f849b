"""What no rule of a type prints, though it is filled: said all the same, or left out for a reason."""

from collections.abc import Mapping

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, numerals, typeset, work
from briefkit.document.cite.contributors import credited
from briefkit.document.cite.entry import PERIODICALS, Entry
from briefkit.format.model import Reference

NEVER: Mapping[str, str] = {
    "abstract": "it describes the source to those who work with the file",
    "annote": "it is a note to oneself",
    "call-number": "it finds a copy in one library",
    "citation-key": "it is the key in another program",
    "citation-label": "it is the label in another program",
    "citation-number": "it is the number in another program's list",
    "container-title-short": "the full name prints",
    "first-reference-note-number": "it is counted anew",
    "ISBN": "the Chicago Manual names no such number",
    "ISSN": "the Chicago Manual names no such number",
    "journalAbbreviation": "the full name prints",
    "keyword": "it describes the source to those who work with the file",
    "language": "the words of the title show it",
    "license": "terms of use are no part of a citation",
    "locator": "the place stands in the citation",
    "PMCID": "the Chicago Manual names no such number",
    "PMID": "the Chicago Manual names no such number",
    "shortTitle": "it prints in short notes",
    "source": "it says where the record comes from",
    "title-short": "it prints in short notes",
    "volume-title-short": "the full title prints",
    "year-suffix": "notes tell years apart by title",
}
"""The variables that no form prints, and why."""

_PLACE = "the 18th edition names no place of publication beside a publisher after 1900 (CMOS 18, 14.30)"
_SERIAL = "a serial is known by its name, not by its publisher"
_ISSUE_PAGES = "newspapers and magazines are cited by their date"
_LOCATED = "the first page is told by `page`"
_ACCESS = "a day of access stands with undated sources; --access-dates prints all"
_DOI = "the DOI is the address"

_LABELS = {
    "chapter-number": ("chap.", "chaps."),
    "issue": ("no.", "nos."),
    "number": ("no.", "nos."),
    "part-number": ("pt.", "pts."),
    "printing-number": ("printing", "printings"),
    "section": ("sec.", "secs."),
    "supplement-number": ("supp.", "supps."),
    "volume": ("vol.", "vols."),
}
_TITLES = ("container-title", "original-title", "part-title", "reviewed-title", "title", "volume-title")
_DATES = {
    "available-date": "available",
    "event-date": "event",
    "original-date": "originally",
    "submitted": "submitted",
}
_VERBS = {
    "collection-editor": "series ed.",
    "composer": "composed by",
    "interviewer": "interview by",
    "original-author": "original by",
    "recipient": "to",
    "reviewed-author": "on a work by",
}
_LAST = ("references", "note")


def omitted(ref: Reference) -> dict[str, str]:
    """Return the filled variables that print nowhere by the rules of their kind, and why."""
    entry = Entry(ref, note=False)
    reasons = dict(NEVER)
    if entry.has("publisher") and (entry.serial or not entry.named_by_place):
        reasons["publisher-place"] = _PLACE
    if entry.serial and entry.has("container-title"):
        reasons["publisher"] = _SERIAL
    if entry.type in PERIODICALS:
        reasons["page"] = reasons["page-first"] = _ISSUE_PAGES
    if entry.has("page"):
        reasons["page-first"] = _LOCATED
    if entry.has("DOI"):
        reasons["URL"] = _DOI
    reasons["accessed"] = _ACCESS
    return {name: reason for name, reason in reasons.items() if entry.has(name)}


def unsaid(entry: Entry, *others: Entry) -> list[str]:
    """Return the filled variables that neither an entry nor the others have said, in alphabetical order."""
    ref = entry.ref
    filled = {*ref.fields, *ref.names, *(name for name in ref.dates if entry.has(name))} - entry.said
    filled = filled.difference(
        NEVER, ("page", "page-first") if entry.locator else (), *(other.said for other in others)
    )
    return sorted(filled - omitted(ref).keys()) if filled else []


def further(entry: Entry, variables: list[str]) -> list[Inlines]:
    """Return the variables as parts of an entry, each with a word on what it is where it needs one."""
    return [part for name in variables if name not in _LAST and (part := _part(entry, name))]


def remarks(entry: Entry, variables: list[str]) -> list[Inlines]:
    """Return what the record says in words of its own; it stands last."""
    return [entry.part(entry.text(name)) for name in _LAST if name in variables]


def _part(entry: Entry, name: str) -> Inlines:
    if name in entry.ref.names:
        people = entry.people(name)
        if name in _VERBS:
            return entry.part(f"{_VERBS[name]} {people}")
        if name in names.ROLES:
            return credited(entry, name, people)
        return entry.part(people)
    if name in entry.ref.dates:
        date = entry.date(name, "day")
        return entry.part(f"{_DATES.get(name, '')} {date}".strip())
    text = entry.text(name)
    if name in _LABELS:
        return entry.part(numerals.labeled(*_LABELS[name], text))
    if name in _TITLES:
        return typeset.title(text, quoted=False)
    match name:
        case "edition":
            text = work.edition_text(entry)
        case "number-of-pages":
            text = f"{text} pp." if text.isdecimal() else text
        case "number-of-volumes":
            text = f"{text} vols." if text.isdecimal() else text
        case "version":
            text = f"version {text}"
        case "page" | "page-first":
            text = numerals.paged(numerals.ranges(text))
    return entry.part(text)
