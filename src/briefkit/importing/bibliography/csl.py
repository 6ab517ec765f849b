"""CSL-JSON and Better CSL YAML → raw entries."""

import json

from briefkit.importing.bibliography.raw import Raw, not_too_many
from briefkit.importing.log import Log
from briefkit.reading import read_bytes
from briefkit.text.errors import InputError

_WRAPPERS = ("references", "items")
_DATES = frozenset({"issued", "accessed", "event-date", "original-date", "submitted", "available-date"})
_PARTS = ("year", "month", "day")


def from_json(text: str, log: Log) -> list[Raw]:
    """Return the entries of CSL-JSON. Raises InputError for what is no JSON."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"is no JSON: {error.msg}, line {error.lineno}") from None
    except (RecursionError, ValueError):
        raise InputError("is no JSON that can be read: brackets too deep, or numbers too long") from None
    return _entries(data, log)


def from_yaml(text: str, log: Log) -> list[Raw]:
    """Return the entries of CSL YAML. Raises InputError with the first fault for what is no plain YAML."""
    # Zotero ends a file with `...`, and pandoc's metadata blocks with `---`; nothing follows either.
    lines = text.rstrip().splitlines()
    if lines and len(lines) > 1 and lines[-1] in ("---", "..."):
        lines.pop()
    reading = read_bytes(("\n".join(lines) + "\n").encode(), "bibliography")
    if reading.draft is None or reading.findings:
        first = reading.findings[0]
        raise InputError(f"is no YAML that can be read: line {first.line}: {first.message}", hint=first.hint)
    return _entries(reading.draft.data, log)


def _entries(data: object, log: Log) -> list[Raw]:
    if isinstance(data, dict):
        wrapped = next((data[name] for name in _WRAPPERS if isinstance(data.get(name), list)), None)
        for name, value in data.items() if wrapped is not None else ():
            if name not in _WRAPPERS:
                log.leave(str(name), "it is no part of a bibliography", json.dumps(value, ensure_ascii=False))
        data = wrapped if wrapped is not None else [data] if "type" in data else None
    if not isinstance(data, list):
        raise InputError("has no list of sources", hint="export CSL-JSON or Better CSL YAML from Zotero")
    not_too_many(len(data))
    found = []
    for number, item in enumerate(data, 1):
        if isinstance(item, dict):
            raw = Raw(str(item.get("id") or f"entry {number}"))
            raw.fields = {
                str(name): date_parts(value) if name in _DATES else value
                for name, value in item.items()
                if name != "id"
            }
            found.append(raw)
        else:
            log.leave(f"entry {number}", "it is no source", json.dumps(item, ensure_ascii=False))
    return found


def date_parts(value: object) -> object:
    """Return a date of CSL YAML, `- year: 1985`, as the date-parts of CSL-JSON; any other as it is."""
    if not isinstance(value, list) or not all(isinstance(one, dict) and set(one) <= set(_PARTS) for one in value):
        return value
    return {"date-parts": [[one[part] for part in _PARTS if part in one] for one in value]}
