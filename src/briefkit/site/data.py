"""What a site says to programs: JSON-LD, a feed, the tracker as CSV and JSON; and its sources."""

import json
from collections.abc import Sequence
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from briefkit.document import blocks as b
from briefkit.format.model import Brief, Volume
from briefkit.publish.web.markup import address as web_address
from briefkit.site.table import page_of
from briefkit.source.draft import Json
from briefkit.text.dates import parse_date

_BROKEN_OUT_OF = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Source(NamedTuple):
    """A source as its entry, HTML, and the places that cite it, each with its address, empty where it has none."""

    html: str
    places: tuple[tuple[str, str], ...]


def structured(thing: Json) -> str:
    """Return JSON-LD as an element of a page, out of which no text can break."""
    text = json.dumps(thing, ensure_ascii=False, sort_keys=True)
    for sign, escaped in _BROKEN_OUT_OF.items():
        text = text.replace(sign, escaped)
    return f'<script type="application/ld+json">{text}</script>'


def of_brief(brief: Brief) -> Json:
    """Return what schema.org has to say of a brief."""
    title = b.clean(f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title)
    people: list[Json] = [
        _without_nothing({"@type": "Person", "name": b.clean(one.name), "affiliation": b.clean(one.affiliation)})
        for one in brief.authors
    ]
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "name": title,
            "author": people,
            "datePublished": brief.date,
            "inLanguage": brief.language,
            "about": [b.clean(name) for name in (brief.subject, brief.partner) if name],
            "url": page_of(brief.name),
        }
    )


def of_library(meta: b.Meta, briefs: Sequence[Brief]) -> Json:
    """Return what schema.org has to say of a library."""
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": "Collection",
            "name": meta.title,
            "editor": [{"@type": "Person", "name": name} for name in meta.authors],
            "datePublished": meta.date,
            "inLanguage": meta.language,
            "hasPart": [{"@type": "Report", "name": b.clean(one.title), "url": page_of(one.name)} for one in briefs],
        }
    )


def _without_nothing(thing: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in thing.items() if value}


def feed(meta: b.Meta, briefs: Sequence[Brief], volume: Volume | None) -> str:
    """Return an Atom feed of the briefs (RFC 4287), the newest first; its dates are those of the briefs."""
    base = web_address(volume.url.rstrip("/") + "/") if volume and volume.url else ""
    newest = sorted(briefs, key=lambda brief: brief.date, reverse=True)
    entries = "".join(_entry(brief, base, meta.title) for brief in newest)
    updated = _moment(newest[0].date if newest else meta.date)
    author = meta.authors[0] if meta.authors else meta.publisher or meta.title
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_xml(meta.title)}</title>\n<id>{_xml(base) or _identity(meta.title)}</id>\n"
        f"<updated>{updated}</updated>\n<author><name>{_xml(author)}</name></author>\n{entries}</feed>\n"
    )


def _entry(brief: Brief, base: str, library: str) -> str:
    link = f"{base}{page_of(brief.name)}"
    title = f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title
    people = "".join(f"<author><name>{_xml(person.name)}</name></author>" for person in brief.authors)
    identity = _xml(link) if base else _identity(f"{library}/{link}")  # other libraries have such files, too
    return (
        f"<entry><title>{_xml(title)}</title><link href={quoteattr(link)}/><id>{identity}</id>"
        f"<updated>{_moment(brief.date)}</updated>{people}<summary>{_xml(brief.summary)}</summary></entry>\n"
    )


def _xml(text: str) -> str:
    return escape(b.clean(text).strip())


def _identity(text: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, text)}"


def _moment(date: str) -> str:
    """Return a partial date as a moment: its first."""
    if not date:
        return "1970-01-01T00:00:00Z"
    known = parse_date(date)
    return f"{known.year:04}-{known.month or 1:02}-{known.day or 1:02}T00:00:00Z"
