"""Parts of briefs and volumes as JSON: people, figures, notes, sources."""

from collections.abc import Iterable

from briefkit.format.model import (
    CslDate,
    EditorialNote,
    Epigraph,
    Figure,
    FigureRow,
    HouseLook,
    Name,
    Person,
    Reference,
    Value,
)
from briefkit.source.draft import Json
from briefkit.source.place import Place
from briefkit.text.dates import Interval, PartialDate


def persons(people: Iterable[Person]) -> list[Json]:
    """Return people by name, affiliation and addresses."""
    return [
        {
            "name": person.name,
            "affiliation": person.affiliation or None,
            "orcid": person.orcid or None,
            "email": person.email or None,
        }
        for person in people
    ]


def figure(one: Figure) -> Json:
    """Return a figure; its `rows` have as many `values` as there are `columns`, or one."""
    return {
        "id": one.id,
        "number": one.number,
        "kind": one.kind,
        "title": one.title,
        "unit": one.unit or None,
        "alt": one.alt,
        "source": one.source or None,
        "at": one.at or None,
        "columns": [*one.columns],
        "rows": [_row(row) for row in one.rows],
        "image": one.file or None,
        "lost": one.lost,
        **place(one.place),
    }


def _row(row: FigureRow) -> Json:
    return {"label": row.label, "values": [_number(value) for value in row.numbers]}


def _number(value: Value) -> float:
    return int(value.number) if value.number.is_integer() else value.number


def editorial_notes(notes: Iterable[EditorialNote]) -> list[Json]:
    """Return the remarks of those who edit or restate."""
    return [{"number": note.number, "at": [*note.at], "says": note.says, **place(note.place)} for note in notes]


def epigraph(quotation: Epigraph | None) -> Json:
    """Return the quotation before the introduction."""
    return {"text": quotation.text, "source": quotation.source or None} if quotation else None


def look(house: HouseLook | None) -> Json:
    """Return how the house has its documents look."""
    if not house:
        return None
    return {
        "colors": {"accent": house.accent or None, "second": house.second or None},
        "typeface": house.typeface or None,
        "heading_typeface": house.heading_typeface or None,
        "logo": house.logo or None,
        "paper": house.paper or None,
    }


def place(at: Place) -> dict[str, Json]:
    """Return the file and the line of a part."""
    return {"file": at.file, "line": at.line}


def references(references: Iterable[Reference]) -> list[Json]:
    """Return sources as CSL items, which have the fields that are filled and no others."""
    return [
        {
            "id": reference.id,
            "type": reference.type,
            **{key: [_name(name) for name in names] for key, names in reference.names.items()},
            **reference.fields,
            **{key: _date(date) for key, date in reference.dates.items()},
        }
        for reference in references
    ]


def _name(name: Name) -> Json:
    parts: dict[str, Json] = {
        "family": name.family,
        "given": name.given,
        "literal": name.literal,
        "suffix": name.suffix,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "comma-suffix": name.comma_suffix,
        "static-ordering": name.static_ordering,
    }
    return {key: part for key, part in parts.items() if part}


def _date(date: CslDate) -> Json:
    said: dict[str, Json] = {"date-parts": _parts(date.interval)} if date.interval else {"literal": date.literal}
    return said | ({"circa": True} if date.circa else {})


def _parts(interval: Interval) -> list[Json]:
    ends = (interval.start, interval.end) if interval.end else (interval.start,)
    return [_numbers(end) for end in ends]


def _numbers(date: PartialDate) -> list[Json]:
    return [number for number in (date.year, date.month, date.day) if number]
