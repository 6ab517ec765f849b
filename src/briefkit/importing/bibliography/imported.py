"""The bytes of a bibliography and what a library has → references in briefkit's form, with every decision."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefkit.importing import yaml_text
from briefkit.importing.bibliography import bibtex, csl, ris
from briefkit.importing.bibliography.raw import Raw
from briefkit.importing.log import Log
from briefkit.importing.references import cleaned, key
from briefkit.text.errors import InputError
from briefkit.text.printable import shorten

LARGEST = 2_000_000
_READERS: dict[str, Callable[[str, Log], list[Raw]]] = {
    ".bib": bibtex.entries,
    ".ris": ris.entries,
    ".json": csl.from_json,
    ".yaml": csl.from_yaml,
    ".yml": csl.from_yaml,
}
SUFFIXES = tuple(_READERS)


class Known(NamedTuple):
    """A reference that the library has: its key, where it stands, and what a source is recognised by."""

    key: str
    file: str
    title: str = ""
    year: str = ""
    doi: str = ""
    url: str = ""


@dataclass(frozen=True)
class Bibliography:
    """The references, how many entries the file has, which are in the library already, and every decision."""

    references: tuple[dict[str, object], ...]
    entries: int
    duplicates: tuple[tuple[str, str], ...]
    """Keys of the file with the references that they are, `australia:garnaut-2014` or a new one."""
    log: Log

    @property
    def text(self) -> str:
        """The references as YAML, to be put into a brief."""
        lines = ["references:"]
        for reference in self.references:
            lines += yaml_text.record(reference, 2)
        return "\n".join(lines) + "\n"


def imported(data: bytes, name: str, library: Sequence[Known], fields: frozenset[str]) -> Bibliography:
    """Return the references that a bibliography makes; `fields` are those that a reference may have.

    Entries that the library has, or the file has had, are told and not repeated. Raises InputError for a file that is
    too large, is no text, or cannot be read as what its suffix says.
    """
    log = Log()
    suffix = name[name.rfind(".") :].lower()
    raws = _READERS[suffix](_decoded(data, log), log)
    if not raws:
        raise InputError("has no source that can be read", hint=_first(log))
    marks = {mark: f"{one.file}:{one.key}" for one in library for mark in _marks(one.doi, one.url, one.title, one.year)}
    taken = {one.key for one in library}
    found: list[dict[str, object]] = []
    duplicates: list[tuple[str, str]] = []
    for raw in raws:
        item = cleaned(raw.fields, fields, log, raw.key)
        for field, value in raw.left:
            log.decide(raw.key, f"the field {field} has no place: {shorten(value, 80)}")
        issued = str(item.get("issued", ""))[:4]
        own = _marks(str(item.get("DOI", "")), str(item.get("URL", "")), str(item.get("title", "")), issued)
        if same := next((marks[mark] for mark in own if mark in marks), None):
            duplicates.append((raw.key, same))
            log.decide(raw.key, f"is the reference {same} already, and is not repeated")
            continue
        made = key(item, taken)
        taken.add(made)
        marks.update((mark, made) for mark in own)
        log.decide(raw.key, f"has the new id {made}")
        found.append({"id": made, **item})
    return Bibliography(tuple(found), len(raws), tuple(duplicates), log)


def _decoded(data: bytes, log: Log) -> str:
    if len(data) > LARGEST:
        raise InputError("is larger than 2 MB", hint="export fewer sources at a time")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("is in UTF-16", hint="save it as UTF-8")
    if b"\0" in data:
        raise InputError("is no text", hint="export it again, as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        log.decide("encoding", "the file is not UTF-8; it is read as Latin-1 (Windows-1252): look at its accents")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _first(log: Log) -> str | None:
    return f"{log.unplaced[0].heading}: {log.unplaced[0].why}" if log.unplaced else None


def _marks(doi: str, url: str, title: str, year: str) -> list[str]:
    """Return what a source is recognised by: its DOI, its address, its title with the year."""
    found = [f"doi {doi.lower()}"] if doi else []
    if url:
        found.append("url " + re.sub(r"^https?://(www\.)?", "", url).rstrip("/"))
    words = " ".join(re.findall(r"\w+", title.lower()))
    return [*found, f"title {words} {year}"] if words and year else found
