"""How a page takes the look of a house: its colors by day and by night, its typefaces, its logo."""

from briefkit.document.look import Look
from briefkit.publish.web.figures import embedded
from briefkit.text.colors import lifted


def dressed(look: Look) -> str:
    """Return a style sheet that stands behind the others; empty where a house has no colors and typefaces."""
    day = {
        "--accent": look.accent,
        "--band": look.accent,
        "--warm": look.second,
        "--serif": _family(look.typeface, "serif"),
        "--sans": _family(look.heading_typeface, "sans-serif"),
    }
    night = {
        "--accent": look.accent and lifted(look.accent),
        "--band": look.accent and f"color-mix(in srgb, {look.accent} 50%, #000)",
        "--warm": look.second and lifted(look.second),
    }
    rules = [_rule(day)]
    if look.accent:  # words on the band have to be read on any color
        rules.append(":root{--on-band:#fff;--on-band-soft:#fff}")
    if look.heading_typeface:
        rules.append("h1,h2{font-family:var(--sans)}")
    if any(night.values()):
        rules.append(f"@media screen and (prefers-color-scheme: dark) {{{_rule(night)}}}")
    return "\n".join(filter(None, rules))


def logo(look: Look) -> str:
    """Return the logo as it stands before a title."""
    name = f"Logo of {look.owner}" if look.owner else "Logo"
    return f'<p class="logo">{embedded(look.logo, name)}</p>\n' if look.logo else ""


def _rule(values: dict[str, str]) -> str:
    said = ";".join(f"{name}:{value}" for name, value in values.items() if value)
    return f":root{{{said}}}" if said else ""


def _family(name: str, kind: str) -> str:
    """Return a family as CSS has it: each sign but letters, digits and blanks as an escape."""
    signs = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in name)
    return f'"{"".join(signs)}", {kind}' if name else ""
