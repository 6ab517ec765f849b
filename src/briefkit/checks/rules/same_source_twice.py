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

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule
from briefkit.format.model import Reference, Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Related, Severity
from briefkit.source.place import Place
from briefkit.source.site import read_site


def collect(parsed: ParsedBrief) -> Json:
    """Return what tells the sources of the file from others, as numbers, and as one text all that is kept of each.

    Of a source its id is kept, its place, what it is known by, and a digest of each field, not the fields.
    """
    whole = [reference for reference in parsed.subject.references if not parsed.is_torn(reference.place.path)]
    known = [[_number(name) for name in _identities(reference)] for reference in whole]
    kept: list[Json] = [
        [ref.id, list(numbers), _digests(ref), ref.place.line, ref.place.column, _site(parsed, ref)]
        for ref, numbers in zip(whole, known, strict=True)
    ]
    numbers = [number for each in known for number in each]
    return [[*numbers], json.dumps(kept, ensure_ascii=False)] if numbers else None


def _site(parsed: ParsedBrief, reference: Reference) -> Json:
    return parsed.site((*reference.place.path, "id")).json()


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at the later of two differing records of one source, with the first as related place."""
    shared = _repeated(files)
    first: dict[int, tuple[str, list[Json]]] = {}
    for file in files if shared else ():
        numbers, kept = file.facts if isinstance(file.facts, list) else ([], "[]")
        for record in json.loads(str(kept)) if shared.intersection(numbers) else ():  # type: ignore[arg-type]
            keys = [number for number in record[1] if number in shared]
            known = next((first[key] for key in keys if key in first), None)
            for key in keys:
                first.setdefault(key, (file.file, record))
            if known and (different := _differences(known[1][2], record[2])):
                yield _fault(file.file, record, *known, different)


def _repeated(files: Sequence[FileFacts]) -> frozenset[int]:
    """Return the numbers that stand more than once; an array, because a library has very many of them."""
    numbers = array("Q")
    for file in files:
        if isinstance(file.facts, list) and isinstance(file.facts[0], list):
            numbers.extend(number for number in file.facts[0] if isinstance(number, int))
    return frozenset(one for one, other in pairwise(sorted(numbers)) if one == other)


def _fault(file: str, record: list[Json], where: str, known: list[Json], different: list[str]) -> LibraryFault:
    line, column = (number if isinstance(number, int) else 1 for number in known[3:5])
    return LibraryFault(
        file,
        read_site(record[5]),
        f"`{record[0]}` and `{known[0]}` are one source, but differ in {', '.join(different)}",
        "keep one record; one that several briefs cite belongs into volume.yaml",
        (Related(Place(where, line, column), f"`{known[0]}`"),),
    )


def _identities(reference: Reference) -> Iterator[str]:
    if doi := reference.fields.get("DOI"):
        yield f"doi:{doi.lower()}"
    if url := reference.fields.get("URL"):
        yield "url:" + re.sub(r"^https?://(www\.)?|/+$", "", url.lower())
    title, issued = reference.fields.get("title"), reference.dates.get("issued")
    if title and issued and issued.interval:
        yield f"title:{title.casefold()}:{issued.interval}"


def _number(identity: str) -> int:
    """Return 56 bits for an identity: among a million sources two share them by chance once in a hundred thousand."""
    return int.from_bytes(blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=7).digest())


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
    combine=combine,
)
