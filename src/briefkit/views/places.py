"""Where something is said: a point, an overview, a field of the volume."""

from collections.abc import Iterable

from briefkit.format.model import Brief, Volume
from briefkit.format.questions import QuestionSet
from briefkit.library import VOLUME
from briefkit.source.draft import Path


def place_name(subject: Brief | Volume, path: Path) -> str:
    """Return the name of a place: `australia:R1`, `australia:goals`, `australia:summary`, `volume:introduction`."""
    owner = subject.name if isinstance(subject, Brief) else VOLUME
    question = subject.questions.by_key.get(str(path[0])) if isinstance(subject, Brief) else None
    if question is None:
        return f"{owner}:{str(path[0]).replace('_', '-')}"
    match path:
        case (_, "points", int(index), *_):
            return f"{owner}:{question.letter}{index + 1}"
        case _:
            return f"{owner}:{question.slug}"


def in_reading_order(places: Iterable[str], questions: QuestionSet) -> list[str]:
    """Return the places of one file in the order in which a reader meets them."""
    slugs = {question.letter: question.slug for question in questions.questions}
    order = [*_BEFORE, *slugs.values(), "conclusion"]

    def rank(place: str) -> tuple[int, int]:
        part = place.rpartition(":")[2]
        number = part[1:]
        if number.isdecimal() and part[0] in slugs:
            return order.index(slugs[part[0]]), int(number)
        return order.index(part) if part in order else len(order), 0

    return sorted(places, key=rank)


_BEFORE = ("title", "subtitle", "summary", "preface", "introduction")
