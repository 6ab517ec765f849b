"""What changed between two briefs, or two libraries: by question and id, word by word."""

from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.views.difference.briefs import same
from briefkit.views.difference.compare import difference
from briefkit.views.difference.model import Difference
from briefkit.views.difference.records import rows
from briefkit.views.difference.show import document
from briefkit.views.difference.tracked import Documents, merged
from briefkit.views.view import View

__all__ = ["difference", "same", "tracked_view", "view"]


def view(differences: Sequence[Difference]) -> View:
    """Return differences as a document and as rows; those of briefs in which nothing changed are left out."""
    told = [one for one in differences if one.changes]
    return View(lambda: document(told), rows(told))


def tracked_view(
    differences: Sequence[Difference], documents: Sequence[tuple[b.Document | None, b.Document | None]]
) -> View:
    """Return differences as rows, and as a document the whole briefs, old and new in one.

    `documents` are those of the briefs, old and new; at least one of each pair is there.
    """

    def make() -> b.Document:
        return merged([Documents(*pair, _anchors(one)) for one, pair in zip(differences, documents, strict=True)])

    return View(make, rows([one for one in differences if one.changes]))


def _anchors(difference: Difference) -> dict[str, str]:
    """Return the new anchors of the points that were renamed, by their old ones."""
    return {
        f"{difference.old}-{change.old.id}": f"{difference.new}-{change.new.id}"
        for change in difference.changes
        if change.old and change.new and change.is_renamed
    }
