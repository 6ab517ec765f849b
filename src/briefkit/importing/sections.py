"""A document → its sections: what stands before the first heading, and each part under its heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefkit.importing.content import Block, Paragraph
from briefkit.importing.headings import Heading
from briefkit.importing.inlines import cut, lead, raw, stripped
from briefkit.importing.wording import Wording, without_number
from briefkit.text.words import count_words

_STATEMENT = 5
"""Words from which on a heading says something and does not only name a part."""
_NAME = 4
"""Words that the first heading of a document has at most if it names a part and is no title."""
_TEXT = 25
"""Words from which on a paragraph is text, and no line of a head."""


@dataclass
class Section:
    """A part of the document. `place` is the key of a question, a part known by name, `head`, or `` for none."""

    place: str
    heading: Paragraph | None = None
    rank: int = 0
    how: str = ""
    blocks: list[Block] = field(default_factory=list)
    inner: dict[int, Heading] = field(default_factory=dict)
    """Headings among the blocks, by place."""


def run_in(blocks: Sequence[Block], wording: Wording) -> list[Block]:
    """Return the blocks with paragraphs parted that begin with the very name of a question, set off: `Goals: …`."""
    found: list[Block] = []
    for block in blocks:
        at = 0
        if isinstance(block, Paragraph) and not block.level and (end := lead(block.inlines)):
            text = raw(block.inlines)
            sign = text[end:].lstrip()[:1]
            if text[:end].rstrip().endswith((":", ".", "—", "–")) or sign in (":", "—", "–"):
                match = wording.match(text[:end].strip(" .:—–")) if count_words(text[:end]) <= 6 else None
                at = (
                    end + (text[end:].index(sign) + 1 if sign in (":", "—", "–") else 0) if match and match.exact else 0
                )
        if at and isinstance(block, Paragraph):
            first, rest = cut(block.inlines, at)
            found += [
                replace(block, inlines=stripped(first), item=None),
                replace(block, inlines=stripped(rest), bookmarks=()),
            ]
        else:
            found.append(block)
    return found


def part(blocks: Sequence[Block], headings: Mapping[int, Heading], questions: Sequence[str]) -> list[Section]:
    """Return the sections, the head first; `questions` are the keys of the questions."""
    single = _has_one_level(headings)
    top = _question_rank(headings, questions)
    sections = [Section("head")]
    for i, block in enumerate(blocks):
        current = sections[-1]
        heading = headings.get(i)
        if heading is None or not isinstance(block, Paragraph):
            current.blocks.append(block)
            continue
        if not _begins(
            heading, block, current, questions, single=single, top=top, opens=_opens(i, blocks, headings, current)
        ):
            current.inner[len(current.blocks)] = heading
            current.blocks.append(block)
            continue
        place = heading.match.place if heading.match else ""
        sections.append(Section(place, block, heading.rank, heading.how))
    return sections


def _has_one_level(headings: Mapping[int, Heading]) -> bool:
    """Tell whether all headings stand on one level, but for the title."""
    ranks = [heading.rank for heading in headings.values()]
    return len({*(ranks[1:] if ranks and ranks[0] == min(ranks) and ranks.count(ranks[0]) == 1 else ranks)}) == 1


def _question_rank(headings: Mapping[int, Heading], questions: Sequence[str]) -> dict[str, int]:
    """Return for each question the highest level on which a heading names it."""
    found: dict[str, int] = {}
    for heading in headings.values():
        if heading.match and heading.match.place in questions:
            place = heading.match.place
            found[place] = min(found.get(place, 99), heading.rank)
    return found


def _begins(
    heading: Heading,
    block: Paragraph,
    current: Section,
    questions: Sequence[str],
    *,
    single: bool,
    top: Mapping[str, int],
    opens: bool,
) -> bool:
    """Tell whether a heading begins a section; if not, it stands in the current one."""
    place = heading.match.place if heading.match else ""
    exact = heading.match is not None and heading.match.exact
    if current.place == "head":
        return bool(place) or _has_text(current) or opens
    if heading.rank <= current.rank:
        if place == current.place and place in questions and heading.rank == current.rank and not exact:
            return False
        says = count_words(without_number(block.text)[1]) >= _STATEMENT or block.text.endswith(".")
        in_question = current.place in questions and heading.rank == current.rank
        return not (in_question and not place and single and says)
    if current.place not in questions:
        # the own level of the questions, or a part under a heading that nobody knows
        return bool(place) and exact
    if place in ("notes", "sources", "abbreviations", "summary"):
        return exact
    return bool(place in questions and exact and place != current.place and top.get(place) == heading.rank)


def _opens(place: int, blocks: Sequence[Block], headings: Mapping[int, Heading], head: Section) -> bool:
    """Tell whether a heading in the head of a document that nobody knows begins a part, and is no title or subtitle."""
    heading, block = headings[place], blocks[place]
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(after, Paragraph):
        return False
    below = headings.get(place + 1)
    is_styled = block.level > 0 and any(isinstance(one, Paragraph) and one.style == "title" for one in head.blocks)
    if is_styled and (count_words(after.text) >= _TEXT if below is None else below.rank > heading.rank):
        return True
    many = sum(1 for other in headings.values() if other.rank == heading.rank) > 2
    return below is None and many and count_words(block.text) <= _NAME and count_words(after.text) >= _TEXT


def _has_text(section: Section) -> bool:
    """Tell whether there is a paragraph of text in a section, more than lines."""
    return any(
        isinstance(block, Paragraph) and i not in section.inner and count_words(block.text) >= _TEXT
        for i, block in enumerate(section.blocks)
    )
