"""Rows as JSON, CSV or a plain list of names."""

import csv
import io
import json
import re

from briefkit.source.draft import Json
from briefkit.text.printable import clean
from briefkit.views.rows import Rows

VERSION = 1
"""Version of the JSON that briefkit prints; it changes when a field changes its meaning or goes away."""

BOM = "\ufeff"
"""Before CSV in a file: without it Excel takes UTF-8 for the code page of the country."""

_FORMULA = re.compile(r"(^|[;\t\n])(\s*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet may see a formula: at the start of a cell, behind blanks, and with full-width signs, too.

Also behind what some take for the end of a cell, such as the semicolon in countries with a decimal comma.
"""


def to_json(rows: Rows[object]) -> str:
    """Return the records as one JSON object: `briefkit` (version), `kind`, `records`."""
    records = [_cleaned(dict(record)) for record in rows.records]
    whole: Json = {"briefkit": VERSION, "kind": rows.kind, "records": records}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def to_csv(rows: Rows[object]) -> str:
    """Return the records as CSV (RFC 4180, but for line feeds at the ends of lines) with a header line.

    Entries of lists are joined by `; `, those of objects as `key: value`. Text that a spreadsheet would take for a
    formula gets an apostrophe in front.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.fields)
    writer.writerows([_cell(value) for value in record.values()] for record in rows.records)
    return stream.getvalue()


def to_names(rows: Rows[object]) -> str:
    """Return one name a line, each once."""
    names = (" ".join(clean(name).split()) for name in rows.names)
    return "".join(f"{name}\n" for name in dict.fromkeys(names))


def _cell(value: Json) -> str | int | float:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float():
            return value
        case list():
            text = "; ".join(map(str, value))
        case dict():
            text = "; ".join(f"{key}: {item}" for key, item in value.items())
        case _:
            text = value
    return _FORMULA.sub(r"\1\2'", clean(text))


def _cleaned(value: Json) -> Json:
    """Return a value with its texts cleaned, so that JSON on a terminal cannot steer it."""
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {clean(key): _cleaned(item) for key, item in value.items()}
        case _:
            return value


FORMATS = {"json": to_json, "csv": to_csv, "names": to_names}
