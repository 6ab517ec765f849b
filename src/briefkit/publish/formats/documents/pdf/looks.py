"""The look of a house as the templates take it; what it does not say is ours."""

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.pdf.tree import Node, kind_of

_ACCENT = "#0b4f6c"
_SECOND = "#b5541c"
_TYPEFACE = "Libertinus Serif"
_HEADING_TYPEFACE = "Fira Sans"
_LOGO = "logo"


def data(look: b.Look, pictures: dict[str, bytes]) -> Node:
    """Return the look; `pictures` gets the bytes of the logo."""
    if look.logo:
        pictures[_LOGO] = look.logo
    alt = f"Logo of {look.owner}" if look.owner else "Logo"
    return {
        "accent": look.accent or _ACCENT,
        "second": look.second or _SECOND,
        "typeface": look.typeface or _TYPEFACE,
        "heading-typeface": look.heading_typeface or _HEADING_TYPEFACE,
        "logo": {"name": _LOGO, "format": kind_of(look.logo), "alt": alt} if look.logo else None,
    }


def families(look: b.Look) -> tuple[str, ...]:
    """Return the families of fonts that the house asks for."""
    return tuple(filter(None, (look.typeface, look.heading_typeface)))
