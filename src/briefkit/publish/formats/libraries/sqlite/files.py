"""Rows of what a file says beside its points: of briefs, the volume, figures, abbreviations, notes and waivers."""

from collections.abc import Iterable, Iterator, Mapping

from briefkit.format.model import Brief, Claim, Figure, Volume
from briefkit.publish.formats.libraries.sqlite import points
from briefkit.publish.formats.libraries.sqlite.row import Row, Value, at, brief_of, owner


def briefs(found: Iterable[Brief]) -> Iterator[Row]:
    """Yield the briefs in the order of the library, each with its authors."""
    for number, brief in enumerate(found, 1):
        head: dict[str, Value] = {
            "brief": brief.name,
            "number": number,
            "subject": brief.subject,
            "partner": brief.partner,
        }
        yield Row("briefs", {**head, **_title(brief), "summary": brief.summary})
        for place, person in enumerate(brief.authors, 1):
            yield Row(
                "authors",
                {
                    "brief": brief.name,
                    "number": place,
                    "name": person.name,
                    "affiliation": person.affiliation,
                    "orcid": person.orcid,
                    "email": person.email,
                },
            )


def volume(found: Volume, library: Iterable[Brief]) -> Iterator[Row]:
    """Yield the volume and the claims of its conclusion, with the points of the library that bear them out."""
    imprint = {"publisher": found.publisher, "place": found.publisher_place, "url": found.url}
    yield Row("volumes", {**_title(found), **imprint})
    by_name = {brief.name.lower(): brief for brief in library}
    for claim in found.claims:
        yield from _claim(claim, by_name)


def others(subject: Brief | Volume, first_waiver: int) -> Iterator[Row]:
    """Yield figures, abbreviations, editorial notes and waivers of a file; waivers are numbered from one on."""
    if isinstance(subject, Brief):
        for figure in subject.figures:
            yield from _figure(subject, figure)
    of = {"brief": brief_of(subject)}
    for short, expansion in subject.abbreviations.items():
        yield Row("abbreviations", {**of, "abbreviation": short, "expansion": expansion})
    for note in subject.editorial_notes:
        key = f"{owner(subject)}:{note.number}"
        row = {"note": key, **of, "number": note.number, "says": note.says, **at(note.place)}
        yield Row("editorial_notes", row)
        yield from (Row("editorial_note_places", {"note": key, "at": place}) for place in note.at)
    for number, waiver in enumerate(subject.waivers, first_waiver):
        row = {"waiver": number, **of, "rule": waiver.rule, "reason": waiver.reason, **at(waiver.place)}
        yield Row("waivers", row)
        yield from (Row("waiver_places", {"waiver": number, "at": place}) for place in waiver.at)


def _title(subject: Brief | Volume) -> Mapping[str, Value]:
    return {
        "title": subject.title,
        "subtitle": subject.subtitle,
        "date": subject.date,
        "language": subject.language,
        "based_on": subject.based_on,
        "file": subject.place.file,
    }


def _claim(claim: Claim, briefs: Mapping[str, Brief]) -> Iterator[Row]:
    yield Row(
        "claims",
        {
            "claim": claim.id,
            "number": claim.number,
            "statement": claim.statement,
            "detail": claim.detail,
            "scope": claim.scope,
            **at(claim.place),
        },
    )
    yield from (Row("claim_themes", {"claim": claim.id, "theme": theme}) for theme in claim.themes)
    for name, point in claim.evidence:
        brief = briefs.get(name.lower())
        if brief and (key := points.key(brief, point)):
            yield Row("claim_evidence", {"claim": claim.id, "point": key})


def _figure(brief: Brief, figure: Figure) -> Iterator[Row]:
    key = f"{brief.name}:{figure.id}"
    yield Row(
        "figures",
        {
            "figure": key,
            "brief": brief.name,
            "id": figure.id,
            "number": figure.number,
            "kind": figure.kind,
            "title": figure.title,
            "unit": figure.unit,
            "alt": figure.alt,
            "source_note": figure.source,
            "point": points.key(brief, figure.at),
            "image": figure.file,
            "is_lost": int(figure.lost),
            **at(figure.place),
        },
    )
    names = figure.columns or (None,)
    for number, row in enumerate(figure.rows, 1):
        for series, value in enumerate(row.numbers, 1):
            name = names[series - 1] if series <= len(names) else None
            place: dict[str, Value] = {
                "figure": key,
                "row": number,
                "series": series,
                "label": row.label,
                "series_name": name,
            }
            yield Row("figure_values", {**place, "value": value.number, "typed": value.typed})
