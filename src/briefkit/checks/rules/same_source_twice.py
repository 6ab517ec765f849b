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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Reference, Volume
from briefkit.source.finding import Fault, Related, Rule, Severity
from briefkit.source.place import Place

RULE = Rule("same-source-twice", "BK409", Severity.WARNING, __doc__)


@dataclass(frozen=True, slots=True)
class SourceDigest:
    """What is kept of a reference: enough to know it again and to tell what differs, not its fields."""

    id: str
    place: Place
    identities: tuple[str, ...]
    digests: str
    """`name=digest` for each field, with blanks between them."""


def collect(parsed: ParsedBrief) -> tuple[SourceDigest, ...]:
    """Return the references of the file."""
    return tuple(
        SourceDigest(reference.id, reference.place, tuple(_identities(reference)), _digests(reference))
        for reference in parsed.subject.references
    )


def check(facts: Sequence[tuple[SourceDigest, ...]], _: Volume | None) -> Iterator[Fault]:
    """Yield a fault at the later of two differing records of one source, with the first as related place."""
    first: dict[str, SourceDigest] = {}
    for record in (record for records in facts for record in records):
        known = next((first[key] for key in record.identities if key in first), None)
        for key in record.identities:
            first.setdefault(key, record)
        if known and (different := _differences(known, record)):
            yield Fault(
                (*record.place.path, "id"),
                f"`{record.id}` and `{known.id}` are one source, but differ in {', '.join(different)}",
                "keep one record; one that several briefs cite belongs into volume.yaml",
                related=(Related(known.place, f"`{known.id}`"),),
                file=record.place.file,
            )


def _identities(reference: Reference) -> Iterator[str]:
    if doi := reference.fields.get("DOI"):
        yield f"doi:{doi.lower()}"
    if url := reference.fields.get("URL"):
        yield "url:" + re.sub(r"^https?://(www\.)?|/+$", "", url.lower())
    title, issued = reference.fields.get("title"), reference.dates.get("issued")
    if title and issued and issued.interval:
        yield f"title:{title.casefold()}:{issued.interval}"


def _digests(reference: Reference) -> str:
    fields = {"type": reference.type, **reference.fields, **reference.names, **reference.dates}
    return " ".join(f"{name}={crc32(repr(value).encode()):x}" for name, value in fields.items() if name != "accessed")


def _differences(one: SourceDigest, other: SourceDigest) -> list[str]:
    if one.digests == other.digests:
        return []
    left, right = (dict(field.split("=") for field in record.digests.split()) for record in (one, other))
    return [f"`{name}`" for name in dict.fromkeys([*left, *right]) if left.get(name) != right.get(name)]
