"""Where cross-references lead: the address that GitHub gives a heading.

pandoc's `gfm` and Sphinx (with `myst_heading_anchors`) give the same one. mystmd makes hyphens of signs that the others
drop; where that matters, the heading says its address in an attribute that only mystmd reads. An `id` would stand twice
in what the others make of it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.document import walk

_BLANKS = re.compile(r"[ \t\n]+")
_QUOTES = re.compile("['\"‘’“”]")


@dataclass(frozen=True, slots=True)
class Slug:
    """The address of a heading; `label` is how mystmd writes it, empty where mystmd finds it by itself."""

    text: str
    label: str


def slugs(chapters: Iterable[b.Chapter]) -> dict[str, Slug]:
    """Return the addresses of all headings, and of figures, by anchor; a chapter's anchor is that of its first heading.

    A heading without anchor has an address, too: it counts where two headings have the same text.
    """
    found: dict[str, Slug] = {}
    seen: dict[str, int] = {}
    seen_by_mystmd: set[str] = set()
    for chapter in chapters:
        first = True
        slug = Slug("", "")
        for heading in walk.anchored(chapter):
            if isinstance(heading, b.Figure):  # a link leads to the heading under which it stands
                found.setdefault(heading.anchor, slug)
                continue
            words = _words(heading.children)
            text, mystmd = _unique(_github(words), seen), _mystmd(words)
            is_own = text == mystmd and mystmd not in seen_by_mystmd
            seen_by_mystmd.add(mystmd)
            slug = Slug(text, "" if is_own else quote(text))
            found.setdefault(heading.anchor, slug)
            if first:
                found.setdefault(chapter.anchor, slug)
            first = False
    return found


def points(blocks: b.Blocks) -> Iterator[str]:
    """Yield the anchors of the points among blocks, to which other documents may link."""
    for block in blocks:
        match block:
            case b.Section("point", (b.Heading(anchor=anchor), *_)):
                yield anchor
            case b.Section(_, inner):
                yield from points(inner)
            case _:
                pass


def elsewhere(place: b.Elsewhere) -> str:
    """Return the address of a heading in the file of another document, as an export of all briefs names it."""
    return f"{quote(place.document, errors='surrogateescape')}.md#{_github(_words(place.heading))}"


def _words(inlines: b.Inlines) -> str:
    return _BLANKS.sub(" ", b.plain(inlines)).strip()


def _unique(slug: str, seen: dict[str, int]) -> str:
    """Return the slug, with `-1` the second time, and count it."""
    name = slug
    while name in seen:
        seen[slug] += 1
        name = f"{slug}-{seen[slug]}"
    seen[name] = 0
    return name


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


def _github(words: str) -> str:
    """Lower case, punctuation gone, a hyphen for each blank."""
    return words.lower().translate(_GITHUB)


def _mystmd(words: str) -> str:
    """Quotation marks gone, one hyphen for all that is neither letter nor digit of English, a letter first."""
    slug = re.sub(r"[^a-z0-9-]", "-", _QUOTES.sub("", words).strip().lower())
    slug = re.sub("^(?=[0-9-])", "id-", slug)
    return re.sub("-{2,}", "-", slug).strip("-")
