"""Where the files of a library say a name: where it is declared, and where it is used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefkit.checks import texts
from briefkit.document import prose
from briefkit.editing import Operation, RenameKey, Replace, ReplacePart
from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Draft, Json, Path

Kind: TypeAlias = Literal["point", "theme", "actor", "reference", "abbreviation"]
KINDS: tuple[Kind, ...] = ("point", "theme", "actor", "reference", "abbreviation")

_BARE_KEY = re.compile(r"\w(?:[\w:.#$%&+?<>~/-]*\w)?")


@dataclass(frozen=True)
class NamedFile:
    """A file of the library with the questions that briefs answer; `name` is that of the brief, or `volume`."""

    name: str
    draft: Draft
    questions: QuestionSet

    @property
    def is_volume(self) -> bool:
        """Whether it is the library's own file."""
        return self.name == "volume"

    def declared(self, kind: Kind) -> dict[str, Path]:
        """Return the names of a kind that the file declares, with the place of each."""
        match kind:
            case "point":
                return {
                    name: (*path, "id") for path, point in self.points() if isinstance(name := point.get("id"), str)
                }
            case "reference":
                found = self._entries("references")
                return {name: (*path, "id") for path, one in found if isinstance(name := one.get("id"), str)}
            case "abbreviation":
                return self._keys("abbreviations")
            case "theme" | "actor":
                return self._keys(f"{kind}s")

    def points(self) -> Iterator[tuple[Path, dict[str, Json]]]:
        """Yield the points of a brief, the claims of the volume, with their paths."""
        for key in ("conclusion",) if self.is_volume else (question.key for question in self.questions.questions):
            yield from self._entries(key, "points")

    def used(self, kind: Kind) -> Iterator[tuple[Path, str]]:
        """Yield the values that name a theme or an actor: on points, and what an actor is part of."""
        for path, point in self.points():
            yield from _texts(point.get(f"{kind}s"), (*path, f"{kind}s"))
        actors = self._part("actors") if kind == "actor" else None
        for name, actor in actors.items() if isinstance(actors, dict) else ():
            if isinstance(actor, dict):
                yield from _texts(actor.get("part_of"), ("actors", name, "part_of"))

    def renamed(self, kind: Kind, old: str, new: str, brief: str | None = None) -> list[Operation]:
        """Return what has to be done in the file so that a name is another one; `brief` is that of a point."""
        if kind == "point" and brief is not None and brief.lower() != self.name.lower():
            return list(self._evidence(brief, old, new)) if self.is_volume else []
        found: list[Operation] = []
        if place := self.declared(kind).get(old):
            found.append(Replace(place, new) if place[-1] == "id" else RenameKey(place, new))
        found += [Replace(path, new) for path, value in self._uses(kind) if value == old]
        if kind in ("point", "reference", "abbreviation") or self.is_volume:
            mark = "ref:" if kind == "reference" else ""
            found += [Replace(path, mark + new) for path, value in self._at() if value == mark + old]
        if kind == "reference":
            found += self._citations(old, new)
        if kind == "abbreviation":
            found += self._words(old, new)
        return found

    def _uses(self, kind: Kind) -> Iterator[tuple[Path, str]]:
        if kind in ("theme", "actor"):
            yield from self.used(kind)
        elif kind == "reference":
            yield from _texts(self._part("based_on", "cite"), ("based_on", "cite"))
        elif kind == "point" and not self.is_volume:
            links = {link for question in self.questions.questions for link in question.links}
            for path, point in self.points():
                for link in sorted(links):
                    yield from _texts(point.get(link), (*path, link))
            for path, figure in self._entries("figures"):
                yield from _texts(figure.get("at"), (*path, "at"))

    def _at(self) -> Iterator[tuple[Path, str]]:
        for key in ("editorial_notes", "waivers"):
            for path, one in self._entries(key):
                yield from _texts(one.get("at"), (*path, "at"))

    def _evidence(self, brief: str, old: str, new: str) -> Iterator[Operation]:
        for path, claim in self.points():
            for place, value in _texts(claim.get("evidence"), (*path, "evidence")):
                where, _, point = value.partition(":")
                if where.lower() == brief.lower() and point == old:
                    yield Replace(place, f"{where}:{new}")

    def _citations(self, old: str, new: str) -> Iterator[Operation]:
        for path, value in texts.prose(self.draft.data, self.questions, is_volume=self.is_volume):
            for mark in prose.parse(value).marks if old in value else ():
                if mark.kind == "citation" and mark.target == old:
                    braced = value.startswith("@{", mark.span.start) or not _BARE_KEY.fullmatch(new)
                    yield ReplacePart(path, (mark.span.start, mark.span.end), f"@{{{new}}}" if braced else f"@{new}")

    def _words(self, old: str, new: str) -> Iterator[Operation]:
        data = self.draft.data
        lines = texts.lines(data, self.questions, is_volume=self.is_volume)
        fields = texts.prose(data, self.questions, is_volume=self.is_volume)
        visible = ((path, prose.parse(value).masked) for path, value in fields if old in value)
        for path, text in (*lines, *visible):
            if path[0] != "editorial_notes":  # they quote what the file does not say
                for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text):
                    yield ReplacePart(path, match.span(), new)

    def _keys(self, field: str) -> dict[str, Path]:
        found = self._part(field)
        return {name: (field, name) for name in found} if isinstance(found, dict) else {}

    def _part(self, *path: str) -> Json:
        found = self.draft.data
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def _entries(self, *path: str) -> Iterator[tuple[Path, dict[str, Json]]]:
        found = self._part(*path)
        for i, one in enumerate(found if isinstance(found, list) else ()):
            if isinstance(one, dict):
                yield (*path, i), one


def _by_id(entries: Iterator[tuple[Path, dict[str, Json]]]) -> dict[str, Path]:
    return {name: (*path, "id") for path, one in entries if isinstance(name := one.get("id"), str)}


def _texts(value: Json, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    for i, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, str):
            yield (*path, i), one
