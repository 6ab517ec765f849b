"""Drafts that conform to the schema → the frozen model."""

from pathlib import PurePath

from briefkit.format.build_figures import figures
from briefkit.format.model import (
    Actor,
    Answer,
    Brief,
    Checks,
    Claim,
    Contributor,
    CslDate,
    EditorialNote,
    Epigraph,
    HouseLook,
    Name,
    Person,
    Point,
    Reference,
    Theme,
    Volume,
    Waiver,
)
from briefkit.format.part import Part
from briefkit.format.questions import Question, QuestionSet
from briefkit.source.draft import Draft, Json
from briefkit.source.place import Place
from briefkit.text.dates import UNDATED, Interval, PartialDate, parse_interval


def build_brief(draft: Draft, questions: QuestionSet) -> Brief:
    """Return the brief of a draft, of which nothing may depart from the schema; None in a list is passed over."""
    top = Part(draft, draft.data)
    return Brief(
        name=PurePath(draft.source.name).stem,
        place=Place(draft.source.name, 1, 1),
        title=top.text("title"),
        subtitle=top.text("subtitle"),
        subject=top.text("subject"),
        partner=top.text("partner"),
        authors=_persons(top, "authors"),
        date=top.date("date"),
        language=top.text("language") or "en",
        audience=top.texts("audience"),
        based_on=top.part("based_on").text("cite"),
        restated_by=_persons(top, "restated_by"),
        summary=top.text("summary"),
        answers=tuple(_answer(top.part(question.key), question, questions) for question in questions.questions),
        questions=questions,
        figures=figures(top, questions),
        abbreviations=top.part("abbreviations").strings(),
        references=tuple(_reference(part) for part in top.parts("references")),
        editorial_notes=tuple(_editorial_note(part) for part in top.parts("editorial_notes")),
        waivers=tuple(_waiver(part) for part in top.parts("waivers")),
    )


def build_volume(draft: Draft, questions: QuestionSet) -> Volume:
    """Return the volume of a draft, of which nothing may depart from the schema; None in a list is passed over."""
    top = Part(draft, draft.data)
    conclusion, bylines = top.part("conclusion"), top.part("bylines")
    return Volume(
        place=Place(draft.source.name, 1, 1),
        title=top.text("title"),
        questions=questions,
        written_for=top.part("question_set").number("version"),
        subtitle=top.text("subtitle"),
        editors=_persons(top, "editors"),
        based_on=top.part("based_on").text("cite"),
        restated_by=_persons(top, "restated_by"),
        publisher=top.text("publisher"),
        publisher_place=top.text("place"),
        date=top.date("date"),
        language=top.text("language") or "en",
        url=top.text("url"),
        look=_look(top.part("look")),
        wordings=top.part("questions").strings(),
        briefs=top.texts("briefs"),
        themes={key: _theme(key, part) for key, part in top.part("themes").entries()},
        actors={key: _actor(key, part) for key, part in top.part("actors").entries()},
        abbreviations=top.part("abbreviations").strings(),
        contributors=tuple(_contributor(part) for part in top.parts("contributors")),
        bylines={key: _persons(bylines, key) for key in bylines.data},
        preface=top.text("preface"),
        acknowledgments=top.text("acknowledgments"),
        epigraph=_epigraph(top.part("epigraph")),
        introduction=top.text("introduction"),
        conclusion_overview=conclusion.text("overview"),
        claims=tuple(map(_claim, conclusion.parts("points"))),
        about=top.part("about").strings(),
        editorial_notes=tuple(_editorial_note(part) for part in top.parts("editorial_notes")),
        references=tuple(_reference(part) for part in top.parts("references")),
        checks=_checks(top.part("checks")),
        waivers=tuple(_waiver(part) for part in top.parts("waivers")),
    )


def _persons(part: Part, key: str) -> tuple[Person, ...]:
    return tuple(_person(person) for person in part.parts(key))


def _person(part: Part) -> Person:
    return Person(part.text("name"), part.text("affiliation"), part.text("orcid"), part.text("email"))


def _answer(part: Part, question: Question, questions: QuestionSet) -> Answer:
    return Answer(
        question=question,
        points=tuple(_point(point, question, questions) for point in part.parts("points")),
        place=part.place,
        overview=part.text("overview"),
        stance=part.text("stance"),
        because=part.text("because"),
        counted=part.data.get("counted") is True,
    )


def _point(part: Part, question: Question, questions: QuestionSet) -> Point:
    return Point(
        question=question,
        number=part.rank,
        id=part.text("id"),
        statement=part.text("statement"),
        place=part.place,
        detail=part.text("detail"),
        themes=part.texts("themes"),
        group=part.text("group"),
        links={kind: part.texts(kind) for kind in question.links},
        stance=part.text("stance") or (question.verdict.default if question.verdict else ""),
        actors=part.texts("actors"),
        horizon=part.text("horizon"),
        deadline=part.date("deadline"),
        choices={key: part.text(key) for key in question.fields if key in questions.choices},
    )


def _claim(part: Part) -> Claim:
    pairs = (item.rpartition(":") for item in part.texts("evidence"))
    return Claim(
        id=part.text("id"),
        number=part.rank,
        statement=part.text("statement"),
        place=part.place,
        detail=part.text("detail"),
        themes=part.texts("themes"),
        evidence=tuple((brief, point) for brief, _, point in pairs),
        scope=part.text("scope"),
    )


def _theme(key: str, part: Part) -> Theme:
    return Theme(key, part.text("name"), part.place, part.text("description"))


def _actor(key: str, part: Part) -> Actor:
    return Actor(key, part.text("kind"), part.place, part.text("part_of"))


def _contributor(part: Part) -> Contributor:
    return Contributor(part.text("name"), part.place, part.text("affiliation"), part.text("bio"))


def _editorial_note(part: Part) -> EditorialNote:
    return EditorialNote(part.texts("at"), part.text("says"), part.rank, part.place)


def _look(part: Part) -> HouseLook | None:
    if not part.data:
        return None
    colors = part.part("colors")
    return HouseLook(
        part.place,
        accent=colors.text("accent"),
        second=colors.text("second"),
        typeface=part.text("typeface"),
        heading_typeface=part.text("heading_typeface"),
        logo=part.text("logo"),
        paper=part.text("paper"),
    )


def _epigraph(part: Part) -> Epigraph | None:
    return Epigraph(part.text("text"), part.text("source")) if part.data else None


def _waiver(part: Part) -> Waiver:
    return Waiver(part.text("rule"), part.text("reason"), part.place, part.texts("at"))


def _checks(part: Part) -> Checks:
    limits, terms = part.part("limits"), part.part("terms")
    return Checks(
        severity=part.part("severity").strings(),
        limits={key: limits.number(key) for key in limits.data},
        terms={key: terms.texts(key) for key in terms.data},
    )


def _reference(part: Part) -> Reference:
    fields: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, CslDate] = {}
    for key, value in part.data.items():
        if key in ("id", "type"):
            continue
        if key in _DATES:
            dates[key] = _date(part, key)
        elif isinstance(value, list):
            names[key] = tuple(_name(name) for name in part.parts(key))
        else:
            fields[key] = part.text(key)
    return Reference(part.text("id"), part.text("type"), part.place, fields, names, dates)


_DATES = frozenset({"accessed", "available-date", "event-date", "issued", "original-date", "submitted"})


_PARTS = ("year", "month", "day")
"""The parts of a date as CSL YAML has them."""


def _name(part: Part) -> Name:
    return Name(
        family=part.text("family"),
        given=part.text("given"),
        literal=part.text("literal"),
        suffix=part.text("suffix"),
        dropping_particle=part.text("dropping-particle"),
        non_dropping_particle=part.text("non-dropping-particle"),
        comma_suffix=part.data.get("comma-suffix") is True,
        static_ordering=part.data.get("static-ordering") is True,
    )


def _date(part: Part, key: str) -> CslDate:
    value = part.data[key]
    if isinstance(value, list):
        ends = [_from_parts([day[name] for name in _PARTS if name in day]) for day in value if isinstance(day, dict)]
        return CslDate(Interval(ends[0], ends[1] if len(ends) > 1 else None))
    if not isinstance(value, dict):
        text = part.date(key)
        return CslDate(literal=UNDATED) if text == UNDATED else CslDate(parse_interval(text))
    date = part.part(key)
    circa = value.get("circa") in (True, 1, "true", "1")
    groups = value.get("date-parts")
    if isinstance(groups, list):
        ends = [_from_parts(group) for group in groups if isinstance(group, list)]
        return CslDate(Interval(ends[0], ends[1] if len(ends) > 1 else None), circa=circa)
    raw = date.text("raw")
    try:
        return CslDate(parse_interval(raw), circa=circa)
    except ValueError:
        return CslDate(literal=date.text("literal") or raw or UNDATED, circa=circa)


def _from_parts(group: list[Json]) -> PartialDate:
    numbers = [int(str(number)) for number in group]
    return PartialDate(*numbers)
