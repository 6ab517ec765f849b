"""Notes that were typed: marks in the text, raised, in brackets or of Unicode, and notes with the same numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefkit.importing.content import Block, Blocks, Inline, NoteMark, Paragraph, Table, Text
from briefkit.importing.inlines import cut, raw, stripped
from briefkit.importing.log import Log

_UNICODE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"(?:\[?\d{1,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?:\s*,\s*(?:\[?\d{1,3}\]?))*")
_BRACKETED = re.compile(r"\[(\d{1,3})\]|\((\d{1,3})\)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_ENTRY = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.):]?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\.?)[\s\t]*(?=\S)")
_LEAST = 2
"""Notes that make a list of notes where no heading says so."""


def take(blocks: Sequence[Block], is_notes: Sequence[bool], log: Log) -> tuple[list[Block], dict[str, Blocks]]:
    """Return the blocks without the list of notes and with marks in the text, and the notes by key.

    `is_notes` says of each block whether it stands under a heading such as Notes. Without one, paragraphs at the end
    count that begin with 1, 2, 3 and so on when the text has marks with these numbers. Marks without a note stay text,
    and notes without a mark stay where they are; both are said.
    """
    entries = _listed(blocks, is_notes) or _trailing(blocks)
    if not entries:
        return list(blocks), {}
    start = min(entries.values())
    marked = _marked([block for i, block in enumerate(blocks) if i < start or not is_notes[i]], set(entries))
    known = set(entries) & marked
    if not known or (not any(is_notes) and len(known) < max(_LEAST, len(entries) // 2)):
        return list(blocks), {}
    notes: dict[str, Blocks] = {}
    places: dict[int, int] = {place: number for number, place in entries.items() if number in known}
    listed = set(entries.values())
    current = 0
    kept: list[Block] = []
    for i, block in enumerate(blocks):
        if i in places and isinstance(block, Paragraph):
            current = places[i]
            notes[f"t{current}"] = (_without_number(block),)
        elif current and is_notes[i] and i not in listed and isinstance(block, Paragraph) and i > start:
            notes[f"t{current}"] += (block,)
        else:
            current = 0 if i in listed else current
            kept.append(block)
    used: list[str] = []
    found = [_with_marks(block, known, used) for block in kept]
    log.decide("notes", f"{len(known)} typed notes are taken for footnotes", " ".join([*used, *_typed(blocks, places)]))
    if missing := sorted(set(entries) - known):
        log.decide("notes", f"no mark in the text has the number of these typed notes: {', '.join(map(str, missing))}")
    return found, notes


def _typed(blocks: Sequence[Block], places: dict[int, int]) -> list[str]:
    """Return the numbers that were typed before notes; those that Word counts are no words."""
    found = []
    for i in places:
        block = blocks[i]
        if isinstance(block, Paragraph) and not block.item and (match := _ENTRY.match(raw(block.inlines))):
            found.append(match[0].strip())
    return found


def _number(block: Block) -> int:
    """Return the number before a paragraph, typed or counted by Word; 0 where there is none."""
    if not isinstance(block, Paragraph):
        return 0
    if block.item and block.item.kind == "number":
        digits = re.sub(r"\D", "", block.item.label)
        return int(digits) if digits and len(digits) <= 3 else 0
    match = _ENTRY.match(raw(block.inlines))
    return int((match[1] or match[2] or match[3] or match[4]).translate(_UNICODE)) if match else 0


def _without_number(block: Paragraph) -> Paragraph:
    match = _ENTRY.match(raw(block.inlines)) if not block.item else None
    inlines = stripped(cut(block.inlines, match.end())[1]) if match else block.inlines
    return replace(block, inlines=inlines, item=None)


def _listed(blocks: Sequence[Block], is_notes: Sequence[bool]) -> dict[int, int]:
    """Return the places of notes under a heading that says so, by number, each number once and counting up."""
    found: dict[int, int] = {}
    for i, block in enumerate(blocks):
        number = _number(block) if is_notes[i] else 0
        if number and number not in found and number > max(found, default=0):
            found[number] = i
    return found


def _trailing(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the places of notes at the end of the document: 1, 2, 3 … to the last paragraph."""
    found: dict[int, int] = {}
    for i in range(len(blocks) - 1, -1, -1):
        number = _number(blocks[i])
        if not number or (found and number != min(found) - 1):
            break
        found[number] = i
    return found if found and min(found) == 1 else {}


def _marked(blocks: Sequence[Block], numbers: set[int]) -> set[int]:
    """Return the numbers that marks in the text have."""
    used: list[str] = []
    for block in blocks:
        _with_marks(block, numbers, used)
    return {int(re.sub(r"\D", "", one.translate(_UNICODE))) for one in used}


def _with_marks(block: Block, numbers: set[int], used: list[str]) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(tuple(_with_marks(inner, numbers, used) for inner in cell) for cell in row) for row in block.rows
        )
        return Table(rows)
    if not any(isinstance(inline, Text) and _may_mark(inline) for inline in block.inlines):
        return block
    found: list[Inline] = []
    for i, inline in enumerate(block.inlines):
        before = raw(tuple(found[-1:])) if i else ""
        found += _parted(inline, before, numbers, used) if isinstance(inline, Text) else (inline,)
    return replace(block, inlines=tuple(found))


def _may_mark(text: Text) -> bool:
    return text.look.raised or "[" in text.text or "(" in text.text or any(sign in text.text for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _parted(text: Text, before: str, numbers: set[int], used: list[str]) -> list[Inline]:
    """Return a text with its marks as marks; a number is one only where a note has it."""
    if text.look.raised and _RAISED.fullmatch(text.text.strip()) and before.strip():
        marked = [int(number) for number in re.findall(r"\d{1,3}", text.text.translate(_UNICODE))]
        if all(number in numbers for number in marked):
            used += map(str, marked)
            return [NoteMark(f"t{number}") for number in marked]
        return [text]
    found: list[Inline] = []
    start = 0
    for match in _BRACKETED.finditer(text.text):
        sign = match[1] or match[2] or match[3]
        ahead = text.text[: match.start()] or before
        # a bracket after a blank is a mark, too; one in round brackets only behind a word or a stop
        is_mark = int(sign.translate(_UNICODE)) in numbers and ahead.strip() and not (match[2] and ahead[-1:] == " ")
        if is_mark and not (match[3] and ahead[-1:].isdigit()):
            found += [
                text._replace(
                    text=text.text[start : match.start()].rstrip(" ") if match[1] else text.text[start : match.start()]
                )
            ]
            found.append(NoteMark(f"t{int(sign.translate(_UNICODE))}"))
            used.append(match[0])
            start = match.end()
    return [*found, text._replace(text=text.text[start:])] if found else [text]
