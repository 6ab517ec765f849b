"""Hints for values of the wrong kind: what was written, as it should have been written."""

import re

from briefkit.format.conform.forms import regex
from briefkit.format.conform.phrases import either
from briefkit.format.conform.violations import Violation
from briefkit.format.schema import Schema, types
from briefkit.source.draft import Draft, Json
from briefkit.text.printable import quoted, shorten

_PLAIN = re.compile(r"[^\W\d_][\w .’/-]*")
_WIDTH = 60


def mend(draft: Draft, violation: Violation) -> str | None:
    """Return how to write a value of the wrong kind, or None when there is nothing to say beyond the kind."""
    node, value = violation.schema, violation.instance
    allowed = types(node)
    if "enum" in node:
        return f"write one of {either(node['enum'])}"
    if "string" in allowed:
        return _as_text(node, value, draft.node(violation.path).raw)
    if "array" in allowed:
        return _as_list(node, value)
    if "object" in allowed:
        return _as_mapping(node, value)
    if "integer" in allowed:
        return _as_number(node, value)
    return "write `true` or `false`"


def _as_text(node: Schema, value: Json, raw: str | None) -> str | None:
    if isinstance(value, dict) and len(value) == 1:
        return "put quotes around the text: a colon followed by a blank starts a field"
    if isinstance(value, list | dict):
        return node.get("patternErrorMessage") if "format" in node else "write one text, without dashes or brackets"
    typed = raw or str(value)
    if "pattern" in node and not regex(node["pattern"]).search(typed):
        return node.get("patternErrorMessage")
    return f'put quotes around it: "{shorten(typed)}"'


def _as_list(node: Schema, value: Json) -> str:
    if isinstance(value, dict):
        first = next(iter(value), "")
        by_id = "id" in node["items"].get("properties", {}) and first not in node["items"].get("properties", {})
        return f"start each entry with a dash: {quoted(f'- id: {first}')}" if by_id else "put a dash before each entry"
    if types(node["items"]) == ("string",):
        entries = re.split(r"\s*[,;]\s*", str(value).strip().rstrip(",;"))
        shown = ", ".join(entry if _PLAIN.fullmatch(entry) else f'"{entry}"' for entry in entries)
        return f"write {shorten(f'[{shown}]', _WIDTH)}"
    if name := _only_field(node["items"]):
        return f"start each entry with a dash: {quoted(f'- {name}: {value}', _WIDTH)}"
    return f"start each entry with a dash and give its fields: {_fields(node['items'])}"


def _as_mapping(node: Schema, value: Json) -> str:
    if isinstance(value, list):
        return "put the list under `points`" if "points" in node.get("properties", {}) else "remove the dashes"
    if str(value).partition(":")[0] in node.get("properties", {}):
        return "put a blank after the colon"
    if name := _only_field(node):
        return f"write {quoted(f'{name}: {value}', _WIDTH)} on a line of its own, indented"
    if "overview" in node.get("properties", {}):
        return "put the text under `overview`, and its parts under `points`"
    if "container-title" in node.get("properties", {}):
        return "give `id`, `type`, `title` …, a line each; `briefkit import` makes them of .bib, .ris, CSL files"
    if "properties" in node:
        return f"give its fields on indented lines: {_fields(node)}"
    return "give its entries on indented lines, each with a name, a colon and a value"


def _as_number(node: Schema, value: Json) -> str:
    if isinstance(value, str) and value.strip().isdecimal():
        return f"remove the quotes: {shorten(value.strip())}"
    return f"for example {node['examples'][0]}" if node.get("examples") else "write a whole number"


def _only_field(node: Schema) -> str | None:
    """The one field that a mapping must have, if one text is enough for it; `literal` for names."""
    if "literal" in node.get("properties", {}):
        return "literal"
    required = node.get("required", ())
    return required[0] if len(required) == 1 and types(node["properties"][required[0]]) == ("string",) else None


def _fields(node: Schema) -> str:
    return ", ".join(quoted(name) for name in node.get("required", ()) or list(node.get("properties", {}))[:5])


def tidied(text: str, pattern: str) -> str | None:
    """Return a malformed text with as little changed as makes it fit the pattern; None when that is not enough."""
    candidates = [text.strip()]
    # In addresses and in names of points with their brief a dash would make another name, not a better one.
    if not any(mark in text for mark in "/:@"):
        candidates.append(re.sub(r"[\s_]+", "-", text.strip()))
        candidates.append("-".join(re.findall("[a-z0-9]+", text.lower())) if text.isascii() else "")
    fits = regex(pattern).search
    return next((better for better in candidates if better != text and fits(better)), None)
