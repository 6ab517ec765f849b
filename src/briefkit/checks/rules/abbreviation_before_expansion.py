"""An abbreviation that is used before its words.

What:
    The first time that a chapter uses an abbreviation of its list, or of the volume's, the words for which it stands
    have not been used yet: neither before it nor right behind it in parentheses. A brief is a chapter, and so are
    preface, introduction and conclusion of a volume. Statements count where they are printed, before their details.

Why:
    Who reads the chapter alone, or a table of its statements, does not know what it means.

Bad:
    summary: The ADF trains with Japan.
    abbreviations:
      ADF: Australian Defence Force

Good:
    summary: The Australian Defence Force (ADF) trains with Japan.
    abbreviations:
      ADF: Australian Defence Force
"""

from collections.abc import Iterator

from briefkit.checks.hidden import TEXTS
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Brief
from briefkit.source.draft import Path
from briefkit.source.finding import Fault, Severity
from briefkit.text.words import find_word

_AT_ONCE = ("statement", "because", "overview")
"""What is printed before the details of a point, or before its points."""


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the first use of each abbreviation in each chapter, if its words come later or nowhere."""
    shared = parsed.volume.abbreviations if parsed.volume else {}
    own = parsed.subject.abbreviations
    # Of two meanings either will do here: that they differ has a finding of its own.
    known = {short: {lists[short]: None for lists in (own, shared) if short in lists} for short in {**shared, **own}}
    if not known:
        return
    for texts in _chapters(parsed):
        for short, meanings in known.items():
            yield from _early(texts, short, tuple(meanings))


def _early(texts: list[tuple[Path, str]], short: str, meanings: tuple[str, ...]) -> Iterator[Fault]:
    words = tuple(meaning.casefold() for meaning in meanings)
    for path, text in texts:
        at = find_word(short, text)
        told = " ".join((text if at < 0 else text[:at]).casefold().split())
        if any(meaning in told for meaning in words):
            return
        if at >= 0:
            behind = " ".join(text[at + len(short) :].split()).casefold()
            if not behind.startswith(tuple(f"({meaning}" for meaning in words)):
                hint = f"write it out here, with `{short}` in parentheses: {meanings[0]}"
                yield Fault(path, f"`{short}` is used before its words", hint, (at, at + len(short)), at=(short,))
            return


def _chapters(parsed: ParsedBrief) -> list[list[tuple[Path, str]]]:
    """Return the texts of each chapter in the order in which they are printed."""
    texts = [(path, text) for path, text in parsed.own_texts() if path[0] not in ("title", "subtitle", "figures")]
    if isinstance(parsed.subject, Brief):
        order = {question.key: question.number for question in parsed.questions.questions}
        return [sorted(texts, key=lambda one: _rank(order.get(str(one[0][0]), 0), one[0]))]
    found: dict[object, list[tuple[Path, str]]] = {}
    for path, text in sorted(texts, key=lambda one: _rank(0, one[0])):
        found.setdefault(path[0] if path[0] != "contributors" else path[:2], []).append((path, text))
    return list(found.values())


def _rank(question: int, path: Path) -> tuple[int, int, int]:
    """Return where a text stands: its question, its point (0 for what opens the answer), and its place in the point."""
    point = int(path[2]) + 1 if len(path) > 2 and path[1] == "points" else 0
    return question, point, 0 if path[-1] in _AT_ONCE else 1


RULE = FileRule(
    "abbreviation-before-expansion",
    "BK504",
    Severity.INFO,
    __doc__,
    check=check,
    absence=(*TEXTS, ("epigraph", "*"), ("about", "*")),
    needs_volume=True,
)
