"""One abbreviation with two meanings in the library.

What:
    Two files expand an abbreviation differently. Case, hyphens and a final s do not count.

Why:
    The volume has one list of abbreviations.

Bad:
    --- brief.yaml
    summary: Both signed an EPA in 2011.
    abbreviations:
      EPA: Comprehensive Economic Partnership Agreement
    --- volume.yaml
    title: A volume
    abbreviations:
      EPA: Environmental Protection Agency

Good:
    summary: Both signed an EPA in 2011.
    abbreviations:
      EPA: Economic Partnership Agreement
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Related, Rule, Severity
from briefkit.source.place import Place
from briefkit.text.printable import quoted

RULE = Rule("conflicting-abbreviation", "BK503", Severity.ERROR, __doc__)


@dataclass(frozen=True, slots=True)
class Facts:
    """The abbreviations of one file."""

    place: Place
    abbreviations: Mapping[str, str]


def collect(parsed: ParsedBrief) -> Facts:
    """Return the abbreviations of the file."""
    return Facts(parsed.subject.place, parsed.subject.abbreviations)


def check(facts: Sequence[Facts], _: Volume | None) -> Iterator[Fault]:
    """Yield a fault at each expansion that differs from the first one."""
    first: dict[str, tuple[str, Facts]] = {}
    for fact in facts:
        for word, meaning in fact.abbreviations.items():
            known, where = first.setdefault(word, (meaning, fact))
            if _normal(known) != _normal(meaning):
                yield Fault(
                    ("abbreviations", word),
                    f"`{word}` means {quoted(meaning)} here, but {quoted(known)} in {where.place.file}",
                    "write one of the two in full, or abbreviate it differently",
                    related=(Related(where.place, f"`{word}` has its first meaning in this file"),),
                    file=fact.place.file,
                )


def _normal(meaning: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", meaning.casefold()).strip().removesuffix("s")
