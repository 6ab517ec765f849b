"""A mark of unfinished work is left in the text.

What:
    TODO, TBC, TBD, XXX or lorem ipsum stands in a title, a statement or prose.

Why:
    It would be printed.

Bad:
    summary: "TODO: sum up the brief."

Good:
    summary: Japan and Australia are close partners.
"""

from collections.abc import Iterator

from briefkit.case import Case
from briefkit.finding import Fault, Rule, Severity
from briefkit.words import unfinished

RULE = Rule("todo-marker", "BK309", Severity.ERROR, __doc__)


def check(case: Case) -> Iterator[Fault]:
    """Yield a fault at each marker."""
    for path, text in case.texts():
        for match in unfinished(text):
            yield Fault(path, f"`{match[0]}` is left in the text", "finish the passage, or take it out", match.span())
