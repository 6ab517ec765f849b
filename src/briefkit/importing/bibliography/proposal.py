"""A note in Chicago's form → a record to propose beside it; never written by itself."""

import re

from briefkit.importing.references import MONTHS

_ARTICLE = re.compile(
    r"(?P<who>[^\"“”,]+(?: and [^\"“”,]+)?), [\"“](?P<title>[^\"“”]+?),?[\"”],? (?P<where>[^,\d]+?)"
    r"(?: (?P<volume>\d+)(?:, no\. (?P<issue>\d+))?)?(?:,? \((?P<year>\d{4})\)|, (?P<date>[^:]*?\d{4}))"
    r"(?:: (?P<page>[\d–-]+))?(?:, (?P<url>https?://\S+?))?\.?"
)
_BOOK = re.compile(
    r"(?P<who>[^\"“”,()]+), (?P<title>[^\"“”()]+) \((?P<place>[^:()]+): (?P<publisher>[^()]+), (?P<year>\d{4})\)"
    r"(?:, (?P<locator>[\d–-]+))?\.?"
)
_DAY = re.compile(r"(?:(\d{1,2}) ([A-Z][a-z]+)\.?|([A-Z][a-z]+)\.?(?: (\d{1,2}),)?) (\d{4})")


def proposed(note: str) -> dict[str, object] | None:
    """Return a record of what a note cites: an article or a book of plain form; None where that is not sure."""
    text = " ".join(note.split())
    if len(text) > 1000 or ";" in text:
        return None
    if match := _ARTICLE.fullmatch(text):
        return _article(match)
    if match := _BOOK.fullmatch(text):
        return {
            "type": "book",
            "author": _people(match["who"]),
            "title": match["title"],
            "publisher-place": match["place"],
            "publisher": match["publisher"],
            "issued": match["year"],
        }
    return None


def _article(match: re.Match[str]) -> dict[str, object] | None:
    issued = match["year"] or _date(match["date"])
    if not issued:
        return None
    kind = "article-journal" if match["volume"] else "article-newspaper" if len(issued) == 10 else "article-magazine"
    fields = {
        "type": kind,
        "author": _people(match["who"]),
        "title": match["title"],
        "container-title": match["where"],
        "volume": match["volume"],
        "issue": match["issue"],
        "issued": issued,
        "page": match["page"],
        "URL": match["url"],
    }
    return {name: value for name, value in fields.items() if value}


def _people(names: str) -> list[dict[str, str]]:
    people = []
    for name in names.split(" and "):
        given, _, family = name.strip().rpartition(" ")
        people.append({"family": family, "given": given} if given else {"literal": family})
    return people


def _date(text: str) -> str:
    match = _DAY.fullmatch(text.strip())
    month = MONTHS.get((match[2] or match[3])[:3].lower()) if match else None
    if not match or not month:
        return ""
    day = match[1] or match[4]
    return f"{match[5]}-{month:02d}" + (f"-{int(day):02d}" if day else "")
