"""The fields of a file, from its schema: what each says, what may stand in it, an example."""

from collections.abc import Iterator
from typing import NamedTuple

from briefkit.document import blocks as b
from briefkit.editing import yaml_text
from briefkit.format.schema import Form, Schema, schema
from briefkit.source.draft import Json
from briefkit.text.english import capital
from briefkit.views.rows import Fields, Rows
from briefkit.views.view import View

_TITLES = {
    "brief": "The fields of a brief",
    "volume": "The fields of volume.yaml",
    "questions": "The fields of a question set",
}
_FORMATS = {
    "partial-date": "a date: YYYY, YYYY-MM or YYYY-MM-DD",
    "csl-date": "a date, an interval of dates, or n.d.",
    "language-tag": "a language tag",
    "web-address": "a web address",
    "orcid": "an ORCID",
}


class FieldRow(NamedTuple):
    """A field: `goals.points[].themes`, whether it must be there, what may stand in it, what it says."""

    path: str
    required: bool
    form: str
    says: str
    example: Json
    schema: Schema


FIELDS: Fields[FieldRow] = {
    "field": lambda row: row.path,
    "required": lambda row: row.required,
    "form": lambda row: row.form,
    "says": lambda row: row.says,
    "example": lambda row: row.example,
}


def view(form: Form) -> View:
    """Return the fields of a kind of file as a document, a section for each at the top, and as rows."""
    found = tuple(_rows(schema(form), ""))
    rows: Rows[FieldRow] = Rows("fields", FIELDS, found)
    return View(lambda: _document(form, found), rows)


def _rows(node: Schema, before: str) -> Iterator[FieldRow]:
    """Yield the fields below a mapping, each followed by those inside it."""
    for name, field in node.get("properties", {}).items():
        path = f"{before}{name}"
        says = field.get("markdownDescription") or field.get("description", "")
        example = next(iter(field.get("examples", [])), None)
        yield FieldRow(path, name in node.get("required", []), _form(field), says, example, field)
        yield from _inside(field, path)
    if isinstance(more := node.get("additionalProperties"), dict):
        path = f"{before}NAME"
        yield FieldRow(path, False, _form(more), more.get("description", "A name of your own."), None, more)
        yield from _inside(more, path)


def _inside(field: Schema, path: str) -> Iterator[FieldRow]:
    yield from _rows(field, f"{path}.")
    if "items" in field:
        yield from _rows(field["items"], f"{path}[].")


def _form(field: Schema) -> str:
    """Say in words what may stand in a field."""
    if values := field.get("enum"):
        return "one of " + ", ".join(f"`{value}`" for value in values)
    if "format" in field and field["format"] in _FORMATS:
        return _FORMATS[field["format"]]
    kinds = field.get("type", "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    match kind:
        case "array":
            inner = field.get("items", {})
            return "a list of entries" if "properties" in inner else f"a list; each entry {_form(inner)}"
        case "object":
            return "fields"
        case "integer" | "number":
            return "a number"
        case "boolean":
            return "`true` or `false`"
    return "Markdown" if "Markdown:" in field.get("markdownDescription", "") else "a line of text"


def _document(form: Form, rows: tuple[FieldRow, ...]) -> b.Document:
    title = _TITLES[form.kind]
    blocks: list[b.Block] = [b.paragraph(schema(form).get("description", ""))]
    for row in rows:
        if "." not in row.path:
            blocks += _section(row, [one for one in rows if one.path.startswith((f"{row.path}.", f"{row.path}[]."))])
    return b.Document(b.Meta(title), (b.Chapter("fields", tuple(blocks), title=b.text(title)),))


def _section(row: FieldRow, inside: list[FieldRow]) -> Iterator[b.Block]:
    yield b.Heading(2, (b.Code(row.path),), row.path.replace("_", "-"))
    must = "It must be there. " if row.required else ""
    yield from _markdown(f"{must}{row.says}")
    if row.form not in ("fields", "a list of entries"):
        yield from _markdown(f"What stands in it: {row.form}.")
    if row.example is not None:
        yield b.Preformatted(yaml_text.mapping({row.path: row.example}, 0))
    if inside:
        yield _table(row, inside)


def _table(row: FieldRow, inside: list[FieldRow]) -> b.Table:
    hints = (b.ColumnHint(weight=1), b.ColumnHint(weight=1), b.ColumnHint(weight=2))
    head = tuple(b.Cell((b.paragraph(name),)) for name in ("Field", "What stands in it", "What it says"))
    body = tuple(
        (
            b.Cell((b.Paragraph((b.Code(one.path.removeprefix(row.path).lstrip("[].")),)),)),
            b.Cell(_inline(f"{one.form}; must be there" if one.required else one.form)),
            b.Cell(_inline(one.says)),
        )
        for one in inside
    )
    return b.Table(hints, head, (b.RowGroup(body),))


def _inline(markdown: str) -> b.Blocks:
    return tuple(_markdown(capital(markdown).partition("\n\n")[0]))


def _markdown(text: str) -> b.Blocks:
    """Return paragraphs in which words between backticks are code, as the schemas have them."""
    return tuple(b.Paragraph(_marked(part)) for part in text.split("\n\n") if part)


def _marked(text: str) -> b.Inlines:
    parts = text.replace("*emphasis*", "`*emphasis*`").split("`")
    return tuple(b.Code(part) if i % 2 else b.Text(part) for i, part in enumerate(parts) if part)
