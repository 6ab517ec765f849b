"""What stands under a question → overview and points, by headings, tables, lists, counting words or bold beginnings."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefkit.importing import facts, leads, ordinals, tables
from briefkit.importing import point_parts as parts
from briefkit.importing.content import Block, Inlines, Paragraph, Table, Text
from briefkit.importing.draft import DraftAnswer, DraftPoint
from briefkit.importing.headings import Heading
from briefkit.importing.inlines import cut, marks, raw, stripped
from briefkit.importing.log import Log, shown
from briefkit.importing.wording import without_number
from briefkit.text.words import count_words

_GROUP = re.compile(r"(?:recommendation(?:s)?\s+)?(?:for|to)\s+(?:the\s+)?\S|^actions?\s+(?:for|by)\s", re.IGNORECASE)
_SHORT = 4


@dataclass
class Points:
    """Finds the points of one answer."""

    answer: DraftAnswer
    log: Log

    def find(self, blocks: Sequence[Block], inner: Mapping[int, Heading]) -> None:
        """Fill the answer from what stands under its question."""
        name = self.answer.question.name
        points, beside = len(self.answer.points), len(self.answer.overview)
        self._fill(list(blocks), dict(inner), "")
        count = len(self.answer.points) - points
        kept = len(self.answer.overview) - beside
        if not count:
            self.log.decide(
                name,
                f"no points found; {parts.counted(kept, 'paragraph')} kept as overview"
                if kept
                else "nothing stands under it",
            )

    def single(self, blocks: Sequence[Block]) -> None:
        """Take what stands under a heading such as `Recommendation`, of which there are several, for one point."""
        first, *rest = blocks
        if isinstance(first, Paragraph):
            self._item(replace(first, item=None), rest, "")
            self.log.decide(self.answer.question.name, "what stands under it is one point")
        else:
            self._over(blocks, "")

    def _fill(self, blocks: list[Block], inner: dict[int, Heading], group: str) -> None:
        finders: tuple[Callable[[list[Block], str], bool], ...] = (
            self._by_table,
            self._by_ordinals,
            self._by_lines,
            self._by_list,
            self._by_lead,
            self._by_sentences,
        )
        if inner:
            self._by_headings(blocks, inner, group)
        elif not any(found(blocks, group) for found in finders):
            self._over(blocks, group)

    def _over(self, blocks: Sequence[Block], group: str) -> None:
        """Keep blocks that are no point as overview; under a heading of a group it is said."""
        if group and blocks:
            self.log.decide(
                self.answer.question.name,
                f"the text under {shown(group)} has no points and is kept in the overview",
                group if not self._has_group(group) else "",
            )
        self.answer.overview += blocks

    def _has_group(self, group: str) -> bool:
        return any(point.group == group for point in self.answer.points)

    def _by_headings(self, blocks: list[Block], inner: dict[int, Heading], group: str) -> None:
        top = min(heading.rank for heading in inner.values())
        places = [i for i, heading in inner.items() if heading.rank == top]
        before = blocks[: places[0]]
        self._fill(before, {}, group) if self._is_rich(before) else self._over(before, "")
        said: list[str] = []
        for start, end in zip(places, [*places[1:], len(blocks)], strict=True):
            heading = blocks[start]
            if not isinstance(heading, Paragraph):
                continue
            content = blocks[start + 1 : end]
            under = {i - start - 1: one for i, one in inner.items() if start < i < end}
            if not group and self._is_group(heading, content, under):
                self._group(heading, content, under)
                continue
            said.append(inner[start].how)
            statement, number = self._numbered(heading)
            content = [parts.demoted(block) if i in under else block for i, block in enumerate(content)]
            self._point(statement, content, group, heading.bookmarks)
            del number
        if said:
            self.log.decide(
                self.answer.question.name, f"{parts.counted(len(said), 'point')} by headings: the first {said[0]}"
            )

    def _is_rich(self, blocks: Sequence[Block]) -> bool:
        """Tell whether points stand before the first heading: three items of a list or more."""
        return sum(isinstance(block, Paragraph) and block.item is not None for block in blocks) > 2

    def _is_group(self, heading: Paragraph, content: Sequence[Block], under: Mapping[int, Heading]) -> bool:
        text = without_number(heading.text)[1]
        if under:
            labeled = all(self._label(content[i]) for i in under)
            return labeled or len(under) > 1 or self._asks_to_act or bool(_GROUP.match(text))
        if text.split()[:1] and text.split()[0].lower().endswith("ing"):
            return False  # Strengthening the rules: an action, and no name of a group
        items = sum(
            isinstance(block, Paragraph) and block.item is not None and not block.item.depth for block in content
        )
        listed = items > 1 or ordinals.paragraphs(content)
        return bool(listed and (_GROUP.match(text) or (self._asks_to_act and count_words(text) <= _SHORT)))

    @property
    def _asks_to_act(self) -> bool:
        return self.answer.question.begins_with == "verb"

    def _group(self, heading: Paragraph, content: list[Block], under: dict[int, Heading]) -> None:
        before = len(self.answer.points)
        name = without_number(heading.text)
        self._fill(content, under, name[1])
        if len(self.answer.points) > before:
            self.log.decide(
                self.answer.question.name,
                f"the heading {shown(heading.text)} groups {parts.counted(len(self.answer.points) - before, 'point')}",
                name[0],
            )

    def _by_table(self, blocks: list[Block], group: str) -> bool:
        for i, block in enumerate(blocks):
            rows = tables.points(block, self.answer.question, self.log) if isinstance(block, Table) else []
            if rows:
                self._over(blocks[:i], group)
                for row in rows:
                    row.group = group
                self.answer.points += rows
                self._over(blocks[i + 1 :], group)
                return True
        return False

    def _by_ordinals(self, blocks: list[Block], group: str) -> bool:
        places = ordinals.paragraphs(blocks)
        if not places:
            return False
        self._over(blocks[: places[0]], group)
        used = []
        for start, end in zip(places, [*places[1:], len(blocks)], strict=True):
            block = blocks[start]
            if isinstance(block, Paragraph):
                word, inlines = ordinals.without(block.inlines)
                used.append(word)
                self._item(replace(block, inlines=inlines, item=None), blocks[start + 1 : end], group)
        self.answer.counted = True
        self.log.decide(
            self.answer.question.name,
            f"{parts.counted(len(used), 'point')} by paragraphs that count: {', '.join(used)}",
            " ".join(used),
        )
        return True

    def _by_lines(self, blocks: list[Block], group: str) -> bool:
        """Take lists under short lines of text for groups."""
        places = [i for i, block in enumerate(blocks) if parts.heads_list(block, blocks[i + 1 : i + 3])]
        if group or len(places) < 2:
            return False
        self._fill(blocks[: places[0]], {}, "") if self._is_rich(blocks[: places[0]]) else self._over(
            blocks[: places[0]], ""
        )
        for start, end in zip(places, [*places[1:], len(blocks)], strict=True):
            heading = blocks[start]
            if isinstance(heading, Paragraph):
                self._group(heading, blocks[start + 1 : end], {})
        return True

    def _by_list(self, blocks: list[Block], group: str) -> bool:
        items = [i for i, block in enumerate(blocks) if isinstance(block, Paragraph) and block.item]
        if not items:
            return False
        depth = min(parts.item(blocks[i]).depth for i in items)
        places = [i for i in items if parts.item(blocks[i]).depth == depth]
        if len(places) < 2:
            return False
        self._over(blocks[: places[0]], group)
        closing = len(blocks)
        between = any(not isinstance(block, Paragraph) or not block.item for block in blocks[places[0] : places[-1]])
        if not between:  # what follows the list closes the answer
            closing = next((i for i in range(places[-1] + 1, len(blocks)) if i not in items), len(blocks))
        kind = "numbers" if parts.item(blocks[places[0]]).kind == "number" else "bullets"
        for start, end in zip(places, [*places[1:], closing], strict=True):
            block = blocks[start]
            if isinstance(block, Paragraph):
                rest = [parts.raised(one, depth) for one in blocks[start + 1 : end]]
                self._item(replace(block, item=None), rest, group)
        self._over(blocks[closing:], group)
        self.log.decide(self.answer.question.name, f"{parts.counted(len(places), 'point')} by {kind}")
        return True

    def _by_lead(self, blocks: list[Block], group: str) -> bool:
        """Take paragraphs that begin in bold, underlined or italic for points."""
        places = [i for i, block in enumerate(blocks) if _has_lead(block)]
        if len(places) < 2:
            return False
        self._over(blocks[: places[0]], group)
        for start, end in zip(places, [*places[1:], len(blocks)], strict=True):
            block = blocks[start]
            if isinstance(block, Paragraph):
                self._item(block, blocks[start + 1 : end], group)
        counted = parts.counted(len(places), "point")
        self.log.decide(self.answer.question.name, f"{counted} by paragraphs that begin set off")
        return True

    def _by_sentences(self, blocks: list[Block], group: str) -> bool:
        """Take the sentences of one paragraph that count, First …, Second …, for points."""
        for i, block in enumerate(blocks):
            found = ordinals.parts(block.inlines) if isinstance(block, Paragraph) else []
            if len(found) > 1 and isinstance(block, Paragraph):
                before, counted = found[0][1] if not found[0][0] else (), found if found[0][0] else found[1:]
                self._over([*blocks[:i], *([replace(block, inlines=before)] if before else [])], group)
                for _, inlines in counted:
                    self._item(replace(block, inlines=inlines, item=None), [], group)
                self.answer.counted = True
                words = " ".join(word for word, _ in counted)
                self.log.decide(
                    self.answer.question.name,
                    f"{parts.counted(len(counted), 'point')} by sentences that count: {words}",
                    words,
                )
                self.answer.points[-1].detail += blocks[i + 1 :]
                return True
        return False

    def _item(self, block: Paragraph, rest: Sequence[Block], group: str) -> None:
        """Add a point from a paragraph with statement and reasoning in it."""
        inlines = self._without_name(block.inlines)
        first, reason = leads.split(inlines)
        detail = [replace(block, inlines=reason, item=None, bookmarks=())] if raw(reason).strip() else []
        self._point(first, [*detail, *rest], group, block.bookmarks)

    def _without_name(self, inlines: Inlines) -> Inlines:
        """Take `Recommendation 1:` from the beginning; it is used up."""
        match = leads.NAMED.match(raw(inlines))
        if not match or not raw(inlines)[match.end() :].strip():
            return inlines
        self.log.decide(self.answer.question.name, f"{shown(match[0].strip())} before a point is left out", match[0])
        return stripped(cut(inlines, match.end())[1])

    def _numbered(self, heading: Paragraph) -> tuple[Inlines, str]:
        """Part a heading from its number and its label, such as `G1`, which are used up."""
        text = raw(heading.inlines)
        label = self._label(heading)
        number = without_number(text)[0]
        inlines = heading.inlines
        if label or number:
            used = label[0] if label else number
            inlines = stripped(cut(inlines, len(label[0]) if label else text.index(number) + len(number))[1])
            self.log.decide(self.answer.question.name, f"{shown(used.strip())} before a heading is left out", used)
        return self._without_name(inlines), number

    def _label(self, heading: Block) -> re.Match[str] | None:
        """Return the label that briefkit prints before a statement, such as `G1`."""
        text = raw(heading.inlines) if isinstance(heading, Paragraph) else ""
        return re.match(rf"\s*{self.answer.question.letter}\d{{1,2}}[.:]?\s+", text)

    def _point(self, statement: Inlines, detail: Sequence[Block], group: str, bookmarks: tuple[str, ...]) -> None:
        kept = marks(statement)
        statement = stripped(tuple(inline for inline in statement if isinstance(inline, Text)))
        blocks = list(detail)
        if not any(map(str.isalnum, raw(statement))):  # a number, a picture or a note alone
            self._over([*([Paragraph((*statement, *kept))] if statement or kept else []), *blocks], "")
            return
        if kept:  # a statement is a plain line: its notes stand behind the first paragraph
            place = next((i for i, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
            first = blocks[place] if place is not None else None
            if place is not None and isinstance(first, Paragraph):
                blocks[place] = replace(first, inlines=(*stripped(first.inlines), *kept))
            else:
                blocks.insert(0, Paragraph(kept))
            self.log.decide(self.answer.question.name, f"the notes of {shown(raw(statement))} stand in its detail")
        self.answer.points.append(DraftPoint(statement, blocks, group, bookmarks))


def _has_lead(block: Block) -> bool:
    """Tell whether a block is a paragraph with a statement set off at its beginning, and no fact of a point."""
    return isinstance(block, Paragraph) and bool(leads.end(block.inlines)) and not facts.is_fact(raw(block.inlines))
