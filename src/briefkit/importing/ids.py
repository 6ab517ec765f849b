"""Ids of points: those of a file of briefkit's own, else made of the words of the statement."""

import re
import unicodedata

from briefkit.importing.draft import DraftBrief, DraftPoint
from briefkit.importing.markdown import without_marks
from briefkit.text.words import words

_MOST = 4
_LONGEST = 40
_EMPTY = frozenset(
    "a an the of for to in on at by with from and or but as is are be been being was were that which this these those "
    "it its their our his her they we more most than into through over under between both all any can could should "
    "must may might will would shall has have had not no there also such other each every new how what when where who "
    "why so up out do does did".split()
)


def give(brief: DraftBrief) -> None:
    """Give every point an id that no other has."""
    taken: set[str] = set()
    for answer in brief.answers:
        for number, point in enumerate(answer.points, 1):
            base = _bookmarked(point, brief.name) or _made(point) or f"{_slug(answer.question.point)}-{number}"
            point.id = base
            count = 1
            while point.id in taken:
                count += 1
                point.id = f"{base}-{count}"
            taken.add(point.id)


def _bookmarked(point: DraftPoint, name: str) -> str:
    """Return the id that a file of briefkit's own has in the bookmark of a point."""
    for bookmark in point.bookmarks if name else ():
        found = bookmark.removeprefix(f"{name}_").replace("_", "-")
        if bookmark.startswith(f"{name}_") and re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", found):
            return found
    return ""


def _made(point: DraftPoint) -> str:
    found: list[str] = []
    for word in words(without_marks(point.statement)):
        slug = _slug(word)
        if slug and slug not in _EMPTY and (found or not slug[0].isdigit()):
            found.append(slug)
        if len(found) == _MOST:
            break
    text = "-".join(found)
    while len(text) > _LONGEST and "-" in text:
        text = text.rpartition("-")[0]
    return text[:_LONGEST].strip("-")


def _slug(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]s?$", "", plain)).strip("-")


def theme(name: str) -> str:
    """Return the id that a theme has by its name."""
    return re.sub(r"^[^a-z]+", "", _slug(name))
