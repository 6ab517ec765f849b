"""Inlines → lines: words with roles, wrapped by display cells, ragged right and never hyphenated."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefkit.document import blocks as b
from briefkit.publish.layout.cells import breaks, cells, cut, held, parts, stretches
from briefkit.publish.layout.lines import Line, Lines, Look, Role, Segment
from briefkit.publish.layout.narrow import narrow_lines

_TOKEN = re.compile(r"[ \t\n\r]+|[^ \t\n\r]+")
_BLANKS = " \t\n\r"
_SCHEME = re.compile("^https?://")
_HELD = "\N{NO-BREAK SPACE}"
_SHORT_LABEL = 6
"""Signs up to which a label that ends with a number stays on one line with its page: `Ed. 12`."""
_BREAK = Segment("\n")
"""Stands for a break that the author wants; compared by identity."""


class Word(NamedTuple):
    """What no line parts, and whether a blank parts it from the word before."""

    segments: Line
    width: int
    blank: bool


@lru_cache(maxsize=4096)  # a table is measured before it is laid out, and a point stands under each of its themes
def wrap(inlines: b.Inlines, width: int, look: Look, role: Role | None = None, hang: int = 0) -> Lines:
    """Return inlines as lines of at most `width` cells, the lines after the first indented by `hang`.

    `role` is the role of what has none of its own.
    """
    hang = min(hang, width // 2)
    found: list[Line] = []
    for segments in _broken(_runs(inlines, look, role)):
        lines = narrow_lines(segments, width, hang, first=not found)
        found += word_lines(segments, width, hang, first=not found) if lines is None else lines
    return tuple(map(_released, found))


def _released(line: Line) -> Line:
    """Return a line with blanks where no-break spaces have done their work: whoever searches types blanks."""
    if not any(_HELD in segment.text for segment in line):
        return line
    return tuple(segment._replace(text=segment.text.replace(_HELD, " ")) for segment in line)


def _broken(runs: Iterable[Segment]) -> list[list[Segment]]:
    """Return the stretches of each line that the author breaks."""
    lines: list[list[Segment]] = [[]]
    for segment in runs:
        if segment is _BREAK:
            lines.append([])
        else:
            lines[-1].append(segment)
    return lines


def word_lines(segments: Iterable[Segment], width: int, hang: int, *, first: bool) -> list[Line]:
    """Return segments as lines, word by word, whatever the width of their characters."""
    return _filled(_words(segments), width, hang, first=first)


def _runs(inlines: b.Inlines, look: Look, role: Role | None) -> Iterator[Segment]:
    """Yield the text of inlines in stretches of one role."""
    for inline in inlines:
        match inline:
            case b.Text(text):
                yield Segment(text, role)
            case b.LineBreak():
                yield _BREAK
            case b.Code(text):
                sign = "`" if look.marks else ""
                yield Segment(f"{sign}{text}{sign}", role or "code")
            case b.Link(children, url):
                yield from _link(children, url, look, role)
            case b.NoteMark(number):
                yield Segment(f"[{number}]", "note")
            case b.CrossReference():
                yield from _reference(inline, look, role)
            case _:
                before, after, own = _dress(inline, look, role)
                yield Segment(before, own)
                yield from _runs(inline.children, look, own)
                yield Segment(after, own)


def _reference(reference: b.CrossReference, look: Look, role: Role | None) -> Iterator[Segment]:
    """Yield the label of what stands in the document, with its page in print; of anything else title and label."""
    if not reference.label or reference.anchor not in look.anchors:
        yield from _runs(b.both(reference), look, role)
        return
    page = "" if reference.pageless else look.anchors.page(reference.anchor)
    label = b.plain(reference.label)
    is_short = len(label) <= _SHORT_LABEL and label[-1:].isdigit()
    for segment in _runs(reference.label, look, role):
        yield segment._replace(text=segment.text.replace(" ", _HELD)) if is_short else segment
    if page:
        yield Segment(f"{_HELD if is_short else ' '}(p.{_HELD}{page})", role)


def _dress(
    inline: b.Emphasis | b.Strong | b.Superscript | b.Styled | b.Inserted | b.Deleted, look: Look, role: Role | None
) -> tuple[str, str, Role | None]:
    """Return the signs around an inline and its role; meaning goes before stress, so a label stays a label."""
    match inline:
        case b.Emphasis():
            sign = "_" if look.marks else ""
            return sign, sign, role or "emphasis"
        case b.Strong():
            return "", "", role or "strong"
        case b.Inserted():
            return "{+", "+}", "inserted"
        case b.Deleted():
            return "[-", "-]", "deleted"
        case b.Superscript():
            return "^", "", role
        case b.Styled(_, own):
            return "", "", own or role


def _link(children: b.Inlines, url: str, look: Look, role: Role | None) -> Iterator[Segment]:
    shown, address = b.plain(children).strip(), url.removeprefix("mailto:")
    if shown in ("", url, address, _SCHEME.sub("", url).rstrip("/")):
        yield Segment(address, "link")
        return
    yield from _runs(children, look, role)
    yield Segment(" <", role)
    yield Segment(address, "link")
    yield Segment(">", role)


def _words(segments: Iterable[Segment]) -> list[Word]:
    found: list[Word] = []
    begun: list[Segment] = []
    for text, role in segments:
        for token in _TOKEN.findall(text):
            if token[0] not in _BLANKS:
                begun.append(Segment(token if token.isascii() else held(token), role))
            elif begun:
                found += _finished(begun)
                begun = []
    return found + _finished(begun)


def _finished(segments: list[Segment]) -> list[Word]:
    """Return a finished word; several where wide characters let a line end inside."""
    if not segments:
        return []
    if places := breaks("".join(segment.text for segment in segments)):
        pieces = [_whole(piece) for piece in _cut_at(segments, places)]
        return [word._replace(blank=word.blank and not i) for i, piece in enumerate(pieces) for word in piece]
    return _whole(segments)


def _cut_at(segments: Iterable[Segment], places: Sequence[int]) -> list[list[Segment]]:
    """Return the segments of a word cut at some places."""
    found: list[list[Segment]] = [[]]
    at, rest = 0, deque(places)
    for text, role in segments:
        while rest and rest[0] <= at + len(text):
            cut = rest.popleft() - at
            found[-1].append(Segment(text[:cut], role))
            found.append([])
            text, at = text[cut:], at + cut  # noqa: PLW2901
        if text:
            found[-1].append(Segment(text, role))
        at += len(text)
    return found


def _whole(segments: list[Segment]) -> list[Word]:
    """Return what no line may part, other than beside wide characters."""
    if len(segments) == 1:
        text, role = segments[0]
        if text.isascii():
            return [Word((segments[0],), len(text), True)]
        return [Word((Segment(t, role),), cells(t), not i) for i, t in enumerate(stretches(text))]
    if all(segment.text.isascii() for segment in segments):
        return [Word(tuple(segments), sum(len(segment.text) for segment in segments), True)]
    return _finished_mixed(segments)


def _finished_mixed(segments: list[Segment]) -> list[Word]:
    groups: list[list[Segment]] = []
    for text, role in segments:
        for i, stretch in enumerate(stretches(text)):
            # a note mark stays with its word
            if groups and not i and (role == "note" or not parts(groups[-1][-1].text[-1], stretch)):
                groups[-1].append(Segment(stretch, role))
            else:
                groups.append([Segment(stretch, role)])
    return [Word(tuple(g), sum(cells(s.text) for s in g), not i) for i, g in enumerate(groups)]


def _filled(words: Sequence[Word], width: int, hang: int, *, first: bool) -> list[Line]:
    narrow = width - hang
    lines: list[Line] = []
    line: list[Word] = []
    room = width if first else narrow
    used = 0
    for whole in words:
        for word in (whole,) if whole.width <= narrow else _parted(whole, narrow):
            needed = word.width + (word.blank and bool(line))
            if line and used + needed > room:
                lines.append(_line(line, hang if lines or not first else 0))
                line, used, room = [], 0, narrow
                needed = word.width
            line.append(word)
            used += needed
    if line or not lines:
        lines.append(_line(line, hang if lines or not first else 0))
    return lines


def _parted(word: Word, width: int) -> list[Word]:
    """Part a word that is wider than a line; where two roles meet, only if the line must end there."""
    groups: list[list[Segment]] = []
    room = 0
    for text, role in word.segments:
        for i, chunk in enumerate(_chunks(text, width)):
            if groups and not i and cells(chunk) <= room:
                groups[-1].append(Segment(chunk, role))
            else:
                groups.append([Segment(chunk, role)])
                room = width
            room -= cells(chunk)
    return [
        Word(tuple(group), sum(cells(segment.text) for segment in group), word.blank and not i)
        for i, group in enumerate(groups)
    ]


def _chunks(text: str, width: int) -> Iterator[str]:
    """Yield a word too wide for a line in parts: before a hyphen, which then is plainly not ours, else anywhere."""
    while len(text) > width and text.isascii() and (at := text.rfind("-", width // 2, width + 1)) > 0:
        yield text[:at]
        text = text[at:]
    yield from cut(text, width)


def _line(words: Sequence[Word], hang: int) -> Line:
    """Return words as one line, neighbors of the same role in one segment."""
    found: list[Segment] = [Segment(" " * hang)] if hang and words else []
    texts: list[str] = []
    role: Role | None = None
    for i, word in enumerate(words):
        for j, segment in enumerate(word.segments):
            blank = " " if i and not j and word.blank else ""
            if texts and segment.role == role:
                texts.append(blank + segment.text)
                continue
            if texts:
                if blank and role is None:
                    texts.append(" ")
                    blank = ""
                found.append(Segment("".join(texts), role))
            if blank and segment.role is not None:
                found.append(Segment(" "))
                blank = ""
            role = segment.role
            texts = [blank + segment.text]
    if texts:
        found.append(Segment("".join(texts), role))
    return tuple(found)
