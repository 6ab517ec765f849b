"""The theme: two fonts and the colors, which an editor changes all at once under Design."""

from functools import cache

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN, escaped

TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

SERIF = "Cambria"
SANS = "Calibri"
MONO = "Consolas"

COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2A33",
    "lt2": "EEF4F7",
    "accent1": "0B4F6C",
    "accent2": "B5541C",
    "accent3": "56606B",
    "accent4": "7FA7B8",
    "accent5": "D9A27E",
    "accent6": "2E7D5B",
    "hlink": "0B4F6C",
    "folHlink": "56606B",
}
"""The colors by their names in themes."""

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


@cache
def theme_xml() -> str:
    """Return the part; what Word wants besides colors and fonts is as plain as can be."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in COLORS.items())
    others = '<a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Brief"><a:themeElements>'
        f'<a:clrScheme name="Brief">{colors}</a:clrScheme><a:fontScheme name="Brief">'
        f'<a:majorFont><a:latin typeface="{SANS}"/>{others}</a:majorFont>'
        f'<a:minorFont><a:latin typeface="{SERIF}"/>{others}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Brief"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def dressed(xml: str, look: b.Look) -> str:
    """Return styles, theme or fonts with the colors and typefaces of a house in the places of ours."""
    places = {
        COLORS["accent1"]: look.accent[1:].upper(),
        COLORS["accent2"]: look.second[1:].upper(),
        COLORS["lt2"]: _tint(look.accent) if look.accent else "",
        SERIF: escaped(look.typeface),
        SANS: escaped(look.heading_typeface),
    }
    for ours, theirs in places.items():
        if theirs:
            xml = xml.replace(f'"{ours}"', f'"{theirs}"')
    return xml


def _tint(color: str) -> str:
    """Return a color nearly as light as paper."""
    return "".join(f"{255 - (255 - int(color[i : i + 2], 16)) * 7 // 100:02X}" for i in (1, 3, 5))


@cache
def fonts_xml() -> str:
    """Return the list of fonts, with a kind for each, by which a program finds another where one is missing."""
    kinds = {SERIF: ("roman", "variable"), SANS: ("swiss", "variable"), MONO: ("modern", "fixed")}
    each = "".join(
        f'<w:font w:name="{name}"><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, (family, pitch) in kinds.items()
    )
    return f"{HEAD}<w:fonts {MAIN}>{each}</w:fonts>"
