"""What a parse of prose notes: marks, and markup that a brief may not have."""

from typing import Literal, NamedTuple, TypeAlias

from briefkit.source.draft import Span

MarkKind: TypeAlias = Literal["citation", "figure", "footnote-mark", "footnote-text", "link"]
MarkupFaultKind: TypeAlias = Literal[
    "bare-citation", "heading", "html", "image", "link-scheme", "misplaced-footnote", "nesting", "undefined-footnote"
]


class Mark(NamedTuple):
    """A reference to something else, with its span in the raw value.

    kind | target | span
    --- | --- | ---
    `citation` | citation key, one mark for each source in the brackets | `@key` or `@{key}`
    `figure` | id of the figure | `[fig:id]`
    `footnote-mark` | label | `[^label]` in the text
    `footnote-text` | label | `[^label]` before the text of the footnote
    `link` | address | the whole link
    """

    kind: MarkKind
    target: str
    span: Span
    in_footnote: bool = False


class MarkupFault(NamedTuple):
    """Markup that a brief may not have, with its span in the raw value and its text, shortened to 40 characters.

    `misplaced-footnote` is a footnote mark inside a footnote or a link; `nesting` is lists and quotations in each
    other beyond what a page can show. The text of a fault stays in the blocks as plain text.
    """

    kind: MarkupFaultKind
    span: Span
    text: str
