"""Rows as JSON, for programs."""

from briefkit.publish.format import plain_format
from briefkit.publish.printed_json import cleaned, dump_kind
from briefkit.views.rows import Rows


def to_json(rows: Rows[object]) -> str:
    """Return one JSON object: `briefkit` (version), `kind`, `records`."""
    return dump_kind(rows.kind, cleaned({"records": [dict(record) for record in rows.records]}))


FORMAT = plain_format("json", ".json", to_json)
