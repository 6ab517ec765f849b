"""Where a part of a scalar's value stands in the source text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class _Run(NamedTuple):
    """A stretch of the value and the stretch of source that it comes from.

    Runs of equal lengths are copied character by character. In the others, escapes and folds, every character of the
    value stands for the whole stretch of source.
    """

    value: int
    length: int
    source: int
    source_length: int

    @property
    def value_end(self) -> int:
        """Where the stretch of the value ends."""
        return self.value + self.length


def locate(text: str, start: int, end: int, style: str, value: str, part: tuple[int, int]) -> tuple[int, int]:
    """Return the stretch of source text from which a part of a scalar's value comes.

    `start` and `end` enclose the scalar in `text`, `style` is `|`, `>`, `"`, `'` or, for a plain scalar, empty, and
    `part` are offsets into `value`, the end exclusive. All offsets count code points. A line break stands at the end
    of its line and has no length there, also when it is folded to a blank; an escape is as long as it is written.
    What lies past the value counts as its end.
    """
    first, last = part
    if not style and last <= end - start and text.find("\n", start, end) < 0:  # each letter stands for itself
        return start + first, start + max(first, last)
    runs = _runs(text, start, end, style, value)
    if not runs:
        return end, end
    begins = _begin(runs, first)
    return begins, (_end(runs, last) if last > first else begins)


@lru_cache(maxsize=4)  # one long text may have thousands of findings
def _runs(text: str, start: int, end: int, style: str, value: str) -> tuple[_Run, ...]:
    return tuple(_block(text, start, end, value) if style in ("|", ">") else _flow(text, start, end, style))


def _begin(runs: tuple[_Run, ...], offset: int) -> int:
    at = bisect_right(runs, offset, key=lambda run: run.value_end)
    if at == len(runs):
        return runs[-1].source + runs[-1].source_length
    run = runs[at]
    return run.source + (offset - run.value if run.length == run.source_length else 0)


def _end(runs: tuple[_Run, ...], offset: int) -> int:
    at = bisect_left(runs, offset, key=lambda run: run.value_end)
    if at == len(runs):
        return runs[-1].source + runs[-1].source_length
    run = runs[at]
    return run.source + (offset - run.value if run.length == run.source_length else run.source_length)


def _block(text: str, start: int, end: int, value: str) -> Iterator[_Run]:
    """Match the lines below a `|` or `>` with the lines of the value.

    Between two lines of the value stand line breaks or, where they were folded, one blank. No line begins with a line
    break, so the breaks are skipped without asking how they were folded.
    """
    lines = list(_lines(text, start, end))
    indent = _indent([line for _, line in lines[1:]], value)
    at = 0
    before = lines[0][0] + len(lines[0][1])
    for begins, line in lines[1:]:
        length = len(line) - indent
        if length <= 0:
            continue
        skipped = at
        while value.startswith("\n", at):
            at += 1
        if at == skipped and at > 0:
            at += 1
        if at > skipped:
            yield _Run(skipped, at - skipped, before, 0)
        yield _Run(at, length, begins + indent, length)
        at += length
        before = begins + len(line)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for line in text[start:end].split("\n"):
        yield start, line.removesuffix("\r")
        start += len(line) + 1


def _indent(lines: list[str], value: str) -> int:
    """Return by how many blanks the block is indented: those of its first line that are not in the value.

    The indicator (`|2-`) need not be read: it counts from the indentation of the parent, which is not known here.
    """
    body = value.lstrip("\n")
    blank_lines = len(value) - len(body)
    if blank_lines >= len(lines):
        return 0
    first, source = body.partition("\n")[0], lines[blank_lines]
    return (len(source) - len(source.lstrip(" "))) - (len(first) - len(first.lstrip(" ")))


# Groups are not possessive: before Python 3.11.5 these lose letters where something in them goes back.
_FOLD = r"(?P<fold>[ \t]*\r?\n[ \t\r\n]*)"
_BLANKS = r"[ \t]++(?!\r?\n)"
_PARTS = {
    "": re.compile(rf"{_FOLD}|(?:[^ \t\r\n]++|{_BLANKS})+"),
    "'": re.compile(rf"{_FOLD}|(?P<escape>'')|(?:[^' \t\r\n]++|{_BLANKS})+"),
    '"': re.compile(
        rf"{_FOLD}|(?P<continuation>\\\r?\n[ \t\r\n]*)|(?P<escape>\\(?:x..|u.{{4}}|U.{{8}}|.))"
        rf"|(?:[^\\ \t\r\n]++|{_BLANKS})+"
    ),
}


def _flow(text: str, start: int, end: int, style: str) -> Iterator[_Run]:
    """Walk through a plain or quoted scalar: one break is folded to a blank, of several the first is dropped."""
    at = 0
    quote = len(style)
    for match in _PARTS[style].finditer(text, start + quote, end - quote):
        begins, length = match.start(), match.end() - match.start()
        breaks = match[0].count("\n")
        if match.lastgroup == "escape":
            run = _Run(at, 1, begins, length)
        elif match.lastgroup == "fold":
            run = _Run(at, max(breaks - 1, 1), begins, 0)
        elif match.lastgroup == "continuation":
            run = _Run(at, breaks - 1, begins, 0)
        else:
            run = _Run(at, length, begins, length)
        if run.length:
            yield run
        at += run.length
