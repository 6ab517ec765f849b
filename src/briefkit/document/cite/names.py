"""Names of persons and institutions: in notes, in short notes and in the bibliography."""

from collections.abc import Sequence
from typing import NamedTuple

from briefkit.format.model import Name
from briefkit.text.printable import clean

NOTE_LIMIT = 2
"""A note names so many people; of more, the first with `et al.` (CMOS 18, 13.78)."""
BIBLIOGRAPHY_LIMIT, BIBLIOGRAPHY_SHOWN = 6, 3
"""The bibliography names so many people; of more, the first three."""


class Role(NamedTuple):
    """What a contributor did, in words: before the names in a note and in the bibliography, and after them."""

    note: str
    bibliography: str
    label: str = ""
    labels: str = ""


ROLES = {
    "container-author": Role("by", "by"),
    "editor-translator": Role("ed. and trans.", "edited and translated by", "ed. and trans.", "eds. and trans."),
    "editor": Role("ed.", "edited by", "ed.", "eds."),
    "translator": Role("trans.", "translated by", "trans.", "trans."),
    "editorial-director": Role("ed.", "edited by", "ed.", "eds."),
    "guest": Role("with guest", "with guest", "guest", "guests"),
    "host": Role("hosted by", "hosted by", "host", "hosts"),
    "illustrator": Role("ill.", "illustrated by", "ill.", "ills."),
    "narrator": Role("narrated by", "narrated by"),
    "compiler": Role("comp.", "compiled by", "comp.", "comps."),
    "chair": Role("chaired by", "chaired by", "chair", "chairs"),
    "organizer": Role("organized by", "organized by", "org.", "orgs."),
    "curator": Role("curated by", "curated by", "cur.", "curs."),
    "series-creator": Role("created by", "created by"),
    "executive-producer": Role("executive produced by", "executive produced by"),
    "producer": Role("produced by", "produced by", "prod.", "prods."),
    "director": Role("directed by", "directed by", "dir.", "dirs."),
    "script-writer": Role("written by", "written by"),
    "performer": Role("performed by", "performed by"),
    "contributor": Role("with", "with"),
    "collection-editor": Role("ed.", "edited by", "ed.", "eds."),
    "interviewer": Role("interview by", "interview by"),
}
"""The roles by CSL variable, in the order in which they print after a title; the last two print elsewhere."""


def opening_label(role: str, count: int) -> str:
    """Return the role as it stands after names that open an entry: `ed.`, `eds.`; empty for authors."""
    if role not in ROLES:
        return ""
    return ROLES[role].labels if count > 1 else ROLES[role].label


def full(name: Name) -> str:
    """Return the name as spoken: `Jaap de Wilde`, `Joseph S. Nye Jr.`, or the institution."""
    if name.literal or not name.family:
        return clean(name.literal or name.given)
    if _is_east_asian(name.family):
        return clean(name.family + name.given)
    if name.static_ordering:
        return _spaced(_family(name), name.given, name.suffix)
    spoken = _spaced(name.given, name.dropping_particle, _family(name))
    return clean(f"{spoken}, {name.suffix}") if name.suffix and name.comma_suffix else _spaced(spoken, name.suffix)


def inverted(name: Name) -> str:
    """Return the name with the family name first: `Tocqueville, Alexis de`, `Strunk, William, Jr.`."""
    if name.literal or not name.family or name.static_ordering or _is_east_asian(name.family):
        return full(name)
    given = _spaced(name.given, name.dropping_particle, name.non_dropping_particle)
    return clean(", ".join(part for part in (name.family, given, name.suffix) if part))


def short(name: Name) -> str:
    """Return the family name with its particle, or the institution."""
    return clean(name.literal or _family(name) or name.given)


def _family(name: Name) -> str:
    joined = "" if name.non_dropping_particle.endswith(("'", "’")) else " "
    return f"{name.non_dropping_particle}{joined}{name.family}".strip()


def _spaced(*parts: str) -> str:
    return clean(" ".join(part for part in parts if part))


def in_note(names: Sequence[Name]) -> str:
    """Return the names as a note gives them."""
    return _few([full(name) for name in names])


def in_short_note(names: Sequence[Name]) -> str:
    """Return the names as a short note gives them."""
    return _few([short(name) for name in names])


def _few(names: list[str]) -> str:
    return f"{names[0]} et al." if len(names) > NOTE_LIMIT else " and ".join(names)


def in_bibliography(names: Sequence[Name], *, leading: bool = False) -> str:
    """Return the names as the bibliography gives them; `leading` names open the entry, the first one inverted."""
    texts = [inverted(name) if leading and not at else full(name) for at, name in enumerate(names)]
    if len(texts) > BIBLIOGRAPHY_LIMIT:
        return ", ".join((*texts[:BIBLIOGRAPHY_SHOWN], "et al."))
    if len(texts) == 1 or (len(texts) == 2 and not leading):
        return " and ".join(texts)
    return f"{', '.join(texts[:-1])}, and {texts[-1]}"


def _is_east_asian(name: str) -> bool:
    """Tell whether a name has a sign of the Japanese, Chinese or Korean script."""
    # a pattern of these stretches would take 4 ms to compile
    return not name.isascii() and any(
        "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7af" for sign in name
    )
