"""A brief, or a volume with its briefs, as JSON: everything that the files say."""

from collections.abc import Iterable

from briefkit.format.model import (
    Answer,
    Book,
    Brief,
    Claim,
    CslDate,
    Name,
    Person,
    Point,
    Reference,
    Volume,
    Waiver,
    wording,
)
from briefkit.publish.format import plain_format
from briefkit.publish.printed_json import cleaned, dump_kind
from briefkit.source.draft import Json
from briefkit.source.place import Place
from briefkit.text.dates import Interval, PartialDate
from briefkit.views.rows import PointRow, point_fields


def to_json(subject: Brief | Book) -> str:
    """Return one JSON object: `briefkit` (version), `kind`, and the fields of the brief or the volume."""
    if isinstance(subject, Brief):
        return dump_kind("brief", cleaned(_brief(subject)))
    return dump_kind("volume", cleaned(_volume(subject.volume, subject.briefs)))


def _brief(brief: Brief) -> dict[str, Json]:
    return {
        "brief": brief.name,
        "title": brief.title,
        "subtitle": brief.subtitle or None,
        "subject": brief.subject or None,
        "partner": brief.partner or None,
        "authors": _persons(brief.authors),
        "date": brief.date,
        "language": brief.language,
        "audience": [*brief.audience],
        "based_on": brief.based_on or None,
        "summary": brief.summary,
        "answers": [_answer(brief, answer) for answer in brief.answers],
        "abbreviations": {**brief.abbreviations},
        "references": _references(brief.references),
        "waivers": _waivers(brief.waivers),
        "file": brief.place.file,
    }


def _answer(brief: Brief, answer: Answer) -> Json:
    return {
        "question": answer.question.key,
        "overview": answer.overview or None,
        "stance": answer.stance or None,
        "because": answer.because or None,
        "points": [_point(brief, point) for point in answer.points],
        **_place(answer.place),
    }


def _point(brief: Brief, point: Point) -> Json:
    row = PointRow(brief, point)
    return {
        **{name: value(row) for name, value in point_fields(brief.questions).items()},
        "detail": point.detail or None,
    }


def _volume(volume: Volume, briefs: Iterable[Brief]) -> dict[str, Json]:
    return {
        "title": volume.title,
        "subtitle": volume.subtitle or None,
        "editors": _persons(volume.editors),
        "publisher": volume.publisher or None,
        "place": volume.publisher_place or None,
        "date": volume.date or None,
        "language": volume.language,
        "url": volume.url or None,
        "question_set": {"name": volume.questions.name, "version": volume.questions.version},
        "questions": {question.key: wording(volume, question) for question in volume.questions.questions},
        "themes": _themes(volume),
        "actors": _actors(volume),
        "preface": volume.preface or None,
        "introduction": volume.introduction or None,
        "briefs": [_brief(brief) for brief in briefs],
        "conclusion": {
            "overview": volume.conclusion_overview or None,
            "points": [_claim(claim) for claim in volume.claims],
        },
        "contributors": _contributors(volume),
        "abbreviations": {**volume.abbreviations},
        "references": _references(volume.references),
        "checks": _checks(volume),
        "waivers": _waivers(volume.waivers),
        "file": volume.place.file,
    }


def _themes(volume: Volume) -> list[Json]:
    return [
        {"theme": theme.id, "name": theme.name, "description": theme.description or None, **_place(theme.place)}
        for theme in volume.themes.values()
    ]


def _actors(volume: Volume) -> list[Json]:
    return [
        {"actor": actor.name, "kind": actor.kind, "part_of": actor.part_of or None, **_place(actor.place)}
        for actor in volume.actors.values()
    ]


def _contributors(volume: Volume) -> list[Json]:
    return [
        {
            "name": person.name,
            "affiliation": person.affiliation or None,
            "bio": person.bio or None,
            **_place(person.place),
        }
        for person in volume.contributors
    ]


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "number": claim.number,
        "statement": claim.statement,
        "detail": claim.detail or None,
        "themes": [*claim.themes],
        "evidence": [f"{brief}:{point}" for brief, point in claim.evidence],
        "scope": claim.scope or None,
        **_place(claim.place),
    }


def _checks(volume: Volume) -> Json:
    checks = volume.checks
    return {
        "severity": {**checks.severity},
        "limits": {**checks.limits},
        "terms": {term: [*variants] for term, variants in checks.terms.items()},
    }


def _persons(persons: Iterable[Person]) -> list[Json]:
    return [
        {
            "name": person.name,
            "affiliation": person.affiliation or None,
            "orcid": person.orcid or None,
            "email": person.email or None,
        }
        for person in persons
    ]


def _waivers(waivers: Iterable[Waiver]) -> list[Json]:
    return [
        {"rule": waiver.rule, "at": [*waiver.at], "reason": waiver.reason, **_place(waiver.place)} for waiver in waivers
    ]


def _place(place: Place) -> dict[str, Json]:
    return {"file": place.file, "line": place.line}


def _references(references: Iterable[Reference]) -> list[Json]:
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


FORMAT = plain_format("json", ".json", to_json)
