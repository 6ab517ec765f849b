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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Volume
from briefkit.source.finding import Fault, Rule, Severity
from briefkit.source.place import Place
from briefkit.text.printable import quoted

RULE = Rule("suspicious-url", "BK410", Severity.WARNING, __doc__)

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


@dataclass(frozen=True, slots=True)
class Address:
    """An address, and the reference and file in which it stands."""

    url: str
    place: Place


def collect(parsed: ParsedBrief) -> tuple[Address, ...]:
    """Return the addresses of the references of one file."""
    listed = parsed.subject.references
    return tuple(Address(ref.fields["URL"], ref.place) for ref in listed if "URL" in ref.fields)


def check(facts: Sequence[tuple[Address, ...]], _: Volume | None) -> Iterator[Fault]:
    """Yield a fault at the damaged part of each address."""
    addresses = [address for file in facts for address in file]
    words: dict[str, Counter[str]] = {}
    for url in {address.url.lower() for address in addresses}:
        words.setdefault(_host(url), Counter()).update(set(re.split(r"[/.?&=_-]", url)))
    for address in addresses:
        for span, message, hint in _damage(address.url, words[_host(address.url)]):
            yield Fault((*address.place.path, "URL"), message, hint, span, file=address.place.file)


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _damage(url: str, words: Counter[str]) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield place, message and hint of what is damaged. `words` tells in how many addresses of the site each stands."""
    if (at := url.find("\\")) >= 0:
        yield (at, at + 1), "the address has a backslash", "delete it: an address has forward slashes only"
    for match in _ZERO.finditer(url):
        if not _ENDS_IN_O.search(url, max(0, match.end() - _LONGEST_WORD), match.end()):
            yield match.span(), "the letter o stands where a zero should be", "write 0, and try the address"
            break
    for match in _HYPHENATED.finditer(url):
        # A half that stands in another address is a word, which the hyphen joins to the next.
        is_joined = any(words[half] > 1 for half in match[1].split("-"))
        if (whole := match[1].replace("-", "")) in words and not is_joined:
            message = f"{quoted(match[1])} has a hyphen that a line break may have left behind"
            yield match.span(1), message, f"another address of this site has {quoted(whole)}; try it"
