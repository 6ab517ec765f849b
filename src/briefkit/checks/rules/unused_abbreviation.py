"""A listed abbreviation that is used nowhere.

What:
    An abbreviation of a brief does not occur in the brief, or one of the volume neither in the volume nor in a brief.

Why:
    The list of abbreviations helps only if it is short.

Bad:
    abbreviations:
      ACSA: Acquisition and Cross-Servicing Agreement

Good:
    summary: Both signed an ACSA in 2010.
    abbreviations:
      ACSA: Acquisition and Cross-Servicing Agreement
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.text.words import occurs

RULE = Rule("unused-abbreviation", "BK502", Severity.WARNING, __doc__)
ABSENCE = True


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file lists, and which abbreviations, its own and the volume's, occur in it."""

    file: str
    listed: tuple[str, ...]
    used: frozenset[str]
    is_volume: bool


def collect(parsed: ParsedBrief) -> Facts:
    """Return what the file lists and uses."""
    listed = tuple(parsed.subject.abbreviations)
    wanted = {*listed, *(parsed.volume.abbreviations if parsed.volume else ())}
    text = "\n".join(text for _, text in parsed.texts())
    used = frozenset(word for word in wanted if occurs(word, text))
    return Facts(parsed.subject.place.file, listed, used, parsed.brief is None)


def check(facts: Sequence[Facts], _: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each abbreviation that is used nowhere."""
    everywhere = frozenset().union(*(fact.used for fact in facts))
    for fact in facts:
        used = everywhere if fact.is_volume else fact.used
        for word in fact.listed:
            if word not in used:
                where = "in the volume or its briefs" if fact.is_volume else "in the brief"
                yield Fault(
                    ("abbreviations", word), f"`{word}` is not used {where}", "delete it", on="key", file=fact.file
                )
