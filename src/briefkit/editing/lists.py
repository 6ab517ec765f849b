"""Lists arranged anew: entries in lines of their own move with their comments."""

from briefkit.editing import places, yaml_text
from briefkit.editing.operations import Arrange, EditRefusedError, New
from briefkit.editing.places import TextEdit
from briefkit.source.draft import Draft, Json, Node, Span


def arranged(draft: Draft, one: Arrange) -> TextEdit:
    """Return the edit that gives a list other entries, or the same in another order."""
    node = draft.node(one.path)
    value = draft.value(one.path)
    if not isinstance(value, list) or not isinstance(node.children, list):
        raise LookupError(one.path)
    values: list[Json] = [entry.value if isinstance(entry, New) else value[entry] for entry in one.entries]
    if places.is_flow(draft, one.path) or not values:
        return places.replaced(draft, one.path, values)
    return _in_lines(draft, node, node.children, one)


def _in_lines(draft: Draft, node: Node, children: list[Node], one: Arrange) -> TextEdit:
    """Put the bodies of the entries, each with the comments above it, in their new order; the gaps stay in place."""
    text = draft.source.text
    column = draft.source.position(node.start).column - 1
    starts = [_start(text, child, column) for child in children]
    ends = [*starts[1:], _end(text, children[-1].end, column)]
    bodies = [text[start:end].rstrip("\r\n ") for start, end in zip(starts, ends, strict=True)]
    gaps = [_gap(text, end) for end in ends[:-1]]
    parts: list[str] = []
    for place, entry in enumerate(one.entries):
        parts.append(yaml_text.entry(entry.value, column) if isinstance(entry, New) else bodies[entry])
        if place < len(one.entries) - 1:
            parts.append("\n" + (gaps[min(place, len(gaps) - 1)] if gaps else ""))
    kept = {entry for entry in one.entries if isinstance(entry, int)}
    if len(kept) < sum(isinstance(entry, int) for entry in one.entries):
        raise EditRefusedError("an entry would stand twice")
    return TextEdit(Span(starts[0], starts[-1] + len(bodies[-1])), "".join(parts))


def _start(text: str, child: Node, column: int) -> int:
    """Return where the lines of an entry begin: with the comments right above its dash."""
    line = text.rfind("\n", 0, child.start) + 1
    while text[line + column : line + column + 1] != "-" and line > 0:  # the dash stands in a line above its value
        line = text.rfind("\n", 0, line - 1) + 1
    return places.above(text, line, column)


def _end(text: str, end: int, column: int) -> int:
    """Return where the lines of the last entry end: with the comments inside it."""
    at = text.find("\n", end)
    while at >= 0:
        following = text.find("\n", at + 1)
        line = text[at + 1 : len(text) if following < 0 else following]
        if not (line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column):
            return at + 1
        at = following
    return len(text)


def _gap(text: str, end: int) -> str:
    """Return the blank lines before an offset."""
    return "\n" * _blank_lines(text[:end])


def _blank_lines(text: str) -> int:
    lines = text.replace("\r", "").split("\n")
    count = 0
    for line in reversed(lines[:-1]):
        if line.strip():
            break
        count += 1
    return count
