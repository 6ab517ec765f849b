"""Who or what opens an entry: names with their role, or what stands for them."""

from dataclasses import replace

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, typeset
from briefkit.document.cite.entry import ENTRIES, PERIODICALS, VOLUMES, Entry

_FIRST = ("composer", "author", "guest", "host")
_EDITORS = ("editor-translator", "editor", "translator", "collection-editor")
_PRODUCERS = ("producer", "executive-producer", "series-creator")
_LAST = ("editorial-director", "compiler")
_CHAIRS = ("chair", "organizer")

_NAMED_BY_SERIES = ("broadcast", *ENTRIES)
"""The types that the work they stand in may open."""


def opened(entry: Entry) -> tuple[Inlines, Entry]:
    """Return the names that open an entry, and the entry that remembers which they were.

    Without author these are editors, translators and so on, with their role. In the bibliography, and in a note on a
    work without title, the name of the paper or the owner of the site stands for them.
    """
    for role in _openers(entry):
        if role == "container-title" and (container := _italic(entry, role)):
            return container, replace(entry, opener=role)
        if people := entry.ref.names.get(role):
            entry.said.add(role)
            text = names.in_note(people) if entry.note else names.in_bibliography(people, leading=True)
            label = names.opening_label(role, len(people))
            return typeset.upright(f"{text}, {label}" if label else text), replace(entry, opener=role)
    if not entry.note and (owner := _owner(entry)):
        return typeset.upright(entry.text(owner)), replace(entry, opener=owner)
    if entry.note and (entry.has("title", "reviewed-title", "reviewed-genre") or entry.type == "webpage"):
        return (), entry
    if entry.type in PERIODICALS or (entry.review and entry.has("container-title")):
        return serial_name(entry), replace(entry, opener="container-title")
    if entry.type in _NAMED_BY_SERIES and entry.has("container-title"):
        return _italic(entry, "container-title"), replace(entry, opener="container-title")
    return (), entry


def short_names(entry: Entry) -> tuple[Inlines, Entry]:
    """Return the family names, or what stands for them, that open a short note, and the entry that remembers which."""
    for role in _openers(entry):
        if role == "container-title" and (container := _italic(entry, role)):
            return container, replace(entry, opener=role)
        if people := entry.ref.names.get(role):
            return typeset.upright(names.in_short_note(people)), replace(entry, opener=role)
    if owner := _owner(entry):
        return typeset.upright(entry.text(owner)), replace(entry, opener=owner)
    titled_first = entry.type in ("broadcast", "motion_picture") and entry.has("title")
    if not titled_first and (entry.type in (*PERIODICALS, *_NAMED_BY_SERIES) or entry.review):
        return _italic(entry, "container-title"), replace(entry, opener="container-title")
    return (), entry


def _openers(entry: Entry) -> list[str]:
    """Return the roles whose names may open the entry; the first that is there does. The name of a series may, too."""
    first = list(_FIRST)
    if entry.note and entry.episode:
        return [*first, "container-title"]
    if entry.note and entry.type in ("broadcast", "motion_picture") and entry.has("title"):
        return first
    if entry.type in ENTRIES and not (entry.note and entry.has("DOI", "URL")):
        first.append("container-title")
    volumes = entry.has(*VOLUMES, "number-of-volumes") and not entry.has("container-title")
    return [
        *first,
        "illustrator",
        *(("collection-editor",) if volumes else ()),
        *(() if entry.type == "standard" else _EDITORS),
        "director",
        *(() if entry.episode else _PRODUCERS),
        *(("contributor",) if entry.type == "broadcast" and not entry.episode else ()),
        *_LAST,
        *(_CHAIRS if entry.type == "speech" else ()),
        "curator",
    ]


def _owner(entry: Entry) -> str:
    """Return the variable that names who answers for a site or a standard."""
    candidates = {"webpage": ("publisher", "container-title"), "standard": ("authority",)}
    return next(filter(entry.has, candidates.get(entry.type, ())), "")


def _italic(entry: Entry, variable: str) -> Inlines:
    return typeset.title(entry.text(variable), quoted=False)


def serial_name(entry: Entry) -> Inlines:
    """Return the name of a serial, with its place where the name alone does not tell: *The Times* (London)."""
    if not (name := _italic(entry, "container-title")):
        return ()
    place = "" if entry.has("event-date", "event-title") else entry.text("publisher-place")
    return typeset.join(" ", (name, typeset.upright(f"({place})" if place else "")))
