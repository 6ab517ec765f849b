"""How a work can be had: its carrier, the archive that keeps it, its address."""

import re

from briefkit.document.blocks import Inlines, Link, Text
from briefkit.document.cite import numerals, typeset
from briefkit.document.cite.entry import Entry
from briefkit.document.cite.publication import in_archive

_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)


def archive(entry: Entry) -> list[Inlines]:
    """Return medium, size and archive."""
    medium = typeset.join(
        ", ",
        (entry.part(entry.text("medium")), *(typeset.upright(entry.text(name)) for name in ("scale", "dimensions"))),
    )
    pages = typeset.upright(numerals.paged(entry.locator) if in_archive(entry) else "")
    location = typeset.join(", ", (entry.part(entry.text("archive_location")), pages))
    holder, number = entry.text("archive"), entry.text("number") if entry.type == "thesis" else ""
    holder = f"{holder} ({number})" if holder and number else holder or number
    keeper = typeset.join(", ", (typeset.upright(holder), typeset.upright(entry.text("archive-place"))))
    return [medium, location, entry.part(entry.text("archive_collection")), keeper]


def access(entry: Entry) -> list[Inlines]:
    """Return the day of access, where it is to be shown, and the address."""
    doi = _DOI_PREFIX.sub("", entry.text("DOI"))
    address = f"https://doi.org/{doi}" if doi else entry.text("URL")
    shown = entry.accessed or (
        address and (entry.access_dates or not (doi or entry.has("available-date", "event-date", "issued", "status")))
    )
    accessed = entry.date("accessed", "day") if shown else ""
    link = Link((Text(address),), address) if address.startswith(("http://", "https://")) else Text(address)
    return [entry.part(f"accessed {accessed}" if accessed else ""), (link,) if address else ()]
