"""Blocks and inlines where no view puts them are set all the same."""

import pytest
from pdf_reading import links, pages

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.pdf import PdfOptions, write

LINK = b.Link((b.Text("leads"),), "https://example.org/")
BREAK: b.Blocks = (b.paragraph("one"), b.PageBreak(), b.paragraph("two"))
CELL = b.Cell((b.Paragraph((LINK,)),))
LONG = b.RowGroup(((b.Cell((b.paragraph("row"),)),),) * 120, (LINK,))

ODD: dict[str, b.Blocks] = {
    "page break in a list": (b.BulletList((BREAK,)), b.OrderedList((BREAK,), 0)),
    "page break in a quotation": (b.Quote(BREAK),),
    "page break in a definition": (b.DefinitionList(((b.text("term"), BREAK),)),),
    "page break in a cell": (b.Table((b.ColumnHint(),), (CELL,), (b.RowGroup(((b.Cell(BREAK),),)),)),),
    "new in what is gone": (
        b.Paragraph((b.Deleted((b.Strong((b.Inserted(b.text("one")),)), *b.text(" two"))),)),
        b.Paragraph((b.Inserted((b.Link((b.Deleted(b.text("three")),), "https://example.org/"),)),)),
    ),
    "link in the head of a long table": (b.Table((b.ColumnHint(),), (CELL,), (LONG,)), b.paragraph("one two")),
    "link in a heading": (b.Heading(2, (LINK,), "h"), b.PageBreak(), b.paragraph("one"), b.paragraph("two")),
}


@pytest.mark.parametrize("design", ["plain", "book"])
@pytest.mark.parametrize("name", ODD)
def test_it_is_set(name: str, design: str) -> None:
    chapter = b.Chapter("c", ODD[name], title=(b.Text("Title "), LINK))
    pdf = write(
        b.Document(b.Meta("Odd"), (chapter, b.Chapter("d", ODD[name][:0], title=b.text("End")))), PdfOptions(design)
    )
    said = " ".join(pages(pdf))

    assert "one" in said
    assert "two" in said
    assert "https://example.org/" in links(pdf)[0]
