"""A library that was written for another version of its question set.

What:
    `question_set.version` in `volume.yaml` is not the version of the set: the set has moved on, or the briefs were
    written for a newer one than this briefkit knows.

Why:
    A set that changes may ask for what older briefs do not say. The message tells what has changed since; nothing is
    wrong with the briefs until another finding says so.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault where a volume names another version of its set than there is."""
    if not isinstance(parsed.subject, Volume) or not (written_for := parsed.subject.written_for):
        return
    there = parsed.questions
    path = ("question_set", "version")
    if written_for > there.version:
        message = f"written for version {written_for} of {there.name}, but this is version {there.version}"
        yield Fault(path, message, "use a newer briefkit, or the newer file of the set")
    elif written_for < there.version:
        changes = [text for version, text in sorted(there.changes.items()) if version > written_for]
        message = f"written for version {written_for} of {there.name}, which is now at version {there.version}"
        told = f": {' '.join(changes)}" if changes else ""
        yield Fault(path, f"{message}{told}", f"see that the briefs follow it, then write `version: {there.version}`")


RULE = FileRule(
    "outdated-question-set",
    "BK610",
    Severity.WARNING,
    __doc__,
    check=check,
)
