import pytest

from briefkit.text.printable import clean, quoted, shorten, visible


def test_plain_text_stays() -> None:
    text = "Japan–Australia relations"

    assert (clean(text), visible(text), shorten(text), quoted(text)) == (text, text, text, f"`{text}`")


def test_what_is_invisible_is_taken_out_or_shown() -> None:
    text = "a\x1b[31mb\u202ec\u200bd"

    assert clean(text) == "a[31mbcd"
    assert visible(text) == "a␛[31mb\ufffdc\ufffdd"


def test_a_line_break_stays_in_clean_text_and_is_a_blank_in_a_message() -> None:
    assert clean("a\n\tb") == "a\n\tb"
    assert visible("a\n\tb") == "a  b"


def test_text_is_composed() -> None:
    assert clean("e\N{COMBINING ACUTE ACCENT}") == "é"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a" * 40, "a" * 40),
        ("a" * 41, "a" * 39 + "…"),
        ("a" * 38 + " bc", "a" * 38 + "…"),
        (" one \n two ", "one two"),
        ("one\x1b two", "one␛ two"),
        ("", ""),
    ],
)
def test_a_piece_of_a_file_is_one_short_line(text: str, shown: str) -> None:
    assert shorten(text) == shown


def test_a_long_text_is_not_read_to_its_end() -> None:
    assert shorten(" " * 1000 + "end", 10) == ""


def test_quotes_cannot_be_left() -> None:
    assert quoted("a` b `c") == "`a’ b ’c`"
