"""Notes are found in every block and inline, in reading order."""

from dataclasses import fields
from typing import Any

import pytest

from briefkit.document import notes
from briefkit.document.blocks import (
    BulletList,
    Cell,
    Chapter,
    ColumnHint,
    DefinitionList,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Link,
    Meta,
    Note,
    NoteMark,
    OrderedList,
    PageBreak,
    Paragraph,
    Preformatted,
    Quote,
    RowGroup,
    Section,
    SourceBlock,
    SourceInline,
    SourceInlines,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
)
from csl_samples import marked


def note(label: str) -> Note:
    """Return a remark that says its label."""
    return Note(label, (Paragraph((Text(label),)),))


def resolved(*blocks: SourceBlock) -> Chapter:
    """Return a chapter of these blocks, its notes resolved."""
    return notes.resolve(Document(Meta("T"), (Chapter("c", blocks),)), {}).chapters[0]


def texts(chapter: Chapter) -> list[str]:
    """Return the notes of a chapter as text."""
    return [marked(block.children) for each in chapter.notes for block in each.blocks if isinstance(block, Paragraph)]


def names(part: object) -> set[str]:
    """Return the names of all classes in a tree."""
    if isinstance(part, tuple):
        return set().union(*map(names, part))
    if not hasattr(part, "__dataclass_fields__"):
        return set()
    inner = (names(getattr(part, field.name)) for field in fields(part))  # type: ignore[arg-type]
    return {type(part).__name__}.union(*inner)


def test_tables_are_read_row_by_row_and_other_blocks_from_top_to_bottom() -> None:
    def p(label: str) -> Paragraph[SourceInline]:
        return Paragraph((note(label),))

    def cell(label: str) -> Cell[SourceInline]:
        return Cell((p(label),))

    def marks(label: str) -> SourceInlines:
        return (note(label),)

    chapter = resolved(
        Heading(1, marks("heading")),
        Table(
            (ColumnHint(), ColumnHint()),
            (cell("h1"), cell("h2")),
            (
                RowGroup(((cell("a1"), cell("a2")),), marks("group")),
                RowGroup(((cell("b1"),),)),
            ),
            marks("caption"),
        ),
        BulletList(((p("bullet 1"), p("bullet 1b")), (p("bullet 2"),))),
        OrderedList(((p("item"),),)),
        DefinitionList(((marks("term"), (p("said"),)),)),
        Quote((p("quote"),)),
        Section("summary", (p("aside"),), marks("title")),
        Preformatted("x"),
        PageBreak(),
        p("last"),
    )

    order = "heading,caption,h1,h2,group,a1,a2,b1,bullet 1,bullet 1b,bullet 2,item,term,said,quote,title,aside,last"
    assert texts(chapter) == order.split(",")
    assert [each.number for each in chapter.notes] == list(range(1, 19))
    assert not {"Note", "Citation"} & names(chapter.blocks)


@pytest.mark.parametrize(
    "around",
    [
        Emphasis,
        Strong,
        lambda inner: Link(inner, "https://x.org"),
        Superscript,
        Deleted,
        lambda inner: Styled(inner, "label"),
    ],
)
def test_notes_inside_other_inlines_are_found(around: Any) -> None:
    chapter = resolved(Paragraph((around((Text("a"), note("x"))),)))

    assert chapter.blocks == (Paragraph((around((Text("a"), NoteMark(1, "c-note-1"))),)),)
