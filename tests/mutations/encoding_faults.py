"""Faults of bytes and characters: what other programs save and what is pasted from them."""

from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document
from mutations.mutant import Hit, Mutant, mutant, on_any


def _inside(document: Document) -> Iterator[tuple[int, int]]:
    """Yield line and offset of a place inside each text that is a block of its own."""
    for path in document.prose():
        line = document.first_text_line(path)
        yield line, document.text.index(document.source_line(line), document.slots[path].start) + 12


def _with(document: Document, character: str, rule: str) -> Iterator[Mutant]:
    for line, offset in _inside(document):
        yield mutant(f"line {line}", document.replaced(offset, offset, character), Hit(rule, line))


def _with_bytes(document: Document, data: bytes) -> Iterator[Mutant]:
    for line, offset in _inside(document):
        text = document.text[:offset].encode() + data + document.text[offset:].encode()
        yield mutant(f"line {line}", text, Hit("bad-encoding", line))


@on_any
def latin_1_byte(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with_bytes(document, b"\xe9")


@on_any
def windows_dash_byte(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with_bytes(document, b" \x96 ")


@on_any
def cut_off_character(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with_bytes(document, "–".encode()[:2])


@on_any
def utf_16(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("file", document.text.encode("utf-16"), Hit("bad-encoding", 1))
    yield mutant("file, no mark", document.text.encode("utf-16-le"), Hit("bad-encoding", 1))


@on_any
def word_document(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("file", b"PK\x03\x04" + document.text.encode(), Hit("bad-encoding", 1))


@on_any
def nul(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with(document, "\0", "forbidden-character")


@on_any
def line_break_of_word(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with(document, "\x0b", "forbidden-character")


@on_any
def line_separator(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with(document, "\u2028", "forbidden-character")


@on_any
def next_line(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with(document, "\x85", "forbidden-character")


@on_any
def mark_inside(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with(document, "\ufeff", "forbidden-character")


@on_any
def lone_carriage_return(document: Document, _: Library) -> Iterator[Mutant]:
    yield from _with(document, "\r", "forbidden-character")


@on_any
def old_mac_line_ends(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("file", document.text.replace("\n", "\r"), Hit("forbidden-character", 1))


@on_any
def escaped_control(document: Document, _: Library) -> Iterator[Mutant]:
    for escape in (r"\x1b[31m", r"\0", r"\e", r"\u2028"):
        text = document.with_value(("subtitle",), f'"Toward {escape} order"')
        yield mutant(escape, text, Hit("forbidden-character", document.line(("subtitle",))))


@on_any
def bad_escape(document: Document, _: Library) -> Iterator[Mutant]:
    text = document.with_value(("subtitle",), r'"Views from C:\Users"')
    yield mutant("subtitle", text, Hit("invalid-yaml", document.line(("subtitle",))))


# Not faults: another way of saving the same file.


@on_any
def harmless_windows_line_ends(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("file", document.text.replace("\n", "\r\n"))


@on_any
def harmless_byte_order_mark(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("file", b"\xef\xbb\xbf" + document.text.encode())


@on_any
def harmless_blanks(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("ends of all lines", "".join(f"{line}  \n" for line in document.text.splitlines()))
    yield mutant("end of file", document.text.rstrip("\n"))
    yield mutant("blank lines", document.text + "\n\n\n")


@on_any
def harmless_comment(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(()):
        yield mutant(path, document.with_lines_before(document.line(path), "# a remark: with a colon"))
