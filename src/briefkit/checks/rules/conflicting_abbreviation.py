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
from collections.abc import Iterator, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule
from briefkit.format.model import Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Related, Severity
from briefkit.source.place import Place
from briefkit.source.site import read_site
from briefkit.text.printable import quoted


def collect(parsed: ParsedBrief) -> Json:
    """Return each abbreviation of the file with what it stands for, as compared and as shown, and its place."""
    return {
        word: [_normal(meaning), quoted(meaning), parsed.site(("abbreviations", word)).json()]
        for word, meaning in parsed.subject.abbreviations.items()
    } or None


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each expansion that differs from the first one."""
    first: dict[str, tuple[Json, Json, str]] = {}
    for file in files:
        for word, entry in file.facts.items() if isinstance(file.facts, dict) else ():
            normal, shown, place = entry if isinstance(entry, list) else (None, None, None)
            known, known_shown, where = first.setdefault(word, (normal, shown, file.file))
            if known != normal:
                yield LibraryFault(
                    file.file,
                    read_site(place),
                    f"`{word}` means {shown} here, but {known_shown} in {where}",
                    "write one of the two in full, or abbreviate it differently",
                    (Related(Place(where, 1, 1), f"`{word}` has its first meaning in this file"),),
                )


def _normal(meaning: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", meaning.casefold()).strip().removesuffix("s")


RULE = LibraryRule(
    "conflicting-abbreviation",
    "BK503",
    Severity.ERROR,
    __doc__,
    collect=collect,
    combine=combine,
)
