import pytest

from briefkit.reading import read_bytes
from readings import data, of, only, places


def test_a_byte_order_mark_at_the_start_is_fine() -> None:
    reading = read_bytes(b"\xef\xbb\xbftitle: no\n", "x.yaml")

    assert places(reading) == [("ambiguous-scalar", 1, 8, 1, 10)]


def test_a_bad_byte_has_its_place() -> None:
    reading = read_bytes("title: é\nnote: it".encode() + b"\x92s\n", "x.yaml")

    assert reading.draft is None
    assert places(reading) == [("bad-encoding", 2, 9, 2, 10)]
    assert only(reading).message == "the byte 0x92 is not UTF-8 text; in old Windows files it is `’`"
    assert only(reading).excerpt == "note: it\ufffds"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("title: x".encode("utf-16"), "UTF-16 text"),
        ("title: x".encode("utf-16-le"), "UTF-16 text"),
        ("title: x".encode("utf-16-be"), "UTF-16 text"),
        ("title: x".encode("utf-32"), "UTF-32 text"),
        (b"PK\x03\x04word/document.xml", "a Word document (.docx) or an archive"),
        (b"{\\rtf1\\ansi}", "rich text (.rtf)"),
    ],
)
def test_other_files_are_named(start: bytes, kind: str) -> None:
    finding = only(read_bytes(start, "x.yaml"))

    assert (finding.rule, finding.line, finding.column) == ("bad-encoding", 1, 1)
    assert finding.message == f"the file is {kind}, not UTF-8 text"


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\uffff"])
def test_a_forbidden_character_has_its_place(character: str) -> None:
    reading = of(f"a: 1\r\nbé: x{character}y\n")

    assert reading.draft is None
    assert places(reading) == [("forbidden-character", 2, 6, 2, 7)]
    assert f"U+{ord(character):04X}" in only(reading).message
    assert only(reading).excerpt == "bé: x\ufffdy"


@pytest.mark.parametrize("text", ["a: b\tc\n", "a: 1\r\n", "a: \xa0é\u200b😀\n"])
def test_other_characters_are_fine(text: str) -> None:
    assert of(text).findings == ()


def test_all_forbidden_characters_are_found_in_one_run() -> None:
    assert [f.line for f in of("a: \x0b\nb: \u2028\u2029\n").findings] == [1, 2, 2]


def test_lone_carriage_returns_are_one_finding() -> None:
    reading = of("a: 1\rb: 2\rc: 3\r")

    assert places(reading) == [("forbidden-character", 1, 5, 1, 6)]
    assert only(reading).message == "this line ends in a lone carriage return (U+000D)"


@pytest.mark.parametrize("escape", [r"\x1b", r"\0", r"\e", r"\u2028", r"\U0000feff", r"\L", r"\r", r"\x9B"])
def test_escapes_of_forbidden_characters(escape: str) -> None:
    """They are an error, but reading goes on."""
    reading = of(f'a: "é {escape}[31m"\nb: no\n')

    assert reading.draft is not None
    assert [p[:3] for p in places(reading)] == [("forbidden-character", 1, 7), ("ambiguous-scalar", 2, 4)]
    assert reading.findings[0].end_column == 7 + len(escape)


def test_other_escapes_are_fine() -> None:
    assert data(r'a: "\\x1b \n\t\" \u00e9\_\/"') == {"a": '\\x1b \n\t" é\xa0/'}


def test_no_control_character_gets_into_a_message() -> None:
    reading = of('"\\ea": 1\n"\\ea": 2\n')

    assert [f.rule for f in reading.findings] == ["forbidden-character", "duplicate-key", "forbidden-character"]
    assert all(f.message.isprintable() for f in reading.findings)
    assert all(related.message.isprintable() for f in reading.findings for related in f.related)
