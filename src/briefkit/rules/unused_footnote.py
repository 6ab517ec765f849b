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

from briefkit.case import Case
from briefkit.finding import Fault, Rule, Severity
from briefkit.prose import Prose
from briefkit.source import Path

RULE = Rule("unused-footnote", "BK405", Severity.WARNING, __doc__)


def check(case: Case) -> Iterator[Fault]:
    """Yield a fault at each footnote text without a mark, and at each second text of a label."""
    for path, field in case.prose.items():
        marked = {link.target for link in case.links.footnotes if link.path == path and link.serves}
        yield from _field(path, field, marked)


def _field(path: Path, field: Prose, marked: set[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for mark in field.marks:
        if mark.kind != "footnote-text":
            continue
        if mark.target in seen:
            yield Fault(path, f"the footnote `[^{mark.target}]` has two texts; the first counts", None, mark.span)
        elif mark.target not in marked:
            message = f"nothing in this field marks the footnote `[^{mark.target}]`"
            yield Fault(path, message, f"put `[^{mark.target}]` where the note belongs, or delete it", mark.span)
        seen.add(mark.target)
