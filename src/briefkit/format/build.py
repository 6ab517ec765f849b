"""Drafts that conform to the schema → the frozen model."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from briefkit.format.model import (
    Actor,
    Answer,
    Brief,
    Checks,
    Claim,
    Contributor,
    CslDate,
    Name,
    Person,
    Point,
    Reference,
    Theme,
    Volume,
    Waiver,
)
from briefkit.format.questions import QUESTIONS, Question
from briefkit.source.draft import Draft, Json, Path
from briefkit.source.place import Place
from briefkit.text.dates import UNDATED, Interval, PartialDate, parse_interval


class _Part:
    """A mapping in a conforming draft: typed access to its fields, each absent one empty."""

    def __init__(self, draft: Draft, data: Json, path: Path = ()) -> None:
        self.draft = draft
        self.data = data if isinstance(data, dict) else {}
        self.path = path

    @property
    def place(self) -> Place:
        """The key of the mapping, or its start where it is a list entry."""
        position = self.draft.source.position(self.draft.key_span(self.path).start)
        return Place(self.draft.source.name, position.line, position.column, self.path)

    @property
    def rank(self) -> int:
        """The place of the mapping in its list, from 1."""
        return int(self.path[-1]) + 1

    def text(self, key: str) -> str:
        """Text, or a number as it was typed."""
        return self._as_text(self.data.get(key), (key,))

    def date(self, key: str) -> str:
        """A date; a year typed as a number has no other form than its value."""
        value = self.data.get(key)
        return f"{value:04d}" if isinstance(value, int) else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        items = self.data.get(key)
        found = enumerate(items if isinstance(items, list) else ())
        return tuple(self._as_text(item, (key, i)) for i, item in found if item is not None)

    def number(self, key: str) -> int:
        value = self.data.get(key)
        return value if isinstance(value, int) else 0

    def part(self, key: str) -> "_Part":
        return _Part(self.draft, self.data.get(key), (*self.path, key))

    def parts(self, key: str) -> "Iterator[_Part]":
        items = self.data.get(key)
        for i, item in enumerate(items if isinstance(items, list) else ()):
            if item is not None:
                yield _Part(self.draft, item, (*self.path, key, i))

    def _as_text(self, value: Json, step: Path) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return value.rstrip("\n")
        return self.draft.node((*self.path, *step)).raw or str(value)


def build_brief(draft: Draft) -> Brief:
    """Return the brief of a draft, of which nothing may depart from the schema; None in a list is passed over."""
    top = _Part(draft, draft.data)
    return Brief(
        name=PurePath(draft.source.name).stem,
        place=Place(draft.source.name, 1, 1),
        title=top.text("title"),
        subtitle=top.text("subtitle"),
        subject=top.text("subject"),
        partner=top.text("partner"),
        authors=tuple(_person(part) for part in top.parts("authors")),
        date=top.date("date"),
        language=top.text("language") or "en",
        audience=top.texts("audience"),
        based_on=top.part("based_on").text("cite"),
        summary=top.text("summary"),
        answers=tuple(_answer(top.part(question.key), question) for question in QUESTIONS),
        abbreviations=_strings(top.part("abbreviations")),
        references=tuple(_reference(part) for part in top.parts("references")),
        waivers=tuple(_waiver(part) for part in top.parts("waivers")),
    )


def build_volume(draft: Draft) -> Volume:
    """Return the volume of a draft, of which nothing may depart from the schema; None in a list is passed over."""
    top = _Part(draft, draft.data)
    conclusion = top.part("conclusion")
    return Volume(
        place=Place(draft.source.name, 1, 1),
        title=top.text("title"),
        subtitle=top.text("subtitle"),
        editors=tuple(_person(part) for part in top.parts("editors")),
        publisher=top.text("publisher"),
        publisher_place=top.text("place"),
        date=top.date("date"),
        language=top.text("language") or "en",
        url=top.text("url"),
        questions=_strings(top.part("questions")),
        briefs=top.texts("briefs"),
        themes={key: _theme(key, part) for key, part in _entries(top.part("themes"))},
        actors={key: _actor(key, part) for key, part in _entries(top.part("actors"))},
        abbreviations=_strings(top.part("abbreviations")),
        contributors=tuple(_contributor(part) for part in top.parts("contributors")),
        preface=top.text("preface"),
        introduction=top.text("introduction"),
        conclusion_overview=conclusion.text("overview"),
        claims=tuple(map(_claim, conclusion.parts("points"))),
        references=tuple(_reference(part) for part in top.parts("references")),
        checks=_checks(top.part("checks")),
        waivers=tuple(_waiver(part) for part in top.parts("waivers")),
    )


def _strings(part: _Part) -> Mapping[str, str]:
    return {key: part.text(key) for key in part.data}


def _entries(part: _Part) -> list[tuple[str, _Part]]:
    return [(key, part.part(key)) for key in part.data]


def _person(part: _Part) -> Person:
    return Person(part.text("name"), part.text("affiliation"), part.text("orcid"), part.text("email"))


def _answer(part: _Part, question: Question) -> Answer:
    return Answer(
        question=question,
        points=tuple(_point(point, question) for point in part.parts("points")),
        place=part.place,
        overview=part.text("overview"),
        stance=part.text("stance"),
        because=part.text("because"),
    )


def _point(part: _Part, question: Question) -> Point:
    stance = part.text("stance")
    if question.key == "us_cooperation":
        stance = stance or "helps"
    return Point(
        question=question.key,
        number=part.rank,
        id=part.text("id"),
        statement=part.text("statement"),
        place=part.place,
        detail=part.text("detail"),
        themes=part.texts("themes"),
        addresses=part.texts("addresses"),
        obstructs=part.texts("obstructs"),
        stance=stance,
        actors=part.texts("actors"),
        horizon=part.text("horizon"),
        deadline=part.date("deadline"),
    )


def _claim(part: _Part) -> Claim:
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


def _theme(key: str, part: _Part) -> Theme:
    return Theme(key, part.text("name"), part.place, part.text("description"))


def _actor(key: str, part: _Part) -> Actor:
    return Actor(key, part.text("kind"), part.place, part.text("part_of"))


def _contributor(part: _Part) -> Contributor:
    return Contributor(part.text("name"), part.place, part.text("affiliation"), part.text("bio"))


def _waiver(part: _Part) -> Waiver:
    return Waiver(part.text("rule"), part.text("reason"), part.place, part.texts("at"))


def _checks(part: _Part) -> Checks:
    limits, terms = part.part("limits"), part.part("terms")
    return Checks(
        severity=_strings(part.part("severity")),
        limits={key: limits.number(key) for key in limits.data},
        terms={key: terms.texts(key) for key in terms.data},
    )


def _reference(part: _Part) -> Reference:
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


def _name(part: _Part) -> Name:
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


def _date(part: _Part, key: str) -> CslDate:
    value = part.data[key]
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
