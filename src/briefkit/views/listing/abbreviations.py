"""The abbreviations of briefs and volume, with where they are used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Volume
from briefkit.format.questions import QuestionSet
from briefkit.source.place import Place
from briefkit.text.words import occurs
from briefkit.views.listing.column import Column, Listing, cell, styled
from briefkit.views.listing.owners import by_owner
from briefkit.views.listing.selection import Selection
from briefkit.views.places import in_reading_order, place_name


@dataclass(frozen=True, slots=True)
class AbbreviationRow:
    """An abbreviation of a brief or the volume, its place there, and the names of the places that use it."""

    term: str
    subject: Brief | Volume
    place: Place
    used_in: tuple[str, ...]


def _rows(selection: Selection) -> Iterator[AbbreviationRow]:
    """Yield the abbreviations by letter; one that two files list is there twice.

    With a filter, only those of the briefs and those that the briefs use.
    """
    texts = {name: _texts(parsed) for name, parsed in selection.parsed.items()}
    listed: list[tuple[str, Brief | Volume, list[Mapping[str, str]]]] = []
    for name, brief in selection.briefs.items():
        listed += [(term, brief, [texts[name]]) for term in brief.abbreviations]
    if volume := selection.volume:
        own = _texts(selection.parsed_volume) if selection.parsed_volume and selection.is_whole else {}
        for term in volume.abbreviations:
            # a brief's own entry goes before that of the volume
            others = [texts[name] for name, brief in selection.briefs.items() if term not in brief.abbreviations]
            listed.append((term, volume, [*others, own]))
    for term, subject, files in sorted(listed, key=lambda entry: entry[0].casefold()):
        places = [place for found in files for place, text in found.items() if term in text and occurs(term, text)]
        if places or isinstance(subject, Brief) or not selection.is_narrowed:
            yield AbbreviationRow(term, subject, selection.place(subject, term), tuple(places))


def _texts(parsed: ParsedBrief) -> Mapping[str, str]:
    """Return the words of a file by the name of their place."""
    found: dict[str, str] = {}
    for path, text in parsed.texts():
        name = place_name(parsed.subject, path)
        found[name] = f"{found[name]}\n{text}" if name in found else text
    return {name: found[name] for name in in_reading_order(found, parsed.questions)}


_LISTINGS: tuple[Listing[AbbreviationRow], ...] = (
    Listing(
        name="abbreviations",
        kind="abbreviations",
        rows=_rows,
        columns={
            "abbreviation": Column(lambda row: b.clean(row.term), lambda row: styled(row.term, "label"), fixed=True),
            "expansion": Column(lambda row: b.clean(row.subject.abbreviations[row.term])),
            "brief": Column(lambda row: row.subject.name if isinstance(row.subject, Brief) else None),
            "uses": Column(lambda row: len(row.used_in), number=True),
            "used_in": Column(lambda row: [*row.used_in], lambda row: cell(by_owner(row.used_in)), weight=2),
            "file": Column(lambda row: row.place.file),
            "line": Column(lambda row: row.place.line, number=True),
        },
        filters=("brief", "author"),
        narrow="abbreviation,expansion,used_in",
        wide="abbreviation,expansion,brief,used_in",
    ),
)


def listings(_: QuestionSet) -> tuple[Listing[AbbreviationRow], ...]:
    """Return the list of abbreviations."""
    return _LISTINGS
