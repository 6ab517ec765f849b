"""What a library holds, listed: briefs, the points of each question, themes, actors, references, abbreviations."""

from collections.abc import Sequence

from briefkit.library import Library
from briefkit.text.suggest import unknown
from briefkit.views.listing import abbreviations, actors, briefs, points, references, themes
from briefkit.views.listing.column import Listing
from briefkit.views.listing.filters import Filters
from briefkit.views.listing.order import ordered
from briefkit.views.listing.selection import Selection, select
from briefkit.views.listing.table import chosen_stacks, default_stacks, document
from briefkit.views.view import View

__all__ = ["LISTINGS", "Filters", "view"]

LISTINGS: dict[str, Listing] = {
    listing.name: listing
    for listing in (
        briefs.LISTING,
        *points.LISTINGS,
        themes.LISTING,
        actors.LISTING,
        references.LISTING,
        abbreviations.LISTING,
    )
}
"""What can be listed, in the order of the help text."""


def view(
    library: Library,
    what: str,
    filters: Filters,
    *,
    sort: Sequence[str] = (),
    columns: Sequence[str] = (),
    narrow: bool = True,
) -> View:
    """Return what is asked for of a library, a record each.

    `sort` are columns, with a dash before for the other way round; `columns` are those to show, `a+b` for b below a.
    Without them `narrow` chooses those for a page that has a width. Files with errors are left out and named in a
    remark, except that `briefs` has every file. Raises UsageError for what is unknown or does not go together.
    """
    kind = _kind(what)
    filters.check(kind.name, kind.filters)
    selection = select(library, filters)
    stacks = chosen_stacks(kind, selection, columns) if columns else default_stacks(kind, selection, narrow=narrow)
    records = ordered(kind, list(kind.records(selection)), selection, sort)
    remarks = _remarks(selection) if kind is not briefs.LISTING else ()
    return View(
        kind.kind, document(kind, records, selection, stacks), tuple(records), fields=kind.fields, remarks=remarks
    )


def _kind(what: str) -> Listing:
    name = what.strip().lower().replace("_", "-")
    if name not in LISTINGS:
        raise unknown("list", what, list(LISTINGS))
    return LISTINGS[name]


def _remarks(selection: Selection) -> tuple[str, ...]:
    if not selection.left_out:
        return ()
    return (f"left out because of errors: {', '.join(selection.left_out)}; `briefkit validate` shows them",)
