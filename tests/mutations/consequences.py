"""What follows from a fault elsewhere: links that lost their point, sources that lost their only citation, and so on.

A plain second reckoning of the rules that look across a file or the library, made from the values alone. The findings
that a mutation adds are the difference between the reckoning after it and before it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from briefkit.text.suggest import suggest
from mutations.document import Document, Path, is_prose
from mutations.wording import Use, early_uses, find_use, words

_CITATION = re.compile(r"(?<!\w)@([\w:.#$%&+?<>~/-]*\w)")
_MENTION = re.compile(r"\[fig:([\w-]+)\]")
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
        for match in _CITATION.finditer(document.raw(path)) if is_prose(path) else ():
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
    texts = {name: "\n".join(raw for _, raw in words(document)) for name, document in library.items()}
    for document in library.values():
        where = "\n".join(texts.values()) if document.name == "volume" else texts[document.name]
        for word in _keys(document, "abbreviations"):
            if not find_use(word, where):
                yield Consequence("unused-abbreviation", document.name, document.line(("abbreviations", word)), word)


def undefined(document: Document, word: str) -> Consequence | None:
    """Return where a document first uses an abbreviation that is listed nowhere; None when it does not."""
    for path, raw in words(document):
        if found := find_use(word, raw):
            line = document.line_of(document.slots[path].start + found.start())
            return Consequence("undefined-abbreviation", document.name, line, word)
    return None


def unexplained(library: Library, document: Document) -> Iterator[tuple[str, Use]]:
    """Yield the abbreviations that a chapter uses before their words, waived or not."""
    owners = {name: owner for owner in (library["volume"], document) for name in _keys(owner, "abbreviations")}
    for word, owner in owners.items():
        for use in early_uses(document, word, owner.text_at(("abbreviations", word))):
            yield word, use


def _early_abbreviations(library: Library) -> Iterator[Consequence]:
    rule = "abbreviation-before-expansion"
    for document in library.values():
        for word, use in unexplained(library, document):
            if not _waived(document, rule, word):
                yield Consequence(rule, document.name, use.line, f"{use.chapter} {word}")


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
    for document in library.values():
        named = [entry for point in document.points() for entry in _entries(document, (*point, "actors"))]
        owners = [("actors", name, "part_of") for name in _keys(document, "actors")]
        named += [(path, document.text_at(path)) for path in owners if path in document.slots]
        for path, actor in named:
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
    """Waivers that name what is not there, or what has no finding of the rule any more."""
    for document in library.values():
        early = {word for word, _ in unexplained(library, document)}
        there = {document.text_at(path) for path in document.slots if path[-1:] == ("id",)}
        there |= {f"ref:{document.text_at((*path, 'id'))}" for path in document.references()}
        for path in document.children(("waivers",)) if ("waivers",) in document.slots else ():
            rule = document.text_at((*path, "rule"))
            own = {"state-as-actor": _asking_states(library, document), "abbreviation-before-expansion": early}
            used = own.get(rule, there)
            at = _entries(document, (*path, "at"))
            idle = [(entry, name) for entry, name in at if name not in used]
            if len(idle) == len(at) > 0:
                idle = [((*path, "rule"), idle[0][1])]
            for place, name in idle:
                yield Consequence("unused-waiver", document.name, document.line(place), f"{rule} {name}")


def _asking_states(library: Library, document: Document) -> set[str]:
    """Return the questions that have a point of which all actors are states."""
    volume = library["volume"]
    states = {name for name in _keys(volume, "actors") if volume.text_at(("actors", name, "kind")) == "state"}
    asked = {point: {actor for _, actor in _entries(document, (*point, "actors"))} for point in document.points()}
    return {str(point[0]) for point, actors in asked.items() if actors and actors <= states}


def _figures(library: Library) -> Iterator[Consequence]:
    for document in _briefs(library):
        figures = document.children(("figures",)) if ("figures",) in document.slots else []
        ids = {document.text_at((*path, "id")): path for path in figures}
        points = [document.text_at((*path, "id")) for path in document.points()]
        prose = [path for path in document.slots if is_prose(path)]
        mentions = [(path, match) for path in prose for match in _MENTION.finditer(document.raw(path))]
        for path, match in mentions:
            if match[1] not in ids:
                line = document.line_of(document.slots[path].start + match.start())
                yield Consequence("undefined-figure", document.name, line, f"{path} {match[1]}")
        meant = {_meant(match[1], ids) for _, match in mentions}
        for name, path in ids.items():
            if name not in meant:
                yield Consequence("unmentioned-figure", document.name, document.line((*path, "id")), name)
            if (at := (*path, "at")) in document.slots and document.text_at(at) not in points:
                yield Consequence("bad-figure", document.name, document.line(at), name)


def _editorial_notes(library: Library) -> Iterator[Consequence]:
    for document in library.values():
        known = {
            str(path[-1]) for path in document.slots if len(path) == 1 or (len(path) == 2 and isinstance(path[1], str))
        }
        for path in document.slots:
            if path[-1:] == ("id",):
                known.add(("ref:" if path[0] == "references" else "") + document.text_at(path))
        for note in document.children(("editorial_notes",)) if ("editorial_notes",) in document.slots else ():
            for path, name in _entries(document, (*note, "at")):
                if name not in known:
                    yield Consequence("note-at-nothing", document.name, document.line(path), f"{note} {name}")


_ALL: tuple[_Reckon, ...] = (
    _references,
    _abbreviations,
    _early_abbreviations,
    _themes,
    _actors,
    _links,
    _waivers,
    _figures,
    _editorial_notes,
)
