"""Lines of text whose every character takes one cell: cut at blanks without a look at each word.

Most text is of this kind, and most of the time that a long document takes goes into its lines.
"""

import re
from collections.abc import Iterable, Sequence

from briefkit.publish.layout.cells import breaks, is_narrow
from briefkit.publish.layout.lines import Line, Role, Segment

_BLANKS = " \t\n\r"
_RUN = re.compile(r"[ \t\n\r]+")
_UNEVEN = re.compile(r"[\t\n\r]|  ")


def narrow_lines(segments: Iterable[Segment], width: int, hang: int, *, first: bool) -> list[Line] | None:
    """Return segments as lines of at most `width` cells; None where characters or words are too wide for that.

    All lines are indented by `hang`, but for the very first of the paragraph.
    """
    joined = _joined(segments)
    text = "".join(segment.text for segment in joined)
    if not is_narrow(text) or max(map(len, text.split(" "))) > width - hang:
        return None
    found: list[Line] = []
    ends: list[tuple[int, int]] = []
    start, room = 0, width if first else width - hang
    while len(text) - start > room:
        end = text.rfind(" ", start, start + room + 1)
        parted = _in_word(text, end + 1, start + room)
        ends.append((start, parted or end))
        start, room = parted or end + 1, width - hang
    ends.append((start, len(text)))
    indent = Segment(" " * hang)
    for i, line in enumerate(_cut(joined, ends)):
        found.append((indent, *line) if hang and line and (i or not first) else line)
    return found


def _in_word(text: str, start: int, limit: int) -> int:
    """Return where the word that starts here may end a line that has room up to a limit; 0 where it may not."""
    end = text.find(" ", start)
    word = text[start : end if end >= 0 else len(text)]
    return max((start + place for place in breaks(word) if start + place <= limit), default=0)


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """Return segments with single blanks and none at either end, neighbors of the same role in one.

    A blank between two roles has none of its own.
    """
    texts: list[str] = []
    roles: list[Role | None] = []
    pending = False
    for text, role in segments:
        core = text.strip(_BLANKS)
        if not core:
            pending = pending or bool(text)
            continue
        if _UNEVEN.search(core):
            core = _RUN.sub(" ", core)
        blank = " " if texts and (pending or text[0] in _BLANKS) else ""
        pending = text[-1] in _BLANKS
        if roles and roles[-1] == role:
            texts[-1] += blank + core
            continue
        if blank and roles[-1] is None:
            texts[-1] += blank
        elif blank and role is None:
            core = blank + core
        elif blank:
            texts.append(blank)
            roles.append(None)
        texts.append(core)
        roles.append(role)
    return list(map(Segment, texts, roles))


def _cut(joined: Sequence[Segment], lines: Iterable[tuple[int, int]]) -> list[Line]:
    """Return the segments cut into lines, each from a place in their text to another."""
    found: list[Line] = []
    at, begin = 0, 0
    for start, end in lines:
        line: list[Segment] = []
        while at < len(joined) and begin < end:
            text, role = joined[at]
            if part := text[max(start - begin, 0) : end - begin]:
                line.append(Segment(part, role))
            if begin + len(text) > end:
                break
            begin += len(text)
            at += 1
        found.append(tuple(line))
    return found
