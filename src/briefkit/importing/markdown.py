"""Blocks of a document → Markdown of a field, its notes as footnotes behind it."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from briefkit.importing.content import (
    Block,
    Blocks,
    Cited,
    CitedItem,
    Inline,
    Inlines,
    Look,
    NoteMark,
    Paragraph,
    Table,
    Text,
)
from briefkit.importing.inlines import stripped
from briefkit.text.words import sentences

WIDTH = 110
_SIGNS = re.compile(r"[\\`*\[\]<>]|(?<![^\W_])_|_(?![^\W_])|(?<![^\s(\[;,])-?@(?=[\w{])|&(?=#?\w+;)")
_START = re.compile(r"(?m)^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}\s*$|:(?=\s)|~{3,}|\|)")
_NUMBER = re.compile(r"(?m)^(\s*\d{1,9})([.)])(?=\s|$)")
_UNSAFE_START = re.compile(r"(?:[-+*#>=|:~]|\d{1,9}[.)])")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_STOP_BEHIND = re.compile(r"^[.,;:!?”’»\"')\]]+")


def escaped(text: str) -> str:
    """Return text with all that Markdown would take for more than text."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}" if sign[0] != "-@" else "-\\@", text)


@dataclass
class Field:
    """The Markdown of one field while it is written."""

    notes: Mapping[str, Blocks]
    labels: Mapping[str, str]
    """The label of each note by its key."""
    keys: Mapping[str, str]
    """The citation key of each source by its key in the document; a source without data has none."""
    used: dict[str, str] = field(default_factory=dict)
    in_note: bool = False

    def write(self, blocks: Sequence[Block]) -> str:
        """Return the field."""
        parts = list(self._blocks(blocks))
        for key, label in list(self.used.items()):
            self.in_note = True
            parts.append(f"[^{label}]: {self._note(self.notes[key])}")
        return _joined(parts)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for is_list, group in groupby(blocks, lambda block: isinstance(block, Paragraph) and block.item is not None):
            if is_list:
                yield "\n".join(self._items([block for block in group if isinstance(block, Paragraph)]))
                continue
            for block in group:
                if isinstance(block, Table):
                    yield self._table(block)
                elif text := self._paragraph(block.inlines):
                    yield f"> {text}".replace("\n", "\n> ") if _is_quote(block) else text

    def _items(self, items: Sequence[Paragraph]) -> Iterator[str]:
        counts = [0] * 12
        depth = -1
        for item in items:
            assert item.item is not None  # noqa: S101 (groupby says so)
            depth = min(item.item.depth, depth + 1, 4)
            counts[depth] += 1
            counts[depth + 1 :] = [0] * (11 - depth)
            is_number = item.item.kind == "number"
            sign = f"{counts[depth]}." if is_number else "-"
            text = self._paragraph(item.inlines, wrap=False).replace("\n", " ")
            yield f"{'   ' * depth}{sign} {text}"

    def _paragraph(self, inlines: Inlines, *, wrap: bool = True) -> str:
        text = self.inlines(inlines).strip()
        text = _NUMBER.sub(r"\1\\\2", _START.sub(r"\1\\\2", text))
        return _wrapped(text) if wrap else text

    def _table(self, table: Table) -> str:
        width = max(len(row) for row in table.rows)
        lines = []
        for i, row in enumerate(table.rows):
            cells = [" ".join(self._cell(cell).split()).replace("|", "\\|") for cell in row]
            lines.append(f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |")
            if i == 0:
                lines.append(f"|{'---|' * width}")
        return "\n".join(lines)

    def _cell(self, cell: Blocks) -> str:
        parts = []
        for block in cell:
            if isinstance(block, Paragraph):
                parts.append(self._paragraph(block.inlines, wrap=False))
            else:
                parts += [self._cell(inner) for row in block.rows for inner in row]
        return "; ".join(part for part in parts if part)

    def _note(self, blocks: Blocks) -> str:
        """Return the text of a note on one line."""
        parts = [
            self._cell((block,)) if isinstance(block, Table) else self._paragraph(block.inlines, wrap=False)
            for block in blocks
        ]
        return " ".join(" ".join(parts).split())

    def inlines(self, inlines: Inlines) -> str:
        """Return inlines as Markdown; a mark of a note goes behind the stop that follows it."""
        plain = _is_uniform(inlines)
        found = ""
        runs = list(_merged(inlines))
        for i, run in enumerate(runs):
            if isinstance(run, Text):
                before = runs[i - 1] if i else None
                text = run.text
                if isinstance(before, NoteMark | Cited) and (stop := _STOP_BEHIND.match(text)) and self._moves(before):
                    text = text[stop.end() :]
                found += self._text(text, run.look, plain, found)
            else:
                after = runs[i + 1] if i + 1 < len(runs) else None
                stop = _STOP_BEHIND.match(after.text) if isinstance(after, Text) and self._moves(run) else None
                found = found.rstrip(" ") if isinstance(run, NoteMark) else found
                found += escaped(stop[0]) if stop else ""
                found += self._mark(run)
        return found

    def _moves(self, inline: Inline) -> bool:
        return isinstance(inline, NoteMark) and not self.in_note

    def _mark(self, inline: NoteMark | Cited) -> str:
        if isinstance(inline, Cited):
            known = [(self.keys[item.key], item) for item in inline.items if item.key in self.keys]
            return f"[{'; '.join(_cited(key, item) for key, item in known)}]" if known else escaped(inline.shown)
        note = self.notes.get(inline.key)
        if note is None or self.in_note:
            return ""
        if (citation := sole_citation(note)) and all(item.key in self.keys for item in citation.items):
            return self._mark(citation)
        label = self.labels[inline.key]
        self.used[inline.key] = label
        return f"[^{label}]"

    def _text(self, text: str, look: Look, plain: tuple[bool, bool], before: str) -> str:
        if look.raised and text.strip("0123456789+-=()n") == "" and text.strip():
            return text.translate(_RAISED)
        if look.lowered and text.strip("0123456789+-=()") == "" and text.strip():
            return text.translate(_LOWERED)
        text = re.sub(r"[ \t]*\n[ \t]*", "  \n", text) if "\n" in text else text
        body = escaped(text)
        if look.link and text.strip():
            return f"[{body}]({_address(look.link)})" if text.strip() != look.link else body
        sign = "*" * (int(look.italic and not plain[1]) + 2 * int(look.bold and not plain[0]))
        core = body.strip()
        if not sign or not core or (before and before[-1].isalnum() and body[:1].isalnum()):
            return body
        return f"{body[: len(body) - len(body.lstrip())]}{sign}{core}{sign}{body[len(body.rstrip()) :]}"


def sole_citation(blocks: Blocks) -> Cited | None:
    """Return the citation of a note that is nothing else."""
    inlines = [
        inline
        for block in blocks
        for inline in (block.inlines if isinstance(block, Paragraph) else (Text("x"),))
        if not isinstance(inline, Text) or inline.text.strip(" .;,")
    ]
    return inlines[0] if len(inlines) == 1 and isinstance(inlines[0], Cited) else None


def _cited(key: str, item: CitedItem) -> str:
    prefix = escaped(f"{item.prefix} ") if item.prefix else ""
    suffix = f", {escaped(item.suffix)}" if item.suffix else ""
    return f"{prefix}{'-' if item.suppress_author else ''}@{key}{suffix}"


def _is_uniform(inlines: Inlines) -> tuple[bool, bool]:
    """Tell whether a whole paragraph is bold, and whether it is italic: then neither stresses anything."""
    looks = [inline.look for inline in inlines if isinstance(inline, Text) and inline.text.strip()]
    heading = any(look.style == "heading" for look in looks)
    return bool(looks) and all(look.bold for look in looks) and not heading, bool(looks) and all(
        look.italic for look in looks
    )


def _merged(inlines: Inlines) -> Iterator[Inline]:
    """Yield inlines with neighbours that read the same joined, so that stress is not cut into pieces."""
    last: Text | None = None
    for inline in inlines:
        if (
            isinstance(inline, Text)
            and last is not None
            and (_key(last.look) == _key(inline.look) or not inline.text.strip())
        ):
            last = last._replace(text=last.text + inline.text)
            continue
        if last is not None:
            yield last
            last = None
        if isinstance(inline, Text):
            last = inline
        else:
            yield inline
    if last is not None:
        yield last


def _key(look: Look) -> tuple[object, ...]:
    return (look.bold, look.italic, look.raised, look.lowered, look.link, look.style == "heading")


def _is_quote(block: Paragraph) -> bool:
    return block.style.startswith(("quote", "intense quote", "block text", "quotations"))


def _address(link: str) -> str:
    return re.sub(r"[\s()<>\\]", lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), link)


def _wrapped(text: str) -> str:
    """Return a paragraph with a line for each sentence, long ones broken where no line then means something else."""
    lines: list[str] = []
    for part in text.split("  \n"):
        for _, sentence in sentences(part):
            for line in textwrap.wrap(sentence.strip(), WIDTH, break_long_words=False, break_on_hyphens=False):
                if lines and (_UNSAFE_START.match(line) or lines[-1].endswith("\\")) and not lines[-1].endswith("  "):
                    lines[-1] += f" {line}"
                else:
                    lines.append(line)
        if lines:
            lines[-1] += "  "
    return "\n".join(lines).rstrip()


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def without_marks(inlines: Inlines) -> str:
    """Return inlines as one plain line."""
    return " ".join("".join(inline.text for inline in stripped(inlines) if isinstance(inline, Text)).split())
