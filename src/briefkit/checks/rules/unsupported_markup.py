"""Markup that a brief cannot carry: raw HTML, images, headings, unsafe links.

What:
    Prose is CommonMark with paragraphs, emphasis, lists, block quotes, tables, links and footnotes. Raw HTML,
    images and headings are not part of it; links lead to http, https or mailto; notes stand in no other note.

Why:
    The points are the structure of a brief. Other structure would get lost in one of the outputs.

Bad:
    summary: |
      # Background

      Trade doubled in a decade.

Good:
    summary: |
      Trade doubled in a decade.
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

_WORDS = {
    "html": ("raw HTML is not supported", "write it in Markdown; for a < sign put a blank after it"),
    "image": ("images are not supported", "describe what it shows and cite its source"),
    "heading": ("a heading is not supported inside prose", "make it a point of its own, or a plain sentence"),
    "link-scheme": ("a link leads to http, https or mailto", "write the whole address, with https:// in front"),
    "misplaced-footnote": ("a footnote mark cannot stand inside a footnote or a link", "put it after the sentence"),
    "nesting": ("lists and quotations are nested too deeply", "make it a list of two levels, or sentences"),
}

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each piece of unsupported markup."""
    for path, field in parsed.prose.items():
        opened: set[str] = set()
        for fault in field.faults:
            tag = _TAG.match(fault.text) if fault.kind == "html" else None
            # A closing tag belongs to its opening tag, which has a finding.
            is_closing = tag is not None and bool(tag[1]) and tag[2] in opened
            opened.add(tag[2] if tag else "")
            if fault.kind in _WORDS and not is_closing:
                yield Fault(path, *_WORDS[fault.kind], part=fault.span)


RULE = FileRule(
    "unsupported-markup",
    "BK701",
    Severity.ERROR,
    __doc__,
    check=check,
)
