"""The markdown-it parser, set up to keep the positions that it would throw away."""

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, lheading, paragraph, table
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from briefkit.document.prose import inline
from briefkit.document.prose.positions import Content, row

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_HASHES = re.compile(r"#+[ \t]*")


@cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark, tables, footnotes and citations."""
    # Raw HTML is read as such so that it can be reported. Its block form would hide the text in it.
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Joined fragments would lose the position of each asterisk; the tree joins text itself.
    markdown.disable(["html_block", "fragments_join"])
    rules = markdown.block.ruler
    rules.at("paragraph", _paragraph)
    rules.at("lheading", _setext_heading)
    rules.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    inline.install(markdown)
    return markdown


def _line(state: StateBlock, line: int) -> tuple[int, int]:
    """Return where the text of a line starts, after indentation, list and quotation marks, and where it ends."""
    return state.bMarks[line] + state.tShift[line], state.eMarks[line]


def _lines(state: StateBlock, token: Token, start: int, end: int) -> None:
    """Give the token the text of these lines. The parser's own is stripped in ways that change with its version."""
    content = Content.join(state.src, [_line(state, line) for line in range(start, end)], "\n")
    token.content = content.text
    token.meta["content"] = content


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    paragraph(state, start, end, silent)
    _lines(state, state.tokens[-2], start, state.line)
    return True


def _setext_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not lheading(state, start, end, silent):
        return False
    _lines(state, state.tokens[-2], start, state.line - 1)
    state.tokens[-3].meta["span"] = (_line(state, start)[0], _line(state, state.line - 1)[1])
    return True


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not heading(state, start, end, silent):
        return False
    if not silent:
        token = state.tokens[-2]
        span = _line(state, start)
        hashes = _HASHES.match(state.src, *span)
        at = state.src.index(token.content, hashes.end() if hashes else span[0])
        token.meta["content"] = Content(token.content, [0], [at])
        state.tokens[-3].meta["span"] = span
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    count = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    rows: dict[int, list[Token]] = {}
    for token in state.tokens[count:]:
        if token.type == "inline" and token.map:
            rows.setdefault(token.map[0], []).append(token)
    for line, cells in rows.items():
        for token, content in zip(cells, row(state.src, *_line(state, line), len(cells)), strict=True):
            token.content = content.text
            token.meta["content"] = content
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    count = len(state.tokens)
    at, _ = _line(state, start)
    if not footnote_def(state, start, end, silent):
        return False
    if not silent:
        state.tokens[count].meta["at"] = at
    return True
