"""BibTeX and BibLaTeX → raw entries: the blocks by bibtexparser, the rest by the manuals of BibTeX and BibLaTeX."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefkit.importing.bibliography import latex
from briefkit.importing.bibliography.bibtex_fields import DATES, FIELDS, NAMES, TYPES, months
from briefkit.importing.bibliography.raw import Raw, not_too_many
from briefkit.importing.log import Log
from briefkit.text.printable import shorten

if TYPE_CHECKING:
    from bibtexparser.model import Entry

_PIECE = re.compile(r"\s*(?:#\s*)?")
_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_NOT_INHERITED = frozenset({"crossref", "xref", "ids", "entryset", "shorttitle", "sorttitle", "label", "key"})
_IN_PARTS = frozenset(
    "inbook incollection inproceedings conference inreference suppbook suppcollection article".split()
)


def entries(text: str, log: Log) -> list[Raw]:
    """Return the entries; blocks that cannot be read are told in the log, with their text."""
    from bibtexparser.model import Entry, ParsingFailedBlock
    from bibtexparser.splitter import Splitter

    for name in ("bibtexparser", "bibtexparser.splitter"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    library = Splitter(text).split()
    not_too_many(len(library.blocks))
    strings = months()
    for string in library.strings:
        strings[string.key.lower()] = _joined(string.value, strings)
    found: dict[str, tuple[str, dict[str, str]]] = {}
    order: list[tuple[str, str, dict[str, str]]] = []
    for block in library.blocks:
        # An entry whose key or field stands twice is whole inside the block that says so.
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if isinstance(entry, Entry):
            fields = _fields(entry, strings, log)
            found.setdefault(entry.key.lower(), (entry.entry_type.lower(), fields))
            order.append((entry.key, entry.entry_type.lower(), fields))
        elif isinstance(block, ParsingFailedBlock):
            log.leave(f"line {(block.start_line or 0) + 1}", "this cannot be read as BibTeX", block.raw or "")
    return [_raw(key, kind, _with_parent(kind, fields, found), log) for key, kind, fields in order]


def _fields(entry: "Entry", strings: Mapping[str, str], log: Log) -> dict[str, str]:
    fields: dict[str, str] = {}
    for one in entry.fields:
        name, value = one.key.lower(), _joined(str(one.value), strings)
        if name in fields:
            log.decide(entry.key, f"the field {name} stands twice; the first is kept, not: {shorten(value, 80)}")
        else:
            fields[name] = value
    return fields


def _with_parent(kind: str, fields: dict[str, str], found: Mapping[str, tuple[str, dict[str, str]]]) -> dict[str, str]:
    """Return the fields with those of the entry that `crossref` names; one step, as BibTeX does."""
    parent = found.get(fields.get("crossref", "").strip().lower())
    if parent is None:
        return fields
    filled = {name: value for name, value in fields.items() if name != "crossref"}
    for name, value in parent[1].items():
        if name not in _NOT_INHERITED:
            filled.setdefault(_INHERITED.get(name, name) if kind in _IN_PARTS else name, value)
    return filled


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """Return a value whole: pieces in braces or quotes, numbers and names of strings, joined by #."""
    return "".join(_pieces(value.strip(), strings))


def _pieces(value: str, strings: Mapping[str, str]) -> Iterator[str]:
    at = 0
    while at < len(value):
        at = _PIECE.match(value, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if at >= len(value):
            return
        if value[at] in '{"':
            end = _end(value, at)
            yield value[at + 1 : end]
            at = end + 1
        else:
            end = value.find("#", at)
            end = len(value) if end < 0 else end
            name = value[at:end].strip()
            yield strings.get(name.lower(), name)
            at = end


def _end(value: str, start: int) -> int:
    """Return where a piece ends: at its last brace or quotation mark, as far as braces are balanced."""
    closing = "}" if value[start] == "{" else '"'
    level = 0
    for match in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(value, start + 1):
        sign = match[0]
        if sign == closing and level == 0:
            return match.start()
        level += (sign == "{") - (sign == "}")
    return len(value)


def _raw(key: str, kind: str, fields: Mapping[str, str], log: Log) -> Raw:
    raw = Raw(key)
    raw.fields["type"] = TYPES.get(kind, "document")
    if kind not in TYPES:
        log.decide(key, f"the entry type {kind} is not known; it is read as document")
    if (subtype := fields.get("entrysubtype", "").lower()) in ("newspaper", "magazine") and kind == "article":
        raw.fields["type"] = f"article-{subtype}"
    if kind in ("phdthesis", "mastersthesis"):
        raw.fields["genre"] = "PhD diss." if kind == "phdthesis" else "Master’s thesis"
    for name, value in fields.items():
        try:
            _put(raw, kind, name, value, fields)
        except ValueError as error:
            log.leave(key, f"the field {name}: {error}", value)
    _issued(raw, fields)
    return raw


def _put(raw: Raw, kind: str, name: str, value: str, fields: Mapping[str, str]) -> None:
    if name in NAMES:
        raw.put(NAMES[name], _people(value), name)
    elif name in DATES:
        raw.put(DATES[name], _date(latex.text(value)), name)
    elif name in ("title", "booktitle", "journaltitle", "journal", "maintitle"):
        base = "journal" if name == "journaltitle" else name
        sub = latex.text(fields.get(f"{base.removesuffix('title') if base != 'journal' else 'journal'}subtitle", ""))
        target = "title" if name == "title" else "volume-title" if name == "maintitle" else "container-title"
        raw.put(target, latex.text(value) + (f": {sub}" if sub else ""), name)
    elif name == "number":
        target = (
            "issue" if kind in ("article", "periodical") else "collection-number" if "series" in fields else "number"
        )
        raw.put(target, latex.text(value), name)
    elif name in ("doi", "url"):
        raw.put(name.upper(), re.sub(r"\\([&%$#_~])", r"\1", value.strip("{} \n")), name)
    elif name == "howpublished" and (address := re.search(r"https?://[^\s{}]+", value)):
        raw.put("URL", address[0].replace("\\", ""), name)
    elif name in FIELDS:
        words = latex.text(value)
        raw.put(FIELDS[name], words.replace("–", "-") if name == "pages" else words, name)
    elif (
        not name.endswith("subtitle") and name not in ("year", "month", "day", "date", "entrysubtype") and value.strip()
    ):
        raw.left.append((name, shorten(value, 200)))


def _issued(raw: Raw, fields: Mapping[str, str]) -> None:
    """Set the date of an entry: `date`, else year, month and day."""
    if date := fields.get("date", ""):
        raw.put("issued", _date(latex.text(date)), "date")
        return
    year = latex.text(fields.get("year", ""))
    month = latex.text(fields.get("month", ""))
    number = months().get(month[:3].lower(), month) if month else ""
    if year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12:
        day = latex.text(fields.get("day", ""))
        year += f"-{int(number):02d}" + (f"-{int(day):02d}" if day.isdecimal() else "")
    elif month:
        raw.left.append(("month", month))
    raw.put("issued", _date(year), "year")


def _date(text: str) -> str:
    text = re.sub(r"\s*[–-]{1,2}\s*(?=\d{4}$)", "/", text) if re.fullmatch(r"\d{4}\s*[–-]+\s*\d{4}", text) else text
    return "n.d." if text.lower().replace(" ", "") in ("n.d.", "nd", "n.d") else text


def _people(value: str) -> list[dict[str, str]]:
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    people = []
    for name in split_multiple_persons_names(" ".join(value.split())):
        if name.lower() == "others":
            people.append({"literal": "et al."})
        elif name.startswith("{") and _end(name, 0) == len(name) - 1:
            people.append({"literal": latex.text(name)})
        else:
            parts = parse_single_name_into_parts(name, strict=False)
            person = {
                "family": latex.text(" ".join(parts.last)),
                "given": latex.text(" ".join(parts.first)),
                "non-dropping-particle": latex.text(" ".join(parts.von)),
                "suffix": latex.text(" ".join(parts.jr)),
            }
            people.append({key: part for key, part in person.items() if part})
    return [person for person in people if person]
