"""Which brief of one library is which of another."""

from collections.abc import Sequence

from briefkit.checks.parsed import ParsedBrief

_ALIKE = 0.5
"""The share of ids of points in common from which a brief of another name is the same."""


def same(old: Sequence[ParsedBrief], new: Sequence[ParsedBrief]) -> list[tuple[ParsedBrief | None, ParsedBrief | None]]:
    """Return the pairs of briefs that belong together, by name, else by their ids; one of a pair may be missing.

    New ones come first, in their order.
    """
    by_name = {_name(brief): brief for brief in old}
    found = {id(brief): by_name.pop(_name(brief)) for brief in new if _name(brief) in by_name}
    rest = [*by_name.values()]
    for brief in new:
        if id(brief) in found or not rest:
            continue
        nearest = max(rest, key=lambda other: _alike(other, brief))
        if _alike(nearest, brief) >= _ALIKE:
            found[id(brief)] = nearest
            rest.remove(nearest)
    pairs: list[tuple[ParsedBrief | None, ParsedBrief | None]] = [(found.get(id(brief)), brief) for brief in new]
    return pairs + [(brief, None) for brief in rest]


def _name(parsed: ParsedBrief) -> str:
    return parsed.brief.name.lower() if parsed.brief else ""


def _alike(old: ParsedBrief, new: ParsedBrief) -> float:
    """Return the share of the ids of points that two briefs have in common."""
    olds, news = ({point.id for point in one.points} for one in (old, new))
    total = len(olds) + len(news)
    return 2 * len(olds & news) / total if total else 0.0
