"""Files of other programs in, drafts of briefs out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefkit.library import Library

if TYPE_CHECKING:
    from briefkit.importing.briefs import Imported
    from briefkit.importing.word import Tracked


def import_word(
    data: bytes,
    library: Library | None = None,
    *,
    mapped: Mapping[str, str] | None = None,
    tracked: "Tracked" = "accept",
) -> "Imported":
    """Return the draft of a brief that a Word file makes, with every decision and the account of its words.

    The questions are those of the library, the five without one. `mapped` leads from the text of a heading to a
    question, by its key, name on the command line or letter, to `summary` or to `none`; `tracked` says what becomes of
    tracked changes. Raises InputError for a file that is no Word file or is dangerous, UsageError for an unknown
    question or heading.
    """
    from briefkit.format import shipped
    from briefkit.importing.of_word import imported

    questions = library.questions if library else shipped.default()
    return imported(data, questions, library.volume if library else None, mapped or {}, tracked)
