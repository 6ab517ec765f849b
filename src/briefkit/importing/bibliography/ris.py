"""RIS → raw entries, by a reader of our own: tags that stand twice and entries without an end are kept."""

import re

from briefkit.importing.bibliography.raw import Raw, not_too_many
from briefkit.importing.log import Log

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_TYPES = {
    **dict.fromkeys("BOOK EDBOOK EBOOK WHOLE".split(), "book"),
    **dict.fromkeys("CHAP ECHAP".split(), "chapter"),
    **dict.fromkeys("JOUR JFULL EJOUR ABST INPR".split(), "article-journal"),
    **dict.fromkeys("CONF CPAPER".split(), "paper-conference"),
    **dict.fromkeys("RPRT GOVDOC".split(), "report"),
    **dict.fromkeys("ELEC WEB ICOMM".split(), "webpage"),
    **dict.fromkeys("VIDEO MPCT".split(), "motion_picture"),
    **dict.fromkeys("STAT LEGAL".split(), "legislation"),
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "BLOG": "post-weblog",
    "THES": "thesis",
    "PAMP": "pamphlet",
    "UNPB": "manuscript",
    "DATA": "dataset",
    "CASE": "legal_case",
    "HEAR": "hearing",
    "BILL": "bill",
    "PCOMM": "personal_communication",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "MAP": "map",
    "PAT": "patent",
    "STAND": "standard",
    "COMP": "software",
    "GEN": "document",
}
_NAMES = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
_FIELDS = {
    **dict.fromkeys("TI T1 CT".split(), "title"),
    **dict.fromkeys("JO JF BT".split(), "container-title"),
    **dict.fromkeys("JA J2 J1".split(), "container-title-short"),
    **dict.fromkeys("UR LK".split(), "URL"),
    **dict.fromkeys("N2 AB".split(), "abstract"),
    "T2": "container-title",
    "T3": "collection-title",
    "ST": "title-short",
    "VL": "volume",
    "IS": "issue",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "DO": "DOI",
    "ET": "edition",
    "LA": "language",
    "M3": "genre",
    "N1": "note",
    "CN": "call-number",
}
_DATES = {"PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed"}


def entries(text: str, log: Log) -> list[Raw]:
    """Return the entries; lines outside of entries are told in the log."""
    found: list[list[tuple[str, str]]] = []
    open_ = False
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.rstrip())
        if match and match[1] == "TY":
            found.append([("TY", match[2].strip())])
            open_ = True
        elif match and match[1] == "ER":
            open_ = False
        elif not open_:
            if line.strip():
                log.leave(f"line {number}", "it stands outside of any entry", line)
        elif match:
            found[-1].append((match[1], match[2].strip()))
        elif line.strip():
            tag, value = found[-1][-1]
            found[-1][-1] = (tag, f"{value} {line.strip()}")
    not_too_many(len(found))
    return [_raw(lines, number, log) for number, lines in enumerate(found, 1)]


def _raw(lines: list[tuple[str, str]], number: int, log: Log) -> Raw:
    kind = lines[0][1].upper()
    raw = Raw(next((value for tag, value in lines if tag == "ID" and value), f"entry {number}"))
    raw.fields["type"] = _TYPES.get(kind, "document")
    if kind not in _TYPES:
        log.decide(raw.key, f"the type {kind or 'nothing'} is not known; it is read as document")
    people: dict[str, list[dict[str, str]]] = {}
    dates: dict[str, list[str]] = {}
    for tag, value in lines[1:]:
        if not value or tag == "ID":
            continue
        if tag in _NAMES:
            people.setdefault(_NAMES[tag], []).append(_person(value))
        elif tag in _DATES:
            dates.setdefault(_DATES[tag], []).append(_date(value))
        elif tag == "SN":
            raw.put("ISSN" if re.fullmatch(r"\d{4}-?\d{3}[\dXx]", value) else "ISBN", value, tag)
        elif tag == "T2" and raw.fields["type"] in ("book", "report"):
            raw.put("collection-title", value, tag)
        elif tag in _FIELDS:
            raw.put(_FIELDS[tag], value, tag)
        elif tag not in ("SP", "EP"):
            raw.left.append((tag, value))
    raw.fields |= people
    for name, given in dates.items():
        best = max(given, key=len)
        raw.put(name, best, name)
        raw.left += [("date", one) for one in given if not best.startswith(one)]
    pages = [value for wanted in ("SP", "EP") for tag, value in lines if tag == wanted and value]
    raw.put("page", "-".join(dict.fromkeys(pages)), "SP")
    return raw


def _person(value: str) -> dict[str, str]:
    family, comma, rest = value.partition(",")
    if not comma:
        return {"literal": value}
    given, _, suffix = rest.partition(",")
    person = {"family": family.strip(), "given": given.strip(), "suffix": suffix.strip()}
    return {key: part for key, part in person.items() if part}


def _date(value: str) -> str:
    """Return a date of RIS, `2014/10/26/more`, as ours; one that is none as it is, to be listed."""
    match = re.fullmatch(r"(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(/.*)?", value)
    if not match or (match[4] or "/").strip("/ "):
        return value
    return "-".join([match[1], *(f"{int(part):02d}" for part in match.group(2, 3) if part)])
