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

from briefkit.case import Case
from briefkit.finding import Fault, Related, Rule, Severity
from briefkit.model import Reference, Volume

RULE = Rule("same-source-twice", "BK409", Severity.WARNING, __doc__)


def collect(case: Case) -> tuple[Reference, ...]:
    """Return the references of the file."""
    return case.subject.references


def check(facts: Sequence[tuple[Reference, ...]], volume: Volume | None) -> Iterator[Fault]:
    """Yield a fault at the later of two differing records of one source, with the first as related place."""
    del volume
    first: dict[str, Reference] = {}
    for reference in (reference for references in facts for reference in references):
        keys = list(_identities(reference))
        known = next((first[key] for key in keys if key in first), None)
        for key in keys:
            first.setdefault(key, reference)
        if known and (different := _differences(known, reference)):
            yield Fault(
                (*reference.place.path, "id"),
                f"`{reference.id}` and `{known.id}` are one source, but differ in {', '.join(different)}",
                "keep one record; one that several briefs cite belongs into volume.yaml",
                related=(Related(known.place, f"`{known.id}`"),),
                file=reference.place.file,
            )


def _identities(reference: Reference) -> Iterator[str]:
    if doi := reference.fields.get("DOI"):
        yield f"doi:{doi.lower()}"
    if url := reference.fields.get("URL"):
        yield "url:" + re.sub(r"^https?://(www\.)?|/+$", "", url.lower())
    title, issued = reference.fields.get("title"), reference.dates.get("issued")
    if title and issued and issued.interval:
        yield f"title:{title.casefold()}:{issued.interval}"


def _differences(one: Reference, other: Reference) -> list[str]:
    left, right = _all_fields(one), _all_fields(other)
    names = [name for name in dict.fromkeys([*left, *right]) if left.get(name) != right.get(name)]
    return [f"`{name}`" for name in names if name != "accessed"]


def _all_fields(reference: Reference) -> dict[str, object]:
    return {"type": reference.type, **reference.fields, **reference.names, **reference.dates}
