"""Inlines → one line of Markdown that GitHub and pandoc read the same way, whatever the text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.formats.markdown.slugs import Slug

Setting: TypeAlias = Literal["line", "heading", "cell"]
"""Where the text stands: a line of its own, behind `#`, or between the bars of a table."""


@dataclass(frozen=True, slots=True)
class Names:
    """What notes and headings are called.

    `notes` is the prefix of the chapter's note labels, `slugs` are addresses by anchor, `referenced` the anchors that
    need one.
    """

    notes: str = ""
    slugs: Mapping[str, Slug] = field(default_factory=dict)
    referenced: AbstractSet[str] = frozenset()


class _Piece(NamedTuple):
    """A stretch of the line.

    `text` is plain and `code` is verbatim; `gap` is white space and `break` a break between them; `open` and `close`
    are delimiters or the ends of a link; `note` and `raw` are finished.
    """

    kind: Literal["text", "code", "gap", "break", "open", "close", "note", "raw"]
    value: str


_BLANKS = " \t\n"
_DELIMITERS = frozenset({"*", "_", "**", "~~"})
_ESCAPED = re.compile(
    r"[\\`*\[\]{~^]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # not inside a word
    r"|<(?!\s)"
    r"|&(?=#?\w+;)"
    r"|@(?=\w|$)"  # a citation in pandoc
    r"|(?<=[A-Za-z]):(?=//)|(?<=[wW]{3})\."  # addresses become links on GitHub
    r"|:(?=(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234):)"  # :smile:
)
_BACKSLASHED = r"\\\g<0>"
_LINE_START = re.compile(
    r"(?=[#>%|=])"
    r"|(?=[-+](?:[\s\-+=:|]|$))"
    r"|(?=:(?:[\s:]|$))|[Tt]able(?=:)"  # a definition or a caption in pandoc
    r"|(?![A-Z]\.\s)\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](?:\s|$))"
)
_AUTOLINK = re.compile(r"(?:https?://|mailto:)(?:[\w\-.~:/?#@!$'()*+,;=%]|&(?!#?\w+;))+", re.ASCII)
_UNSAFE_IN_URL = re.compile(r"""[^\w\-.~:/?#@!$&'*+,;=%]|&(?=#?\w+;)""", re.ASCII)


def write(inlines: b.Inlines, names: Names, setting: Setting = "line") -> str:
    """Return inlines as Markdown. In a line of its own a break that the author wants makes two lines."""
    pieces = _tidy(_flatten(inlines, names, setting, frozenset()))
    _choose_underscores(pieces)
    return "".join(_render(pieces, setting))


def _flatten(inlines: b.Inlines, names: Names, setting: Setting, held: frozenset[str]) -> Iterator[_Piece]:
    """Yield the pieces of inlines; `held` are the delimiters around them, which they do not repeat."""
    for inline in inlines:
        match inline:
            case b.Text(text):
                yield from _text(text)
            case b.Code(text):
                yield from _text(text) if setting == "cell" and "|" in text else _code(text)
            case b.LineBreak():
                yield _Piece("break", "\\\n") if setting == "line" else _Piece("gap", " ")
            case b.Link(children, url):
                yield from _link(children, url, names, setting, held)
            case b.CrossReference(anchor):
                yield from _cross_reference(b.both(inline), anchor, names, setting, held)
            case b.NoteMark(number):
                yield _Piece("note", f"[^{names.notes}{number}]")
            case b.Superscript(children):
                yield _Piece("open", "<sup>")
                yield from _flatten(children, names, setting, held)
                yield _Piece("close", "</sup>")
            case _:
                yield from _delimited(inline.children, _delimiter(inline), names, setting, held)


def _text(text: str) -> Iterator[_Piece]:
    """Yield a text, the white space around it as gaps."""
    core = text.strip()
    if not core:
        yield _Piece("gap", text)
        return
    start = text.index(core)
    yield _Piece("gap", text[:start])
    yield _Piece("text", re.sub(r"[ \t\n]+", " ", core))
    yield _Piece("gap", text[start + len(core) :])


def _code(text: str) -> Iterator[_Piece]:
    if core := re.sub(r"[\t\n]", " ", text).strip():
        yield _Piece("code", core)


def _delimiter(inline: b.Emphasis | b.Strong | b.Inserted | b.Deleted | b.Styled) -> str:
    match inline:
        case b.Emphasis():
            return "*"
        case b.Deleted():
            return "~~"
        case b.Styled(role=role) if role != "strong":
            return ""
        case _:
            return "**"


def _delimited(
    children: b.Inlines, delimiter: str, names: Names, setting: Setting, held: frozenset[str]
) -> Iterator[_Piece]:
    if not delimiter or delimiter in held:
        yield from _flatten(children, names, setting, held)
        return
    yield _Piece("open", delimiter)
    yield from _flatten(children, names, setting, held | {delimiter})
    yield _Piece("close", delimiter)


def _link(children: b.Inlines, url: str, names: Names, setting: Setting, held: frozenset[str]) -> Iterator[_Piece]:
    words = b.plain(children).strip()
    if "[" in held:
        yield from _flatten(children, names, setting, held)
    elif words == url.removeprefix("mailto:") and _AUTOLINK.fullmatch(url):
        yield _Piece("raw", f"<{words}>")
    else:
        address = _UNSAFE_IN_URL.sub(_encoded, url)
        yield from _bracketed(children if words else (b.Text(url), *children), address, names, setting, held)


def _encoded(match: re.Match[str]) -> str:
    return "&amp;" if match[0] == "&" else "".join(f"%{byte:02X}" for byte in match[0].encode())


def _cross_reference(
    children: b.Inlines, anchor: str, names: Names, setting: Setting, held: frozenset[str]
) -> Iterator[_Piece]:
    slug = names.slugs.get(anchor)
    if slug is None or "[" in held or not b.plain(children).strip():
        yield from _flatten(children, names, setting, held)
    else:
        yield from _bracketed(children, f"#{slug.text}", names, setting, held)


def _bracketed(
    children: b.Inlines, address: str, names: Names, setting: Setting, held: frozenset[str]
) -> Iterator[_Piece]:
    """Yield a link; notes in it follow it, because links and notes cannot be in each other."""
    inside = list(_flatten(children, names, setting, held | {"["}))
    yield _Piece("open", "[")
    yield from (piece for piece in inside if piece.kind != "note")
    yield _Piece("close", f"]({address})")
    yield from (piece for piece in inside if piece.kind == "note")


def _tidy(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Join what belongs together: text to text, equal delimiters that meet; white space moves out of delimiters."""
    done: list[_Piece] = []
    opened: list[_Piece] = []  # not yet written, because nothing has come after them
    gap: _Piece | None = None
    for piece in pieces:
        if piece.kind in ("gap", "break"):
            gap = _wider(gap, piece)
        elif piece.kind == "open":
            opened.append(piece)
        elif piece.kind == "close":
            if opened:
                opened.pop()
            else:
                done.append(piece)
        else:
            if gap and done:
                _append(done, gap)
            gap = None
            while opened and done and done[-1] == ("close", opened[0].value):
                done.pop()
                del opened[0]
            if opened and done and done[-1].kind == "close" and {done[-1].value, opened[0].value} <= _DELIMITERS:
                done.append(_Piece("raw", "<!-- -->"))  # GitHub and pandoc part `***` in different places
            done += opened
            opened.clear()
            _append(done, piece)
    return done


def _wider(one: _Piece | None, other: _Piece) -> _Piece | None:
    """Return what two stretches of white space make together: a break, or one blank, or the unusual ones."""
    if not other.value or (one and one.kind == "break"):
        return one
    if other.kind == "break":
        return other
    value = (one.value if one else "") + other.value
    return _Piece("text", "".join(sign for sign in value if sign not in _BLANKS) or " ")


def _append(done: list[_Piece], piece: _Piece) -> None:
    if done and done[-1].kind == piece.kind and piece.kind in ("text", "code"):
        done[-1] = _Piece(piece.kind, done[-1].value + piece.value)
    else:
        done.append(piece)


def _choose_underscores(pieces: list[_Piece]) -> None:
    """Write emphasis with underscores where its asterisks would touch those of strong text."""
    opened: list[int] = []
    for end, piece in enumerate(pieces):
        if piece.kind == "open":
            opened.append(end)
        elif piece.kind == "close":
            start = opened.pop()
            around = (start - 1, start + 1, end - 1, end + 1)
            if piece.value == "*" and any(
                0 <= i < len(pieces) and pieces[i].kind in ("open", "close") and pieces[i].value == "**" for i in around
            ):
                pieces[start], pieces[end] = _Piece("open", "_"), _Piece("close", "_")


def _render(pieces: list[_Piece], setting: Setting) -> Iterator[str]:
    # A dollar sign alone is no formula; in a table it may meet another in the next cell.
    dollar = "$" if setting != "cell" and sum(piece.value.count("$") for piece in pieces) < 2 else "\\$"
    nothing = _Piece("break", "")
    row = [nothing, nothing, *pieces, nothing, nothing]
    for i in range(2, len(row) - 2):
        kind, value = row[i]
        if kind == "text":
            yield _write_text(row[i - 2 : i + 3], setting).replace("$", dollar)
        elif kind == "code":
            yield _write_code(value)
        else:
            yield value


def _write_text(around: list[_Piece], setting: Setting) -> str:
    """Return the text in the middle of five pieces, escaped for where it stands."""
    before_last, before, (_, text), after, after_next = around
    first = text[0] if before.kind == "close" and _crowded(text[0], before.value, before_last, -1) else ""
    text = text[len(first) :]
    last = text[-1:] if after.kind == "open" and text and _crowded(text[-1], after.value, after_next, 0) else ""
    text = text.removesuffix(last) if last else text
    escaped = _escape(text, at_start=setting == "line" and before.kind == "break", after_note=before.kind == "note")
    if text.endswith("!") and (after.kind == "note" or after == ("open", "[")):
        escaped = f"{escaped[:-1]}\\!"  # or it would be an image
    if setting == "heading":
        escaped = escaped.replace("#", "\\#")
    elif setting == "cell":
        escaped = escaped.replace("|", "\\|")
    return f"{_entity(first)}{escaped}{_entity(last)}"


def _crowded(outer: str, delimiter: str, inner: _Piece, side: Literal[0, -1]) -> bool:
    """Tell whether a delimiter would be none between these signs, by the rules of CommonMark for flanking."""
    if delimiter not in _DELIMITERS or outer.isspace() or unicodedata.category(outer)[0] == "P":
        return False
    if delimiter == "_" or inner.kind != "text":
        return True
    # A sign alone may have to be written as an entity for the sake of the delimiter on its other side.
    return len(inner.value) == 1 or unicodedata.category(inner.value[side])[0] in "PS"


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};" if sign else ""


def _escape(text: str, *, at_start: bool, after_note: bool) -> str:
    if not text:
        return ""
    start = _LINE_START.match(text) if at_start else None
    at = 0 if after_note and text[0] in "(:" else start.end() if start else None
    if at is None:
        return _ESCAPED.sub(_BACKSLASHED, text)
    return _ESCAPED.sub(_BACKSLASHED, text[:at]) + "\\" + text[at] + _ESCAPED.sub(_BACKSLASHED, text[at + 1 :])


def _write_code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
