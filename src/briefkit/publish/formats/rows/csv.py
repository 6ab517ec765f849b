"""Rows as CSV, for spreadsheets."""

import csv
import io
import re

from briefkit.publish.format import plain_format
from briefkit.source.draft import Json
from briefkit.text.printable import clean
from briefkit.views.rows import Rows

BOM = "\ufeff"
"""Before CSV in a file: without it Excel takes UTF-8 for the code page of the country."""

_FORMULA = re.compile(r"(^|[;\t\n])(\s*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet may see a formula: at the start of a cell, behind blanks, and with full-width signs, too.

Also behind what some take for the end of a cell, such as the semicolon in countries with a decimal comma.
"""


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


FORMAT = plain_format("csv", ".csv", to_csv, mark=BOM)
