"""The sources that Word itself keeps for its citations → CSL items."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from briefkit.importing.word.package import Package
from briefkit.importing.word.tree import at, each

_TYPES = {
    "Book": "book",
    "BookSection": "chapter",
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Interview": "interview",
    "Case": "legal_case",
    "Film": "motion_picture",
    "Misc": "document",
}
_FIELDS = {
    "Title": "title",
    "ShortTitle": "title-short",
    "JournalName": "container-title",
    "BookTitle": "container-title",
    "PeriodicalTitle": "container-title",
    "InternetSiteTitle": "container-title",
    "ConferenceName": "event-title",
    "Publisher": "publisher",
    "Institution": "publisher",
    "City": "publisher-place",
    "Pages": "page",
    "Volume": "volume",
    "Issue": "issue",
    "Edition": "edition",
    "URL": "URL",
    "DOI": "DOI",
    "StandardNumber": "ISBN",
    "ThesisType": "genre",
    "Comments": "note",
    "Medium": "medium",
    "ChapterNumber": "chapter-number",
}
_NAMES = {
    "Author": "author",
    "BookAuthor": "container-author",
    "Editor": "editor",
    "Translator": "translator",
    "Interviewer": "interviewer",
    "Interviewee": "author",
    "Director": "director",
}
_KEPT = {"Tag", "Guid", "LCID", "SourceType", "RefOrder", "Author", "Year", "Month", "Day"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def sources(package: Package) -> dict[str, Mapping[str, object]]:
    """Return the sources by the key under which citations name them, `word:TAG`."""
    found: dict[str, Mapping[str, object]] = {}
    for part in package.kinds("customXml"):
        root = package.xml(part)
        if root is not None and root.tag == "b:Sources":
            for source in each(root, "b:Source"):
                if tag := _text(source, "Tag"):
                    found[f"word:{tag}"] = _item(source)
    return found


def _item(source: Element) -> dict[str, object]:
    item: dict[str, object] = {"id": _text(source, "Tag"), "type": _TYPES.get(_text(source, "SourceType"), "document")}
    for element in source:
        name = element.tag.partition(":")[2]
        words = " ".join((element.text or "").split())
        if name in _FIELDS and words:
            item[_FIELDS[name] if _FIELDS[name] not in item else name] = words
        elif name not in _KEPT and not name.endswith("Accessed") and words:
            item[name] = words
    for group in at(source, "b:Author") or ():
        role = _NAMES.get(group.tag.partition(":")[2])
        if names := _people(group):
            item[role or group.tag.partition(":")[2]] = names
    for field, ending in (("issued", ""), ("accessed", "Accessed")):
        if date := _date(source, ending):
            item[field] = date
    return item


def _people(group: Element) -> list[dict[str, str]]:
    found = []
    for element in group.iter():
        if element.tag == "b:Corporate" and (element.text or "").strip():
            found.append({"literal": " ".join((element.text or "").split())})
        if element.tag == "b:Person":
            given = " ".join(word for part in ("First", "Middle") for word in [_text(element, part)] if word)
            names = {"family": _text(element, "Last"), "given": given}
            if person := {key: name for key, name in names.items() if name}:
                found.append(person if "family" in person else {"literal": person["given"]})
    return found


def _date(source: Element, ending: str) -> dict[str, object]:
    year, month, day = (_text(source, f"{part}{ending}") for part in ("Year", "Month", "Day"))
    if not re.fullmatch(r"[0-9]{4}", year):
        return {"literal": year} if year else {}
    parts = [int(year)]
    number = (
        _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else int(month) if month.isdecimal() else 0
    )
    if 1 <= number <= 12:
        parts.append(number)
        if day.isdecimal() and 1 <= int(day) <= 31:
            parts.append(int(day))
    return {"date-parts": [parts]}


def _text(element: Element, name: str) -> str:
    found = at(element, f"b:{name}")
    return " ".join((found.text or "").split()) if found is not None else ""
