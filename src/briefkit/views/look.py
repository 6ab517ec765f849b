"""The look of the house, put on what a view shows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath

from briefkit.checks.picture import Picture
from briefkit.document import blocks as b
from briefkit.format.model import Volume
from briefkit.text.colors import legible
from briefkit.views.view import View

FONTS = "fonts"
"""The folder beside the volume in which fonts of the house may be."""


def in_house(view: View, volume: Callable[[], Volume | None], pictures: Callable[[], Mapping[str, Picture]]) -> View:
    """Return the view with documents that carry the look of a volume; `pictures` are those beside it.

    Both are asked for when a document is.
    """

    def make() -> b.Document:
        document, house = view.make(), volume()
        return replace(document, look=_look(house, pictures())) if house and house.look else document

    return replace(view, make=make)


def _look(volume: Volume, pictures: Mapping[str, Picture]) -> b.Look:
    house = volume.look
    if house is None:
        return b.Look()
    logo = pictures.get(house.logo)
    return b.Look(
        accent=legible(house.accent) if house.accent else "",
        second=legible(house.second) if house.second else "",
        typeface=house.typeface,
        heading_typeface=house.heading_typeface,
        logo=logo.read() if logo else b"",
        owner=b.clean(volume.publisher or volume.title),
        fonts=str(PurePath(volume.place.file).parent / FONTS),
        paper=house.paper,
    )
