"""How the columns of a table share its width."""

from collections.abc import Sequence
from typing import NamedTuple


class Need(NamedTuple):
    """What a column needs: at least `floor` cells, at most `natural`, between them a share by weight."""

    floor: int
    natural: int
    weight: float = 1.0


def share(needs: Sequence[Need], room: int) -> list[int] | None:
    """Return the widths of columns that have `room` cells together; None when they do not fit.

    Columns get their share by weight; one whose share is under its floor or over its natural width gets just that,
    and the others share what is left, as flexible boxes do in CSS (https://www.w3.org/TR/css-flexbox-1/, 9.7).
    """
    if sum(need.floor for need in needs) > room:
        return None
    if sum(need.natural for need in needs) <= room:
        return [need.natural for need in needs]
    widths: dict[int, int] = {}
    open_columns = list(range(len(needs)))
    while open_columns:
        rest = room - sum(widths.values())
        total = sum(needs[i].weight for i in open_columns)
        shares = {i: rest * needs[i].weight / total for i in open_columns}
        low = {i: needs[i].floor - part for i, part in shares.items() if part < needs[i].floor}
        high = {i: part - needs[i].natural for i, part in shares.items() if part > needs[i].natural}
        if not low and not high:
            widths |= _whole(shares, rest)
            break
        if sum(low.values()) >= sum(high.values()):
            widths |= {i: needs[i].floor for i in low}
        else:
            widths |= {i: needs[i].natural for i in high}
        open_columns = [i for i in open_columns if i not in widths]
    return [widths[i] for i in range(len(needs))]


def _whole(shares: dict[int, float], room: int) -> dict[int, int]:
    """Round shares down and hand the cells left over to the first columns."""
    widths = {i: int(part) for i, part in shares.items()}
    for i in list(widths)[: room - sum(widths.values())]:
        widths[i] += 1
    return widths
