"""Inlines → one line of Markdown that GitHub and pandoc read the same way, whatever the text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.markdown.slugs import Slug, elsewhere

Setting: TypeAlias = Literal["line", "heading", "cell"]
"""Where the text stands: a line of its own, behind `#`, or between the bars of a table."""


@dataclass(frozen=True, slots=True)
class Names:
    """What notes and headings are called.

    `notes` is the prefix of the chapter's note labels, `slugs` are addresses by anchor, `targets` the addresses to
    which links lead.
    """

    notes: str = ""
    slugs: Mapping[str, Slug] = field(default_factory=dict)
    targets: AbstractSet[str] = frozenset()


class _Piece(NamedTuple):
    """A stretch of the line.

    `text` is plain and `code` is verbatim; `gap` is white space and `break` a break between them; `open` and `close`
    are delimiters or the ends of a link; `note` and `raw` are finished.
    """

    kind: Literal["text", "code", "gap", "break", "open", "close", "note", "raw"]
    value: str


BREAK = " <br>"
"""Parts the lines of a cell; where pandoc drops the tag, as on the way to Word, the blank is left."""

_BLANK = _Piece("text", " ")
_NOTHING = _Piece("break", "")
_BREAKS: Mapping[Setting, _Piece] = {
    "line": _Piece("break", "\\\n"),
    "heading": _Piece("gap", " "),
    "cell": _Piece("break", BREAK),
}
_BLANKS = " \t\n"
_RUN = re.compile(r"[ \t\n]+")
_DELIMITERS = frozenset({"*", "_", "**", "~~"})
_ESCAPED = re.compile(
    r"[\\`*\[\]{~^_<&@:.]"  # begins with a class, so that the search skips from one such sign to the next
    r"(?:(?<=[\\`*\[\]{~^])"
    r"|(?<=_)(?:(?<![^\W_]_)|(?![^\W_]))"  # not inside a word
    r"|(?<=<)(?!\s)"
    r"|(?<=&)(?=#?\w+;)"
    r"|(?<=@)(?=\w|$)"  # a citation in pandoc
    r"|(?<=[A-Za-z]:)(?=//)|(?<=[wW]{3}\.)"  # addresses become links on GitHub
    r"|(?<=:)(?=(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234):))"  # :smile:
)
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
    found: list[_Piece] = []
    _flatten(inlines, found, names, setting, frozenset())
    if len(found) == 1 and found[0].kind == "text":
        return "".join(_render(found, setting))
    pieces = _tidy(found)
    _choose_underscores(pieces)
    return "".join(_render(pieces, setting))


def _flatten(inlines: b.Inlines, found: list[_Piece], names: Names, setting: Setting, held: frozenset[str]) -> None:
    """Append the pieces of inlines; `held` are the delimiters around them, which they do not repeat."""
    for inline in inlines:
        match inline:
            case b.Text(text):
                _text(text, found)
            case b.Code(text):
                _text(text, found) if setting == "cell" and "|" in text else _code(text, found)
            case b.LineBreak():
                found.append(_BREAKS[setting])
            case b.Link(children, url):
                _link(children, url, found, names, setting, held)
            case b.CrossReference():
                _cross_reference(inline, found, names, setting, held)
            case b.NoteMark(number):
                found.append(_Piece("note", f"[^{names.notes}{number}]"))
            case b.Superscript(children):
                found.append(_Piece("open", "<sup>"))
                _flatten(children, found, names, setting, held)
                found.append(_Piece("close", "</sup>"))
            case _:
                _delimited(inline.children, _delimiter(inline), found, names, setting, held)


def _text(text: str, found: list[_Piece]) -> None:
    """Append a text, the white space around it as gaps."""
    core = text.strip()
    if not core:
        found.append(_Piece("gap", text))
    elif len(core) == len(text):
        found.append(_Piece("text", _evened(core)))
    else:
        start = text.index(core)
        found += (_Piece("gap", text[:start]), _Piece("text", _evened(core)), _Piece("gap", text[start + len(core) :]))


def _evened(text: str) -> str:
    """Return the text with single blanks."""
    return _RUN.sub(" ", text) if "  " in text or "\n" in text or "\t" in text else text


def _code(text: str, found: list[_Piece]) -> None:
    if core := re.sub(r"[\t\n]", " ", text).strip():
        found.append(_Piece("code", core))


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
    children: b.Inlines, delimiter: str, found: list[_Piece], names: Names, setting: Setting, held: frozenset[str]
) -> None:
    if not delimiter or delimiter in held:
        _flatten(children, found, names, setting, held)
        return
    found.append(_Piece("open", delimiter))
    _flatten(children, found, names, setting, held | {delimiter})
    found.append(_Piece("close", delimiter))


def _link(
    children: b.Inlines, url: str, found: list[_Piece], names: Names, setting: Setting, held: frozenset[str]
) -> None:
    words = b.plain(children).strip()
    if "[" in held:
        _flatten(children, found, names, setting, held)
    elif words == url.removeprefix("mailto:") and _AUTOLINK.fullmatch(url):
        found.append(_Piece("raw", f"<{words}>"))
    else:
        address = _UNSAFE_IN_URL.sub(_encoded, url)
        _bracketed(children if words else (b.Text(url), *children), address, found, names, setting, held)


def _encoded(match: re.Match[str]) -> str:
    return "&amp;" if match[0] == "&" else "".join(f"%{byte:02X}" for byte in match[0].encode())


def _cross_reference(
    reference: b.CrossReference, found: list[_Piece], names: Names, setting: Setting, held: frozenset[str]
) -> None:
    slug = names.slugs.get(reference.anchor)
    own = f"#{slug.text}" if slug and slug.text else ""
    children = reference.label if own and reference.label else b.both(reference)
    address = elsewhere(reference.elsewhere) if reference.elsewhere else own
    if not address or "[" in held or not b.plain(children).strip():
        _flatten(children, found, names, setting, held)
    else:
        _bracketed(children, address, found, names, setting, held)


def _bracketed(
    children: b.Inlines, address: str, found: list[_Piece], names: Names, setting: Setting, held: frozenset[str]
) -> None:
    """Append a link; notes in it follow it, because links and notes cannot be in each other."""
    inside: list[_Piece] = []
    _flatten(children, inside, names, setting, held | {"["})
    found.append(_Piece("open", "["))
    found += (piece for piece in inside if piece.kind != "note")
    found.append(_Piece("close", f"]({address})"))
    found += (piece for piece in inside if piece.kind == "note")


def _tidy(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Join what belongs together: text to text, equal delimiters that meet; white space moves out of delimiters."""
    done: list[_Piece] = []
    opened: list[_Piece] = []  # not yet written, because nothing has come after them
    gap: _Piece | None = None
    for piece in pieces:
        kind = piece[0]
        if kind in ("gap", "break"):
            gap = _wider(gap, piece)
        elif kind == "open":
            opened.append(piece)
        elif kind == "close":
            if opened:
                opened.pop()
            else:
                done.append(piece)
        else:
            if gap and done:
                _append(done, gap)
            gap = None
            if opened:
                _open(done, opened)
            _append(done, piece)
    return done


def _open(done: list[_Piece], opened: list[_Piece]) -> None:
    """Write what has been opened, now that something comes after it."""
    while opened and done and done[-1] == ("close", opened[0].value):
        done.pop()
        del opened[0]
    if opened and done and done[-1].kind == "close" and {done[-1].value, opened[0].value} <= _DELIMITERS:
        done.append(_Piece("raw", "<!-- -->"))  # GitHub and pandoc part `***` in different places
    done += opened
    opened.clear()


def _wider(one: _Piece | None, other: _Piece) -> _Piece | None:
    """Return what two stretches of white space make together: a break, or one blank, or the unusual ones."""
    if not other.value or (one and one.kind == "break"):
        return one
    if other.kind == "break":
        return other
    if one is None and other.value == " ":
        return _BLANK
    value = (one.value if one else "") + other.value
    return _Piece("text", "".join(sign for sign in value if sign not in _BLANKS) or " ")


def _append(done: list[_Piece], piece: _Piece) -> None:
    kind = piece[0]
    if kind in ("text", "code") and done and done[-1][0] == kind:
        done[-1] = _Piece(kind, done[-1][1] + piece[1])
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
    dollars = sum([value.count("$") for _, value in pieces])
    # A dollar sign alone is no formula; in a table it may meet another in the next cell.
    escape_dollars = dollars > 1 or (dollars and setting == "cell")
    row = [_NOTHING, _NOTHING, *pieces, _NOTHING, _NOTHING]
    for i, (kind, value) in enumerate(pieces, 2):
        if kind == "text":
            text = _write_text(row[i - 2 : i + 3], setting)
            yield text.replace("$", "\\$") if escape_dollars else text
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
        return _ESCAPED.sub(_backslashed, text)
    return _ESCAPED.sub(_backslashed, text[:at]) + "\\" + text[at] + _ESCAPED.sub(_backslashed, text[at + 1 :])


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"  # a third of the time that a template takes


def _write_code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
