"""A difference → rows for machines: one for each thing that happened to a part."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefkit.source.draft import Json
from briefkit.text.rewording import reworded
from briefkit.views.difference.compare import laid_out
from briefkit.views.difference.model import Difference, Entry, EntryChange, FieldChange
from briefkit.views.rows import Fields, Rows


class ChangeRow(NamedTuple):
    """One thing that happened: to a part as a whole, or to one of its fields."""

    difference: Difference
    change: EntryChange
    what: str
    field: FieldChange | None = None

    @property
    def name(self) -> str:
        """What scripts call the part: `australia:R1`."""
        return f"{self.difference.name}:{self.change.entry.label or self.change.entry.part}"


def rows(differences: Iterable[Difference]) -> Rows[ChangeRow]:
    """Return all that differs, in the order in which people read it."""
    found = (row for difference in differences for change in difference.changes for row in _rows(difference, change))
    return Rows("differences", FIELDS, tuple(found), lambda row: row.name)


def whats(change: EntryChange) -> Iterator[str]:
    """Yield what happened to a part as a whole: `added`, `removed`, or `renamed` and `moved`."""
    if change.kind != "changed":
        yield change.kind
        return
    if change.is_renamed and change.entry.part != "waiver":
        yield "renamed"
    if change.moved:
        yield "moved"


def _rows(difference: Difference, change: EntryChange) -> Iterator[ChangeRow]:
    for what in whats(change):
        yield ChangeRow(difference, change, what)
    for field in change.fields:
        yield ChangeRow(difference, change, "reworded" if field.is_reworded else "changed", field)


def _old(row: ChangeRow) -> Json:
    if row.field:
        return row.field.old
    return _whole(row.what, row.change.old, "removed")


def _new(row: ChangeRow) -> Json:
    if row.field:
        return row.field.new
    return _whole(row.what, row.change.new, "added")


def _whole(what: str, entry: Entry | None, fate: str) -> Json:
    """Return all that a part says that was added or removed, and its place or name where that is what changed."""
    if entry is None:
        return None
    if what == "renamed":
        return entry.id
    if what == "moved":
        return {"question": entry.question or None, "number": entry.number}
    return dict(entry.fields) if what == fate else None


def words(field: FieldChange | None) -> Sequence[Json]:
    """Return the words of a reworded field: pairs of `kept`, `deleted` or `inserted` and the words."""
    if not field or not field.is_reworded:
        return []
    stretches = reworded(laid_out(str(field.old)), laid_out(str(field.new)))
    return [[stretch.fate, stretch.text] for stretch in stretches]


def _of(value: Callable[[Entry], Json], side: str) -> Callable[[ChangeRow], Json]:
    def found(row: ChangeRow) -> Json:
        entry = row.change.old if side == "old" else row.change.new
        return value(entry) if entry else None

    return found


FIELDS: Fields[ChangeRow] = {
    "brief": lambda row: row.difference.name,
    "part": lambda row: row.change.entry.part,
    "question": lambda row: row.change.entry.question or None,
    "id": lambda row: row.change.entry.id or None,
    "label": lambda row: row.change.entry.label or None,
    "change": lambda row: row.what,
    "field": lambda row: row.field.field if row.field else None,
    "old": _old,
    "new": _new,
    "words": lambda row: [*words(row.field)],
    "others": lambda row: [*row.change.others],
    "old_label": _of(lambda entry: entry.label or None, "old"),
    "old_file": _of(lambda entry: entry.file, "old"),
    "old_line": _of(lambda entry: entry.line, "old"),
    "file": _of(lambda entry: entry.file, "new"),
    "line": _of(lambda entry: entry.line, "new"),
}
