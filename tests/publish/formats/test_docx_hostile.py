"""No text becomes markup, a field, a link or a broken file, wherever it stands."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from docx_reading import W, body, parts, styled
from hypothesis import given
from hypothesis import strategies as st

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx import write

HOSTILE = [
    '</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DDEAUTO c:\\\\x </w:instrText>',
    '" onload="x" w:val="',
    "]]><!-- &lt; &#x41; <?xml?> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
    "{ INCLUDEPICTURE http://evil.example/x }",
    '\\" \\* MERGEFORMAT \\l 1 " TC "x',
    "\x00\x08\x0b\x0c\x1b\x7f\x85\ud800\ufffe\uffff\u202e\u200b",
    "../../word/document.xml",
    "日本 😀 e\u0301 \u00a0 \u00ad",
    "",
    " ",
]


def filled(text: str) -> b.Document:
    """Return a document with a text in every field that a document has."""
    inlines: b.Inlines = (b.Text(text), b.Code(text), b.Strong((b.Emphasis((b.Text(text),)),)))
    spoken = b.Styled((b.Text(text),), "label", text)
    link = b.Link((b.Text(text),), f"https://x.org/{text}")
    bad = b.Link((b.Text(text),), text)
    other = b.CrossReference(text, (b.Text(text),), inlines, elsewhere=b.Elsewhere(text, inlines))
    line = b.Paragraph((*inlines, spoken, link, bad, other, b.CrossReference(text, inlines), b.NoteMark(1, text)))
    cell = b.Cell((line,))
    table = b.Table((b.ColumnHint(),), (cell,), (b.RowGroup(((cell,),), inlines),), inlines, corner=inlines)
    chart = b.Chart("line", ((text, (b.ChartValue(1.5, text), b.ChartValue(2, text))),), (text, text), text)
    blocks: b.Blocks = (
        b.Contents(inlines, f"{text} contents"),
        b.Section("summary", (line,), inlines, text),
        b.Heading(2, inlines, f"{text} heading", inlines, (text,)),
        table,
        b.Figure(f"{text} figure", inlines, inlines, text, chart, source=(line,)),
        b.Figure(f"{text} file", inlines, inlines, text, file=text),
        b.BulletList(((line,),)),
        b.DefinitionList(((inlines, (line,)),)),
        b.Quote((b.Paragraph(inlines, language=text),)),
        b.Preformatted(text),
    )
    chapter = b.Chapter(text, blocks, (b.NoteText(1, text, (line,)),), inlines, inlines, language=text, authors=(text,))
    meta = b.Meta(text, text, (text,), text, text, (text,), text, text, text, (text,))
    return b.Document(meta, (chapter, replace(chapter, anchor=f"{text} 2", notes=())))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_more_than_text(text: str) -> None:
    plain, hostile = parts(write(filled("plain"))), parts(write(filled(text)))

    assert hostile.keys() <= plain.keys() | {"word/header1.xml"}
    for name, data in hostile.items():
        root = ET.fromstring(data)  # noqa: S314  what we wrote
        tags = {element.tag for element in root.iter()}
        assert tags <= {element.tag for element in ET.fromstring(plain[name]).iter()}, name  # noqa: S314
    codes = [
        code.text or ""
        for name in ("word/document.xml", "word/footnotes.xml")
        for code in ET.fromstring(hostile[name]).iter(f"{W}instrText")  # noqa: S314
    ]
    assert all(
        re.fullmatch(r' (TOC \\o "1-2" \\f \\h \\z|NOTEREF _note_1 \\f \\h|TC "[^"\\]*" \\l \d) ', c) for c in codes
    )
    targets = re.findall(r'Target="([^"]*)"', hostile["word/_rels/document.xml.rels"].decode())
    assert all(re.fullmatch(r"https://x\.org/\S*|[\w./%~-]*\.docx|[\w/]+\.xml", one) for one in targets), targets
    assert not any(b"<!" in data for data in hostile.values())


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """What XML cannot hold is left out, and white space is one blank."""
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    document = b.Document(b.Meta("t"), (b.Chapter("c", (b.Paragraph((b.Text(f"a{text}z"),)),)),))

    assert [said for _, said in styled(body(write(document)))] == [re.sub("[ \t\r\n]+", " ", f"a{kept}z")]
