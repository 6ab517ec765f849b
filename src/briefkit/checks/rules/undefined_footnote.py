"""A footnote mark without a footnote text.

What:
    `[^label]` stands in the prose, but the same field has no `[^label]: …`. Labels are per field.

Why:
    The note would be empty.

Bad:
    summary: Some feared a return of the past.[^past]

Good:
    summary: |
      Some feared a return of the past.[^past]

      [^past]: That is, of remilitarization.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each mark whose text is missing from its field."""
    for link in parsed.links.footnotes:
        if link.state != "found":
            mark = quoted(f"[^{link.written}]")
            hint = (
                f"did you mean {quoted(f'[^{link.target}]')}?"
                if link.target
                else f"add {quoted(f'[^{link.written}]: …')} on a line of its own at the end of the same field"
            )
            yield Fault(link.path, f"the footnote {mark} has no text in this field", hint, link.part)


RULE = FileRule(
    "undefined-footnote",
    "BK404",
    Severity.ERROR,
    __doc__,
    check=check,
)
