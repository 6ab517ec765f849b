"""Where cross-references lead: the address that GitHub gives a heading."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.document import walk

_DASHES = re.compile(r"-{2,}")


@dataclass(frozen=True, slots=True)
class Slug:
    """The address of a heading on GitHub and in pandoc's `gfm`; `own` where pandoc's `markdown` finds the same."""

    text: str
    own: bool


def slugs(chapters: Iterable[b.Chapter]) -> dict[str, Slug]:
    """Return the addresses of all headings by anchor; a chapter's anchor is that of its first heading.

    A heading without anchor has an address, too: it counts where two headings have the same text.
    """
    found: dict[str, Slug] = {}
    seen_by_github: dict[str, int] = {}
    seen_by_pandoc: set[str] = set()
    for chapter in chapters:
        first = True
        for heading in walk.headings(chapter):
            words = b.plain(heading.children).strip()
            github = _github(words, seen_by_github)
            slug = Slug(github, github == _pandoc(words, seen_by_pandoc))
            found.setdefault(heading.anchor, slug)
            if first:
                found.setdefault(chapter.anchor, slug)
            first = False
    return found


def _github(words: str, seen: dict[str, int]) -> str:
    """Lower case, punctuation gone, a hyphen for each blank; the second of the same name gets `-1`."""
    slug = words.lower().translate(_GITHUB)
    count = seen.get(slug, 0)
    seen[slug] = count + 1
    return f"{slug}-{count}" if count else slug


_WORD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc"})


class _Kept(dict[int, str]):
    """What becomes of signs, by their code: nothing of those that a test refuses. Each is asked about once."""

    def __init__(self, is_kept: Callable[[str], bool], **others: str) -> None:
        super().__init__({ord(sign): other for sign, other in others.items()})
        self.is_kept = is_kept

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if self.is_kept(sign) else ""
        return self[code]


_GITHUB = _Kept(lambda sign: sign == "-" or unicodedata.category(sign) in _WORD, **{" ": "-"})
_PANDOC = _Kept(lambda sign: sign.isalnum() or sign.isspace() or sign in "_-.")


def _pandoc(words: str, seen: set[str]) -> str:
    """As on GitHub, but periods stay, blanks are one hyphen, and the first sign is a letter."""
    plain = _DASHES.sub("", words.lower())  # smart punctuation makes dashes of them
    slug = "-".join(plain.translate(_PANDOC).split())
    while slug and not slug[0].isalpha():
        slug = slug[1:]
    slug = slug or "section"
    name, count = slug, 0
    while name in seen:
        count += 1
        name = f"{slug}-{count}"
    seen.add(name)
    return name
