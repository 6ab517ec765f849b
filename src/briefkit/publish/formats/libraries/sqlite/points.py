"""Rows of questions, answers and points, of themes and actors, and of links between points."""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Answer, Brief, Point, Volume, wording
from briefkit.format.questions import SERVING
from briefkit.publish.formats.libraries.sqlite.row import Row, at
from briefkit.publish.holdings import Holdings


def rows(holdings: Holdings) -> Iterator[Row]:
    """Yield the rows, each after those that it refers to."""
    volume, briefs = holdings.volume, holdings.briefs
    for question in holdings.questions.questions:
        yield Row(
            "questions",
            {
                "question": question.key,
                "number": question.number,
                "letter": question.letter,
                "name": question.name,
                "wording": wording(volume, question),
            },
        )
    yield from _themes(volume, briefs)
    yield from _actors(volume, briefs)
    for brief in briefs:
        for answer in brief.answers:
            yield _answer(brief, answer)
        for point in brief.points:
            yield from _point(brief, point)
    for parsed in holdings.parsed_briefs:
        yield from _links(parsed)


def key(brief: Brief, point_id: str) -> str | None:
    """Return the key of a point by its id, None where the brief has no such point."""
    return f"{brief.name}:{point_id}" if point_id in brief.by_id else None


def _themes(volume: Volume | None, briefs: tuple[Brief, ...]) -> Iterator[Row]:
    listed = volume.themes if volume else {}
    for theme in listed.values():
        yield Row("themes", {"theme": theme.id, "name": theme.name, "description": theme.description})
    used = [theme for brief in briefs for point in brief.points for theme in point.themes]
    used += [theme for claim in (volume.claims if volume else ()) for theme in claim.themes]
    yield from (Row("themes", {"theme": theme}) for theme in dict.fromkeys(used) if theme not in listed)


def _actors(volume: Volume | None, briefs: tuple[Brief, ...]) -> Iterator[Row]:
    listed = volume.actors if volume else {}
    for actor in listed.values():
        yield Row("actors", {"actor": actor.name, "kind": actor.kind, "part_of": actor.part_of})
    used = dict.fromkeys(actor for brief in briefs for point in brief.points for actor in point.actors)
    yield from (Row("actors", {"actor": actor}) for actor in used if actor not in listed)


def _answer(brief: Brief, answer: Answer) -> Row:
    return Row(
        "answers",
        {
            "brief": brief.name,
            "question": answer.question.key,
            "stance": answer.stance,
            "because": answer.because,
            "overview": answer.overview,
            **at(answer.place),
        },
    )


def _point(brief: Brief, point: Point) -> Iterator[Row]:
    name = f"{brief.name}:{point.id}"
    yield Row(
        "points",
        {
            "point": name,
            "brief": brief.name,
            "question": point.question.key,
            "id": point.id,
            "number": point.number,
            "label": point.label,
            "statement": point.statement,
            "detail": point.detail,
            "stance": point.stance,
            "horizon": point.horizon,
            "deadline": point.deadline,
            "group_name": point.group,
            **at(point.place),
        },
    )
    yield from (Row("point_themes", {"point": name, "theme": theme}) for theme in point.themes)
    yield from (Row("point_actors", {"point": name, "actor": actor}) for actor in point.actors)
    for field, choice in point.choices.items():
        yield Row("point_choices", {"point": name, "field": field, "choice": choice})


def _links(parsed: ParsedBrief) -> Iterator[Row]:
    for point, link in parsed.links.points:
        if parsed.brief and link.serves and (target := key(parsed.brief, link.target)):
            serves = link.kind in SERVING and not point.covers_nothing
            ends = {"point": f"{parsed.brief.name}:{point.id}", "kind": link.kind, "target": target}
            yield Row("links", {**ends, "serves": int(serves)})
