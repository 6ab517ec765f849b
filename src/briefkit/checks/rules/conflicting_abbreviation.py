"""One abbreviation with two meanings in the library.

What:
    Two files expand an abbreviation differently. Case, hyphens and a final s do not count.

Why:
    The volume has one list of abbreviations.

Bad:
    --- brief.yaml
    summary: A Comprehensive Economic Partnership Agreement (EPA) came in 2011.
    abbreviations:
      EPA: Comprehensive Economic Partnership Agreement
    --- volume.yaml
    title: A volume
    abbreviations:
      EPA: Environmental Protection Agency

Good:
    summary: An Economic Partnership Agreement (EPA) came in 2011.
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
    """Return what each abbreviation of the file stands for, as it is compared."""
    return {word: _normal(meaning) for word, meaning in parsed.subject.abbreviations.items()} or None


def keep(parsed: ParsedBrief) -> Json:
    """Return what each abbreviation of the file stands for, as it is shown, and its place."""
    return {
        word: [quoted(meaning), parsed.site(("abbreviations", word)).json()]
        for word, meaning in parsed.subject.abbreviations.items()
    } or None


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each expansion that differs from the first one."""
    first: dict[str, tuple[Json, FileFacts]] = {}
    shown_first: dict[str, Json] = {}
    for file in files:
        meanings = facts.items() if isinstance(facts := file.facts, dict) else ()
        differing = [word for word, normal in meanings if first.setdefault(word, (normal, file))[0] != normal]
        details = file.details if differing else None
        for word in differing:
            origin = first[word][1]
            if word not in shown_first:
                shown_first[word] = _shown(origin.details, word)[0]
            shown, place = _shown(details, word)
            yield LibraryFault(
                file.file,
                read_site(place),
                f"`{word}` means {shown} here, but {shown_first[word]} in {origin.file}",
                "write one of the two in full, or abbreviate it differently",
                (Related(Place(origin.file, 1, 1), f"`{word}` has its first meaning in this file"),),
            )


def _shown(details: Json, word: str) -> tuple[Json, Json]:
    entry = details[word] if isinstance(details, dict) else None
    return (entry[0], entry[1]) if isinstance(entry, list) else (None, None)


def _normal(meaning: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", meaning.casefold()).strip().removesuffix("s")


RULE = LibraryRule(
    "conflicting-abbreviation",
    "BK503",
    Severity.ERROR,
    __doc__,
    collect=collect,
    keep=keep,
    combine=combine,
)
