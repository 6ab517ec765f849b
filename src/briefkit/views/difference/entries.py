"""A brief → its parts as entries, each with all that it says; two briefs with equal entries say the same."""

from collections.abc import Iterator, Mapping

from briefkit.format.figure import Figure, Value
from briefkit.format.model import Answer, Brief, CslDate, Name, Person, Point, Reference
from briefkit.source.draft import Json, Path
from briefkit.source.place import Place
from briefkit.views.difference.model import Entry, Part


def entries(brief: Brief) -> tuple[Entry, ...]:
    """Return the parts of a brief in the order of the file."""
    return (
        _entry("head", "", 0, _head(brief), brief.place),
        *_answers(brief),
        *(_entry("figure", one.id, i, _figure(one), one.place) for i, one in enumerate(brief.figures, 1)),
        *_abbreviations(brief),
        *(_entry("reference", one.id, i, _reference(one), one.place) for i, one in enumerate(brief.references, 1)),
        *_remarks(brief),
    )


def _entry(part: Part, id: str, number: int, fields: Mapping[str, Json], place: Place) -> Entry:  # noqa: A002
    return Entry(part, "", id, number, id, _filled(fields), place.path, place.file, place.line)


def _filled(fields: Mapping[str, Json]) -> dict[str, Json]:
    """Return the fields that say something; the line break at the end of a block in YAML says nothing."""
    trimmed = {key: value.rstrip("\n") if isinstance(value, str) else value for key, value in fields.items()}
    return {key: value for key, value in trimmed.items() if value not in ("", [], {}, None, False)}


def _head(brief: Brief) -> dict[str, Json]:
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "subject": brief.subject,
        "partner": brief.partner,
        "authors": [_person(person) for person in brief.authors],
        "date": brief.date,
        "language": brief.language,
        "audience": [*brief.audience],
        "based_on": brief.based_on,
        "restated_by": [_person(person) for person in brief.restated_by],
        "summary": brief.summary,
    }


def _person(person: Person) -> Json:
    fields: dict[str, Json] = {
        "name": person.name,
        "affiliation": person.affiliation,
        "orcid": person.orcid,
        "email": person.email,
    }
    return _filled(fields)


def _answers(brief: Brief) -> Iterator[Entry]:
    for answer in brief.answers:
        key, place = answer.question.key, answer.place
        fields = _filled(_answer(answer))
        yield Entry("answer", key, key, 0, answer.question.name, fields, place.path, place.file, place.line)
        for point in answer.points:
            own, at = _filled(_point(point)), point.place
            yield Entry("point", key, point.id, point.number, point.label, own, at.path, at.file, at.line)


def _answer(answer: Answer) -> dict[str, Json]:
    return {
        "stance": answer.stance,
        "because": answer.because,
        "overview": answer.overview,
        "counted": answer.counted,
    }


def _point(point: Point) -> dict[str, Json]:
    return {
        "statement": point.statement,
        "stance": point.stance,
        "group": point.group,
        "themes": [*point.themes],
        **{kind: [*ids] for kind, ids in point.links.items()},
        "actors": [*point.actors],
        "horizon": point.horizon,
        "deadline": point.deadline,
        **point.choices,
        "detail": point.detail,
    }


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "kind": figure.kind,
        "title": figure.title,
        "unit": figure.unit,
        "alt": figure.alt,
        "at": figure.at,
        "columns": [*figure.columns],
        "rows": [{"label": row.label, "values": [_value(value) for value in row.numbers]} for row in figure.rows],
        "file": figure.file,
        "lost": figure.lost,
        "source": figure.source,
    }


def _value(value: Value) -> Json:
    return value.typed


def _abbreviations(brief: Brief) -> Iterator[Entry]:
    for short, long in brief.abbreviations.items():
        path: Path = ("abbreviations", short)
        fields: dict[str, Json] = {"stands for": long}
        yield Entry("abbreviation", "", short, 0, short, _filled(fields), path, brief.place.file, brief.place.line)


def _reference(reference: Reference) -> dict[str, Json]:
    return {
        "type": reference.type,
        **reference.fields,
        **{role: [_name(name) for name in names] for role, names in reference.names.items()},
        **{key: _date(date) for key, date in reference.dates.items()},
    }


def _name(name: Name) -> Json:
    fields: dict[str, Json] = {
        "family": name.family,
        "given": name.given,
        "literal": name.literal,
        "suffix": name.suffix,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "comma-suffix": name.comma_suffix,
        "static-ordering": name.static_ordering,
    }
    return _filled(fields)


def _date(date: CslDate) -> Json:
    interval = date.interval
    words = "/".join(str(end) for end in (interval.start, interval.end) if end) if interval else date.literal
    return f"ca. {words}" if date.circa else words


def _remarks(brief: Brief) -> Iterator[Entry]:
    """Yield editorial notes and waivers, which have no id of their own."""
    for note in brief.editorial_notes:
        fields: dict[str, Json] = {"at": [*note.at], "says": note.says}
        place, label = note.place, f"Ed. {note.number}"
        filled = _filled(fields)
        yield Entry("editorial_note", "", "", note.number, label, filled, place.path, place.file, place.line)
    for number, waiver in enumerate(brief.waivers, 1):
        yield _entry("waiver", waiver.rule, number, {"at": [*waiver.at], "reason": waiver.reason}, waiver.place)
