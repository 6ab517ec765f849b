"""Where in the text an operation on the data takes place."""

from typing import NamedTuple

from briefkit.editing import yaml_text
from briefkit.editing.operations import EditRefusedError, ReplacePart, SetKey
from briefkit.source.draft import Draft, Json, Node, Path, Span


class TextEdit(NamedTuple):
    """What stands at a span of the text afterwards."""

    span: Span
    text: str


def is_flow(draft: Draft, path: Path) -> bool:
    """Tell whether a mapping or list stands in brackets."""
    node = draft.node(path)
    return node.children is not None and draft.source.text[node.start : node.start + 1] in ("[", "{")


def replaced(draft: Draft, path: Path, value: Json) -> TextEdit:
    """Write another value in the place of one, in its style where that can hold it."""
    node, text = draft.node(path), draft.source.text
    indent = column_of_owner(draft, path)
    in_flow = any(is_flow(draft, path[:depth]) for depth in range(len(path)))
    span = Span(node.start, node.end)
    if in_flow or (is_flow(draft, path) and value and not _has_collections(value)):
        is_text = isinstance(value, str) and node.children is None
        return TextEdit(span, _scalar(draft, node, str(value), 0, in_flow=True) if is_text else yaml_text.flow(value))
    if isinstance(value, str) and node.children is None:
        blank = "" if text[node.start - 1 : node.start] in (" ", "\n") else " "
        return TextEdit(span, blank + _scalar(draft, node, value, indent, in_flow=False))
    if has_comment(text[node.start : node.end]):
        raise EditRefusedError(f"a comment stands inside {_shown(path)}", hint="move it above, and try again")
    begins = _behind_colon(text, node)
    return TextEdit(Span(begins, node.end), yaml_text.block(value, indent))


def part(draft: Draft, one: ReplacePart) -> TextEdit:
    """Write other words into a text, in its line; raises EditRefusedError where escapes or folds stand in between."""
    value = draft.value(one.path)
    if not isinstance(value, str):
        raise LookupError(one.path)
    span = draft.span(one.path, one.part)
    if draft.source.text[slice(*span)] != value[slice(*one.part)]:
        raise EditRefusedError(
            f"in {_shown(one.path)} the words are written with escapes or over two lines", hint="change them by hand"
        )
    return TextEdit(span, one.text)


def _scalar(draft: Draft, node: Node, value: str, indent: int, *, in_flow: bool) -> str:
    column = draft.source.position(node.start).column - 1
    return yaml_text.scalar(value, style=node.style, indent=indent, column=column, in_flow=in_flow)


def _has_collections(value: Json) -> bool:
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(entry, dict | list) for entry in entries)


def _behind_colon(text: str, node: Node) -> int:
    """Return where what stands behind the colon of a key, or a dash, begins."""
    if node.key_end >= 0:
        return text.index(":", node.key_end) + 1
    return text.rindex("-", 0, node.start) + 1


def column_of_owner(draft: Draft, path: Path) -> int:
    """Return the column, from 0, of the key or the dash that a value belongs to."""
    node, text = draft.node(path), draft.source.text
    if node.key_start >= 0:
        return draft.source.position(node.key_start).column - 1
    return draft.source.position(max(text.rfind("-", 0, node.start), 0)).column - 1 if path else 0


def added(draft: Draft, one: SetKey) -> TextEdit:
    """Write a new key into a mapping that stands in lines of its own."""
    children = draft.node(one.path).children
    if not isinstance(children, dict) or not children:
        raise LookupError(one.path)
    before = [key for key in one.after if key in children] or [next(reversed(children))]
    last = children[before[-1]]
    column = draft.source.position(last.key_start).column - 1
    at = _next_line(draft.source.text, last.end)
    line = f"{' ' * column}{yaml_text.key(one.key)}:{yaml_text.block(one.value, column)}\n"
    if at and draft.source.text[at - 1] != "\n":
        line = f"\n{line}"
    return TextEdit(Span(at, at), line)


def removed(draft: Draft, path: Path) -> TextEdit:
    """Take out a key with its value, and the comments that stand above it or inside."""
    siblings = draft.node(path[:-1]).children
    if not isinstance(siblings, dict) or len(siblings) < 2:
        raise EditRefusedError(f"nothing would be left of {_shown(path[:-1])}", hint="take it out as a whole")
    node, text = draft.node(path), draft.source.text
    line = text.rfind("\n", 0, node.key_start) + 1
    end = _next_line(text, node.end)
    if text[line : node.key_start].strip():  # behind the dash of an entry: the next key moves up to it
        following = min(other.key_start for other in siblings.values() if other.key_start > node.key_start)
        if has_comment(text[end:following]):
            raise EditRefusedError(f"a comment stands below {_shown(path)}", hint="move it, and try again")
        return TextEdit(Span(node.key_start, following), "")
    return TextEdit(Span(above(text, line, node.key_start - line), end), "")


def above(text: str, line: int, column: int) -> int:
    """Return where the comments begin that stand right above a line at its own column."""
    while line > 0:
        before = text.rfind("\n", 0, line - 1) + 1
        comment = text[before:line]
        if not comment.startswith(" " * column + "#"):
            break
        line = before
    return line


def _next_line(text: str, offset: int) -> int:
    at = text.find("\n", offset)
    return len(text) if at < 0 else at + 1


def has_comment(text: str) -> bool:
    """Tell whether a stretch of YAML may hold a comment; it may be wrong about a `#` inside a text."""
    return any(line.lstrip().startswith("#") or " #" in line for line in text.split("\n"))


def _shown(path: Path) -> str:
    return f"`{'.'.join(map(str, path))}`" if path else "the file"
