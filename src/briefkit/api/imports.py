"""Files of other programs in, drafts of briefs and references out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefkit.library import Library

if TYPE_CHECKING:
    from briefkit.importing.bibliography import Bibliography
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


def import_bibliography(data: bytes, name: str, library: Library | None = None) -> "Bibliography":
    """Return the references that a bibliography makes, with every decision: CSL-JSON, CSL YAML, BibTeX or RIS.

    The suffix of `name` says which. Sources that the library has already, in briefs or the volume, are recognised by
    DOI, address, or title and year, and not repeated; a brief that cannot be read takes no part. Raises InputError for
    a file that cannot be read.
    """
    from briefkit.format import shipped
    from briefkit.format.model import Brief
    from briefkit.format.schema import Form, at, schema
    from briefkit.importing.bibliography import Known, imported

    questions = library.questions if library else shipped.default()
    known = []
    if library:
        parsed = [library.parsed(stem) for stem in library.stems]
        for one in (*parsed, library.parsed_volume):
            for reference in one.subject.references if one else ():
                issued = reference.dates.get("issued")
                start = issued.interval.start if issued and issued.interval else None
                get = reference.fields.get
                year = f"{start.year:04d}" if start else ""
                where = one.subject.name if one and isinstance(one.subject, Brief) else "volume"
                known.append(Known(reference.id, where, get("title", ""), year, get("DOI", ""), get("URL", "")))
    properties = at(schema(Form("brief", questions)), ("references", 0))["properties"]
    return imported(data, name, known, frozenset(properties))
