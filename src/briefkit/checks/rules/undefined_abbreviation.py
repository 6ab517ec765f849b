"""An abbreviation that no list explains.

What:
    A word in capitals is used that neither the brief nor the volume lists under `abbreviations`. Roman numerals,
    well-known ones, names with a number (`PAC-2`) and the terms under `checks.terms` in `volume.yaml` are passed over.

Why:
    A reader of one brief has not read the others.

Bad:
    summary: Both signed an ACSA in 2010.

Good:
    summary: Both signed an Acquisition and Cross-Servicing Agreement (ACSA) in 2010.
    abbreviations:
      ACSA: Acquisition and Cross-Servicing Agreement
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import Brief
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted
from briefkit.text.words import unfinished

_CAPITALS = re.compile(r"[A-Z](?<![\w.&/-].)[A-Z0-9]*(?:[&/][A-Z0-9]+)*[A-Z](?=s?(?!\w|-[0-9]))")
_OF_NAME = re.compile(r"[A-Z][A-Z0-9&/]*[A-Z]")
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
WELL_KNOWN = frozenset(
    """AD AI AM BBC BC CD CEO CNN COVID CPU DC DNA DVD EU FAQ GB GDP GMT GPS HIV HTML HTTP ID IP IQ IT NASA NATO NGO OK
    PDF PHD PM RAM SMS TV UI UK UN UNESCO UNICEF URL US USA USB USSR UTC VIP""".split()
)
_STRESSED = frozenset("ALL AND ANY MUST NO NOT OR".split())
"""Words that are sometimes stressed by capitals."""


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the first use of each abbreviation that is not listed."""
    known = set(parsed.subject.abbreviations) | parsed.hidden.lost | WELL_KNOWN | _STRESSED
    if parsed.volume:
        terms = parsed.volume.checks.terms
        known |= {
            *parsed.volume.abbreviations,
            *terms,
            *(variant for variants in terms.values() for variant in variants),
        }
    if isinstance(parsed.subject, Brief):
        # An abbreviation inside the name of another is explained there.
        known |= {word for name in parsed.subject.abbreviations.values() for word in _OF_NAME.findall(name)}
    for path, text in parsed.own_texts():
        for match in _CAPITALS.finditer(text):
            word = match[0]
            # Marks of unfinished work have a rule of their own.
            if word in known or _ROMAN.fullmatch(word) or any(unfinished(word)):
                continue
            known.add(word)
            message = f"{quoted(word)} is in no list of abbreviations"
            yield Fault(path, message, "add it under `abbreviations`", match.span(), at=(word,))


RULE = FileRule(
    "undefined-abbreviation",
    "BK501",
    Severity.INFO,
    __doc__,
    check=check,
    absence=(("abbreviations",),),
    needs_volume=True,
)
