import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.text import FORMAT, TextOptions, write
from briefkit.publish.layout import cells
from briefkit.publish.layout.cells import HOLDER
from briefkit.text.errors import UsageError

META = b.Meta("Japan’s diplomacy", "Four views", ("Yuki Tatsumi", "A. Satake"), "2015-03")
SENTENCE = "Both countries have long helped to shape an order of institutions, norms and values. "


def p(value: str) -> b.Paragraph:
    return b.paragraph(value)


def brief(sections: int, sentences: int = 30) -> b.Document:
    blocks: list[b.Block] = [
        b.Section("summary", (p(SENTENCE),), b.text("Summary")),
        b.Contents(b.text("Contents"), "contents", "chapter"),
    ]
    for i in range(1, sections + 1):
        blocks += [b.Heading(2, b.text(f"{i}. Question")), p(SENTENCE * sentences)]
    note = b.NoteText(1, "n1", (p(SENTENCE),))
    title = b.text("Japan’s diplomacy: Four views")
    return b.Document(META, (b.Chapter("australia", tuple(blocks), (note,), title=title),))


CONTENTS = b.Chapter("contents", (b.Contents(b.text("Contents"), "c"),))


def volume(chapters: int) -> b.Document:
    imprint = b.Section("title-page", (p("Edited by Yuki Tatsumi"),))
    title = b.Chapter("title", (imprint,), title=b.text("Japan’s diplomacy"))
    body = brief(2).chapters[0]
    rest = (replace(body, anchor=f"c{i}", title=b.text(f"Chapter {i}: And a subtitle")) for i in range(1, chapters + 1))
    return b.Document(META, (title, CONTENTS, *rest))


def pages(document: b.Document, width: int = 72, page_length: int = 58) -> list[list[str]]:
    text = write(document, TextOptions(width=width, page_length=page_length))
    return [page.splitlines() for page in text.split("\f")]


def body(page: list[str]) -> list[str]:
    return page[2:-2]


def flowing(document: b.Document, width: int = 72) -> str:
    return write(document, TextOptions(width=width, pages=False))


def test_it_is_found_by_its_name() -> None:
    assert (FORMAT.name, FORMAT.suffix, FORMAT.write) == ("text", ".txt", write)


def test_an_empty_document_is_one_empty_page() -> None:
    (page,) = pages(b.Document(META))

    assert not any(body(page))


def test_flowing_text_has_no_pages() -> None:
    text = flowing(brief(5))

    assert "\f" not in text
    assert "Page 1" not in text
    assert "Contents" not in text
    assert "Contents" not in flowing(volume(2))
    assert text.endswith(".\n")


def test_a_page_has_a_header_and_a_footer() -> None:
    second = pages(brief(5))[1]

    assert second[0] == "Japan’s diplomacy" + " " * 44 + "1. Question"
    assert second[1] == second[-2] == ""
    assert second[-1] == "Yuki Tatsumi, A. Satake · March 2015" + " " * 25 + "Page 2 of 5"


def test_the_first_page_has_no_running_head() -> None:
    assert pages(brief(5))[0][0] == ""


def test_a_running_head_names_the_section_that_a_page_begins_with() -> None:
    document = brief(5, 67)

    for page in pages(document)[1:-1]:
        section = next((line for line in body(page)[:1] if line.endswith("Question")), None)
        assert section is None or page[0].endswith(section)
    assert sum(body(page)[0].endswith("Question") for page in pages(document)) > 1


def test_a_form_feed_stands_right_before_the_next_page() -> None:
    assert "Page 1 of 5\n\fJapan’s diplomacy  " in write(brief(5), TextOptions())


def test_a_short_brief_has_no_contents() -> None:
    assert not any("Contents" in line for page in pages(brief(3)) for line in page)


def test_a_long_brief_has_its_contents_before_the_first_section() -> None:
    first = body(pages(brief(6))[0])

    start = first.index("Contents")
    assert first[start + 3] == "1. Question " + " ." * 29 + " 1"
    assert first[start + 9] == "Notes " + " ." * 32 + " 6"
    assert first[start + 12] == "1. Question"


def test_a_volume_has_its_contents_behind_the_title_page() -> None:
    first, second, third = (body(page) for page in pages(volume(3))[:3])

    assert [line for line in first if line] == ["Japan’s diplomacy", "═" * 17, "Edited by Yuki Tatsumi"]
    assert second[:5] == [
        "Contents",
        "────────",
        "",
        "Chapter 1: And a subtitle " + " ." * 22 + " 3",
        "   1. Question" + " ." * 28 + " 3",
    ]
    assert third[0] == "Chapter 1: And a subtitle"


def test_the_contents_are_where_they_stand_and_list_what_comes_after_them() -> None:
    title, contents, one, two = volume(2).chapters
    made = [body(page) for page in pages(b.Document(META, (title, one, contents, two)))]
    first = next(i for i, page in enumerate(made) if page[0].startswith("Chapter 2"))
    listed = made[first - 1]

    assert listed[0] == "Contents"
    assert listed[4].endswith(f". {first + 1}")
    assert [line.split(" .")[0].strip() for line in listed[3:] if line] == [
        "Chapter 2: And a subtitle",
        "1. Question",
        "2. Question",
        "Notes",
    ]


def test_a_title_page_has_no_running_head_and_a_chapter_named_like_the_book_has() -> None:
    title, contents, one = volume(1).chapters
    long = replace(title, blocks=(b.Section("title-page", (p(SENTENCE * 60),)),))
    made = pages(b.Document(META, (long, contents, replace(one, title=b.text("Japan’s diplomacy at sea")))))

    assert made[1][0] == "Japan’s diplomacy"
    assert made[-1][0].endswith("Japan’s diplomacy at sea")


def test_a_long_chapter_title_leaves_its_subtitle_out_of_the_running_head() -> None:
    assert pages(volume(1), width=40)[3][0] == "Japan’s diplomacy" + " " * 14 + "Chapter 1"


def test_a_page_break_begins_a_page() -> None:
    document = b.Document(META, (b.Chapter("c", (b.PageBreak(), p("next")), title=b.text("T")),))

    assert body(pages(document)[1])[0] == "next"


def test_a_date_that_is_none_is_shown_as_it_is() -> None:
    document = b.Document(replace(META, authors=(), date="soon"))

    assert pages(document)[0][-1].startswith("soon  ")


def test_a_page_that_is_too_small_is_refused() -> None:
    with pytest.raises(UsageError, match="width of 39"):
        pages(brief(1), width=39)
    with pytest.raises(UsageError, match="page of 19 lines"):
        pages(brief(1), page_length=19)


def test_the_same_document_gives_the_same_text() -> None:
    assert write(volume(3), TextOptions()) == write(volume(3), TextOptions())


def test_a_long_document_has_all_its_pages() -> None:
    """How fast is measured in `benchmarks/`."""
    written = pages(brief(100, 46))

    assert len(written) > 100
    assert written[-1][-1].endswith(f"Page {len(written)} of {len(written)}")


HOSTILE = "ab \n\tc/-.é\u0301\u0302日本、「」한🇯🇵👍🏽❤️שלוםمرحبا\u200b\u202e\u00a0\x1b\x85"
texts = st.one_of(
    st.text(st.sampled_from(HOSTILE), max_size=80),
    st.integers(1, 400).map("x".__mul__),
    st.integers(1, 60).map("word ".__mul__),
    st.just("https://example.org/a/very-long/address?that=never&ends=" + "1234567890" * 9),
).map(b.clean)
roles: list[b.ParagraphRole] = ["text", "text", "entry"]
paragraphs = st.builds(lambda value, role: b.Paragraph(b.text(value), role), texts, st.sampled_from(roles))
cell = st.lists(paragraphs, max_size=3).map(tuple).map(b.Cell)


def tables(columns: int) -> st.SearchStrategy[b.Table]:
    row = st.tuples(*[cell] * columns)
    hints = st.lists(st.builds(b.ColumnHint, fixed=st.booleans()), max_size=columns).map(tuple)
    groups = st.lists(st.builds(b.RowGroup, st.lists(row, max_size=4).map(tuple), texts.map(b.text)), max_size=3).map(
        tuple
    )
    return st.builds(b.Table, hints, row, groups, st.just(()), st.booleans(), st.booleans())


simple: st.SearchStrategy[b.Block] = (
    paragraphs
    | st.builds(lambda level, value: b.Heading(level, b.text(value)), st.integers(1, 4), texts)
    | st.builds(b.Preformatted, texts)
    | st.sampled_from([b.Divider(), b.PageBreak()])
)
blocks: st.SearchStrategy[b.Block] = st.recursive(
    simple | st.integers(1, 9).flatmap(tables),
    lambda inner: st.one_of(
        st.builds(b.BulletList, st.lists(st.lists(inner, max_size=3).map(tuple), max_size=3).map(tuple)),
        st.builds(
            b.Section,
            st.sampled_from(["summary", "point"]),
            st.lists(inner, max_size=3).map(tuple),
            texts.map(b.text),
        ),
        st.builds(b.Quote, st.lists(inner, max_size=3).map(tuple)),
        st.builds(b.DefinitionList, st.lists(st.tuples(texts.map(b.text), st.tuples(inner)), max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
chapters = st.builds(
    lambda content, notes: b.Chapter(
        "c", tuple(content), tuple(b.NoteText(i, f"n{i}", (note,)) for i, note in enumerate(notes, 1))
    ),
    st.lists(blocks, max_size=8),
    st.lists(paragraphs, max_size=3),
)
documents = st.builds(
    b.Document, st.builds(b.Meta, texts, texts, st.tuples(texts), texts), st.lists(chapters, max_size=3).map(tuple)
)
slow = settings(
    max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


@slow
@given(documents, st.integers(40, 100), st.integers(20, 70))
def test_every_page_has_its_size_and_no_word_is_lost(document: b.Document, width: int, length: int) -> None:
    made = pages(document, width=width, page_length=length)
    text = "".join(letters(line) for page in made for line in body(page))

    assert {len(page) for page in made} == {length}
    assert max(cells(line) for page in made for line in page) <= width
    assert is_within(letters(flowing(document, width)), text)


def letters(text: str) -> str:
    return re.sub(rf"[\s│{HOLDER}]", "", text)


def is_within(part: str, whole: str) -> bool:
    """Tell whether the characters of one text stand in another in the same order."""
    rest = iter(whole)
    return all(char in rest for char in part)


@slow
@given(st.lists(st.lists(st.integers(0, 40), max_size=5), min_size=1, max_size=6), st.integers(20, 60))
def test_contents_tell_the_right_page(sizes: list[list[int]], length: int) -> None:
    made = pages(_numbered(sizes), page_length=length)
    entries = [match.groups() for page in made for line in body(page) if (match := ENTRY.fullmatch(line))]

    for title, number in entries:
        assert title in [line.strip() for line in body(made[int(number) - 1])]
    titles = [title for title, _ in entries]
    if len(sizes) > 1:
        assert titles == [
            f"T{i}{s}" for i, chapter in enumerate(sizes) for s in ("", *(f" S{j}" for j in range(len(chapter))))
        ]


ENTRY = re.compile(r" *(T\d+(?: S\d+)?) +(?:\. )+ *(\d+)")


def _numbered(sizes: list[list[int]]) -> b.Document:
    chapters: list[b.Chapter] = [CONTENTS] if len(sizes) > 1 else []
    for i, sections in enumerate(sizes):
        content: list[b.Block] = [b.Contents(b.text("Contents"), "c", "chapter")]
        for j, size in enumerate(sections):
            content += [b.Heading(2, b.text(f"T{i} S{j}")), p(SENTENCE * size)]
        chapters.append(b.Chapter(f"c{i}", tuple(content), title=b.text(f"T{i}")))
    return b.Document(META, tuple(chapters))


@slow
@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=5), min_size=1, max_size=9), st.integers(20, 60))
def test_no_heading_ends_a_page(sizes: list[list[int]], length: int) -> None:
    for page in pages(_numbered(sizes), page_length=length):
        last = next(line for line in reversed(body(page)) if line)
        assert not last.startswith("─")
