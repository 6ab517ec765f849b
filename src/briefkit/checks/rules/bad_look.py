"""A color of the house that is too pale for words, or a logo that cannot be shown.

What:
    A color under `look` in `volume.yaml` has a contrast to white of less than 5 : 1; or the logo is not in the folder
    `figures`, is larger than 5 MB, no picture, or an SVG with a script.

Why:
    Words stand in the color on white, and white words on it. The Web Content Accessibility Guidelines ask for 4.5 : 1,
    and a tinted ground takes a tenth of it. What is printed is darkened until it can be read, so that it is no longer
    quite the color of the house; without its logo nothing is in its place.

Bad:
    --- volume.yaml
    title: A volume
    look:
      colors:
        accent: "#ffcc00"

Good:
    --- volume.yaml
    title: A volume
    look:
      colors:
        accent: "#7a5c00"
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.model import HouseLook, Volume
from briefkit.source.finding import Fault, Severity
from briefkit.text.colors import LEAST_CONTRAST, contrast, legible
from briefkit.text.printable import quoted
from briefkit.text.suggest import did_you_mean


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each pale color and at a logo that cannot be shown."""
    if not isinstance(parsed.subject, Volume) or not (look := parsed.subject.look):
        return
    for key, color in (("accent", look.accent), ("second", look.second)):
        if color and contrast(color) < LEAST_CONTRAST:
            message = f"{quoted(color)} has a contrast of {contrast(color):.1f} to white, too little for words"
            hint = f"take a darker color, such as `{legible(color)}`, which is printed in its place"
            yield Fault((*look.place.path, "colors", key), message, hint)
    yield from _logo(look, parsed)


def _logo(look: HouseLook, parsed: ParsedBrief) -> Iterator[Fault]:
    if not look.logo or parsed.pictures is None:
        return
    path = (*look.place.path, "logo")
    if look.logo not in parsed.pictures:
        hint = did_you_mean(look.logo, list(parsed.pictures), "put it into the folder `figures` beside the briefs")
        yield Fault(path, f"there is no picture {quoted(look.logo)} in the library", hint)
    elif fault := parsed.pictures[look.logo].fault:
        yield Fault(path, f"{quoted(look.logo)} {fault}", "give a picture that can be shown")


RULE = FileRule(
    "bad-look",
    "BK611",
    Severity.WARNING,
    __doc__,
    check=check,
)
