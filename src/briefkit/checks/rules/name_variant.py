"""A variant of a name where the volume prefers another.

What:
    A term that `checks.terms` in `volume.yaml` lists as a variant is used. References and quotations are passed over.

Why:
    One thing has one name in a book.

Bad:
    --- brief.yaml
    summary: Britain was the first partner.
    --- volume.yaml
    title: A volume
    checks:
      terms:
        UK: [Britain, England]

Good:
    summary: The UK was the first partner.
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each use of a variant."""
    terms = parsed.volume.checks.terms if parsed.volume else {}
    preferred = {variant: term for term, variants in terms.items() for variant in variants}
    if not preferred:
        return
    longest_first = sorted(preferred, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    for path, text in parsed.texts():
        spoken = _QUOTED.sub(lambda match: " " * len(match[0]), text)
        for match in pattern.finditer(spoken):
            term = preferred[match[0]]
            yield Fault(
                path, f"the volume says `{term}`, not `{match[0]}`", f"write `{term}`", match.span(), at=(term,)
            )


RULE = FileRule(
    "name-variant",
    "BK609",
    Severity.WARNING,
    __doc__,
    check=check,
)
