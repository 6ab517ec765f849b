"""Values that do not fit their field: of the wrong kind, empty, malformed, not allowed, repeated, too long."""

from collections.abc import Iterator, Mapping

from briefkit.format.conform import synonyms
from briefkit.format.conform.fields import COMMA, in_braces
from briefkit.format.conform.forms import FORMATS, repeats
from briefkit.format.conform.hints import mend, tidied
from briefkit.format.conform.phrases import TYPES, either, field, kind_of
from briefkit.format.conform.schema_rules import (
    BAD_FORMAT,
    EMPTY_VALUE,
    NOT_ALLOWED,
    REPEATED_ENTRY,
    TOO_LONG,
    WRONG_TYPE,
)
from briefkit.format.conform.violations import Violation
from briefkit.format.schema import Form, Schema, at, schema, types
from briefkit.source.draft import Draft
from briefkit.source.finding import Fault, Related, Rule
from briefkit.source.locate import place
from briefkit.text.printable import quoted
from briefkit.text.suggest import suggest


def value_faults(draft: Draft, form: Form, broken: Mapping[str, Violation]) -> Iterator[tuple[Rule, Fault]]:
    """Yield the faults of one value, or one key, from all its violations by keyword: the gravest alone."""
    violation = next(iter(broken.values()))
    if is_empty(violation):
        yield EMPTY_VALUE, _empty(draft, form, violation)
    elif "type" in broken:
        yield WRONG_TYPE, _wrong_type(draft, broken["type"])
    elif "enum" in broken:
        yield NOT_ALLOWED, _not_allowed(draft, broken["enum"])
    elif malformed := broken.get("pattern") or broken.get("format"):
        yield BAD_FORMAT, _bad_format(draft, malformed)
    elif "minimum" in broken:
        yield NOT_ALLOWED, _too_low(draft, broken["minimum"])
    elif too_long := broken.keys() & {"maxLength", "maxItems", "maximum"}:
        yield TOO_LONG, _too_long(draft, form, broken[too_long.pop()])
    elif "uniqueItems" in broken:
        for fault in _repeated(draft, broken["uniqueItems"]):
            yield REPEATED_ENTRY, fault


def is_empty(violation: Violation) -> bool:
    """Tell whether nothing was written: no value, blanks, an empty list or mapping."""
    value = violation.instance
    return value in (None, [], {}) or (isinstance(value, str) and not value.strip())


def _subject(draft: Draft, violation: Violation) -> str:
    if violation.on_key:
        return f"{quoted(str(violation.instance))} in {field(draft, violation.path[:-1])}"
    return field(draft, violation.path)


def _fault(violation: Violation, message: str, hint: str | None) -> Fault:
    whole = isinstance(violation.instance, list | dict)
    return Fault(violation.path, message, hint, on="key" if whole or violation.on_key else "value")


def _empty(draft: Draft, form: Form, violation: Violation) -> Fault:
    path, value = violation.path, violation.instance
    what = " list" if value == [] else ""
    message = f"{_subject(draft, violation)} is {'an ' if what else ''}empty{what}"
    if value is None and violation.extra and in_braces(draft, path[:-1]):
        return Fault(path, message, COMMA, on="key")
    parent = at(schema(form), path[:-1])
    if path and isinstance(path[-1], int):
        way_out = "; or remove the entry"
    elif path and path[-1] not in parent.get("required", ()):
        way_out = "; or leave it out"
    else:
        way_out = ""
    return Fault(path, message, _needs(form, violation) + way_out, on="key")


def _needs(form: Form, violation: Violation) -> str:
    node: Schema = violation.schema
    if (
        form.kind == "brief"
        and len(violation.path) == 1
        and (asked := form.questions.by_key.get(str(violation.path[0])))
    ):
        return f"it answers the question: {asked.wording}"
    if "enum" in node:
        return f"it needs one of {either(node['enum'])}"
    if "patternErrorMessage" in node:
        return node["patternErrorMessage"].partition(": ")[0]
    if required := node.get("required"):
        return f"it needs {', '.join(map(quoted, required))}"
    if {"array", "object"} & set(types(node)):
        return "it needs at least 1 entry"
    return f"it needs {' or '.join(TYPES[name] for name in types(node))}"


def _wrong_type(draft: Draft, violation: Violation) -> Fault:
    form = violation.schema.get("format", "")
    names = (TYPES[name] for name in types(violation.schema))
    wanted = FORMATS[form][0] if form in FORMATS else " or ".join(names)
    message = f"{_subject(draft, violation)} must be {wanted}, but this is {kind_of(violation.instance)}"
    return _fault(violation, message, mend(draft, violation))


def _not_allowed(draft: Draft, violation: Violation) -> Fault:
    value, allowed = str(violation.instance), violation.schema["enum"]
    guess = synonyms.synonym(value, synonyms.VALUES, allowed) or suggest(value, allowed)
    hint = f"did you mean {quoted(guess)}?" if guess else f"write one of {either(allowed)}"
    return _fault(violation, f"{_subject(draft, violation)} cannot be {quoted(value)}", hint)


def _bad_format(draft: Draft, violation: Violation) -> Fault:
    value, node = violation.instance, violation.schema
    form = node.get("format", "")
    what = f"is not {FORMATS[form][0]}" if form in FORMATS else "has the wrong form"
    shown = f": {quoted(str(value))}" if isinstance(value, str | int) and not violation.on_key else ""
    # A text that fits the pattern and yet has the wrong format is wrong in a way that only the check can name.
    hint = node.get("patternErrorMessage") if violation.keyword == "pattern" else violation.message
    if isinstance(value, str) and (candidate := tidied(value, node.get("pattern", r"\Z"))):
        hint = f"{hint}; perhaps {quoted(candidate)}"
    return _fault(violation, f"{_subject(draft, violation)} {what}{shown}", hint)


def _too_low(draft: Draft, violation: Violation) -> Fault:
    message = f"{_subject(draft, violation)} cannot be {quoted(str(violation.instance))}"
    return _fault(violation, message, f"write a number from {violation.schema['minimum']}")


def _too_long(draft: Draft, form: Form, violation: Violation) -> Fault:
    value, node = violation.instance, violation.schema
    subject = _subject(draft, violation)
    if violation.keyword == "maximum":
        return _fault(violation, f"{subject} is {value}, and the most allowed is {node['maximum']}", None)
    if isinstance(value, list):
        return _fault(
            violation, f"{subject} has {len(value)} entries, and the most allowed is {node['maxItems']}", None
        )
    around = at(schema(form), violation.path[:-1]).get("properties", {})
    hint = (
        "move the reasoning to `detail`" if violation.path[-1] == "statement" and "detail" in around else "shorten it"
    )
    length = f"{len(str(value)):,} characters long, and the most allowed is {node['maxLength']:,}"
    return _fault(violation, f"{subject} is {length}", hint)


def _repeated(draft: Draft, violation: Violation) -> Iterator[Fault]:
    entries = violation.instance if isinstance(violation.instance, list) else []
    for first, second in repeats(entries):
        path = (*violation.path, second)
        yield Fault(
            path,
            f"{quoted(str(entries[second]))} is listed twice in {field(draft, violation.path)}",
            "remove one of the two",
            related=(Related(place(draft, (*violation.path, first)), "it is listed first here"),),
        )
