"""CSL items of a document → references of a brief: keys of their own, fields that the format knows, the rest listed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from briefkit.importing.log import Log

_KEPT_OUT = frozenset({"id", "citation-key", "schema"})
_TAG = re.compile(r"</?(?:i|b|sub|sup|span|sc)\b[^>]*>")
_NAME_FIELDS = frozenset(
    "family given literal suffix dropping-particle non-dropping-particle comma-suffix static-ordering".split()
)
MONTHS = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
"""The months, by the first three letters of their names."""
_DATES = frozenset({"issued", "accessed", "event-date", "original-date", "submitted", "available-date"})
_NUMBERS = {"DOI": re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)}


def references(
    sources: Mapping[str, Mapping[str, object]], cited: Iterable[str], known: frozenset[str], log: Log
) -> tuple[list[dict[str, object]], dict[str, str]]:
    """Return the references for the sources that are cited, and their keys by the keys of the document.

    `known` are the fields that a reference may have. Fields without a place are listed.
    """
    found: list[dict[str, object]] = []
    keys: dict[str, str] = {}
    seen: dict[str, str] = {}
    for source in dict.fromkeys(cited):
        item = sources.get(source)
        if item is None:
            log.decide(
                "citation",
                f"a citation names the source “{source.removeprefix('word:')}”, of which the file has no data",
            )
            continue
        made = cleaned(item, known, log)
        same = repr(sorted(made.items(), key=lambda pair: pair[0]))
        if same in seen:
            keys[source] = seen[same]
            continue
        name = key(made, set(keys.values()))
        keys[source] = seen[same] = name
        found.append({"id": name, **made})
    if found:
        log.decide(
            "citation", f"{len(found)} references made of citations: {', '.join(str(item['id']) for item in found)}"
        )
    return found, keys


def cleaned(item: Mapping[str, object], known: frozenset[str], log: Log, about: str = "citation") -> dict[str, object]:
    """Return a CSL item as the format has it; the log lists fields that have no place, `about` which part."""
    found: dict[str, object] = {"type": str(item.get("type") or "document")}
    for name, value in item.items():
        if name in _KEPT_OUT or name == "type" or value in ("", None, [], {}):
            continue
        kept = _value(name, value) if name in known else None
        if kept is None:
            log.decide(
                about, f"the field {name} of “{str(item.get('title', ''))[:50]}” has no place: {str(value)[:80]}"
            )
        else:
            found[name] = kept
    return found


def _value(name: str, value: object) -> object:
    """Return a value as the format has it; None for one that it cannot have."""
    if name in _DATES:
        return _date(value)
    if isinstance(value, list):
        people = [person for one in value if isinstance(one, dict) and (person := _person(one))]
        return people or None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(_TAG.sub("", str(value)).split())
    return _NUMBERS[name].sub("", text) if name in _NUMBERS else text


def _person(one: Mapping[str, object]) -> dict[str, object]:
    return {
        str(name): value if isinstance(value, bool) else " ".join(str(value).split())
        for name, value in one.items()
        if name in _NAME_FIELDS and value not in ("", None)
    }


def _date(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        return value if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?|n\.d\.", value) else None
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts:
        days = [day for one in parts[:2] if isinstance(one, list) and (day := _day(one))]
        return "/".join(days) if days else None
    raw = value.get("raw") or value.get("literal")
    return _date(str(raw)) if raw else None


def _day(parts: Sequence[object]) -> str:
    numbers = [int(str(part)) for part in parts if str(part).isdecimal()]
    if not numbers or not 1 <= numbers[0] <= 9999:
        return ""
    return "-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:3])])


def key(item: Mapping[str, object], taken: set[str]) -> str:
    """Return a citation key: the first author's name and the year."""
    people = item.get("author") or item.get("editor")
    first = people[0] if isinstance(people, list) and people else {}
    name = str(first.get("family") or first.get("literal") or item.get("title") or "source")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)[:3] or ["source"]
    year = str(item.get("issued", ""))[:4]
    base = "-".join([*words, year if year.isdecimal() else "n-d"])
    made = base
    count = 1
    while made in taken:
        count += 1
        made = f"{base}-{count}"
    return made
