"""What a writer asks of a tree: its headings, what contents list, its sections opened, its runs."""

from briefkit.document import blocks as b
from briefkit.document import walk


def heading(level: int, name: str) -> b.Heading:
    return b.Heading(level, b.text(name), name)


CONTENTS = b.Contents(b.text("Contents"), "contents", "chapter", on_screen=2)
POINT = b.Section("point", (heading(3, "point"), b.Section("facts", (b.paragraph("facts"),))))
CHAPTER = b.Chapter(
    "one",
    (heading(2, "before"), CONTENTS, b.Section("question", (heading(2, "question"), POINT)), heading(2, "last")),
    title=b.text("Title"),
)


def anchors(headings: list[b.Heading]) -> list[str]:
    return [found.anchor for found in headings]


def test_the_headings_of_a_chapter_begin_with_its_title() -> None:
    assert anchors(list(walk.headings(CHAPTER))) == ["one", "before", "question", "point", "last"]
    assert list(walk.headings(b.Chapter("c", ()))) == []


def test_contents_of_a_chapter_list_what_comes_after_them_in_it() -> None:
    assert anchors(walk.listed(CONTENTS, [CHAPTER, CHAPTER], 2)) == ["question", "last"]
    assert anchors(walk.listed(CONTENTS, [CHAPTER], 3)) == ["question", "point", "last"]
    assert walk.listed(CONTENTS, [CHAPTER], 0) == []


def test_contents_of_a_document_list_the_chapters_after_theirs() -> None:
    contents = b.Contents(b.text("Contents"), "contents")
    first = b.Chapter("front", (contents,), title=b.text("Front"))

    assert anchors(walk.listed(contents, [first, CHAPTER], 1)) == ["one"]
    assert anchors(walk.listed(contents, [first, CHAPTER], 2)) == ["one", "before", "question", "last"]


def test_sections_are_opened_but_for_those_that_stay_closed() -> None:
    blocks = (b.paragraph("a"), POINT)

    assert list(walk.opened(blocks)) == [b.paragraph("a"), heading(3, "point"), b.paragraph("facts")]
    assert list(walk.opened(blocks, {"facts"})) == [b.paragraph("a"), *POINT.blocks]


def test_every_inline_of_a_run_is_found_each_before_those_in_it() -> None:
    link = b.Link((b.Text("c"),), "https://x.org")
    strong: b.Strong = b.Strong((b.Text("b"), link))

    assert list(walk.inlines((b.Text("a"), strong))) == [b.Text("a"), strong, b.Text("b"), link, b.Text("c")]
