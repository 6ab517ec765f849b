"""A name → another one, everywhere it is used: in which files, and what changes in each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit.editing import edit
from briefkit.library import InvalidBriefError, Library
from briefkit.revising.change import Change, prove
from briefkit.revising.form import keeps_from_reading
from briefkit.revising.names import KINDS, Kind, NamedFile
from briefkit.source.finding import Report
from briefkit.text.english import listed
from briefkit.text.errors import UsageError
from briefkit.text.printable import quoted
from briefkit.text.suggest import unknown

_LABEL = re.compile(r"([A-Za-z])([1-9][0-9]{0,3})")


@dataclass(frozen=True)
class Renaming:
    """What a name is that was renamed, and the changes of the files."""

    kind: Kind
    old: str
    new: str
    changes: tuple[Change, ...]


def rename(library: Library, old: str, new: str, kind: str = "") -> Renaming:
    """Plan to give a point, theme, actor, reference or abbreviation another name everywhere; nothing is written.

    `old` may begin with the name of its brief (`australia:regional-order`); a point may go by its label. `kind` is
    needed where a name is several things. Raises UsageError for an unknown or ambiguous name and for a new one that
    is there, InvalidBriefError when a file cannot be read, EditRefusedError when the library would be worse.
    """
    if kind and kind not in KINDS:
        raise unknown("kind of name", kind, list(KINDS))
    files = _files(library)
    brief, written = _brief(files, old)
    within = [file for file in files if brief in (None, file.name)]
    name = _of_label(within, written) if brief else written
    found = _the_kind(within, files, name, old, [one for one in KINDS if kind in ("", one)])
    owners = [file for file in within if name in file.declared(found)]
    if found == "point":
        owners = _one_owner(owners, name)
    touched = _touched(files, within, owners, found, bool(brief))
    _refuse_existing(touched, found, name, new)
    owner = owners[0].name if found == "point" else None
    changes = tuple(change for file in touched if (change := _change(library, file, found, name, new, owner)))
    prove(library, changes)
    return Renaming(found, name, new, changes)


def _files(library: Library) -> list[NamedFile]:
    """Open all files. Raises InvalidBriefError when one of them is no YAML: what it uses cannot be seen."""
    volume = library.opened_volume
    opened = [("volume", volume)] if volume else []
    opened += [(name, library.open(name)) for name in library.names]
    broken = [one for _, one in opened if one.draft is None or any(map(keeps_from_reading, one.findings))]
    if broken:
        findings = tuple(finding for one in broken for finding in one.findings)
        raise InvalidBriefError(Report(findings, tuple(one.file for one in broken)))
    questions = library.questions
    return [NamedFile(name, one.draft, questions) for name, one in opened if one.draft]


def _brief(files: Iterable[NamedFile], old: str) -> tuple[str | None, str]:
    """Part a name that begins with the name of its file, in any case."""
    brief, colon, rest = old.partition(":")
    known = next((file.name for file in files if file.name.lower() == brief.lower()), None)
    return (known, rest) if colon and known else (None, old)


def _of_label(files: Sequence[NamedFile], written: str) -> str:
    """Return the id of the point that is labelled like this, else the name as it is."""
    match = _LABEL.fullmatch(written)
    for file in files if match else ():
        for question in file.questions.questions:
            points = [point for path, point in file.points() if path[0] == question.key]
            if match and question.letter == match[1].upper() and int(match[2]) <= len(points):
                return str(points[int(match[2]) - 1].get("id", written))
    return written


def _the_kind(
    within: Sequence[NamedFile], files: Sequence[NamedFile], name: str, old: str, kinds: Sequence[Kind]
) -> Kind:
    names = {kind: _names(within if kind in ("point", "reference", "abbreviation") else files, kind) for kind in kinds}
    fitting = [kind for kind in kinds if name in names[kind]]
    if len(fitting) > 1:
        what = listed(
            [f"a {kind}" if kind != "actor" and kind != "abbreviation" else f"an {kind}" for kind in fitting], "and"
        )
        raise UsageError(f"{quoted(old)} is {what}", hint=f"say which with --kind: {', '.join(fitting)}")
    if not fitting:
        known = list(dict.fromkeys(one for each in names.values() for one in each))
        raise unknown(kinds[0] if len(kinds) == 1 else "name", name, known, shown=[], see="see briefkit list")
    return fitting[0]


def _names(files: Iterable[NamedFile], kind: Kind) -> list[str]:
    """Return the names of a kind: those declared, and themes and actors of points that are in no list."""
    found: list[str] = []
    for file in files:
        found += file.declared(kind)
        if kind in ("theme", "actor"):
            found += (value for _, value in file.used(kind))
    return found


def _one_owner(owners: Sequence[NamedFile], name: str) -> list[NamedFile]:
    if len(owners) > 1:
        both = listed([f"`{file.name}:{name}`" for file in owners], "or")
        raise UsageError(f"several files have a point {quoted(name)}", hint=f"say which: {both}")
    return list(owners)


def _touched(
    files: list[NamedFile], within: list[NamedFile], owners: list[NamedFile], kind: Kind, is_named: bool
) -> list[NamedFile]:
    """Return the files in which a name means this; what the volume declares, briefs may use."""
    if kind in ("theme", "actor", "point"):
        return files
    if is_named:
        return within if not within[0].is_volume else files
    return files if any(file.is_volume for file in owners) else owners


def _refuse_existing(files: Iterable[NamedFile], kind: Kind, old: str, new: str) -> None:
    if old == new:
        raise UsageError(f"{quoted(old)} is the name that it has", hint="name another one")
    for file in files:
        names = _names([file], kind)
        if new in names and (kind != "point" or old in names):
            raise UsageError(f"{file.draft.source.name} has a {kind} {quoted(new)} already", hint="choose another name")


def _change(library: Library, file: NamedFile, kind: Kind, old: str, new: str, owner: str | None) -> Change | None:
    operations = file.renamed(kind, old, new, owner)
    if not operations:
        return None
    name = file.draft.source.name
    path = (library.folder or Path()) / Path(name).name
    after = edit(file.draft, operations).encode("utf-8", "surrogatepass")
    return Change(name, path, path.read_bytes(), after, len(operations))
