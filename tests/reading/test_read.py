import os
from pathlib import Path

import pytest

from briefkit.reading import MAX_BYTES, read
from briefkit.reading.reading_rules import RULES
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from readings import data, of, only, places


def test_a_plain_file_has_no_findings() -> None:
    text = (
        "title: Japan–Australia relations # whose\nauthors:\n  - {name: Satake, themes: [a, b]}\nsummary: |\n  One.\n"
    )

    assert data(text) == {
        "title": "Japan–Australia relations",
        "authors": [{"name": "Satake", "themes": ["a", "b"]}],
        "summary": "One.\n",
    }


def test_a_file_is_read_and_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: no\n", encoding="utf-8")

    assert only(read(path)).file == path.as_posix()
    assert only(read(path, "briefs/a.yaml")).file == "briefs/a.yaml"


def test_a_missing_file(tmp_path: Path) -> None:
    reading = read(tmp_path / "none.yaml", "none.yaml")

    assert reading.draft is None
    assert places(reading) == [("unreadable-file", 1, 1, 1, 1)]
    assert only(reading).message == "there is no such file"


def test_a_folder(tmp_path: Path) -> None:
    assert only(read(tmp_path)).message == "this is a folder, not a file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.yaml")

    assert only(read(tmp_path / "p.yaml")).message == "this is a device or a pipe, not a file"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "the file may not be opened"),
        (OSError(5, "Input/output error"), "the file cannot be opened: Input/output error"),
    ],
)
def test_refused_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str) -> None:
    path = tmp_path / "a.yaml"
    path.touch()

    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert (only(read(path)).rule, only(read(path)).message) == ("unreadable-file", message)


def test_too_large_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Path, "read_bytes")
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    finding = only(read(path))

    assert finding.rule == "file-too-large"
    assert finding.message == "the file is larger than 2 MB (100,000,000 bytes)"


def test_the_size_limit() -> None:
    assert data("a: " + "x" * (MAX_BYTES - 3)) is not None
    assert only(of("a: " + "x" * (MAX_BYTES - 2))).rule == "file-too-large"


@pytest.mark.parametrize("text", ["", "\n", "# only\n\n  # comments\n", "---\n", "--- ~\n", "null\n", "\ufeff"])
def test_an_empty_file(text: str) -> None:
    reading = of(text)

    assert reading.draft is None
    assert places(reading) == [("invalid-yaml", 1, 1, 1, 1)]
    assert only(reading).message == "the file is empty"


@pytest.mark.parametrize(
    ("text", "kind"), [("# x\n- a\n", "a list"), ("[a]", "a list"), ("\nHello\n", "text"), ("3", "text")]
)
def test_a_file_without_a_mapping(text: str, kind: str) -> None:
    reading = of(text)

    assert places(reading) == [("invalid-yaml", 1, 1, 1, 1)]
    assert only(reading).message == f"a brief is a mapping of fields to values, but this file is {kind}"


def test_one_document_may_be_marked() -> None:
    assert data("# x\n---\na: 1\n...\n# y\n") == {"a": 1}


@pytest.mark.parametrize(
    ("text", "line", "column", "end", "word"),
    [
        ("a: 1\nb: *x\n", 2, 4, 6, "alias"),
        ("%YAML 1.2\n---\na: 1\n", 1, 1, 10, "directive"),
        ("# x\n%TAG ! tag:x,2000:\n---\na: 1\n", 2, 1, 19, "directive"),
        ("%FOO\n---\na: 1\n", 1, 1, 5, "directive"),
        ("a: 1\n---\nb: 2\n", 2, 1, 4, "second document"),
        ("a: 1\n...\n---\nb: 2\n", 3, 1, 4, "second document"),
        ("? [a]\n: b\n", 1, 3, 4, "a list"),
        ("a: {{ title }}\n", 1, 5, 6, "a mapping"),
    ],
)
def test_features_that_end_reading(text: str, line: int, column: int, end: int, word: str) -> None:
    reading = of(text)

    assert reading.draft is None
    assert places(reading) == [("yaml-feature", line, column, line, end)]
    assert word in only(reading).message


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("a: &x 'it'\n", "&x", "it"),
        ("a: !foo it\n", "!foo", "it"),
        ("a: !!binary aGk=\n", "!!binary", "aGk="),
        ("a: !!python/object/apply:os.system [ls]\n", "!!python/object/apply:os.system", ["ls"]),
        ("a: !!str 2014\n", "!!str", "2014"),
        ("a: &x\n  b: no\n", "&x", {"b": "no"}),
    ],
)
def test_features_that_do_not(text: str, name: str, value: Json) -> None:
    reading = of(text)

    assert ("yaml-feature", 1, 4, 1, 4 + len(name)) in places(reading)
    assert reading.draft is not None
    assert reading.draft.data == {"a": value}


def test_a_value_begins_after_its_properties() -> None:
    draft = of("a: &x !y  # why\n  word\n").draft

    assert draft is not None
    assert draft.span(("a",)) == (18, 22)


def test_a_merge_key_is_left_out() -> None:
    reading = of("a: 1\n<<: {b: no}\n")

    assert [p[:3] for p in places(reading)] == [("yaml-feature", 2, 1), ("ambiguous-scalar", 2, 9)]
    assert reading.draft is not None
    assert reading.draft.data == {"a": 1}
    assert list(reading.draft.root.children or ()) == ["a"]


def test_a_quoted_merge_key_is_a_key() -> None:
    assert data("'<<': 1\n") == {"<<": 1}


def test_the_first_counts_and_reading_goes_on() -> None:
    reading = of("title: one\nb:\n  - c: 1\n    c: {d: 2}\n    e: 3\ntitle: [two]\ntitle: three\n")

    assert places(reading) == [
        ("duplicate-key", 4, 5, 4, 6),
        ("duplicate-key", 6, 1, 6, 6),
        ("duplicate-key", 7, 1, 7, 6),
    ]
    assert [(f.related[0].place.line, f.related[0].place.column) for f in reading.findings] == [(3, 5), (1, 1), (1, 1)]
    assert reading.findings[1].message == "the key `title` stands twice in one mapping"
    assert reading.findings[1].related[0].message == "the first `title`"
    assert reading.findings[1].excerpt == "title: [two]"
    assert reading.draft is not None
    assert reading.draft.data == {"title": "one", "b": [{"c": 1, "e": 3}]}


def test_forms_of_one_key_are_equal() -> None:
    assert [f.line for f in of("a: 1\n'a': 2\n\"\\x61\": 3\n").findings] == [2, 3]


def test_equal_keys_in_different_mappings() -> None:
    assert of("a: {x: 1}\nb: {x: 1}\n").findings == ()


def test_codes_follow_the_catalogue() -> None:
    assert [(rule.code, rule.name) for rule in RULES] == [
        ("BK001", "unreadable-file"),
        ("BK002", "file-too-large"),
        ("BK003", "bad-encoding"),
        ("BK004", "forbidden-character"),
        ("BK005", "invalid-yaml"),
        ("BK006", "duplicate-key"),
        ("BK007", "yaml-feature"),
        ("BK008", "too-deep"),
        ("BK009", "too-many-nodes"),
        ("BK010", "ambiguous-scalar"),
    ]
    assert {rule.name for rule in RULES if rule.severity is Severity.WARNING} == {"ambiguous-scalar"}
