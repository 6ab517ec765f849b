"""Whose key is meant: one brief, the volume, several briefs in one chapter."""

from briefkit.document import notes
from briefkit.document.blocks import (
    Cell,
    Chapter,
    Citation,
    CitationItem,
    ColumnHint,
    Document,
    Meta,
    Note,
    Paragraph,
    RowGroup,
    SourceBlocks,
    Styled,
    Table,
    Text,
)
from briefkit.format.model import Brief, Name, Reference, Volume
from briefkit.format.shipped import default
from briefkit.source.place import Place
from csl_samples import PLACE, marked


def source(key: str, family: str, title: str) -> Reference:
    """Return a book."""
    return Reference(key, "book", PLACE, {"title": title}, {"author": (Name(family=family, given="A."),)})


FIELD, BROOK = source("field", "Field", "Rivers"), source("brook", "Brook", "Streams")


def brief(name: str, *references: Reference) -> Brief:
    """Return a brief with these references and nothing to say."""
    return Brief(name, Place(f"{name}.yaml", 1, 1), "T", "S", "P", (), "2015", "", (), default(), references=references)


def test_sources_of_a_brief_go_before_those_of_the_volume() -> None:
    volume = Volume(PLACE, "V", default(), references=(FIELD, BROOK))
    own = source("field", "Ford", "Wells")

    assert notes.sources(brief("a", own), volume) == {"field": own, "brook": BROOK}
    assert notes.sources(None, volume) == {"field": FIELD, "brook": BROOK}
    assert notes.sources(brief("a", own)) == {"field": own}


def test_briefs_in_one_chapter_keep_their_keys_apart() -> None:
    """What the volume shares is one source, mentioned once in full."""
    shared = source("shared", "Hill", "Springs")
    volume = Volume(PLACE, "V", default(), references=(shared,))
    briefs = brief("a", source("k", "Field", "Rivers")), brief("b", source("k", "Brook", "Streams"))
    shared_cited = Citation((CitationItem("shared"),), bare=True)
    note = Note("x", (Paragraph((shared_cited, Text("."))),))
    part: SourceBlocks = (Paragraph((Citation((CitationItem("k"),)), Text(" "), note)),)
    row = tuple(Cell(notes.scope(part, each.name)) for each in briefs)
    table = Table((ColumnHint(), ColumnHint()), (), (RowGroup((row,)),))

    document = Document(Meta("T"), (Chapter("c", (table,)),))
    chapter = notes.resolve(document, {"c": notes.mixed_sources(briefs, volume)}).chapters[0]

    assert [
        marked(block.children) for each in chapter.notes for block in each.blocks if isinstance(block, Paragraph)
    ] == [
        "A. Field, *Rivers* (n.d.). A. Hill, *Springs* (n.d.).",
        "A. Brook, *Streams* (n.d.). Hill, *Springs*.",
    ]


def test_unknown_key_of_a_scope_is_printed_without_it() -> None:
    blocks = notes.scope((Paragraph((Citation((CitationItem("nobody"),), bare=True),)),), "a")
    chapter = notes.resolve(Document(Meta("T"), (Chapter("c", blocks),)), {}).chapters[0]

    assert chapter.blocks == (Paragraph((Styled((Text("nobody"),), "orphan"),)),)
