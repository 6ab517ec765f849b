"""Edits change what is meant and nothing else."""

import random
from collections.abc import Iterator
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.editing import (
    Arrange,
    EditRefusedError,
    New,
    Operation,
    Remove,
    RenameKey,
    Replace,
    ReplacePart,
    SetKey,
    edit,
)
from briefkit.editing.operations import meant
from briefkit.reading import read_bytes
from briefkit.source.draft import Draft, Json, Path
from yaml_documents import documents

FOUNDING = sorted((File(__file__).parents[2] / "briefs").glob("*.yaml"))

BRIEF = """\
# a remark on the file
title: One # and why
points:
  # about the first
  - id: first  # its name
    statement: Keep the ports open
    detail: |
      It is old.

      It is good.

  # about the second
  - id: second
    themes: [trade, fishing]
    # inside the second
  - id: third
summary: >-
  Folded
  text
actors: {Japan: state, India: state}
note: words that
  go on
"""


def draft(text: str) -> Draft:
    found = read_bytes(text.encode("utf-8", "surrogatepass"), "brief.yaml").draft
    assert found is not None
    return found


def edited(*operations: Operation, text: str = BRIEF) -> str:
    return edit(draft(text), operations)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new, blank ones left out."""
    old, new = before.splitlines(), after.splitlines()
    gone = [line for line in old if line.strip() and line not in new]
    return gone, [line for line in new if line.strip() and line not in old]


@pytest.mark.parametrize(
    ("operation", "gone", "new"),
    [
        (Replace(("title",), "Two"), ["title: One # and why"], ["title: Two # and why"]),
        (Replace(("title",), "a: b"), ["title: One # and why"], ['title: "a: b" # and why']),
        (Replace(("title",), "2015"), ["title: One # and why"], ['title: "2015" # and why']),
        (Replace(("points", 0, "detail"), "It is old.\n\nIt is bad.\n"), ["      It is good."], ["      It is bad."]),
        (ReplacePart(("points", 0, "detail"), (6, 9), "very old"), ["      It is old."], ["      It is very old."]),
        (Replace(("summary",), "Folded: text"), ["  Folded", "  text"], ["  Folded: text"]),
        (Replace(("note",), "one line"), ["note: words that", "  go on"], ["note: one line"]),
        (Replace(("points", 1, "themes", 0), "a, b"), ["    themes: [trade, fishing]"],
         ['    themes: ["a, b", fishing]']),
        (Replace(("points", 1, "themes"), ["x"]), ["    themes: [trade, fishing]"], ["    themes: [x]"]),
        (SetKey(("points", 0), "horizon", "ongoing", ("id", "statement")), [], ["    horizon: ongoing"]),
        (SetKey(("points", 2), "themes", ["trade"]), [], ["    themes: [trade]"]),
        (SetKey((), "date", "2020-05", ("title",)), [], ["date: 2020-05"]),
        (SetKey(("actors",), "Ministry: of", "office"), ["actors: {Japan: state, India: state}"],
         ['actors: {Japan: state, India: state, "Ministry: of": office}']),
        (Remove(("points", 0, "detail")), ["    detail: |", "      It is old.", "      It is good."], []),
        (Remove(("points", 1, "id")), ["  - id: second", "    themes: [trade, fishing]"],
         ["  - themes: [trade, fishing]"]),
        (Remove(("title",)), ["# a remark on the file", "title: One # and why"], []),
        (RenameKey(("actors", "Japan"), "Nippon"), ["actors: {Japan: state, India: state}"],
         ["actors: {Nippon: state, India: state}"]),
        (RenameKey(("note",), "remark"), ["note: words that"], ["remark: words that"]),
        (Arrange(("points", 1, "themes"), (1, New("new"), 0)), ["    themes: [trade, fishing]"],
         ["    themes: [fishing, new, trade]"]),
        (Arrange(("points",), (0, 2)), ["  # about the second", "  - id: second", "    themes: [trade, fishing]",
                                        "    # inside the second"], []),
        (Arrange(("points",), (0, 1, 2, New({"id": "fourth", "detail": "a\nb\n"}))), [],
         ["  - id: fourth", "      a", "      b"]),
    ],
    ids=repr,
)  # fmt: skip
def test_only_the_lines_that_must_change_do(operation: Operation, gone: list[str], new: list[str]) -> None:
    assert changed_lines(BRIEF, edited(operation)) == (gone, new)


def test_entries_move_with_the_comments_above_and_inside_them() -> None:
    text = edited(Arrange(("points",), (2, 1, 0)))

    first, second, third = text.index("- id: third"), text.index("- id: second"), text.index("- id: first")
    assert first < text.index("# about the second") < second < text.index("# inside the second")
    assert text.index("# inside the second") < text.index("# about the first") < third


def test_several_edits_at_once() -> None:
    text = edited(
        Replace(("title",), "Two"),
        Arrange(("points",), (1, 0, New({"id": "new"}))),
        RenameKey(("points",), "items"),
        SetKey(("actors",), "Russia", "state"),
        RenameKey(("actors", "India"), "Bharat"),
        Remove(("note",)),
    )

    assert list(draft(text).data) == ["title", "items", "summary", "actors"]  # type: ignore[arg-type]
    assert "actors: {Japan: state, Bharat: state, Russia: state}" in text
    assert text.count("#") == BRIEF.count("#")


@pytest.mark.parametrize(
    "operation",
    [
        Remove(("points", 2, "id")),
        Arrange(("points",), (0, 0)),
        Replace(("points", 0), {"id": "other"}),
    ],
    ids=repr,
)
def test_what_would_lose_something_is_refused(operation: Operation) -> None:
    with pytest.raises(EditRefusedError):
        edited(operation)


def test_line_breaks_outside_of_an_edit_stay_as_they_are() -> None:
    text = BRIEF.replace("\n", "\r\n").replace("points:\r\n", "points:\n")

    after = edited(Replace(("title",), "Two"), SetKey((), "date", "a\nb\n", ("title",)), text=text)

    assert after == text.replace("One", "Two").replace("points:", "date: |\r\n  a\r\n  b\r\npoints:")


def test_several_stretches_of_one_text() -> None:
    detail = ("points", 0, "detail")

    after = edited(ReplacePart(detail, (0, 2), "That"), ReplacePart(detail, (12, 14), "This"))

    assert draft(after).value(detail) == "That is old.\n\nThis is good.\n"


def test_words_over_two_lines_are_not_replaced() -> None:
    with pytest.raises(EditRefusedError):
        edited(ReplacePart(("summary",), (0, 9), "x"))


@pytest.mark.parametrize("path", [("nothing",), ("points", 9), ("title", "x"), ("points", "id")])
def test_a_path_that_leads_nowhere(path: Path) -> None:
    with pytest.raises(LookupError):
        edited(RenameKey((*path, "x"), "y"))


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=60
) | st.sampled_from(
    [
        "",
        " ",
        "no",
        "~",
        "- a",
        "a: b",
        "a #b",
        "'",
        '"',
        "[x",
        "2015-03-01",
        "0x1",
        "a\n",
        "\n a",
        " lead",
        "trail ",
        "|",
        "a\n\n\n",
    ]
)


@given(documents(), TEXTS)
def test_any_text_can_stand_in_the_place_of_any_scalar(document: tuple[str, list[Path]], value: str) -> None:
    text, paths = document
    before = draft(text)
    for path in paths:
        node = before.node(path)

        after = edit(before, [Replace(path, value)])

        assert draft(after).value(path) == value
        assert after.startswith(text[: node.key_start])
        assert after.replace("\r", "").endswith(text[node.end :].replace("\r", ""))


def paths_of(data: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    yield path, data
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield from paths_of(value, (*path, step))


def some_operation(random: random.Random, data: Json) -> Operation:
    """Return an operation such as a reviewer makes."""
    paths = list(paths_of(data))
    while True:
        path, value = random.choice(paths)
        match random.choice(["replace", "arrange", "set", "remove"]), value:
            case "replace", str():
                words = value.split(" ")
                words[random.randrange(len(words))] = random.choice(["other", "two words", "it: is", ""])
                return Replace(path, " ".join(words))
            case "arrange", list() if value:
                kept = random.sample(range(len(value)), random.randint(1, len(value)))
                new: Json = {"id": "new-point", "statement": "A new one"} if isinstance(value[0], dict) else "new"
                return Arrange(path, (*kept, New(new)) if random.random() < 0.5 else tuple(kept))
            case "set", dict() if value and "new" not in value:
                value_of: list[Json] = ["text", "long " * 60, "a\nb\n", ["x"], {"y": ["z"]}]
                return SetKey(path, "new", random.choice(value_of))
            case "remove", dict() if len(value) > 1:
                return Remove((*path, random.choice(list(value))))


@pytest.mark.parametrize("path", FOUNDING, ids=lambda path: path.stem)
def test_random_edits_of_the_founding_library(path: File) -> None:
    before = draft(path.read_text(encoding="utf-8"))
    lines = set(before.source.text.splitlines())
    generator = random.Random(path.stem)  # noqa: S311
    refused = 0
    for _ in range(150):
        operation = some_operation(generator, before.data)
        try:
            after = edit(before, [operation])
        except EditRefusedError:
            refused += 1
            continue
        assert draft(after).data == meant(before.data, [operation])
        if isinstance(operation, Replace | SetKey):
            assert len(lines - set(after.splitlines())) <= 12

    assert refused <= 5
