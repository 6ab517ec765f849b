"""Places by the file that has them."""

from collections.abc import Iterable

from briefkit.document import blocks as b
from briefkit.views.listing.column import lines


def by_owner(places: Iterable[str]) -> b.Inlines:
    """Return places by file, each file on a line of its own: `australia R1 R3; volume introduction`."""
    found: dict[str, list[str]] = {}
    for name in places:
        owner, _, part = name.rpartition(":")
        found.setdefault(owner, []).append(part)
    return lines([f"{owner} {' '.join(parts)}" for owner, parts in found.items()], ";")
