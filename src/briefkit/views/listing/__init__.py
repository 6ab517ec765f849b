"""What a library holds, listed: briefs, the points of each question, themes, actors, references, abbreviations."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from briefkit.text.suggest import unknown

if TYPE_CHECKING:  # the names of the lists are asked for at every start
    from briefkit.document.blocks import Document
    from briefkit.format.questions import QuestionSet
    from briefkit.library import Library
    from briefkit.views.listing.column import Listing
    from briefkit.views.listing.filters import Filters
    from briefkit.views.listing.selection import Selection
    from briefkit.views.view import View

_BEFORE = ("briefs",)
_AFTER = ("themes", "actors", "references", "abbreviations", "figures", "waivers")


def kinds(questions: "QuestionSet") -> tuple[str, ...]:
    """Return what can be listed, in the order of the help text."""
    return (*_BEFORE, *(question.slug for question in questions.questions), *_AFTER)


def view(
    library: "Library",
    what: str,
    filters: "Filters",
    *,
    sort: Sequence[str] = (),
    columns: Sequence[str] = (),
    narrow: bool = True,
) -> "View":
    """Return what is asked for of a library, a row each.

    `sort` are columns, with a dash before for the other way round; `columns` are those to show, `a+b` for b below a.
    Without them `narrow` chooses those for a page that has a width. Files with errors are left out and named in a
    remark, except that `briefs` has every file. Raises UsageError for what is unknown or does not go together.
    """
    from briefkit.views.listing.order import ordered
    from briefkit.views.listing.selection import select
    from briefkit.views.listing.table import chosen_stacks, default_stacks, document
    from briefkit.views.view import View

    kind = listing(what, library.questions)
    filters.check(kind.name, kind.filters)
    selection = select(library, filters, at_a_glance=kind.name == "briefs")
    chosen = chosen_stacks(kind, selection, columns) if columns else None
    rows = ordered(kind, list(kind.rows(selection)), selection, sort)
    remarks = _remarks(selection) if kind.name != "briefs" else ()

    def make() -> "Document":
        stacks = chosen or default_stacks(kind, selection, narrow=narrow)
        return document(kind, rows, selection, stacks)

    return View(make, kind.found(rows), remarks=remarks)


def listing(what: str, questions: "QuestionSet") -> "Listing[object]":
    """Return what can be listed under a name; a question also by its letter.

    Raises UsageError, with did-you-mean, for an unknown name.
    """
    question = questions.named(what)
    name = question.slug if question else what.strip().lower().replace("_", "-")
    if name not in kinds(questions):
        raise unknown("list", what, kinds(questions))
    module = import_module(f"{__name__}.{'points' if question else name}")
    found: tuple[Listing[object], ...] = module.listings(questions)
    return next(kind for kind in found if kind.name == name)


def _remarks(selection: "Selection") -> tuple[str, ...]:
    if not (left_out := ", ".join(selection.left_out)):
        return ()
    return (f"left out because of errors: {left_out}; `briefkit validate` shows them",)
