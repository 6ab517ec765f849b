"""The canonical form of a file: its keys in the order in which they are explained and read."""

from collections.abc import Sequence
from pathlib import Path as FilePath

from briefkit.checks.opened import Opened
from briefkit.editing.order import reorder
from briefkit.format.schema import Form, at, schema
from briefkit.library import VOLUME, InvalidBriefError, Library
from briefkit.reading.reading_rules import RULES as READING_RULES
from briefkit.revising.change import Change
from briefkit.source.draft import Path
from briefkit.source.finding import Finding, Report, Severity

_POINT = ("id", "statement", "group", "themes", "stance", "obstructs", "addresses", "actors", "horizon", "deadline")
_ANSWER = ("counted", "stance", "because", "overview", "points")
_ENTRY = ("id", "type", "kind")
_VOLUME = (
    *("title", "subtitle", "editors", "publisher", "place", "date", "language", "url", "based_on", "restated_by"),
    *("look", "question_set", "questions", "briefs", "themes", "actors", "abbreviations", "contributors", "epigraph"),
)


def canonical(library: Library, names: Sequence[str] = ()) -> list[Change]:
    """Return the changes that give files their canonical form; nothing is written.

    Without names all files of the library are looked at. Raises UsageError for an unknown name, InvalidBriefError
    when a file cannot be read, EditRefusedError when one would say something else.
    """
    volume = library.opened_volume
    every = [*([VOLUME] if volume else []), *library.names]
    opened = [one for name in names or every if (one := volume if name.lower() == VOLUME else library.open(name))]
    broken = [one for one in opened if one.draft is None or any(map(keeps_from_reading, one.findings))]
    if broken:
        findings = tuple(finding for one in broken for finding in one.findings)
        raise InvalidBriefError(Report(findings, tuple(one.file for one in broken)))
    return [change for one in opened if (change := _change(library, one))]


def keeps_from_reading(finding: Finding) -> bool:
    """Tell whether a finding says that part of a file cannot be seen."""
    return finding.severity is Severity.ERROR and any(finding.rule == rule.name for rule in READING_RULES)


def _change(library: Library, opened: Opened) -> Change | None:
    draft = opened.draft
    if draft is None:
        return None
    text = reorder(draft, lambda path: _order(opened.form, path))
    if text == draft.source.text:
        return None
    after = text.encode("utf-8", "surrogatepass")
    path = FilePath(opened.file) if library.piped is None or opened.file != library.piped.name else None
    return Change(opened.file, path, path.read_bytes() if path else draft.source.text.encode(), after)


def _order(form: Form, path: Path) -> Sequence[str]:
    """Return the keys of a mapping in order: as the schema has them, links and facts of points as one reads them.

    What a source or a figure says is left as it was typed or pasted: only its id and its type or kind come first.
    """
    fields = list(at(schema(form), path).get("properties", {}))
    match path:
        case (str(), "points", int()):
            return [*_POINT, *(one for one in fields if one not in (*_POINT, "detail")), "detail"]
        case ("references" | "figures", int()):
            return _ENTRY
        case ("references" | "figures", int(), *_):
            return ()
        case () if form.kind == "volume":
            return [*_VOLUME, *(one for one in fields if one not in _VOLUME)]
        case (str(),) if "points" in fields:
            return [*_ANSWER, *(one for one in fields if one not in _ANSWER)]
    return fields
