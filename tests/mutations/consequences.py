"""What follows from a fault elsewhere: links that lost their point, sources that lost their only citation, and so on.

A plain second reckoning of the rules that look across a file or the library, made from the values alone. The findings
that a mutation adds are the difference between the reckoning after it and before it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from briefkit.text.suggest import suggest
from mutations.document import Document, Path

_CITATION = re.compile(r"(?<!\w)@([\w:.#$%&+?<>~/-]*\w)")
_PROSE = ("summary", "overview", "detail", "introduction", "bio")
_LINKABLE = {"addresses": ("goals", "challenges"), "obstructs": ("goals",)}


class Consequence(NamedTuple):
    """A finding that a rule must make; `of` tells it from others of the rule in the file."""

    rule: str
    file: str
    line: int
    of: str


Library = Mapping[str, Document]
_Reckon = Callable[[Library], Iterator[Consequence]]


def consequences(library: Library, rules: Iterable[str]) -> dict[tuple[str, str, str], Consequence]:
    """Return the findings of the named rules that the values of a library lead to."""
    wanted = set(rules)
    return {(f.rule, f.file, f.of): f for reckon in _ALL for f in reckon(library) if f.rule in wanted}


def _briefs(library: Library) -> list[Document]:
    return [document for name, document in library.items() if name != "volume"]


def _entries(document: Document, path: Path) -> list[tuple[Path, str]]:
    return [(entry, document.text_at(entry)) for entry in document.children(path)] if path in document.slots else []


def _keys(document: Document, name: str) -> list[str]:
    return [str(path[1]) for path in document.children((name,))] if (name,) in document.slots else []


def _words(document: Document) -> list[tuple[Path, str]]:
    """The texts in which words count: the lines first, then the prose."""
    lines: list[Path] = [(name,) for name in ("title", "subtitle")]
    prose: list[Path] = [("summary",), ("introduction",)]
    for path in document.slots:
        if path[-1:] and path[-1] in ("because", "statement"):
            lines.append(path)
        elif path[-1:] and path[-1] in ("overview", "detail", "bio"):
            prose.append(path)
    return [(path, document.raw(path)) for path in (*lines, *prose) if path in document.slots]


def _waived(document: Document, rule: str, *names: str) -> bool:
    for path in document.children(("waivers",)) if ("waivers",) in document.slots else ():
        if document.text_at((*path, "rule")) == rule:
            at = [name for _, name in _entries(document, (*path, "at"))]
            if not at or set(at) & set(names):
                return True
    return False


def _cited(document: Document, keys: set[str]) -> Iterator[tuple[str, str, int]]:
    """Each citation as written, the key that it means or nothing, and its line."""
    for path, slot in document.slots.items():
        if slot.kind != "scalar" or path[0] in ("references", "waivers"):
            continue
        for match in _CITATION.finditer(document.raw(path)) if path[-1] in _PROSE else ():
            yield match[1], _meant(match[1], keys), document.line_of(slot.start + match.start())
    if based_on := document.text_at(("based_on", "cite")):
        yield based_on, _meant(based_on, keys), -1


def _meant(written: str, known: Iterable[str]) -> str:
    known = list(known)
    return written if written in known else suggest(written, known) or ""


def _sources(library: Library, document: Document) -> list[str]:
    files = dict.fromkeys([document.name, "volume"])
    return [library[name].text_at((*path, "id")) for name in files for path in library[name].references()]


def _references(library: Library) -> Iterator[Consequence]:
    used: dict[str, set[str]] = {}
    for document in library.values():
        keys = set(_sources(library, document))
        for i, (written, meant, line) in enumerate(_cited(document, keys)):
            used.setdefault(document.name, set()).add(meant)
            if written not in keys and line < 0:
                yield Consequence("broken-link", document.name, document.line(("based_on", "cite")), written)
            elif written not in keys:
                yield Consequence("undefined-citation", document.name, line, f"{i} {written}")
    everywhere = set().union(*used.values())
    for document in library.values():
        cited = everywhere if document.name == "volume" else used.get(document.name, set())
        for path in document.references():
            if (key := document.text_at((*path, "id"))) not in cited:
                yield Consequence("unused-reference", document.name, document.line((*path, "id")), key)


def _abbreviations(library: Library) -> Iterator[Consequence]:
    texts = {name: "\n".join(raw for _, raw in _words(document)) for name, document in library.items()}
    for document in library.values():
        where = "\n".join(texts.values()) if document.name == "volume" else texts[document.name]
        for word in _keys(document, "abbreviations"):
            if not _use(word).search(where):
                yield Consequence("unused-abbreviation", document.name, document.line(("abbreviations", word)), word)


def undefined(document: Document, word: str) -> Consequence | None:
    """Return where a document first uses an abbreviation that is listed nowhere; None when it does not."""
    for path, raw in _words(document):
        if found := _use(word).search(raw):
            line = document.line_of(document.slots[path].start + found.start())
            return Consequence("undefined-abbreviation", document.name, line, word)
    return None


def _use(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@-]){re.escape(word)}(?=s?(?!\w))")


def _themes(library: Library) -> Iterator[Consequence]:
    known = _keys(library["volume"], "themes")
    used: set[str] = set()
    for document in library.values():
        for point in document.points():
            for path, theme in _entries(document, (*point, "themes")):
                used |= {_meant(theme, known)} if document.name != "volume" else set()
                if known and theme not in known:
                    yield Consequence("unknown-theme", document.name, document.line(path), str(path))
    for theme in known:
        if theme not in used:
            yield Consequence("unused-theme", "volume", library["volume"].line(("themes", theme)), theme)


def _actors(library: Library) -> Iterator[Consequence]:
    known = _keys(library["volume"], "actors")
    for document in _briefs(library):
        for point in document.points("recommendations"):
            for path, actor in _entries(document, (*point, "actors")):
                if known and actor not in known:
                    yield Consequence("unknown-actor", document.name, document.line(path), str(path))


def _links(library: Library) -> Iterator[Consequence]:
    for document in _briefs(library):
        served: set[tuple[str, str]] = set()
        for point in document.points():
            for kind, questions in _LINKABLE.items():
                ids = [document.text_at((*path, "id")) for path in document.points(*questions)]
                for path, written in _entries(document, (*point, kind)):
                    if written not in ids:
                        yield Consequence("broken-link", document.name, document.line(path), f"{path} {written}")
                    served.add((str(point[0]), _meant(written, ids)))
        yield from _unaddressed(document, {name for question, name in served if question == "recommendations"})
    yield from _evidence(library)


def _unaddressed(document: Document, served: set[str]) -> Iterator[Consequence]:
    for question, rule in (("goals", "unaddressed-point"), ("challenges", "unaddressed-point")):
        for path in document.points(question):
            name = document.text_at((*path, "id"))
            if name not in served and not _waived(document, rule, question, name):
                yield Consequence(rule, document.name, document.line((*path, "id")), name)


def _evidence(library: Library) -> Iterator[Consequence]:
    volume = library["volume"]
    briefs = {document.name: document for document in _briefs(library)}
    ids = {name: {brief.text_at((*path, "id")) for path in brief.points()} for name, brief in briefs.items()}
    for claim in volume.points("conclusion"):
        named = set()
        for path, written in _entries(volume, (*claim, "evidence")):
            brief, _, point = written.partition(":")
            named.add(_meant(brief, ids))
            if point not in ids.get(brief, ()):
                yield Consequence("broken-link", "volume", volume.line(path), f"{path} {written}")
        name = volume.text_at((*claim, "id"))
        is_waived = _waived(volume, "unsupported-claim", name)
        if volume.text_at((*claim, "scope")) == "all" and ids.keys() - named and not is_waived:
            yield Consequence("unsupported-claim", "volume", volume.line((*claim, "scope")), name)


def _waivers(library: Library) -> Iterator[Consequence]:
    """Waivers that name only what is not there."""
    for document in library.values():
        there = {document.text_at(path) for path in document.slots if path[-1:] == ("id",)}
        there |= {f"ref:{document.text_at((*path, 'id'))}" for path in document.references()}
        for path in document.children(("waivers",)) if ("waivers",) in document.slots else ():
            at = _entries(document, (*path, "at"))
            idle = [(entry, name) for entry, name in at if name not in there]
            if len(idle) == len(at) > 0:
                idle = [((*path, "rule"), idle[0][1])]
            for place, name in idle:
                rule = document.text_at((*path, "rule"))
                yield Consequence("unused-waiver", document.name, document.line(place), f"{rule} {name}")


_ALL: tuple[_Reckon, ...] = (_references, _abbreviations, _themes, _actors, _links, _waivers)
