"""A web address that looks damaged.

What:
    An address has a backslash, a hyphen that a line break has left behind, or a letter o where a zero should be.
    Blanks are refused by the schema; `%20` is fine.

Why:
    Addresses copied from print lead nowhere. A reader cannot tell where the damage is.

Bad:
    summary: Democracies should work together.[@aso-2007]
    references:
      - id: aso-2007
        type: speech
        title: On the Arc of Freedom and Prosperity
        author:
          - family: Aso
            given: Taro
        issued: 2007-03-12
        URL: http://www.mofa.go.jp/policy/pillar/addresso703.html

Good:
    summary: Democracies should work together.[@aso-2007]
    references:
      - id: aso-2007
        type: speech
        title: On the Arc of Freedom and Prosperity
        author:
          - family: Aso
            given: Taro
        issued: 2007-03-12
        URL: http://www.mofa.go.jp/policy/pillar/address0703.html
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from briefkit.checks.numbers import numbered, numbers
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts, LibraryFault, LibraryRule
from briefkit.format.model import Reference, Volume
from briefkit.source.draft import Json
from briefkit.source.finding import Fault, Severity
from briefkit.source.site import read_site
from briefkit.text.printable import quoted

if TYPE_CHECKING:
    from array import array

_ZERO = re.compile(
    r"(?<=[0-9]{2})[oO](?=[0-9])|(?<=[0-9])[oO](?=[0-9]{2})"
    r"|(?<=[a-z])o(?=0[0-9]{2})|(?<=[a-z])o(?=[0-9]{3}(?![0-9]))|(?<=_)o(?=\.[a-z]+$)"
)
_ENDS_IN_O = re.compile(
    r"(?:photo|video|info|memo|demo|logo|promo|euro|tokyo|kyoto|auto|radio|studio|iso|geo|bio|zero|cargo)$"
    r"|(?<![a-z])(?:no|to|co|go|so|yo)$"
)
_LONGEST_WORD = len("studio")
_HYPHENATED = re.compile(r"(?<![a-z])(?=([a-z]{2,}-[a-z]{2,}))")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each backslash, and at the first letter that should be a digit of an address."""
    for reference in parsed.subject.references:
        url, path = reference.fields.get("URL", ""), (*reference.place.path, "URL")
        if (at := url.find("\\")) >= 0:
            hint = "delete it: an address has forward slashes only"
            yield Fault(path, "the address has a backslash", hint, (at, at + 1))
        for match in _ZERO.finditer(url):
            if not _ENDS_IN_O.search(url, max(0, match.end() - _LONGEST_WORD), match.end()):
                message, hint = "the letter o stands where a zero should be", "write 0, and try the address"
                yield Fault(path, message, hint, match.span())
                break


def collect(parsed: ParsedBrief) -> Json:
    """Return as numbers the words of the addresses, by site, and the words that hyphens in them may have parted."""
    listed = [url for _, url in _addresses(parsed)]
    words = dict.fromkeys(_on_site(_host(url), word) for url in listed for word in _words(url))
    parted = dict.fromkeys(
        _on_site(_host(url), _whole(match[1])) for url in listed for match in _HYPHENATED.finditer(url)
    )
    return [numbered(words), numbered(parted)] if listed else None


def keep(parsed: ParsedBrief) -> Json:
    """Return the words of each address, by site, and the hyphens in words that may be left from a line break."""
    listed = _addresses(parsed)
    words: list[Json] = [[_host(url), f"{crc32(url.lower().encode()):x}", " ".join(_words(url))] for _, url in listed]
    hyphens: list[Json] = [
        [_host(url), match[1], parsed.site((*ref.place.path, "URL"), part=match.span(1)).json()]
        for ref, url in listed
        for match in _HYPHENATED.finditer(url)
    ]
    return [words, hyphens] if listed else None


def _addresses(parsed: ParsedBrief) -> list[tuple[Reference, str]]:
    return [(ref, ref.fields["URL"]) for ref in parsed.subject.references if "URL" in ref.fields]


def combine(files: Sequence[FileFacts], _: Volume | None) -> Iterator[LibraryFault]:
    """Yield a fault at each hyphen without which the word stands in another address of the site."""
    hyphens = list(_hyphens(files))
    asked = [_on_site(host, word) for _, host, written, _ in hyphens for word in (_whole(written), *written.split("-"))]
    counts = _counts(_having(files, 0, frozenset(numbers(numbered(asked)))), {host for _, host, _, _ in hyphens})
    for file, host, written, place in hyphens:
        words = counts[host]
        # A half that stands in another address is a word, which the hyphen joins to the next.
        is_joined = any(words[half] > 1 for half in written.split("-"))
        if (whole := _whole(written)) in words and not is_joined:
            message = f"{quoted(written)} has a hyphen that a line break may have left behind"
            hint = f"another address of this site has {quoted(whole)}; try it"
            yield LibraryFault(file, read_site(place), message, hint)


def _hyphens(files: Sequence[FileFacts]) -> Iterator[tuple[str, str, str, Json]]:
    """Yield the hyphens without which a word of the site stands somewhere: file, site, the parted word, place."""
    parted = {number for file in files for number in _numbers(file, 1)}
    doubtful = frozenset(number for file in files if parted for number in parted.intersection(_numbers(file, 0)))
    for file in _having(files, 1, doubtful):
        for host, written, place in map(_list, _list(_list(file.details)[1])):
            if not doubtful.isdisjoint(numbers(numbered([_on_site(str(host), _whole(str(written)))]))):
                yield file.file, str(host), str(written), place


def _having(files: Sequence[FileFacts], part: int, wanted: frozenset[int]) -> Iterator[FileFacts]:
    """Yield the files that have one of the numbers among the words of their addresses, or among those parted."""
    return (file for file in files if wanted and not wanted.isdisjoint(_numbers(file, part)))


def _counts(files: Iterable[FileFacts], hosts: set[str]) -> dict[str, Counter[str]]:
    """Return in how many addresses of each site a word stands; an address that stands twice counts once."""
    counts: dict[str, Counter[str]] = {host: Counter() for host in hosts}
    seen: set[tuple[Json, Json]] = set()
    for file in files:
        for host, address, words in map(_list, _list(_list(file.details)[0])):
            if host in hosts and (host, address) not in seen:
                seen.add((host, address))
                counts[str(host)].update(str(words).split())
    return counts


def _numbers(file: FileFacts, part: int) -> "array[int]":
    return numbers(facts[part] if isinstance(facts := file.facts, list) else None)


def _on_site(host: str, word: str) -> str:
    return f"{host} {word}"


def _whole(written: str) -> str:
    return written.replace("-", "")


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _words(url: str) -> dict[str, None]:
    """Return the words of an address that a hyphen may join; words with digits are none."""
    return dict.fromkeys(word for word in re.split(r"[/.?&=_-]", url.lower()) if word.isascii() and word.isalpha())


RULE = LibraryRule(
    "suspicious-url",
    "BK410",
    Severity.WARNING,
    __doc__,
    check=check,
    collect=collect,
    keep=keep,
    combine=combine,
)
