"""A source as one citation gives it: under another title, read on another day."""

from dataclasses import replace

from briefkit.format.model import CslDate, Reference
from briefkit.text.dates import Interval, PartialDate

_TITLES = ("title", "title-short", "shortTitle")


def varied(ref: Reference, *, accessed: PartialDate | None = None, titled: str = "") -> Reference:
    """Return the source with the day of access and the title that one citation gives instead of its own."""
    if titled:
        others = {name: text for name, text in ref.fields.items() if name not in _TITLES}
        ref = replace(ref, fields=others | {"title": titled})
    if accessed:
        ref = replace(ref, dates={**ref.dates, "accessed": CslDate(Interval(accessed))})
    return ref
