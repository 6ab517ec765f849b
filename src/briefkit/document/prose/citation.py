"""pandoc's citation syntax: `[see @a, pp. 33-35; also -@b]`, `@{odd key}`, and `@a [p. 3]` in running text.

Two parts of what follows a key are ours, and plain words to pandoc: `accessed 2014-12-18` and `titled “Another Title”`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefkit.text.dates import PartialDate, parse_date

# As in pandoc: no `@` after a letter or digit (an e-mail address); punctuation inside a key but not at its end.
_KEY = (
    r"(?<![^\W_])(?P<minus>-?)@"
    r"(?:(?P<key>[\w*](?:[\w\u0300-\u036f]|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*)|\{(?P<odd>[^{}\n]+)\})"
)
_CITED = re.compile(_KEY)
_BRACKETS = re.compile(r"\[(?!\^)((?:[^\[\]\\]++|\\.|\[[^\[\]]*\])*)\]", re.DOTALL)
_SIGN = re.compile(r"[\\`\[<&;@-]")
_PARTS = re.compile(rf"\\.|`[^`]*`|\[[^\[\]]*\](?:\([^()\s]*\))?|<[^<>\s]*>|(?P<end>(?:&#?\w+)?;)|{_KEY}", re.DOTALL)
_SEPARATOR = re.compile(r"[\s,;]*")
_ACCESSED = r"accessed\s+(?P<accessed>[0-9]{4}(?:-[0-9]{2}){0,2})"
_TITLED = r"titled\s+(?:“(?P<curly>[^”]+)”|\"(?P<straight>[^\"]+)\")"
_VARIANT = re.compile(rf"\s*(?:{_ACCESSED}|{_TITLED})\s*(?:,|$)")
_TITLED_LAST = re.compile(r"titled\s+[“\"]")
_LOCATOR = re.compile(r"[ \t]*+\n?[ \t]*+(?=\[)")


class Source(NamedTuple):
    """One cited source: its key, where `@key` stands, and the stretches of text before and after it."""

    key: str
    suppress_author: bool
    at: tuple[int, int]
    prefix: tuple[int, int]
    suffix: tuple[int, int]
    accessed: PartialDate | None = None
    """The day of access in this citation, instead of that of the reference."""
    titled: str = ""
    """The title in this citation, instead of that of the reference."""


def bracketed(text: str, start: int, end: int) -> tuple[list[Source], int] | None:
    """Return the sources of a citation in brackets that starts here, and where it ends; None where there is none.

    A part without a key belongs to the part before it: `[@a, p. 3; emphasis added]` is one source.
    """
    brackets = _BRACKETS.match(text, start, end)
    if not brackets:
        return None
    sources = _sources(text, *brackets.span(1))
    return (sources, brackets.end()) if sources else None


def bare(text: str, start: int, end: int) -> tuple[list[Source], int] | None:
    """Return the sources of a citation without brackets that starts here, and where it ends; None where there is none.

    Brackets behind the key hold its suffix and further sources, unless they are a citation of their own or a link.
    """
    cited = _CITED.match(text, start, end)
    if not cited:
        return None
    gap = _LOCATOR.match(text, cited.end(), end)
    brackets = _BRACKETS.match(text, gap.end(), end) if gap else None
    if brackets and not text.startswith(("(", "["), brackets.end()):
        first, *others = _sources(text, start, brackets.end() - 1)
        first = first._replace(suffix=_trim(text, brackets.start() + 1, first.suffix[1]))
        if not _CITED.search(text, *first.suffix):
            return [_varied(text, first), *others], brackets.end()
    nothing = (cited.end(), cited.end())
    return [_source(cited, nothing, nothing)], cited.end()


def _parts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield keys, ends of parts, and what neither is looked for in."""
    while sign := _SIGN.search(text, start, end):
        start = sign.end()
        if match := _PARTS.match(text, sign.start(), end):
            start = match.end()
            yield match


def _sources(text: str, start: int, end: int) -> list[Source]:
    keys: list[tuple[int, re.Match[str]]] = []
    part = start
    for match in _parts(text, start, end):
        if match["end"]:
            part = part if _is_entity(match["end"]) else match.end()
        elif (match["key"] or match["odd"]) and (not keys or keys[-1][0] < part):
            keys.append((part, match))
    starts = [start, *(part for part, _ in keys[1:])]
    ends = [*(part - 1 for part, _ in keys[1:]), end]
    return [
        _varied(text, _source(match, _trim(text, first, match.start()), _trim(text, match.end(), last)))
        for (_, match), first, last in zip(keys, starts, ends, strict=False)
    ]


def _is_entity(end: str) -> bool:
    """Tell whether the end of a part is none: `&amp;` is no end, `R&D;` is."""
    if end == ";":
        return False
    from html import unescape  # its table of names costs a millisecond, and hardly a citation has an ampersand

    return unescape(end) != end


def _source(match: re.Match[str], prefix: tuple[int, int], suffix: tuple[int, int]) -> Source:
    at = (match.end("minus"), match.end())
    return Source(match["key"] or match["odd"], bool(match["minus"]), at, prefix, suffix)


def _varied(text: str, source: Source) -> Source:
    """Return the source without the parts at the start and at the end of its suffix that vary the reference."""
    start, end = source.suffix
    while start < end:
        head = _VARIANT.match(text, start, end)
        match = head or _VARIANT.match(text, _last_part(text, start, end), end)
        varied = _with_variant(source, match) if match else None
        if match is None or varied is None:
            break
        source = varied
        start, end = _trim(text, *((match.end(), end) if head else (start, match.start())))
        end = start + len(text[start:end].rstrip(", \t\n"))
    return source._replace(suffix=(start, end))


def _last_part(text: str, start: int, end: int) -> int:
    """Return where the last part begins: after the last comma, or at the title that is given last."""
    if not text.endswith(("”", '"'), start, end):
        return text.rfind(",", start, end) + 1 or start
    titles = [match.start() for match in _TITLED_LAST.finditer(text, start, end)]
    begins = titles[-1] if titles else end
    return begins if text[start:begins].rstrip().endswith(",") else end


def _with_variant(source: Source, match: re.Match[str]) -> Source | None:
    """Return the source with what a part says; None if it says it for the second time, or no date."""
    if title := match["curly"] or match["straight"]:
        return None if source.titled else source._replace(titled=" ".join(title.split()))
    try:
        return None if source.accessed else source._replace(accessed=parse_date(match["accessed"]))
    except ValueError:
        return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without blanks around it and without punctuation before it."""
    stripped = _SEPARATOR.match(text, start, end)
    start = stripped.end() if stripped else start
    return start, start + len(text[start:end].rstrip())
