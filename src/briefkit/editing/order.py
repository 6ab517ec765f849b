"""Keys in another order: each moves with its value, its comments and the blank lines before it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from briefkit.editing import places
from briefkit.editing.operations import EditRefusedError
from briefkit.editing.places import TextEdit
from briefkit.reading import read_bytes
from briefkit.source.draft import Draft, Node, Path, Span

Order = Callable[[Path], Sequence[str]]
"""The keys that a mapping at a path may have, in the order in which they belong."""


def reorder(draft: Draft, order: Order) -> str:
    """Return the text of a file with the keys of its mappings in order; keys that are not in it come last, as they are.

    Mappings in brackets stay as they are, and so do those in which a comment would part from its key. Raises
    EditRefusedError if the file would say something else.
    """
    found = draft
    for depth in range(_depth(draft.root), -1, -1):
        edits = [one for path in _mappings(found.root) if len(path) == depth for one in _ordered(found, path, order)]
        if edits:
            found = _read(_applied(found.source.text, edits), draft)
    if found.data != draft.data or sorted(found.source.text.split()) != sorted(draft.source.text.split()):
        raise EditRefusedError(f"{draft.source.name} would lose something in another order")
    return found.source.text


def _mappings(node: Node, path: Path = ()) -> Iterator[Path]:
    children = node.children
    if isinstance(children, dict):
        yield path
    steps = children.items() if isinstance(children, dict) else enumerate(children or ())
    for step, child in steps:
        yield from _mappings(child, (*path, step))


def _depth(root: Node) -> int:
    return max((len(path) for path in _mappings(root)), default=0)


def _ordered(draft: Draft, path: Path, order: Order) -> Iterator[TextEdit]:
    """Yield the edit that puts the keys of a mapping in order, if they are not."""
    children = draft.node(path).children
    if not isinstance(children, dict) or places.is_flow(draft, path):
        return
    known = {key: place for place, key in enumerate(order(path))}
    keys = list(children)
    wanted = sorted(keys, key=lambda key: known.get(key, len(known)))
    if wanted == keys:
        return
    text = draft.source.text
    first = children[keys[0]]
    line = text.rfind("\n", 0, first.key_start) + 1
    column = first.key_start - line
    starts = [first.key_start, *(_start(text, children[key].key_start, column) for key in keys[1:])]
    end = _end(text, children[keys[-1]].end, column)
    bodies = dict(zip(keys, _slices(text, [*starts, end]), strict=True))
    if any(_is_parted(bodies[key][1]) for key in (wanted[0],)):
        return  # a comment above it would stand behind the dash, or below what is said of the file
    gaps = {key: gap for key, (gap, _) in bodies.items()}
    gaps[keys[0]], gaps[wanted[0]] = gaps[wanted[0]], ""
    parts = [gaps[key] + " " * column + bodies[key][1].lstrip(" ") for key in wanted]
    ending = "\n" if text[:end].endswith("\n") else ""
    yield TextEdit(Span(first.key_start, end), "\n".join(parts)[column:] + ending)


def _slices(text: str, bounds: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield the blank lines before each key, and its lines without a line break at their end."""
    gap = ""
    for start, end in pairwise(bounds):
        piece = text[start:end].replace("\r\n", "\n")
        body = piece.rstrip("\n ")
        yield gap, body
        gap = "\n" * max(piece[len(body) :].count("\n") - 1, 0)


def _is_parted(body: str) -> bool:
    return body.lstrip(" ").startswith("#")


def _start(text: str, key_start: int, column: int) -> int:
    return places.above(text, text.rfind("\n", 0, key_start) + 1, column)


def _end(text: str, end: int, column: int) -> int:
    """Return where the lines of the last key end: with the comments that stand deeper."""
    at = text.find("\n", end)
    while at >= 0:
        following = text.find("\n", at + 1)
        line = text[at + 1 : len(text) if following < 0 else following]
        if not (line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column):
            return at + 1
        at = following
    return len(text)


def _applied(text: str, edits: Sequence[TextEdit]) -> str:
    line_break = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new.replace("\n", line_break) + text[span.end :]
    return text


def _read(text: str, before: Draft) -> Draft:
    draft = read_bytes(text.encode("utf-8", "surrogatepass"), before.source.name).draft
    if draft is None or draft.data != before.data:
        raise EditRefusedError(f"{before.source.name} would say something else in another order")
    return draft
