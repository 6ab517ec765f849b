"""Cross-references in text: labels, and the numbers of their pages when these are known."""

import re

import pytest

from briefkit import api
from briefkit.document import blocks as b
from briefkit.library import open_library
from briefkit.publish.layout import Anchors

LABEL = b.CrossReference("far", b.text("G1"), b.text("Sustain order"))


def written(*blocks: b.Block, pages: bool = True) -> str:
    """Return a document of two chapters, the second under the anchor `far`."""
    chapters = (b.Chapter("a", blocks, title=b.text("One")), b.Chapter("far", (), title=b.text("Two")))
    return str(api.render(b.Document(b.Meta("Title"), chapters), "text", pages=pages, page_length=20, width=40))


def test_a_label_stands_for_what_is_in_the_document_with_its_page() -> None:
    assert "see G1 (p. 2) there" in written(b.Paragraph((b.Text("see "), LABEL, b.Text(" there"))))


def test_a_text_without_pages_has_none() -> None:
    assert "see G1 there" in written(b.Paragraph((b.Text("see "), LABEL, b.Text(" there"))), pages=False)


def test_what_is_not_in_the_document_is_told_in_full() -> None:
    gone = b.CrossReference("gone", b.text("G1"), b.text("Sustain order"))

    assert "G1 Sustain order\n" in written(b.Paragraph((gone,)))


def test_a_reference_whose_page_is_told_elsewhere_has_none() -> None:
    assert "G1\n" in written(b.Paragraph((b.CrossReference("far", b.text("G1"), pageless=True),)))


def test_columns_stay_where_they_are_when_a_number_is_short() -> None:
    def row(*cells: b.Inlines) -> tuple[b.Cell, ...]:
        return tuple(b.Cell((b.Paragraph(cell),)) for cell in cells)

    rows = (row((LABEL,), b.text("here")), row(b.text("A long name"), b.text("there")))
    table = b.Table(
        (b.ColumnHint(fixed=True), b.ColumnHint()), row(b.text("No."), b.text("Where")), (b.RowGroup(rows),)
    )
    lines = [line for line in written(table).split("\n") if "here" in line.lower()]

    assert len({line.lower().index("here") for line in lines}) == 2  # `Where` and `there` begin a letter before
    assert lines[1].index("here") == lines[0].index("Where") == lines[2].index("there")


@pytest.mark.parametrize("digits", [2, 3])
def test_every_anchor_has_a_mark_of_its_own(digits: int) -> None:
    names = [f"a{i}" for i in range(3000)]
    anchors = Anchors(names, digits)
    pages = {name: i for i, name in enumerate(names)}

    assert [anchors.numbered(anchors.page(name), pages) for name in names] == [str(page) for page in pages.values()]


def test_signs_of_a_text_are_never_taken_for_a_mark() -> None:
    """Noncharacters, of which the marks are made, are cleaned out of texts."""
    assert "a b" in written(b.paragraph("a \ufdd0\ufdd1b"))


def test_the_labels_of_the_book_stand_on_the_pages_that_are_named() -> None:
    pages = str(api.render(api.volume(open_library("briefs")).document, "text")).split("\f")
    heads = {"Australia", "India", "Europe", "Russia"}
    found = re.findall(r"(?<!\w)([GXCUR]\d+)\s\(p\.\s(\d+)\)", " ".join(" ".join(page.split()) for page in pages))

    assert len(found) > 100
    for label, number in found:
        page = pages[int(number) - 1]
        assert page.split("\n")[0].split()[-1] in heads
        assert re.search(rf"(?m)^{label} ", page), f"{label} is not on page {number}"
