"""What changed between two briefs, or two libraries: by question and id, word by word."""

from collections.abc import Sequence

from briefkit.views.difference.briefs import same
from briefkit.views.difference.compare import difference
from briefkit.views.difference.model import Difference
from briefkit.views.difference.records import rows
from briefkit.views.difference.show import document
from briefkit.views.view import View

__all__ = ["difference", "same", "view"]


def view(differences: Sequence[Difference]) -> View:
    """Return differences as a document and as rows; those of briefs in which nothing changed are left out."""
    told = [one for one in differences if one.changes]
    return View(lambda: document(told), rows(told))
