"""Rows of sources, and of the places that cite them."""

import json
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.document.cite.names import full
from briefkit.format.model import Brief, CslDate, Reference, Volume
from briefkit.publish.formats.libraries.sqlite.places import Places
from briefkit.publish.formats.libraries.sqlite.row import Row, at, brief_of, owner
from briefkit.publish.holdings import Holdings
from briefkit.publish.json_parts import references


def rows(holdings: Holdings) -> Iterator[Row]:
    """Yield the sources of all files, then their citations."""
    for parsed in holdings.files:
        yield from (_source(parsed.subject, reference) for reference in parsed.subject.references)
    for parsed in holdings.files:
        yield from _citations(parsed, holdings.volume)


def _source(subject: Brief | Volume, reference: Reference) -> Row:
    fields, issued = reference.fields, reference.dates.get("issued")
    return Row(
        "sources",
        {
            "source": f"{owner(subject)}:{reference.id}",
            "brief": brief_of(subject),
            "citation_key": reference.id,
            "type": reference.type,
            "authors": ", ".join(full(name) for name in reference.names.get("author", ())),
            "title": fields.get("title"),
            "container_title": fields.get("container-title"),
            "publisher": fields.get("publisher"),
            "issued": _date(issued) if issued else None,
            "url": fields.get("URL"),
            "entry": b.plain(cite.bibliography_entry(reference)),
            "csl": json.dumps(references([reference])[0], ensure_ascii=False),
            **at(reference.place),
        },
    )


def _date(date: CslDate) -> str:
    if date.interval is None:
        return date.literal
    return f"{date.interval.start}/{date.interval.end}" if date.interval.end else str(date.interval.start)


def _citations(parsed: ParsedBrief, volume: Volume | None) -> Iterator[Row]:
    own = {reference.id for reference in parsed.subject.references}
    shared = {reference.id for reference in volume.references} if volume else set()
    where = Places(parsed)
    for link in parsed.links.citations:
        if not link.serves or link.target not in own | shared:
            continue
        holder = parsed.subject if link.target in own or volume is None else volume
        yield Row(
            "citations",
            {
                "source": f"{owner(holder)}:{link.target}",
                **where.at(link.path, link.part),
            },
        )
