"""Word files of few lines: paragraphs, lists, notes, tables as XML, packed as Word packs them."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/>{more}</w:style>'
    for name, said, more in (
        ("Title", "Title", ""),
        ("Subtitle", "Subtitle", ""),
        ("Heading1", "heading 1", ""),
        ("Heading2", "heading 2", ""),
        ("Heading3", "heading 3", ""),
        ("berschrift1", "heading 1", ""),
        ("Mine", "House headline", '<w:basedOn w:val="Heading2"/>'),
        ("Outlined", "House part", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    )
)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for number, kind, text in ((1, "bullet", "•"), (2, "decimal", "%1."), (3, "upperRoman", "%1."))
) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))


def run(text: str, look: str = "") -> str:
    """Return a run: `look` has b, i, u, c (capitals), s (superscript), or a size as `32`."""
    marks = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>', "c": "<w:caps/>"}
    properties = "".join(marks.get(sign, "") for sign in look)
    if "s" in look:
        properties += '<w:vertAlign w:val="superscript"/>'
    if digits := "".join(sign for sign in look if sign.isdigit()):
        properties += f'<w:sz w:val="{digits}"/>'
    kept = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">').replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{kept}</w:t></w:r>'


def p(content: str = "", style: str = "", more: str = "", *, number: int = 0, depth: int = 0, look: str = "") -> str:
    """Return a paragraph; plain text becomes a run, XML stays as it is."""
    inner = content if content.startswith("<") else run(content, look)
    numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{more}</w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of texts or paragraphs."""
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell if cell.startswith(chr(60)) else p(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>"


def note(number: int, kind: str = "footnote") -> str:
    """Return the mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def field_of(code: str, shown: str) -> str:
    """Return a field with what it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@dataclass
class File:
    """A Word file: the XML of its body and of the parts beside it."""

    body: str
    notes: Mapping[int, str] = field(default_factory=dict)
    endnotes: Mapping[int, str] = field(default_factory=dict)
    comments: Mapping[int, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    header: str = ""
    title: str = ""
    sources: str = ""
    styles: str = STYLES
    main_type: str = f"{_WORD}.document.main+xml"
    parts: Mapping[str, bytes] = field(default_factory=dict)
    """Further parts, or others in place of those that are made."""

    def data(self) -> bytes:
        """Return the file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
            everything: dict[str, str | bytes] = {**self._made(), **self.parts}
            for name, content in everything.items():
                packed.writestr(name, content)
        return stream.getvalue()

    def _made(self) -> dict[str, str]:
        parts = {
            "styles": ("styles", f"<w:styles {_NAMES}>{self.styles}</w:styles>"),
            "numbering": ("numbering", f"<w:numbering {_NAMES}>{NUMBERING}</w:numbering>"),
        }
        for kind, notes in (("footnote", self.notes), ("endnote", self.endnotes), ("comment", self.comments)):
            if notes:
                each = "".join(
                    f'<w:{kind} w:id="{n}" w:author="R. Eader">{text if text.startswith("<") else p(text)}</w:{kind}>'
                    for n, text in notes.items()
                )
                parts[f"{kind}s"] = (f"{kind}s", f"<w:{kind}s {_NAMES}>{each}</w:{kind}s>")
        if self.header:
            parts["header1"] = ("header", f"<w:hdr {_NAMES}>{p(self.header)}</w:hdr>")
        made = {f"word/{name}.xml": xml for name, (_, xml) in parts.items()}
        types = f'<Override PartName="/word/document.xml" ContentType="{self.main_type}"/>'
        links = "".join(
            f'<Relationship Id="p{i}" Type="{R}/{kind}" Target="{name}.xml"/>'
            for i, (name, (kind, _)) in enumerate(parts.items())
        )
        links += "".join(
            f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{escape(url)}" TargetMode="External"/>'
            for name, url in self.links.items()
        )
        if self.sources:
            made["customXml/item1.xml"] = self.sources
            links += f'<Relationship Id="x1" Type="{R}/customXml" Target="../customXml/item1.xml"/>'
        root = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        if self.title:
            kind = f"{_PACKAGE}/relationships/metadata/core-properties"
            root += f'<Relationship Id="r2" Type="{kind}" Target="docProps/core.xml"/>'
            made["docProps/core.xml"] = (
                '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:title>{escape(self.title)}</dc:title></c:coreProperties>"
            )
        return {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
            "word/document.xml": f"<w:document {_NAMES}><w:body>{self.body}</w:body></w:document>",
            **made,
        }
