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
_WITHIN = re.compile(r"[\w-]")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each use of a variant."""
    terms = parsed.volume.checks.terms if parsed.volume else {}
    preferred = {variant: term for term, variants in terms.items() for variant in variants}
    if not preferred:
        return
    longest_first = sorted(preferred, key=len, reverse=True)
    # The names stand first in the pattern: the search passes quickly over characters with which none begins.
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    for path, text in parsed.own_texts():
        if not pattern.search(text):
            continue
        for match in _whole(pattern, _spoken(text)):
            term = preferred[match[0]]
            yield Fault(
                path, f"the volume says `{term}`, not `{match[0]}`", f"write `{term}`", match.span(), at=(term,)
            )


def _spoken(text: str) -> str:
    """Blank what stands in quotation marks; a mark that is never closed begins no quotation."""
    end = text.rfind("”") + 1
    return _QUOTED.sub(lambda match: " " * len(match[0]), text[:end] + text[end:].replace("“", " "))


def _whole(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin no word halfway."""
    match = pattern.search(text)
    while match:
        start, end = match.span()
        is_whole = not _WITHIN.match(text, start - 1) if start else True
        if is_whole:
            yield match
        match = pattern.search(text, end if is_whole else start + 1)


RULE = FileRule(
    "name-variant",
    "BK609",
    Severity.WARNING,
    __doc__,
    check=check,
    needs_volume=True,
)
