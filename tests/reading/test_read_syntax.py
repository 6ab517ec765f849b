"""The errors of libyaml, reworded: each mistake of an author with the place and the words that it gets."""

import pytest

from briefkit.reading.syntax import Failure, explain
from readings import of, only, places

BRIEF = "title: x\n{}\nlast: y\n"


@pytest.mark.parametrize(
    ("lines", "line", "column", "words"),
    [
        # A colon.
        ("a: Viet Nam: a brief", 2, 12, "a colon and a blank begin a new field"),
        ("a: http://x.org: y", 2, 16, "a colon and a blank begin a new field"),
        ("a: one goes\n  on here: and on", 3, 10, "this line continues the value above"),
        ("a: 1\n  b: 2", 3, 4, "this line continues the value above"),
        ("a:one\nb: 2", 2, 2, "a blank is missing after this colon"),
        ("p:\n  - x: 1\n    a:one\n    b: 2", 4, 6, "a blank is missing after this colon"),
        ("p:\n  a:one\n  b: 2", 3, 4, "a blank is missing after this colon"),
        ("p:\n  one\n  b: 2", 3, 3, "a colon is missing after `one`"),
        ("a: {b:[c]}", 2, 6, "a blank is missing after this colon"),
        ("a", 2, 1, "a colon is missing after `a`"),
        (": x", 2, 1, "a name is missing before this colon"),
        ("a: [b: c: d]", 2, 9, "a second colon stands in an entry"),
        # Text that fell out of its block.
        ("a: |\n  prose goes on\nand falls out of it", 4, 1, "this line is no field"),
        ("g:\n  a: |\n    prose\n  falls out\n  b: 2", 5, 3, "this line is no field"),
        ("[key] falls out", 2, 1, "this line is no field"),
        # Quotes and brackets.
        ('a: "never closed', 2, 4, "this quote is never closed"),
        ("a: 'tis the season", 2, 4, "this quote is never closed"),
        ('a: "never closed\nb: "x"', 2, 4, "this quote is never closed"),
        ('a: "one" two', 2, 10, "text stands after the closing quote"),
        ("a: 'it's'", 2, 8, "text stands after the closing quote"),
        ('a: "one\n  two" three', 3, 8, "text stands after the closing quote"),
        ('a: ["one" two]', 2, 11, "text stands after the closing quote"),
        ("a: [draft] x", 2, 12, "text stands after the closing bracket"),
        ("a: [b, c\nd: 1", 2, 4, "this bracket is never closed"),
        ("a: {b: c\nd: 1", 2, 4, "this bracket is never closed"),
        ("a: [b, c}", 2, 9, "`[` is closed by `}`"),
        ("a: {b: [c] d}", 2, 12, "text stands after the closing bracket"),
        ("a: [b,, c]", 2, 7, "nothing stands before this comma"),
        # The first character of a value.
        ("references:\n@book{k,\n  title = {T}\n}", 3, 1, "this is BibTeX, which a brief does not take"),
        ("references:\n  @book{k,\n  title = {T}\n}", 3, 3, "this is BibTeX, which a brief does not take"),
        ('references:\n[\n{"id": "g"}\n]', 3, 1, "this list or mapping stands too far left for the field above"),
        ("a: * x", 2, 4, "a value cannot begin with `*`"),
        ("a: **bold** x", 2, 4, "a value cannot begin with `*`"),
        ("a: & x", 2, 4, "a value cannot begin with `&`"),
        ("a: !<x y", 2, 4, "a value cannot begin with `!`"),
        ("a: !h!x y", 2, 4, "a value cannot begin with `!`"),
        ("a: @garnaut", 2, 4, "a value cannot begin with `@`"),
        ("a: `code`", 2, 4, "a value cannot begin with a backtick"),
        ("a: %x", 2, 4, "a value cannot begin with `%`"),
        ("a: >5 million", 2, 4, "a value cannot begin with `>`"),
        ("a: | x", 2, 4, "a value cannot begin with `|`"),
        ("a: , x", 2, 4, "a value cannot begin with `,`"),
        ("a: ] x", 2, 4, "a value cannot begin with `]`"),
        ("a: ? x", 2, 4, "a value cannot begin with `?`"),
        ("a: - x", 2, 4, "a list cannot begin in the line of its field"),
        # Indentation.
        ("a:\n\tb: 1", 3, 1, "a tab stands at the beginning of the line"),
        ("a:\n  b: 1\n\tc: 1", 4, 1, "a tab stands at the beginning of the line"),
        ("a: |\n  x\n\ty", 4, 1, "a tab stands at the beginning of the line"),
        ("a:\n    b: 1\n  c: 2", 4, 3, "this line is indented by 2 blanks"),
        ("a:\n  - b: 1\n   c: 2", 4, 4, "this line is indented by 3 blanks"),
        ("- b", 2, 1, "a list entry stands where a field is expected"),
        ("p:\n  - a\n  b: 1", 4, 3, "this line stands among list entries"),
        ("a:\n  b: 1\n\xa0\xa0c", 4, 1, "the line is indented with a special blank (U+00A0)"),
        # The rest.
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x", 2, 1, "an unresolved merge conflict"),
        ("a: |\n  x\n<<<<<<< HEAD\n  y\n=======", 4, 1, "an unresolved merge conflict"),
        (r'a: "C:\Users"', 2, 7, r"`\U` means nothing in double quotes"),
        (r'a: "x \q"', 2, 7, r"`\q` means nothing in double quotes"),
        (r'a: "é \ud83d"', 2, 7, r"`\ud83d` is half a character or none"),
        ("a: |\n  x\n...\nb: 1", 5, 1, "this stands after the end of the fields"),
        ("%5 more", 2, 1, "a line that begins with `%` is a directive"),
    ],
)
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
def test_mistakes(lines: str, line: int, column: int, words: str, pure: bool) -> None:
    text = f"title: x\n{lines}\nlast: y\n"

    reading = of(text, pure=pure)

    assert reading.draft is None
    finding = only(reading)
    assert (finding.rule, finding.line, finding.column) == (rule_of(words), line, column)
    assert finding.message.startswith(words)
    assert finding.hint
    assert finding.excerpt == text.split("\n")[line - 1]


def rule_of(words: str) -> str:
    """Return the rule of a message: a directive is a feature of YAML, all else is broken."""
    return "yaml-feature" if words.endswith("directive") else "invalid-yaml"


def test_the_same_characters_where_they_are_harmless() -> None:
    text = """\
a: "Viet Nam: a brief"
b: it's so, isn't it [draft] {x} 5 * 3 & more, @key! 100% `code`
c: |
  * one: two
  \ttab, "quote and [bracket
d: [x y "z", it's]
e: "one
  two"
f: >
  <<<<<<< HEAD
"""
    assert of(text).findings == ()


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("Viet Nam: a brief", 'put quotes around the whole value: `"Viet Nam: a brief"`'),
        ('Viet Nam: a "brief"', "put quotes around the whole value, or write it below a `|`, indented"),
        ("“Viet Nam: a brief”", "curly quotes are letters to YAML: put straight ones around the whole value"),
    ],
)
def test_the_hint_for_a_colon_fits_the_value(value: str, hint: str) -> None:
    assert only(of(f"title: {value}\n")).hint == hint


@pytest.mark.parametrize(
    ("text", "column"), [("a: [b, c", 4), ("a: [b,\n", 4), ("a: {b: [c]\n", 4), ("a: {b: [c", 8), ("{a: b", 1)]
)
def test_a_bracket_open_at_the_end_of_the_file(text: str, column: int) -> None:
    finding = only(of(text))

    assert finding.message == "this bracket is never closed"
    assert (finding.line, finding.column) == (1, column)


def test_a_file_that_is_one_quoted_text() -> None:
    finding = only(of('"Hello" he said\n'))

    assert (finding.line, finding.column, finding.message) == (1, 9, "text stands after the closing quote")


def test_words_that_a_parser_may_learn_later() -> None:
    (problem,) = explain(Failure(text="a: b\n", what=": unheard of", at=3, opened=0, scalar=(0, 1), brackets=[]))

    assert (problem.start, problem.end, problem.message) == (3, 4, "this is not valid YAML")


def test_a_long_value_is_shortened_in_hints() -> None:
    hint = only(of(f"title: {'word ' * 100}: x\n")).hint

    assert hint is not None
    assert len(hint) < 90


def test_every_merge_conflict_is_found() -> None:
    text = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\nb: |\n  y\n<<<<<<< HEAD\nc: 1\n"

    assert [place[1:3] for place in places(of(text))] == [(1, 1), (8, 1)]


def test_what_was_found_before_the_error_stays() -> None:
    reading = of("a: 1\na: no\nb: &x y\nc: @z\n")

    assert [place[:3] for place in places(reading)] == [
        ("duplicate-key", 2, 1),
        ("ambiguous-scalar", 2, 4),
        ("yaml-feature", 3, 4),
        ("invalid-yaml", 4, 4),
    ]


def test_columns_count_code_points_after_windows_line_ends() -> None:
    assert places(of("é: 1\r\né😀: a: b\r\n")) == [("invalid-yaml", 2, 6, 2, 7)]


def test_an_unclosed_quote_that_a_later_one_closes_is_shown_where_it_opens() -> None:
    reading = of('a: "one\nb: two\nc: "three" four\n')

    assert places(reading) == [("invalid-yaml", 1, 4, 1, 5)]
    assert only(reading).message == "this quote is never closed"
