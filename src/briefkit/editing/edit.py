"""From operations on the data to a new text, which is read again: it says what was meant, or there is no edit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefkit.editing import lists, places, yaml_text
from briefkit.editing.operations import (
    Arrange,
    EditRefusedError,
    Operation,
    Remove,
    RenameKey,
    Replace,
    ReplacePart,
    SetKey,
    meant,
)
from briefkit.editing.places import TextEdit
from briefkit.reading import read_bytes
from briefkit.source.draft import Draft, Path


def edit(draft: Draft, operations: Sequence[Operation]) -> str:
    """Return the text of a file after the operations; nothing else in it is changed, comments included.

    The line breaks are those of the file. Raises EditRefusedError where an edit would lose a comment or give other
    data than was meant, LookupError for a path that leads nowhere.
    """
    wanted = meant(draft.data, operations)
    changed = _read(_applied(draft, list(_edits(draft, operations))), draft)
    renames = [one for one in operations if isinstance(one, RenameKey)]
    for one in operations:
        if isinstance(one, Arrange):
            arranged = lists.arranged(changed, Arrange(_renamed(one.path, renames), one.entries))
            changed = _read(_applied(changed, [arranged]), draft)
    if changed.data != wanted:
        raise EditRefusedError(f"{draft.source.name} would say something else than was meant after this change")
    return changed.source.text


def _edits(draft: Draft, operations: Sequence[Operation]) -> Iterator[TextEdit]:
    """Yield the edits of all operations that arrange no list; brackets that gain or lose a key are written anew."""
    in_flow: dict[Path, list[SetKey | Remove | RenameKey]] = {
        path: []
        for one in operations
        if isinstance(one, SetKey | Remove)
        and places.is_flow(draft, path := one.path if isinstance(one, SetKey) else one.path[:-1])
    }
    for one in operations:
        match one:
            case Replace(path, value):
                yield places.replaced(draft, path, value)
            case ReplacePart():
                yield places.part(draft, one)
            case SetKey(path) if path in in_flow:
                in_flow[path].append(replace(one, path=()))
            case SetKey():
                yield places.added(draft, one)
            case Remove(path) | RenameKey(path) if path[:-1] in in_flow:
                in_flow[path[:-1]].append(replace(one, path=path[-1:]))
            case Remove(path):
                yield places.removed(draft, path)
            case RenameKey(path, name):
                yield TextEdit(draft.key_span(path), yaml_text.key(name))
    for path, within in in_flow.items():
        yield places.replaced(draft, path, meant(draft.value(path), within))


def _renamed(path: Path, renames: Sequence[RenameKey]) -> Path:
    for one in renames:
        if path[: len(one.path)] == one.path:
            path = (*one.path[:-1], one.name, *path[len(one.path) :])
    return path


def _applied(draft: Draft, edits: list[TextEdit]) -> str:
    """Make all edits; what they write has the line breaks of the file."""
    text = draft.source.text
    line_break = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    parts: list[str] = []
    at = 0
    for span, new in sorted(edits):
        if span.start < at:
            raise EditRefusedError("two changes meet in one place", hint="make them one after the other")
        parts += (text[at : span.start], new.replace("\r\n", "\n").replace("\n", line_break))
        at = span.end
    return "".join((*parts, text[at:]))


def _read(text: str, before: Draft) -> Draft:
    draft = read_bytes(text.encode("utf-8", "surrogatepass"), before.source.name).draft
    if draft is None:
        raise EditRefusedError(f"{before.source.name} could not be read any more after this change")
    return draft
