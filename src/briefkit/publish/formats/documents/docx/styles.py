"""Styles: every role of the document under a name that an editor finds in Word's list and can change there.

Names that Word has itself are its own, so that its commands know them: headings, contents, captions, notes, lists.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefkit.publish.formats.documents.docx import theme
from briefkit.publish.formats.documents.docx.language import language
from briefkit.publish.formats.documents.docx.where import LEVELS, LISTED, QUOTED
from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN

_INK = "accent1"
_EMBER = "accent2"
_GREY = "accent3"
_DARK = "dk2"
_RULE = "C9D3DA"
_NAMES = {"dk2": "text2", "lt2": "background2"}
"""What Word calls some colors of the theme in text."""


class Style(NamedTuple):
    """A style of paragraphs: what it is called, on which it is based, how it stands and how its letters look."""

    name: str
    based: str = "BodyText"
    place: str = ""
    letters: str = ""
    next: str = ""

    @property
    def id(self) -> str:
        """The id by which paragraphs name it: its name without blanks, as Word makes them."""
        return "".join(word[:1].upper() + word[1:] for word in self.name.replace("toc", "TOC").split())


def _font(name: str, theme: str = "") -> str:
    """Return the property for a font, by its name for who knows no themes."""
    themed = f' w:asciiTheme="{theme}HAnsi" w:hAnsiTheme="{theme}HAnsi"' if theme else ""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"{themed}/>'


_SANS = _font(theme.SANS, "major")
_MONO = _font(theme.MONO)


def _color(name: str) -> str:
    return f'<w:color w:val="{theme.COLORS[name]}" w:themeColor="{_NAMES.get(name, name)}"/>'


def _letters(size: float = 0, color: str = "", *, sans: bool = False, bold: bool = False, italic: bool = False) -> str:
    return (
        (_SANS if sans else "")
        + ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
        + (_color(color) if color else "")
        + (f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>' if size else "")
    )


def _space(before: float = 0, after: float = 0, line: int = 0) -> str:
    """Return the space above and below in points, and that between lines in 240ths of a line."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"{lines}/>'


def _in(left: int = 0, hanging: int = 0, right: int = 0) -> str:
    sides = f' w:right="{right}"' if right else ""
    return f'<w:ind w:left="{left}"{sides}{f" w:hanging={chr(34)}{hanging}{chr(34)}" if hanging else ""}/>'


def _line(side: str, color: str = "", size: int = 4, space: int = 4) -> str:
    painted = f'w:color="{theme.COLORS[color]}" w:themeColor="{color}"' if color else f'w:color="{_RULE}"'
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" {painted}/>'


def _tab(at: int) -> str:
    return f'<w:tabs><w:tab w:val="left" w:pos="{at}"/></w:tabs>'


def _edge(*lines: str) -> str:
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{theme.COLORS["lt2"]}" w:themeFill="background2"/>'


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


_NEXT = "<w:keepNext/>"
_LINES = "<w:keepLines/>"
_CENTER = '<w:jc w:val="center"/>'
_BOX = _edge(_line("left", _INK, 18, 8)) + _SHADE
_TIGHT = "<w:contextualSpacing/>"
_PLAIN_EDGE = '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
_TOC_TABS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8720"/></w:tabs>'

_PARTS = [
    Style("Body Text", "Normal", _space(after=7)),
    Style("Title", "Heading1", _space(160, 12) + _CENTER, _letters(28, _INK, sans=True, bold=True), "Subtitle"),
    Style("Subtitle", "BodyText", _space(after=24) + _CENTER, _letters(15, _GREY, sans=True), "BodyText"),
    Style("Half Title", "Subtitle", _space(200, 0) + _CENTER),
    Style("Title Page Text", "BodyText", _space(after=6) + _CENTER, _letters(sans=True)),
    Style("Imprint", "BodyText", _space(after=6), _letters(9.5, sans=True)),
    Style("Author", "BodyText", _space(after=3), _letters(11, _GREY, sans=True)),
    Style("Audience", "Author", "", _letters(9.5)),
    Style("Source Note", "Author", "", _letters(9.5)),
    Style("Epigraph", "Quote", _space(after=6)),
    Style("Part Title", "BodyText", _NEXT + _space(10, 3), _letters(11, _INK, sans=True, bold=True)),
    Style("Summary", "BodyText", _BOX + _space(after=0, line=264) + _in(200, right=120), _letters(10.5, sans=True)),
    Style("Summary Heading", "Summary", _NEXT + _space(10), _letters(10.5, _INK, bold=True), "Summary"),
    Style("Verdict", "BodyText", _edge(_line("left", _EMBER, 18, 8)) + _space(after=8) + _in(200), _letters(sans=True)),
    Style("Statement", "BodyText", _in(454, 454), _letters(sans=True)),
    Style(
        "Facts", "BodyText", _LINES + _space(after=6, line=250) + _in(794, 454) + _TIGHT, _letters(9, _GREY, sans=True)
    ),
    Style("Remark", "BodyText", _space(after=4), _letters(9.5, _GREY, sans=True)),
    Style("Note Heading", "Heading3", _PLAIN_EDGE + _space(7, 1), _letters(9.5), "EditorialNote"),
    Style("Finding", "BodyText", _space(after=3) + _in(284, 284), _letters(10, sans=True)),
    Style("Legend", "BodyText", _space(after=8), _letters(9.5, _GREY, sans=True)),
    Style("Entry", "BodyText", _space(after=3) + _in(284, 284)),
    *(
        Style(name, "BodyText", _tab(at) + _space(after=7) + _in(at, at) + _TIGHT, _letters(10))
        for name, at in (("Definition Entry", 1361), ("Key Entry", 567))
    ),
    Style("Editorial Note", "BodyText", _space(after=4), _letters(9.5, sans=True)),
    Style("Quote", "BodyText", _space(after=7) + _in(QUOTED, right=QUOTED), _letters(10.5)),
    Style("Bibliography", "BodyText", _space(after=4) + _in(425, 425), _letters(10)),
    Style("footnote text", "Normal", _space(after=2, line=240) + "", _letters(9)),
    Style("caption", "BodyText", _NEXT + _LINES + _space(10, 4), _letters(9.5, _INK, sans=True), "BodyText"),
    Style("Figure", "BodyText", _space(after=2)),
    Style("Figure Source", "BodyText", _space(2, 10), _letters(8.5, _GREY, sans=True)),
    Style("Table Text", "BodyText", _space(1, 1, 240), _letters(9, sans=True)),
    Style("Table Heading", "TableText", _NEXT, _letters(9, _INK, bold=True)),
    Style("Table Group", "TableText", _NEXT + _space(4, 2, 240), _letters(9, _INK, bold=True)),
    Style("Table Statement", "TableText", _space(1, 3, 240)),
    Style("Table Verdict", "TableText", _space(1, 3, 240), _letters(italic=True)),
    Style("Table Remark", "TableText", "", _letters(8, _GREY)),
    Style("Row Name", "TableText", ""),
    Style("Table End", "Normal", _space(0, 4, 120), _letters(4)),
    Style("Section End", "Normal", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', _letters(1)),
    Style("Divider", "BodyText", _edge(_line("bottom")) + _space(after=10)),
    Style("Source Code", "BodyText", _SHADE + _space(after=7, line=240), _MONO + _letters(9)),
    Style("List Paragraph", "BodyText", _in(LISTED)),
    Style("TOC Heading", "Heading1", _level(9), "", "BodyText"),
    Style("Contents Title", "PartTitle", "", "", "BodyText"),
    Style("header", "Normal", _edge(_line("bottom")) + _space(line=240), _letters(8.5, _GREY, sans=True)),
    Style("footer", "Normal", _space(line=240), _letters(8.5, _GREY, sans=True)),
]
"""Each place is in the order of the schema: kept, edges, shade, tabs, space, indent, side, level."""

_HEADINGS = [
    (_space(0, 14), _letters(21, _INK, bold=True)),
    (_space(20, 6), _letters(14.5, _INK, bold=True)),
    (_edge(_line("top", space=5)) + _space(14, 4), _letters(11.5, _DARK, bold=True)),
    (_space(12, 4), _letters(11, _DARK, bold=True)),
    (_space(10, 3), _letters(10.5, _INK, bold=True)),
    (_space(10, 3), _letters(10.5, _GREY, italic=True)),
]

_CHARACTERS = {
    "Strong": "<w:b/>",
    "Emphasis": "<w:i/>",
    "Hyperlink": _color(_INK) + '<w:u w:val="single"/>',
    "Cross Reference": _color(_INK),
    "footnote reference": '<w:vertAlign w:val="superscript"/>',
    "Verbatim Char": _MONO + _letters(9.5),
    "Label": _color(_INK),
    "Fact Name": _color(_INK),
    "Muted": _color(_GREY),
    "Shared": _color(_INK),
    "Distinct": _color(_EMBER),
    "Orphan": "<w:b/>" + _color(_EMBER),
    "Waived": _color(_GREY),
    "Caution": _color(_EMBER),
    "Good": _color(_INK),
    "Error": "<w:b/>" + _color(_EMBER),
    "Warning": _color(_EMBER),
    "Info": _color(_GREY),
}
"""The styles of stretches of text, by name."""


@cache
def styles_xml(tag: str) -> str:
    """Return the part; `tag` is the language of the document."""
    paragraphs = "".join(_paragraph(style) for style in (*_headings(), *_PARTS, *_lists(), *_contents()))
    characters = "".join(_character(name, look) for name, look in _CHARACTERS.items())
    return (
        f"{HEAD}<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr>{_font(theme.SERIF, 'minor')}"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/>{language(tag)}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_space(line=276)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        f"{paragraphs}{characters}{_table('Brief Table', 45)}{_table('Dense Table', 10)}</w:styles>"
    )


def _headings() -> Iterator[Style]:
    for number, (place, letters) in enumerate(_HEADINGS, 1):
        kept = f"{_NEXT}{_LINES}{place}{_level(number - 1)}"
        yield Style(f"heading {number}", "Normal", kept, _SANS + letters, "BodyText")


def _lists() -> Iterator[Style]:
    for kind in ("List Bullet", "List Number"):
        for level in range(1, LEVELS + 1):
            name = f"{kind} {level}" if level > 1 else kind
            yield Style(name, "BodyText", _space(after=7) + _in(LISTED * level, LISTED) + _TIGHT)


def _contents() -> Iterator[Style]:
    for level in range(1, 7):
        letters = _letters(11, sans=True) if level == 1 else _letters(9.5, _GREY, sans=True)
        yield Style(
            f"toc {level}", "Normal", _TOC_TABS + _space(4 if level == 1 else 0) + _in(284 * (level - 1)), letters
        )


def _paragraph(style: Style) -> str:
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    place = f"<w:pPr>{style.place}</w:pPr>" if style.place else ""
    letters = f"<w:rPr>{style.letters}</w:rPr>" if style.letters else ""
    custom = "" if style.name in _BUILT_IN or style.name.split()[0] in _FAMILIES else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{following}<w:qFormat/>{place}{letters}</w:style>'
    )


def _character(name: str, look: str) -> str:
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{Style(name).id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def _table(name: str, padding: int) -> str:
    """Return a style of tables: lines between rows, a stronger one under the header; `padding` is above each row."""
    margins = f'<w:top w:w="{padding}" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    margins += f'<w:bottom w:w="{padding}" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
    lines = _line("top", _INK, 8, 0) + _line("bottom", _INK, 8, 0) + _line("insideH", space=0)
    head = f"<w:tcBorders>{_line('bottom', _INK, 8, 0)}</w:tcBorders>{_SHADE}"
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{Style(name).id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr></w:style>'
    )


_BUILT_IN = frozenset(
    {
        *("Body Text", "Title", "Subtitle", "Quote", "Bibliography", "footnote text", "footnote reference", "caption"),
        *("List Paragraph", "TOC Heading", "header", "footer", "Strong", "Emphasis", "Hyperlink"),
    }
)
"""Names that Word has itself."""
_FAMILIES = frozenset({"heading", "toc", "List"})
