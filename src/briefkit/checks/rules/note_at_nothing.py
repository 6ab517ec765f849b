"""An editorial note at a place that is not there.

What:
    `at` of an editorial note names no question, no point, no reference (`ref:KEY`), no abbreviation, no figure and no
    field of the file.

Why:
    The note would be printed at nothing, and its reader could not see what it is about.

Bad:
    editorial_notes:
      - at: [china-gop]
        says: The source prints “chian.”

Good:
    editorial_notes:
      - at: [china-gap]
        says: The source prints “chian.”
"""

from collections.abc import Iterator

from briefkit.checks.hidden import NAMES
from briefkit.checks.links import find
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each place that no part of the file has."""
    if not parsed.subject.editorial_notes:
        return
    lost = {*parsed.hidden.lost, *(f"ref:{name}" for name in parsed.hidden.lost)}
    known = Vocabulary([*parsed.known_names, *lost])
    for note in parsed.subject.editorial_notes:
        for i, name in enumerate(note.at):
            state, guess = find(name, known, lost)
            if state != "found" and not _may_be_hidden(parsed, name):
                hint = f"did you mean `{guess}`?" if guess else "name a question, a point, `ref:KEY` or a field"
                yield Fault((*note.place.path, "at", i), f"nothing in this file is called {quoted(name)}", hint)


def _may_be_hidden(parsed: ParsedBrief, name: str) -> bool:
    """Tell whether faults of the format may hide what a note names; a guess would name its neighbor."""
    if name.startswith("ref:"):
        return parsed.hidden.has([("references", NAMES)])
    keys = [question.key for question in parsed.questions.questions] if parsed.brief else ["conclusion"]
    return parsed.hidden.has([(name,), *((key, "points", NAMES) for key in keys), ("figures", NAMES)])


RULE = FileRule(
    "note-at-nothing",
    "BK210",
    Severity.ERROR,
    __doc__,
    check=check,
)
