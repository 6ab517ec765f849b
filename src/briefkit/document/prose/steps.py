"""The steps from a value to `Prose`: tokens with their places, marks and faults noted, tokens built into blocks."""

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token

from briefkit.document.prose import Prose, inline
from briefkit.document.prose import assemble as tree
from briefkit.document.prose.block import parser
from briefkit.document.prose.recorder import Recorder
from briefkit.source.draft import Span

if TYPE_CHECKING:
    from markdown_it.utils import EnvType

_ODD_BREAKS = re.compile("[\x00\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029\ud800-\udfff]")


def parse(value: str) -> Prose:
    """Parse a Markdown value; any text is accepted."""
    text = _ODD_BREAKS.sub(" ", value)
    markdown = parser()
    tokens: list[Token] = []
    env: EnvType = {}
    markdown.block.parse(text, markdown, env, tokens)
    record = Recorder(text, _footnotes_with_text(tokens))
    in_footnote = 0
    for token in tokens:
        if token.type == "inline":
            token.children = inline.parse(markdown, env, token.meta["content"], record, in_footnote > 0)
        elif token.type in ("footnote_reference_open", "footnote_reference_close"):
            in_footnote += token.nesting
        if token.nesting == 1:
            _note_block(token, record, markdown.options["maxNesting"])
    return Prose(
        tuple(sorted(record.marks, key=lambda mark: mark.span)),
        record.masked,
        tuple(sorted(record.faults, key=lambda fault: fault.span)),
        partial(tree.build, tokens),
    )


def _footnotes_with_text(tokens: list[Token]) -> frozenset[str]:
    return frozenset(
        token.meta["label"]
        for token, following in pairwise(tokens)
        if token.type == "footnote_reference_open" and following.type != "footnote_reference_close"
    )


def _note_block(token: Token, record: Recorder, max_nesting: int) -> None:
    """Note what an opening token means."""
    if token.type == "heading_open":
        record.fault("heading", Span(*token.meta["span"]))
    elif token.type == "footnote_reference_open":
        at, label = token.meta["at"], token.meta["label"]
        record.mark("footnote-text", label, Span(at, at + len(f"[^{label}]")), in_footnote=False)
    if token.level >= max_nesting - 1 and token.map and token.type in tree.CONTAINERS:
        # markdown-it drops what is nested deeper.
        span = record.lines(*token.map)
        token.meta["dropped"] = record.value[slice(*span)]
        record.fault("nesting", span)
