"""What libyaml says of broken YAML, in words for people and at the place where it is to be mended."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefkit.reading import escapes, features
from briefkit.reading.text_fault import TextFault
from briefkit.text.printable import quoted

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?![^ \r\n])[^\r\n]*", re.MULTILINE)
_ODD_BLANKS = re.compile(r"[ \t]*([\xa0\u2000-\u200b\u202f\u3000]+)")
_BIBTEX = re.compile(r"@[A-Za-z]+[ \t]*[{(]")
_OPEN_FIELD = re.compile(r"(?:^|\n)references:[ \t]*\r?\n\s*\Z")
_TIGHT_COLON = re.compile(r" *(?:- +)*[^\W\d][\w-]*(:)[^\s:/][^\r\n]*")
_FIELD_START = re.compile(r"[ \t]*(?:- +)?[\w-]+:(?:\s|[\"']|$)")
_WORD = re.compile(r"[\w-]+[ \t]*")
_CLOSING = {"[": "]", "{": "}"}
_CURLY = "“”„‟‘’‚«»"
_QUOTE_IT = "put quotes around the whole value, or write it below a `|`, indented"


@dataclass(frozen=True)
class Failure:
    """The parser's error and what was read before it; all places are offsets into the text."""

    text: str
    what: str
    """The parser's words: context and fault."""
    at: int
    """Where the parser stopped."""
    opened: int
    """Where that began which it was reading."""
    scalar: tuple[int, int]
    """The last key or text before."""
    brackets: list[int]
    """The brackets that are open, the innermost last."""

    @property
    def here(self) -> str:
        """The character where the parser stopped; at the end of the file empty."""
        return self.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """What stands before that character in its line."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 : self.at]

    def line(self, offset: int) -> tuple[int, int]:
        """Return start and end of the line around an offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return start, end - (self.text[start:end].endswith("\r"))


def explain(failure: Failure) -> list[TextFault]:
    """Return the error in words for people; several only for the conflicts of a merge."""
    if conflicts := _conflicts(failure.text):
        return conflicts
    if fault := _odd_indent(failure):
        return [fault]
    for words, handler in _HANDLERS:
        if re.search(words, failure.what):
            return [handler(failure)]
    hint = "compare blanks, quotes and colons with the lines above"
    return [_wrong(failure.at, failure.at + 1, "this is not valid YAML", hint)]


def _wrong(start: int, end: int, message: str, hint: str) -> TextFault:
    return TextFault("invalid-yaml", start, end, message, hint)


def _conflicts(text: str) -> list[TextFault]:
    """Find what a version control program leaves behind: of each conflict the first marker, if it is still there."""
    markers = list(_CONFLICT.finditer(text))
    first = [marker for marker in markers if marker[0].startswith("<")] or markers
    message = "an unresolved merge conflict: two versions of the file stand here"
    hint = "keep the lines of one version and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`"
    return [_wrong(marker.start(), marker.end(), message, hint) for marker in first]


def _odd_indent(f: Failure) -> TextFault | None:
    """Find a line that is indented by something else than blanks."""
    if f.here == "\t" and not f.before.strip(" \t"):
        tabs = len(f.text[f.at :]) - len(f.text[f.at :].lstrip("\t"))
        hint = "replace the tab by blanks, as many as the lines beside it have"
        return _wrong(f.at, f.at + tabs, "a tab stands at the beginning of the line", hint)
    for offset in (f.opened, f.at):
        if found := _ODD_BLANKS.match(f.text, f.line(offset)[0]):
            message = f"the line is indented with a special blank (U+{ord(found[1][0]):04X})"
            return _wrong(*found.span(1), message, "replace it by ordinary blanks; it comes from Word or a web page")
    return None


def _colon_in_value(f: Failure) -> TextFault:
    """Explain `title: Viet Nam: a brief`, or a line that the parser took for the end of the value above."""
    start = f.scalar[0]
    line_start, line_end = f.line(start)
    if line_start == f.line(f.at)[0]:
        value = f.text[start:line_end].rstrip()
        hint = _QUOTE_IT
        if value[:1] in _CURLY:
            hint = "curly quotes are letters to YAML: put straight ones around the whole value"
        elif not set('"\\#') & set(value):
            hint = "put quotes around the whole value: " + quoted(f'"{value}"')
        message = "a colon and a blank begin a new field, but this one stands inside a value"
        return _wrong(f.at, f.at + 1, message, hint)
    if not f.text[line_start:start].strip():
        return _no_field(f, start)
    message = "this line continues the value above, where a colon and a blank cannot stand"
    hint = "if it is a field, indent it as far as the field above; if it is text, write the value below a `|`"
    return _wrong(f.at, f.at + 1, message, hint)


def _no_colon(f: Failure) -> TextFault:
    return _no_field(f, f.opened)


def _no_field(f: Failure, start: int) -> TextFault:
    """Explain a line that should be a field: no blank after its colon, no colon, or text fallen out of its block."""
    line_start, line_end = f.line(start)
    if found := _TIGHT_COLON.fullmatch(f.text, line_start, line_end):
        return _tight_colon(*found.span(1))
    if found := _WORD.fullmatch(f.text, start, line_end):
        word = found[0].rstrip()
        message = f"a colon is missing after {quoted(word)}"
        return _wrong(start, start + len(word), message, f"write {quoted(word + ':')} and its value")
    if f.text[start : start + 1] in ("[", "{") and _OPEN_FIELD.search(f.text, 0, start):
        hint = "indent every line of the list by two blanks; or let `briefkit import` make YAML of a .json file"
        return _wrong(start, start + 1, "this list or mapping stands too far left for the field above", hint)
    closing = _CLOSING.get(f.text[start : start + 1])
    if closing and closing not in f.text[start:]:
        return _never_closed_bracket(f.text, start)
    message = "this line is no field, and it is not indented like text"
    hint = "if it belongs to the text above, indent it like that text; else begin it with a name, a colon and a blank"
    return _wrong(start, line_end, message, hint)


def _colon_in_brackets(f: Failure) -> TextFault:
    return _tight_colon(f.at, f.at + 1)


def _tight_colon(start: int, end: int) -> TextFault:
    hint = "write the name, a colon, a blank and the value"
    return _wrong(start, end, "a blank is missing after this colon", hint)


def _open_quote(f: Failure) -> TextFault:
    return _never_closed_quote(f.text[f.opened : f.opened + 1], f.opened)


def _never_closed_quote(quote: str, start: int) -> TextFault:
    hint = f"put {quoted(quote)} at the end of the value"
    if quote == "'":
        hint += "; if it is an apostrophe, put the whole value in double quotes"
    return _wrong(start, start + 1, "this quote is never closed", hint)


def _open_bracket(f: Failure) -> TextFault:
    return _never_closed_bracket(f.text, f.brackets[-1])


def _never_closed_bracket(text: str, start: int) -> TextFault:
    hint = f"put `{_CLOSING[text[start]]}` at the end; if the bracket begins a text, put quotes around the whole value"
    return _wrong(start, start + 1, "this bracket is never closed", hint)


def _after_closing(f: Failure) -> TextFault | None:
    """Explain text after a closing quote or bracket; nothing if there is none in this line.

    A quote that has taken in fields was meant to close before them.
    """
    before = f.before.rstrip(" \t")
    start, end = f.scalar
    is_quoted = f.text[start : start + 1] in ('"', "'") and not f.text[end : f.at].strip()
    if is_quoted and any(_FIELD_START.match(line) for line in f.text[start:end].splitlines()[1:]):
        return _never_closed_quote(f.text[start], start)
    if not before:
        return None
    if before[-1] in "\"'" and end == f.at - len(f.before) + len(before):
        kind = "double" if before[-1] == "'" else "single"
        hint = f"put {kind} quotes around the whole value, or write it below a `|`, indented"
        return _wrong(f.at, f.at + 1, "text stands after the closing quote", hint)
    if before[-1] in "]}":
        return _wrong(f.at, f.at + 1, "text stands after the closing bracket", "put quotes around the whole value")
    return None


def _misplaced(f: Failure) -> TextFault:
    """Explain what cannot follow in a block of fields or of list entries."""
    if fault := _after_closing(f):
        return fault
    column = len(f.before)
    if f.before.strip():
        return _wrong(f.at, f.at + 1, "this cannot stand here", _QUOTE_IT)
    if f.text.startswith(("- ", "-\n", "-\r"), f.at):
        message = "a list entry stands where a field is expected"
        return _wrong(f.at, f.at + 1, message, "indent it under the field to which the list belongs")
    if f.here in ("]", "}"):
        return _wrong(f.at, f.at + 1, "this bracket closes nothing", "delete it, or open the bracket before")
    if "collection" in f.what and column == f.opened - f.line(f.opened)[0]:
        message = "this line stands among list entries but does not begin with `- `"
        return _wrong(f.at, f.line(f.at)[1], message, "begin it with `- `, or indent it like the lines it belongs to")
    if f.here == ":":
        return _wrong(f.at, f.at + 1, "a name is missing before this colon", "write the name of the field before it")
    if column == f.opened - f.line(f.opened)[0]:
        return _no_field(f, f.at)
    blanks = "1 blank" if column == 1 else f"{column} blanks"
    message = f"this line is indented by {blanks}, like no field or entry above it"
    return _wrong(f.at, f.line(f.at)[1], message, "indent it exactly as far as the lines that it stands beside")


def _in_brackets(f: Failure) -> TextFault:
    """Explain what cannot follow in a list or mapping in brackets."""
    new_line = f.line(f.opened)[0] != f.line(f.at)[0]
    is_field = f.text[f.opened] == "[" and _FIELD_START.match(f.text, f.line(f.at)[0])
    if not f.here or (new_line and (f.here == ":" or is_field)):
        return _open_bracket(f)
    if fault := _after_closing(f):
        return fault
    if f.here in "]}":
        return _wrong(f.at, f.at + 1, f"`{f.text[f.opened]}` is closed by `{f.here}`", "use brackets of one kind")
    if f.here == ":":
        return _wrong(f.at, f.at + 1, "a second colon stands in an entry", "put quotes around the entry")
    return _wrong(f.at, f.at + 1, "a comma is missing before this", "put a comma between two entries")


def _nothing_here(f: Failure) -> TextFault:
    if not f.here and f.brackets:
        return _open_bracket(f)
    if f.here == "," and f.brackets:
        return _wrong(
            f.at,
            f.at + 1,
            "nothing stands before this comma",
            "delete the comma, or put quotes around a text with commas",
        )
    return _bad_start(f.at, f.here)


def _bad_character(f: Failure) -> TextFault:
    if found := _BIBTEX.match(f.text, f.at):
        hint = "`briefkit import` makes references of a .bib file; write what it prints here"
        return _wrong(*found.span(), "this is BibTeX, which a brief does not take", hint)
    return _bad_start(f.at, f.here)


def _bad_indicator(f: Failure) -> TextFault:
    return _bad_start(f.opened, f.text[f.opened : f.opened + 1])


def _bad_start(start: int, character: str) -> TextFault:
    shown = "a backtick" if character == "`" else quoted(character)
    hint = _QUOTE_IT
    if character in ("|", ">"):
        hint = f"put quotes around the whole value; after {shown} the text begins in the next line"
    return _wrong(start, start + 1, f"a value cannot begin with {shown}", hint)


def _inline_list(f: Failure) -> TextFault:
    hint = "begin a new line for every `- `; if the dash belongs to a text, put quotes around the whole value"
    return _wrong(f.at, f.at + 1, "a list cannot begin in the line of its field", hint)


def _bad_escape(f: Failure) -> TextFault:
    return next(escapes.bad(f.text, f.opened))


def _after_end(f: Failure) -> TextFault:
    if fault := _after_closing(f):
        return fault
    hint = "a line of `...` or a closing bracket ended them: delete it, or indent it if it is text"
    return _wrong(f.at, f.at + 1, "this stands after the end of the fields", hint)


def _directive(f: Failure) -> TextFault:
    return features.directive(*f.line(f.opened))


_HANDLERS: tuple[tuple[str, Callable[[Failure], TextFault]], ...] = (
    (r"directive|YAML document", _directive),
    (r"mapping values are not allowed", _colon_in_value),
    (r"unexpected ':'", _colon_in_brackets),
    (r"could not find expected ':'", _no_colon),
    (r"quoted scalar: found unexpected", _open_quote),
    (r"quoted scalar: ", _bad_escape),
    (r"(scanning|parsing) an? (alias|anchor|tag)|tag handle", _bad_indicator),
    (r"block scalar: ", _bad_indicator),
    (r"cannot start any token|mapping keys are not allowed", _bad_character),
    (r"sequence entries are not allowed", _inline_list),
    (r"',' or '[\]}]'", _in_brackets),
    (r"node content", _nothing_here),
    (r"document start>", _after_end),
    (r"block (mapping|collection): ", _misplaced),
)
"""Words of libyaml or PyYAML, and who explains the error; the first that is found counts."""
