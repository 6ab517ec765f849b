"""Markdown prose: its blocks, the places of its marks, its problems, and its words without markup.

The one package that knows markdown-it, which it imports at the first `parse`.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from briefkit.document.blocks import SourceBlocks
from briefkit.source.draft import Span

MarkKind: TypeAlias = Literal["citation", "footnote-mark", "footnote-text", "link"]
MarkupFaultKind: TypeAlias = Literal[
    "bare-citation", "heading", "html", "image", "link-scheme", "misplaced-footnote", "nesting", "undefined-footnote"
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference to something else, with its span in the raw value.

    kind | target | span
    --- | --- | ---
    `citation` | citation key, one mark for each source in the brackets | `@key` or `@{key}`
    `footnote-mark` | label | `[^label]` in the text
    `footnote-text` | label | `[^label]` before the text of the footnote
    `link` | address | the whole link
    """

    kind: MarkKind
    target: str
    span: Span
    in_footnote: bool = False


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """Markup that a brief may not have, with its span in the raw value and its text, shortened to 40 characters.

    `misplaced-footnote` is a footnote mark inside a footnote or a link; `nesting` is lists and quotations in each
    other beyond what a page can show. The text of a problem stays in the blocks as plain text.
    """

    kind: MarkupFaultKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown value, parsed. Marks and problems are in the order of the text.

    `masked` is as long as the value; all that is no visible word is blanked: markup, code, addresses, citations,
    footnote marks and labels. Line breaks stay.
    """

    blocks: SourceBlocks
    marks: tuple[Mark, ...]
    masked: str
    problems: tuple[MarkupFault, ...]


@lru_cache(maxsize=256)
def parse(value: str) -> Prose:
    """Parse a Markdown value: CommonMark with tables, footnotes and pandoc citations.

    Any text is accepted. A label defined twice has two `footnote-text` marks; the first text counts.
    """
    from briefkit.document.prose import steps  # markdown-it costs 25 ms, and half the commands need no prose

    return steps.parse(value)
