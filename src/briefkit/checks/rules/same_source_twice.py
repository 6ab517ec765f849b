"""One source as two records that differ.

What:
    Two references of the library have the same DOI, the same address (without scheme and `www`) or the same title and
    date, and differ in other fields.

Why:
    A bibliography would list the source twice. One record in `volume.yaml` serves all briefs.

Bad:
    summary: Trade doubled in a decade.[@mofa-2014; @trade-2014]
    references:
      - id: mofa-2014
        type: webpage
        title: Trade with Australia
        issued: 2014-03-01
        publisher: Ministry of Foreign Affairs of Japan
        URL: https://www.mofa.go.jp/trade
      - id: trade-2014
        type: webpage
        title: Trade with Australia
        issued: 2014-03-11
        publisher: Ministry of Foreign Affairs of Japan
        URL: http://mofa.go.jp/trade/

Good:
    summary: Trade doubled in a decade.[@mofa-2014]
    references:
      - id: mofa-2014
        type: webpage
        title: Trade with Australia
        issued: 2014-03-01
        publisher: Ministry of Foreign Affairs of Japan
        URL: https://www.mofa.go.jp/trade
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from briefkit.checks.numbers import NONE, numbered, numbers
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule
from briefkit.format.model import Reference, Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Related, Severity
from briefkit.source.place import Place
from briefkit.source.site import read_site

_RECORD = 4
"""Numbers of a source: what its fields say, and the three things by which it may be known."""


def collect(parsed: ParsedBrief) -> Json:
    """Return the numbers of each source of the file."""
    texts = [text for reference in _whole(parsed) for text in (_digests(reference), *_identities(reference))]
    return numbered(texts) or None


def keep(parsed: ParsedBrief) -> Json:
    """Return of each source its id, a digest of each field, and its place."""
    return [
        [ref.id, _digests(ref), ref.place.line, ref.place.column, parsed.site((*ref.place.path, "id")).json()]
        for ref in _whole(parsed)
    ] or None


def _whole(parsed: ParsedBrief) -> list[Reference]:
    return [reference for reference in parsed.subject.references if not parsed.is_torn(reference.place.path)]


_AT_ONCE = 100_000
"""Numbers that are counted together, which takes ten times the memory that they have in an array."""


class _Source(NamedTuple):
    """A source of a file: which of them it is, and the number for what its fields say."""

    file: FileFacts
    place: int
    fields: int


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at the later of two differing records of one source, with the first as related place."""
    first: dict[int, _Source | None] = dict.fromkeys(_repeated(files))
    settled: set[tuple[int, ...]] = set()
    records: dict[tuple[str, int], list[Json]] = {}
    for file in files if first else ():
        pairs = list(_differing(file, first, settled))
        details = file.details if pairs else None
        for source, known in pairs:
            record, origin = _record(details, source.place), (known.file.file, known.place)
            if origin not in records:
                records[origin] = _record(known.file.details, known.place)
            if different := _differences(records[origin][1], record[1]):
                yield _fault(file.file, record, known.file.file, records[origin], different)


def _differing(
    file: FileFacts, first: dict[int, _Source | None], settled: set[tuple[int, ...]]
) -> Iterator[tuple[_Source, _Source]]:
    """Yield each source of a file that differs from the first one with a number of its own, with that one.

    `first` has the numbers that stand more than once, and takes the first source with each; `settled` takes the
    records with nothing to say of them, which come again in many files.
    """
    found = numbers(file.facts)
    for place, record in enumerate(zip(*[iter(found)] * _RECORD, strict=True)):
        if record in settled:
            continue
        fields, *keys = record
        known = [first[key] for key in keys if key in first]
        if None in known:
            unmet = (key for key in keys if key in first and first[key] is None)
            first |= dict.fromkeys(unmet, _Source(file, place, fields))
        origin = next(filter(None, known), None)
        if origin and origin.fields != fields:
            yield _Source(file, place, fields), origin
        elif origin and None not in known:
            settled.add(record)


def _record(details: Json, place: int) -> list[Json]:
    record = details[place] if isinstance(details, list) else None
    return record if isinstance(record, list) else []


def _repeated(files: Sequence[FileFacts]) -> frozenset[int]:
    """Return the numbers that stand more than once; an array, because a library has very many of them."""
    found = array("Q")
    for file in files:
        sources = numbers(file.facts)
        for i in range(1, _RECORD):
            found.extend(sources[i::_RECORD])
    shares = len(found) // _AT_ONCE + 1
    counts = (Counter(number for number in found if number % shares == share) for share in range(shares))
    return frozenset(number for count in counts for number, times in count.items() if times > 1 and number != NONE)


def _fault(file: str, record: list[Json], where: str, known: list[Json], different: list[str]) -> LibraryFault:
    line, column = (number if isinstance(number, int) else 1 for number in known[2:4])
    return LibraryFault(
        file,
        read_site(record[4]),
        f"`{record[0]}` and `{known[0]}` are one source, but differ in {', '.join(different)}",
        "keep one record; one that several briefs cite belongs into volume.yaml",
        (Related(Place(where, line, column), f"`{known[0]}`"),),
    )


def _identities(reference: Reference) -> tuple[str | None, str | None, str | None]:
    """Return the texts by which a source is known: its DOI, its address, its title with the date."""
    doi, url, title = (reference.fields.get(name) for name in ("DOI", "URL", "title"))
    issued = reference.dates.get("issued")
    return (
        f"doi:{doi.lower()}" if doi else None,
        "url:" + re.sub(r"^https?://(www\.)?|/+$", "", url.lower()) if url else None,
        f"title:{title.casefold()}:{issued.interval}" if title and issued and issued.interval else None,
    )


def _digests(reference: Reference) -> str:
    """Return `name=digest` for each field, with blanks between them."""
    fields = {"type": reference.type, **reference.fields, **reference.names, **reference.dates}
    return " ".join(f"{name}={crc32(repr(value).encode()):x}" for name, value in fields.items() if name != "accessed")


def _differences(one: Json, other: Json) -> list[str]:
    if one == other:
        return []
    left, right = (dict(field.split("=") for field in str(digests).split()) for digests in (one, other))
    return [f"`{name}`" for name in dict.fromkeys([*left, *right]) if left.get(name) != right.get(name)]


RULE = LibraryRule(
    "same-source-twice",
    "BK409",
    Severity.WARNING,
    __doc__,
    collect=collect,
    keep=keep,
    combine=combine,
)
