"""A footnote text that nothing marks.

What:
    `[^label]: …` stands in a field whose prose has no `[^label]`, or the label has two texts.

Why:
    The note would be lost.

Bad:
    summary: |
      Some feared a return of the past.

      [^past]: That is, of remilitarization.

Good:
    summary: |
      Some feared a return of the past.[^past]

      [^past]: That is, of remilitarization.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.document.prose import Prose
from briefkit.source.draft import Path
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each footnote text without a mark, and at each second text of a label."""
    marked: dict[Path, set[str]] = {}
    for link in parsed.links.footnotes:
        if link.serves:
            marked.setdefault(link.path, set()).add(link.target)
    for path, field in parsed.prose.items():
        yield from _field(path, field, marked.get(path, set()))


def _field(path: Path, field: Prose, marked: set[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for mark in field.marks:
        if mark.kind != "footnote-text":
            continue
        shown = quoted(f"[^{mark.target}]")
        if mark.target in seen:
            yield Fault(path, f"the footnote {shown} has two texts", "delete one: the first counts", mark.span)
        elif mark.target not in marked:
            message = f"nothing in this field marks the footnote {shown}"
            yield Fault(path, message, f"put {shown} where the note belongs, or delete it", mark.span)
        seen.add(mark.target)


RULE = FileRule(
    "unused-footnote",
    "BK405",
    Severity.WARNING,
    __doc__,
    check=check,
)
