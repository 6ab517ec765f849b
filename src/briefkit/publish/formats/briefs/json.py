"""A brief, or a volume with its briefs, as JSON: everything that the files say."""

from collections.abc import Iterable

from briefkit.format.model import (
    Answer,
    Book,
    Brief,
    Claim,
    Point,
    Volume,
    Waiver,
    wording,
)
from briefkit.publish.format import plain_format
from briefkit.publish.json_parts import editorial_notes, epigraph, figure, look, persons, place, references
from briefkit.publish.printed_json import cleaned, dump_kind
from briefkit.source.draft import Json
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
        "authors": persons(brief.authors),
        "date": brief.date,
        "language": brief.language,
        "audience": [*brief.audience],
        "based_on": brief.based_on or None,
        "restated_by": persons(brief.restated_by),
        "summary": brief.summary,
        "answers": [_answer(brief, answer) for answer in brief.answers],
        "figures": [figure(one) for one in brief.figures],
        "abbreviations": {**brief.abbreviations},
        "editorial_notes": editorial_notes(brief.editorial_notes),
        "references": references(brief.references),
        "waivers": _waivers(brief.waivers),
        "file": brief.place.file,
    }


def _answer(brief: Brief, answer: Answer) -> Json:
    return {
        "question": answer.question.key,
        "overview": answer.overview or None,
        "stance": answer.stance or None,
        "because": answer.because or None,
        "counted": answer.counted,
        "points": [_point(brief, point) for point in answer.points],
        **place(answer.place),
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
        "editors": persons(volume.editors),
        "based_on": volume.based_on or None,
        "restated_by": persons(volume.restated_by),
        "publisher": volume.publisher or None,
        "place": volume.publisher_place or None,
        "date": volume.date or None,
        "language": volume.language,
        "url": volume.url or None,
        "look": look(volume.look),
        "question_set": {"name": volume.questions.name, "version": volume.questions.version},
        "questions": {question.key: wording(volume, question) for question in volume.questions.questions},
        "themes": _themes(volume),
        "actors": _actors(volume),
        "bylines": {part: persons(people) for part, people in volume.bylines.items()},
        "preface": volume.preface or None,
        "acknowledgments": volume.acknowledgments or None,
        "epigraph": epigraph(volume.epigraph),
        "introduction": volume.introduction or None,
        "briefs": [_brief(brief) for brief in briefs],
        "conclusion": {
            "overview": volume.conclusion_overview or None,
            "points": [_claim(claim) for claim in volume.claims],
        },
        "contributors": _contributors(volume),
        "about": {**volume.about},
        "abbreviations": {**volume.abbreviations},
        "editorial_notes": editorial_notes(volume.editorial_notes),
        "references": references(volume.references),
        "checks": _checks(volume),
        "waivers": _waivers(volume.waivers),
        "file": volume.place.file,
    }


def _themes(volume: Volume) -> list[Json]:
    return [
        {"theme": theme.id, "name": theme.name, "description": theme.description or None, **place(theme.place)}
        for theme in volume.themes.values()
    ]


def _actors(volume: Volume) -> list[Json]:
    return [
        {"actor": actor.name, "kind": actor.kind, "part_of": actor.part_of or None, **place(actor.place)}
        for actor in volume.actors.values()
    ]


def _contributors(volume: Volume) -> list[Json]:
    return [
        {
            "name": person.name,
            "affiliation": person.affiliation or None,
            "bio": person.bio or None,
            **place(person.place),
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
        **place(claim.place),
    }


def _checks(volume: Volume) -> Json:
    checks = volume.checks
    return {
        "severity": {**checks.severity},
        "limits": {**checks.limits},
        "terms": {term: [*variants] for term, variants in checks.terms.items()},
    }


def _waivers(waivers: Iterable[Waiver]) -> list[Json]:
    return [
        {"rule": waiver.rule, "at": [*waiver.at], "reason": waiver.reason, **place(waiver.place)} for waiver in waivers
    ]


FORMAT = plain_format("json", ".json", to_json)
