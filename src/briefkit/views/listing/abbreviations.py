"""The abbreviations of briefs and volume, with where they are used."""

from collections.abc import Iterator, Mapping

from briefkit.checks.parsed import parse_brief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Volume
from briefkit.text.words import occurs
from briefkit.views.listing.column import Column, Listing, cell, styled
from briefkit.views.listing.places import by_owner, in_reading_order, place_name
from briefkit.views.listing.selection import Selection
from briefkit.views.view import Record

FIELDS = ("abbreviation", "expansion", "brief", "uses", "used_in", "file", "line")


def _records(selection: Selection) -> Iterator[Record]:
    """Yield the abbreviations by letter; one that two files list is there twice.

    With a filter, only those of the briefs and those that the briefs use.
    """
    texts = {name: _texts(brief, selection.volume) for name, brief in selection.briefs.items()}
    listed: list[tuple[str, Brief | Volume, list[Mapping[str, str]]]] = []
    for name, brief in selection.briefs.items():
        listed += [(term, brief, [texts[name]]) for term in brief.abbreviations]
    if volume := selection.volume:
        own = _texts(volume, volume) if selection.is_whole else {}
        for term in volume.abbreviations:
            # a brief's own entry goes before that of the volume
            others = [texts[name] for name, brief in selection.briefs.items() if term not in brief.abbreviations]
            listed.append((term, volume, [*others, own]))
    for term, subject, files in sorted(listed, key=lambda entry: entry[0].casefold()):
        places = [place for found in files for place, text in found.items() if term in text and occurs(term, text)]
        if places or isinstance(subject, Brief) or not selection.is_narrowed:
            yield _record(term, subject, places, selection)


def _texts(subject: Brief | Volume, volume: Volume | None) -> Mapping[str, str]:
    """Return the words of a file by the name of their place."""
    found: dict[str, str] = {}
    for path, text in parse_brief(subject, volume).texts():
        name = place_name(subject, path)
        found[name] = f"{found[name]}\n{text}" if name in found else text
    return {name: found[name] for name in in_reading_order(found)}


def _record(term: str, subject: Brief | Volume, places: list[str], selection: Selection) -> Record:
    place = selection.terms[subject.place.file, term]
    return {
        "abbreviation": b.clean(term),
        "expansion": b.clean(subject.abbreviations[term]),
        "brief": subject.name if isinstance(subject, Brief) else None,
        "uses": len(places),
        "used_in": [*places],
        "file": place.file,
        "line": place.line,
    }


LISTING = Listing(
    name="abbreviations",
    kind="abbreviations",
    records=_records,
    fields=FIELDS,
    filters=("brief", "author"),
    narrow="abbreviation,expansion,used_in",
    wide="abbreviation,expansion,brief,used_in",
    columns={
        "abbreviation": Column(show=lambda record, _: styled(record["abbreviation"], "label"), fixed=True),
        "uses": Column(number=True),
        "used_in": Column(show=lambda record, _: cell(by_owner(record["used_in"])), weight=2),
        "line": Column(number=True),
    },
)
