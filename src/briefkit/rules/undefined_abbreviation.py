"""An abbreviation that no list explains.

What:
    A word in capitals is used that neither the brief nor the volume lists under `abbreviations`. Roman numerals,
    well-known ones, names with a number (`PAC-2`) and the terms under `checks.terms` in `volume.yaml` are passed over.

Why:
    A reader of one brief has not read the others.

Bad:
    summary: Both signed an ACSA in 2010.

Good:
    summary: Both signed an ACSA in 2010.
    abbreviations:
      ACSA: Acquisition and Cross-Servicing Agreement
"""

import re
from collections.abc import Iterator

from briefkit.case import Case
from briefkit.finding import Fault, Rule, Severity
from briefkit.model import Brief

RULE = Rule("undefined-abbreviation", "BK501", Severity.INFO, __doc__)

_CAPITALS = re.compile(r"(?<![\w.&/-])[A-Z][A-Z0-9]*(?:[&/][A-Z0-9]+)*[A-Z](?=s?(?!\w|-[0-9]))")
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
WELL_KNOWN = frozenset(
    """AD AM BBC BC CD CEO CNN COVID DC DVD EU FAQ GB GDP GMT GPS HIV HTML ID IT NASA NATO NGO OK PDF PHD PM TV UK UN
    UNESCO UNICEF US USA USB UTC""".split()
)

MARKS_OF_UNFINISHED_WORK = frozenset({"TODO", "TBC", "TBD", "XXX", "FIXME"})
"""These have a rule of their own."""


def check(case: Case) -> Iterator[Fault]:
    """Yield a fault at the first use of each abbreviation that is not listed."""
    known = set(case.subject.abbreviations) | WELL_KNOWN | MARKS_OF_UNFINISHED_WORK
    if case.volume:
        terms = case.volume.checks.terms
        known |= {*case.volume.abbreviations, *terms, *(variant for variants in terms.values() for variant in variants)}
    names = " ".join(case.subject.abbreviations.values()) if isinstance(case.subject, Brief) else ""
    for path, text in case.texts():
        for match in _CAPITALS.finditer(text):
            word = match[0]
            if word in known or _ROMAN.fullmatch(word) or word in names:
                continue
            known.add(word)
            yield Fault(path, f"`{word}` is not explained", "add it under `abbreviations`", match.span(), at=(word,))
