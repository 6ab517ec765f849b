"""Which brief of one library is which of another."""

from collections.abc import Sequence

from briefkit.format.model import Brief

_ALIKE = 0.5
"""The share of ids of points in common from which a brief of another name is the same."""


def same(old: Sequence[Brief], new: Sequence[Brief]) -> list[tuple[Brief | None, Brief | None]]:
    """Return the pairs of briefs that belong together, by name, else by their ids; one of a pair may be missing.

    New ones come first, in their order.
    """
    by_name = {brief.name.lower(): brief for brief in old}
    found = {id(brief): by_name.pop(brief.name.lower()) for brief in new if brief.name.lower() in by_name}
    rest = [*by_name.values()]
    for brief in new:
        if id(brief) in found or not rest:
            continue
        nearest = max(rest, key=lambda other: _alike(other, brief))
        if _alike(nearest, brief) >= _ALIKE:
            found[id(brief)] = nearest
            rest.remove(nearest)
    pairs: list[tuple[Brief | None, Brief | None]] = [(found.get(id(brief)), brief) for brief in new]
    return pairs + [(brief, None) for brief in rest]


def _alike(old: Brief, new: Brief) -> float:
    """Return the share of the ids of points that two briefs have in common."""
    total = len(old.by_id) + len(new.by_id)
    return 2 * len(old.by_id.keys() & new.by_id.keys()) / total if total else 0.0
