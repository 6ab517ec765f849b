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

_MARKUP = re.compile(
    r"(?P<break>\n)(?=.)"
    r"|(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<citation>\[[^\]\n]*@[^\]\n]+\])"
    r"|(?P<link>!?\[[^\]\n]+\]\([^)\n]*\))"
    r"|(?P<html></?[A-Za-z][^>\n]*>)"
    r"|(?P<code>`[^`\n]+`)"
    r"|(?P<emphasis>(?<![\w*])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]*?[^\s*_](?P=mark)(?![\w*]))"
)
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
        for match in _MARKUP.finditer(line):
            what, hint = _WORDS[match.lastgroup or ""]
            yield Fault(path, f"`{path[-1]}` has {what}; it is plain text", hint, match.span())


RULE = FileRule(
    "markup-in-statement",
    "BK302",
    Severity.ERROR,
    __doc__,
    check=check,
)
