"""Titles and punctuation of entries: quotation marks by level, and the mark between two parts set once."""

import re
from collections.abc import Iterable

from briefkit.document.blocks import Emphasis, Inline, Inlines, Strong, Text, plain
from briefkit.text.printable import clean

_TAG = re.compile(r"<(/?)(i|em|b|strong)>|</?(?:span|sup|sub|sc)\b[^<>]*>", re.IGNORECASE)
# Tags become these while the quotation marks are set; `clean` has removed them from typed text.
_ITALIC, _BOLD = ("\x01", "\x02"), ("\x03", "\x04")
_SWITCHES = {"i": _ITALIC, "em": _ITALIC, "b": _BOLD, "strong": _BOLD}
_RUN = re.compile("[\x01-\x04]|[^\x01-\x04]+")
_CLOSING = {'"': '"', "“": "”", "'": "'’", "‘": "’'"}
"""What may close a quotation, by what opens it."""
_MARK = re.compile("[\"“”'‘’]")
_PAIRS = ("“”", "‘’")


def title(text: str, *, quoted: bool) -> Inlines:
    """Return the title of a work between quotation marks, or in italics; none for an empty one.

    The title stays as typed but for its own quotation marks, which follow from the level (“a ‘b’ c”), and for CSL's
    tags: italics in an italic title are set upright.
    """
    if not (switched := _switches(text)):
        return ()
    runs = _runs(curl(switched, 1 if quoted else 0), italic=not quoted)
    return merged((Text("“"), *runs, Text("”")) if quoted else runs)


def upright(text: str) -> Inlines:
    """Return a text without italics or quotation marks of its own, its quotation marks curled."""
    return merged(_runs(curl(_switches(text), 0), italic=False)) if text else ()


def stripped(inlines: Inlines) -> Inlines:
    """Return inlines without comma and blanks at their start."""
    if inlines and isinstance(inlines[0], Text):
        return merged((Text(inlines[0].text.lstrip(", ")), *inlines[1:]))
    return inlines


def _switches(text: str) -> str:
    """Return the text, cleaned, with a switch for each tag that sets italics or bold, and without other tags."""

    def switch(tag: re.Match[str]) -> str:
        on_off = _SWITCHES.get((tag[2] or "").lower())
        return on_off[bool(tag[1])] if on_off else ""

    cleaned = clean(text)
    return _TAG.sub(switch, cleaned) if "<" in cleaned else cleaned


def _runs(text: str, *, italic: bool) -> Inlines:
    if text and text.isprintable():
        return (Emphasis((Text(text),)),) if italic else (Text(text),)
    runs: list[Inline] = []
    turned = bold = False
    for run in _RUN.findall(text):
        if run in _ITALIC:
            turned = run == _ITALIC[0]
        elif run in _BOLD:
            bold = run == _BOLD[0]
        else:
            inline: Inline = Strong((Text(run),)) if bold else Text(run)
            runs.append(inline if italic == turned else Emphasis((inline,)))
    return tuple(runs)


def curl(text: str, level: int) -> str:
    """Return the text with curly quotation marks: double ones outside, single ones inside when `level` is even.

    A comma or period after a closing mark moves before it. What is not a pair stays, a straight ' as an apostrophe.
    """
    last_closing = {opening: _last_closing(text, _CLOSING[opening]) for opening in _CLOSING if opening in text}
    if not last_closing:
        return text
    parts: list[str] = []
    awaited: list[str] = []
    at = 0
    while mark := _MARK.search(text, at):
        parts.append(text[at : mark.start()])
        char, at = mark[0], mark.end()
        before, after = text[at - 2 : at - 1], text[at : at + 1]
        if awaited and char in awaited[-1] and not after.isalnum():
            awaited.pop()
            stop = after if after and after in ",." else ""
            parts.append(stop + _PAIRS[(level + len(awaited)) % 2][1])
            at += len(stop)
        elif char in last_closing and not before.isalnum() and at < last_closing[char]:
            parts.append(_PAIRS[(level + len(awaited)) % 2][0])
            awaited.append(_CLOSING[char])
        else:
            parts.append("’" if char == "'" else char)
    return "".join((*parts, text[at:]))


def _last_closing(text: str, marks: str) -> int:
    """Return where the last of the marks at the end of a word stands, or -1."""
    ends = (at for at in range(len(text) - 1, 0, -1) if text[at] in marks)
    return next((at for at in ends if not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()), -1)


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Return the inlines with neighboring texts in one."""
    inlines = tuple(inlines)
    if not inlines or (len(inlines) == 1 and not (isinstance(inlines[0], Text) and not inlines[0].text)):
        return inlines
    result: list[Inline] = []
    texts: list[str] = []
    for inline in (*inlines, None):
        if isinstance(inline, Text):
            texts.append(inline.text)
            continue
        if text := "".join(texts):
            result.append(Text(text))
        texts.clear()
        if inline is not None:
            result.append(inline)
    return tuple(result)


def join(separator: str, parts: Iterable[Inlines]) -> Inlines:
    """Return the parts that are not empty with the separator between them, its mark set as `ended` does."""
    filled = [part for part in parts if part]
    if len(filled) < 2:
        return merged(filled[0]) if filled else ()
    mark, blank = separator.strip(), " " if separator.endswith(" ") else ""
    result: list[Inline] = []
    for part in filled[:-1]:
        result.extend((*ended(part, mark), Text(blank)))
    return merged((*result, *filled[-1]))


def ended(inlines: Inlines, mark: str) -> Inlines:
    """Return the inlines with a punctuation mark at their end.

    Commas and periods go before closing quotation marks. A period is dropped after one of `.?!`, a comma only where
    such a mark ends a quotation: it stays after an italic title, as in *What Now?*, 3.
    """
    text = plain(inlines)
    quotes = _closing_quotes(text)
    last = text[: len(text) - quotes][-1:]
    if last and mark not in (",", "."):
        return merged((*inlines, Text(mark)))
    if not last or last == mark or (last in ".?!" and (mark == "." or quotes)):
        return inlines
    return _before_quotes(inlines, mark, quotes)


def _closing_quotes(text: str) -> int:
    """Return how many quotation marks close at the end; an apostrophe is none."""
    if not text.endswith("”"):
        return 0
    inner = text[:-1].rpartition("‘")[2] if "‘" in text else ""
    # The ’ before ” closes the last ‘ unless another ’ has closed that already.
    return 2 if inner.endswith("’") and not re.search(r"’\W", inner) else 1


def _before_quotes(inlines: Inlines, mark: str, quotes: int) -> Inlines:
    last = inlines[-1]
    if quotes and isinstance(last, Text):
        cut = max(len(last.text) - quotes, 0)
        return (*inlines[:-1], Text(last.text[:cut] + mark + last.text[cut:]))
    if quotes and isinstance(last, Emphasis):
        return (*inlines[:-1], Emphasis(_before_quotes(last.children, mark, quotes)))
    return merged((*inlines, Text(mark)))


def bracketed(inlines: Inlines) -> Inlines:
    """Return the inlines between parentheses; nothing if there are none."""
    return merged((Text("("), *inlines, Text(")"))) if inlines else ()


def capitalized(inlines: Inlines) -> Inlines:
    """Return the inlines with the first letter in upper case; a leading link stays, and names like eSafety, u/field."""
    if not inlines:
        return ()
    match inlines[0]:
        case Text(text) if not any(char.isupper() or char == "/" for char in text.partition(" ")[0][1:]):
            return (Text(text[:1].upper() + text[1:]), *inlines[1:])
        case Emphasis(children):
            return (Emphasis(capitalized(children)), *inlines[1:])
        case _:
            return inlines
