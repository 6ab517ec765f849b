"""Where something is said: a point, an overview, a field of the volume."""

from collections.abc import Iterable

from briefkit.document import blocks as b
from briefkit.format.model import Brief, Volume
from briefkit.format.questions import BY_KEY, QUESTIONS
from briefkit.library import VOLUME
from briefkit.source.draft import Path
from briefkit.views.listing.column import lines


def place_name(subject: Brief | Volume, path: Path) -> str:
    """Return the name of a place: `australia:R1`, `australia:goals`, `australia:summary`, `volume:introduction`."""
    owner = subject.name if isinstance(subject, Brief) else VOLUME
    question = BY_KEY.get(str(path[0]))
    if question is None:
        return f"{owner}:{str(path[0]).replace('_', '-')}"
    match path:
        case (_, "points", int(index), *_):
            return f"{owner}:{question.letter}{index + 1}"
        case _:
            return f"{owner}:{question.slug}"


def in_reading_order(places: Iterable[str]) -> list[str]:
    """Return the places of one file in the order in which a reader meets them."""
    return sorted(places, key=_rank)


def _rank(place: str) -> tuple[int, int]:
    part = place.rpartition(":")[2]
    number = part[1:]
    if number.isdecimal():
        return _ORDER.index(_SLUGS[part[0]]), int(number)
    return _ORDER.index(part) if part in _ORDER else len(_ORDER), 0


_SLUGS = {question.letter: question.slug for question in QUESTIONS}
_ORDER = ["title", "subtitle", "summary", "preface", "introduction", *_SLUGS.values(), "conclusion"]


def by_owner(places: Iterable[str]) -> b.Inlines:
    """Return places by file, each file on a line of its own: `australia R1 R3; volume introduction`."""
    found: dict[str, list[str]] = {}
    for name in places:
        owner, _, part = name.rpartition(":")
        found.setdefault(owner, []).append(part)
    return lines([f"{owner} {' '.join(parts)}" for owner, parts in found.items()], ";")
