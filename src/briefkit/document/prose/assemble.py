"""markdown-it's flat tokens, built into the document tree."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from markdown_it.token import Token

from briefkit.document import blocks
from briefkit.document.blocks import SourceBlock, SourceBlocks, SourceInline, SourceInlines

CONTAINERS = frozenset({"blockquote_open", "list_item_open", "footnote_reference_open"})
"""The tokens that hold blocks."""
_MAX_DEPTH = 12
"""Inlines in each other; what is deeper loses its markup, not its text."""
_BLANKS = re.compile(r"[ \t\n]+")
_ALIGNMENTS: Mapping[object, Literal["left", "right", "center"]] = {
    "text-align:right": "right",
    "text-align:center": "center",
}


@dataclass(slots=True)
class _Node:
    token: Token
    children: "list[_Node]" = field(default_factory=list)


def build(tokens: list[Token]) -> SourceBlocks:
    """Return the blocks of a value; its footnotes stand inside them, at their marks."""
    nodes = _nest(tokens)
    notes: dict[str, SourceBlocks] = {}
    for node in _footnotes(nodes):
        notes.setdefault(node.token.meta["label"], _contents(node, {}))
    return _blocks(nodes, notes)


def _nest(tokens: Iterable[Token], max_depth: int = 100) -> list[_Node]:
    """Return the tokens as nodes; the children of nodes deeper than that belong to their parent."""
    stack: list[list[_Node]] = [[]]
    depth = 0
    for token in tokens:
        if token.nesting == -1:
            if depth <= max_depth:
                stack.pop()
            depth -= 1
            continue
        depth += token.nesting
        if depth <= max_depth or not token.nesting:
            node = _Node(token)
            stack[-1].append(node)
            if token.nesting:
                stack.append(node.children)
    return stack[0]


def _footnotes(nodes: list[_Node]) -> Iterator[_Node]:
    for node in nodes:
        if node.token.type == "footnote_reference_open":
            yield node
        yield from _footnotes(node.children)


def _contents(node: _Node, notes: Mapping[str, SourceBlocks]) -> SourceBlocks:
    """Return the blocks in a container."""
    if "dropped" in node.token.meta:
        return (blocks.Preformatted(blocks.clean(node.token.meta["dropped"])),)
    return _blocks(node.children, notes)


def _blocks(nodes: list[_Node], notes: Mapping[str, SourceBlocks]) -> SourceBlocks:
    return tuple(block for node in nodes for block in _block(node, notes))


def _block(node: _Node, notes: Mapping[str, SourceBlocks]) -> Iterator[SourceBlock]:
    """Yield the block that a node is, if it is one and says something."""
    token = node.token
    match token.type:
        case "paragraph_open" | "heading_open":
            if children := _inlines(_nest(node.children[0].token.children or (), _MAX_DEPTH), notes):
                yield blocks.Paragraph(children)
        case "bullet_list_open":
            yield blocks.BulletList(_items(node, notes))
        case "ordered_list_open":
            yield blocks.OrderedList(_items(node, notes), int(token.attrs.get("start", 1)))
        case "blockquote_open":
            if contents := _contents(node, notes):
                yield blocks.Quote(contents)
        case "table_open":
            yield _table(node, notes)
        case "fence" | "code_block":
            yield blocks.Preformatted(blocks.clean(token.content.removesuffix("\n")))
        case "hr":
            yield blocks.Divider()


def _items(node: _Node, notes: Mapping[str, SourceBlocks]) -> tuple[SourceBlocks, ...]:
    return tuple(_contents(item, notes) for item in node.children)


def _table(node: _Node, notes: Mapping[str, SourceBlocks]) -> blocks.Table[SourceInline]:
    rows = [row for part in node.children for row in part.children]
    header, *body = [tuple(_cell(cell, notes) for cell in row.children) for row in rows]
    columns = tuple(
        blocks.ColumnHint(_ALIGNMENTS.get(cell.token.attrs.get("style"), "left")) for cell in rows[0].children
    )
    return blocks.Table(columns, header, (blocks.RowGroup(tuple(body)),))


def _cell(node: _Node, notes: Mapping[str, SourceBlocks]) -> blocks.Cell[SourceInline]:
    children = _inlines(_nest(node.children[0].token.children or (), _MAX_DEPTH), notes)
    return blocks.Cell((blocks.Paragraph(children),) if children else ())


def _inlines(nodes: list[_Node], notes: Mapping[str, SourceBlocks]) -> SourceInlines:
    """Return the inlines of nodes, adjacent text joined, cleaned and with single blanks."""
    found: list[SourceInline] = []
    for is_text, group in groupby(_pieces(nodes, notes), lambda piece: isinstance(piece, str)):
        pieces = list(group)
        if is_text:
            found += blocks.text(_BLANKS.sub(" ", "".join(map(str, pieces))))
        else:
            found += [piece for piece in pieces if not isinstance(piece, str)]
    return tuple(found)


def _pieces(nodes: list[_Node], notes: Mapping[str, SourceBlocks]) -> Iterator[str | SourceInline]:
    for node in nodes:
        token = node.token
        match token.type:
            case "softbreak":
                yield " "
            case "hardbreak":
                yield blocks.LineBreak()
            case "code_inline":
                yield blocks.Code(blocks.clean(token.content))
            case "em_open":
                yield blocks.Emphasis(_inlines(node.children, notes))
            case "strong_open":
                yield blocks.Strong(_inlines(node.children, notes))
            case "link_open":
                yield from _link(node, notes)
            case "footnote_mark":
                yield blocks.Note(token.content, notes[token.content])
            case "figure":
                yield blocks.FigureReference(token.content)
            case "citation_open":
                yield _citation(node, notes)
            case _:
                yield token.content


def _link(node: _Node, notes: Mapping[str, SourceBlocks]) -> Iterator[str | SourceInline]:
    address = str(node.token.attrs["href"])
    if not node.token.meta.get("refused"):
        yield blocks.Link(_inlines(node.children, notes) or blocks.text(address), address)
        return
    yield from _pieces(node.children, notes)
    if node.token.info != "auto":
        yield f" ({address})"


def _citation(node: _Node, notes: Mapping[str, SourceBlocks]) -> blocks.Citation:
    items: list[blocks.CitationItem] = []
    prefix: SourceInlines = ()
    for child in node.children:
        match child.token.type:
            case "prefix_open":
                prefix = _inlines(child.children, notes)
            case "source":
                items.append(blocks.CitationItem(child.token.content, prefix, **child.token.meta))
                prefix = ()
            case "suffix_open":
                items[-1] = replace(items[-1], suffix=_inlines(child.children, notes))
    return blocks.Citation(tuple(items), bool(node.token.meta["bare"]))
