"""Markup in a one-line text.

What:
    A title, a statement or a `because` has Markdown, a citation, a note or a line break.

Why:
    These lines stand in table cells, headings and lists of names, where only plain text survives.

Bad:
    goals:
      points:
        - id: open-order
          statement: Sustain an *open* order

Good:
    goals:
      points:
        - id: open-order
          statement: Sustain an open order
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

_SIGN = re.compile(r"[\n\[<`*_]")
_MARKUP = re.compile(
    r"(?P<break>\n)(?=.)"
    r"|(?P<bracket>!?\[)"
    r"|(?P<tag></?[A-Za-z])"
    r"|(?P<code>`[^`\n]+`)"
    r"|(?P<emphasis>(?<![\w*])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]*?[^\s*_](?P=mark)(?![\w*]))"
)
_END_OF_LABEL = re.compile(r"[\]\s]")
_END_OF_BRACKET = re.compile(r"[\]\n]")
_END_OF_ADDRESS = re.compile(r"[)\n]")
_END_OF_TAG = re.compile(r"[>\n]")
_AT = re.compile(r"@")
_WORDS = {
    "break": ("a line break", "write it as one line"),
    "note": ("a footnote mark", "put the note into `detail`"),
    "citation": ("a citation", "cite the source in `detail`"),
    "link": ("a link", "put the link into `detail`"),
    "html": ("HTML", "write plain text"),
    "code": ("code marks", "write plain text"),
    "emphasis": ("emphasis", "write plain text"),
}


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each piece of markup in a line."""
    for path, line in parsed.lines:
        for kind, span in _markup(line) if _SIGN.search(line) else ():
            what, hint = _WORDS[kind]
            yield Fault(path, f"`{path[-1]}` has {what}; it is plain text", hint, span)


def _markup(line: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield kind and place of each piece; what begins with a bracket is told by where that is closed."""
    ends = _Ends(line)
    match = _MARKUP.search(line)
    while match:
        kind, (start, end) = match.lastgroup or "", match.span()
        if kind == "bracket":
            kind, end = ends.of_bracket(start, end)
        elif kind == "tag":
            kind, end = ends.of_tag(end)
        if kind:
            yield kind, (start, end)
        match = _MARKUP.search(line, end if kind else start + 1)


class _Ends:
    """Where the brackets of a line end: each closing one is looked for once, however many stand open before it."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._found: dict[re.Pattern[str], int] = {}

    def of_bracket(self, start: int, inside: int) -> tuple[str, int]:
        """Return the kind and the end of what a square bracket begins, no kind if it is nothing."""
        line, is_image = self._line, self._line[start] == "!"
        if not is_image and line.startswith("^", inside):
            end = self._next(_END_OF_LABEL, inside + 1)
            if end > inside + 1 and line.startswith("]", end):
                return "note", end + 1
        end = self._next(_END_OF_BRACKET, inside)
        if not line.startswith("]", end):
            return "", inside
        if not is_image and self._next(_AT, inside) < end - 1:
            return "citation", end + 1
        if end > inside and line.startswith("(", end + 1):
            last = self._next(_END_OF_ADDRESS, end + 2)
            if line.startswith(")", last):
                return "link", last + 1
        return "", inside

    def of_tag(self, inside: int) -> tuple[str, int]:
        """Return the kind and the end of a tag, no kind if it is never closed."""
        end = self._next(_END_OF_TAG, inside)
        return ("html", end + 1) if self._line.startswith(">", end) else ("", inside)

    def _next(self, pattern: re.Pattern[str], at: int) -> int:
        """Return where a pattern matches next; asked for places in rising order."""
        if self._found.get(pattern, -1) < at:
            match = pattern.search(self._line, at)
            self._found[pattern] = match.start() if match else len(self._line)
        return self._found[pattern]


RULE = FileRule(
    "markup-in-statement",
    "BK302",
    Severity.ERROR,
    __doc__,
    check=check,
)
