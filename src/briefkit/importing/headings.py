"""Which paragraphs are headings: by style, by how they look, by their words; and which stand above which."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefkit.importing import facts
from briefkit.importing.content import Block, Paragraph, Text
from briefkit.importing.wording import Match, Wording, normal, without_number
from briefkit.text.words import count_words

_LONGEST = 18
_NAME = 5
"""Words of a line of plain text up to which it may name a part in other words than its own."""
_LONGEST_BOLD = 30
_ROMAN = re.compile(r"\(?(?:II|III|IV)[.):]")
"""Numbers that can only be Roman ones."""
_LARGER = 3
"""Half points by which a heading is larger than text."""
_TEXT = 12
"""Words from which on what follows a line is text."""
_FORM_RANK = 10
_PLAIN_RANK = 60
"""Ranks of headings by look begin after those of nine outline levels; plain lines come last."""
_NO_HEADINGS = (
    "title",
    "subtitle",
    "caption",
    "toc",
    "footnote text",
    "endnote text",
    "list",
    "quote",
    "author",
    "date",
)


class Heading(NamedTuple):
    """A heading: the lower its rank, the more stands under it; `how` says what made it one."""

    rank: int
    how: str
    match: Match | None


class _Form(NamedTuple):
    """What a line looks like; the larger, the higher it stands."""

    size: int
    caps: bool
    bold: bool
    underline: bool
    italic: bool


def find(blocks: Sequence[Block], wording: Wording) -> dict[int, Heading]:
    """Return the headings by their places among the blocks."""
    body = _body_size(blocks)
    forms: dict[int, tuple[_Form, str]] = {}
    lines: dict[int, Match | None] = {}
    found: dict[int, Heading] = {}
    roman = any(
        isinstance(block, Paragraph) and _ROMAN.match(block.item.label if block.item else block.text)
        for block in blocks
    )
    for i, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        text = block.text
        if block.level:
            found[i] = Heading(block.level, f"has the style {block.style or 'heading'}", wording.match(text))
        elif form := _form(block, text, body):
            forms[i] = (form, _number_form(text, block, roman))
        elif _is_line(block, text, blocks[i + 1 : i + 2]):
            lines[i] = wording.match(text)
    named = [match for i, match in lines.items() if match and match.place != "other"]
    for i, match in lines.items():  # lines that nobody knows are headings where plain lines name parts, too
        block = blocks[i]
        is_mapped = isinstance(block, Paragraph) and normal(block.text) in wording.mapped
        if (
            is_mapped
            or (match and (match.exact or (len(named) > 1 and _is_short(block))))
            or (len(named) > 1 and not forms)
        ):
            found[i] = Heading(_PLAIN_RANK, "stands alone in its line", match)
    order = sorted(dict.fromkeys(forms.values()), key=lambda pair: tuple(-int(part) for part in pair[0]))
    ranks = {pair: _FORM_RANK + i for i, pair in enumerate(order)}
    for i, pair in forms.items():
        block = blocks[i]
        text = block.text if isinstance(block, Paragraph) else ""
        found[i] = Heading(min(ranks[pair], _PLAIN_RANK - 1), _said(pair[0]), wording.match(text))
    return dict(sorted(found.items()))


def _body_size(blocks: Sequence[Block]) -> int:
    """Return the size in which most letters are set."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph):
            for inline in block.inlines:
                if isinstance(inline, Text):
                    sizes[inline.look.size] += len(inline.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _form(block: Paragraph, text: str, body: int) -> _Form | None:
    """Return the look of a line that looks like a heading, None for text."""
    runs = [inline for inline in block.inlines if isinstance(inline, Text) and any(map(str.isalnum, inline.text))]
    words = count_words(text)
    if not runs or not words or words > _LONGEST_BOLD or block.style.startswith(_NO_HEADINGS):
        return None
    if "\n" in "".join(run.text for run in runs).strip():
        return None
    bold, underline, italic = (all(getattr(run.look, name) for run in runs) for name in ("bold", "underline", "italic"))
    letters = [sign for sign in text if sign.isalpha()]
    caps = all(run.look.caps for run in runs) or (len(letters) >= 4 and text == text.upper() != text.lower())
    size = min(run.look.size for run in runs)
    larger = size - body if body and size - body >= _LARGER else 0
    is_item = block.item is not None and block.item.kind == "bullet"
    ends = text.rstrip().endswith((".", ";", ","))
    if is_item or not (bold or underline or caps or larger or italic):
        return None
    if words > _LONGEST and not (bold and not block.item):
        return None
    if ends and not (bold and not block.item):
        return None
    if italic and not (bold or underline or caps or larger) and (words > 12 or ends):
        return None
    if block.item is not None and not (bold or caps or larger):
        return None
    return _Form(larger, caps, bold, underline, italic)


def _number_form(text: str, block: Paragraph, roman: bool) -> str:
    """Return the kind of number before a line, which parts the levels of lines that look alike."""
    number = block.item.label if block.item else without_number(text)[0]
    number = re.sub(r"\d+", "1", number)
    if roman:
        number = re.sub(r"\b[IVXL]+\b", "I", number)
    return re.sub(r"\b[a-z]\b", "a", re.sub(r"\b[A-HJ-Z]\b|\bI\b" if not roman else r"\b[A-HJ-Z]\b", "A", number))


def _is_line(block: Paragraph, text: str, following: Sequence[Block]) -> bool:
    """Tell whether a paragraph is a short line of plain text with text or a list under it."""
    if count_words(text) > 9 or text.rstrip().endswith((".", ";", ",")) or block.style.startswith("toc"):
        return False
    if (block.item is not None and block.item.kind == "bullet") or facts.is_fact(text) or block.style == "facts":
        return False
    after = following[0] if following else None
    if not isinstance(after, Paragraph):
        return after is not None
    return after.item is not None or count_words(after.text) >= _TEXT or bool(after.level)


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and count_words(block.text) <= _NAME


def _said(form: _Form) -> str:
    names = [
        name
        for name, is_so in (
            ("larger", form.size),
            ("in capitals", form.caps),
            ("bold", form.bold),
            ("underlined", form.underline),
            ("italic", form.italic),
        )
        if is_so
    ]
    return f"is a line of its own, {' and '.join(names[:2])}"
