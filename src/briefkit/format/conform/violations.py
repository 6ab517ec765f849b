"""Schema violations as jsonschema finds them, with keywords of our own where it departs from what editors do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from jsonschema import Draft202012Validator, TypeChecker, ValidationError, validators
from jsonschema.protocols import Validator

from briefkit.format.conform.forms import FORMATS, advice, regex, repeats
from briefkit.format.schema import Form, Schema, schema
from briefkit.source.draft import Json, Path


@dataclass(frozen=True, slots=True)
class Violation:
    """A value that breaks one keyword of its schema.

    `on_key` says that the key at the path is meant, not its value. `extra` says that the value's key is none that the
    schema names.
    """

    path: Path
    keyword: str
    schema: Schema
    instance: Json
    message: str
    on_key: bool = False
    extra: bool = False


def violations(form: Form, data: Json) -> Iterator[Violation]:
    """Yield every violation of the schema, in no useful order."""
    for error in _validator(form).iter_errors(data):
        path = cast("Path", tuple(error.absolute_path))
        # The schema path ends in the keyword; what stands before it says how the value was reached.
        above = error.absolute_schema_path[-2] if len(error.absolute_schema_path) > 1 else ""
        on_key = above == "propertyNames"
        instance = cast("Json", error.instance)
        yield Violation(
            path=(*path, str(instance)) if on_key else path,
            keyword=str(error.validator),
            schema=cast("Schema", error.schema),
            instance=instance,
            message=error.message,
            on_key=on_key,
            extra=above == "additionalProperties",
        )


@cache
def _validator(form: Form) -> Validator:
    keywords = {"pattern": _pattern, "format": _format, "uniqueItems": _unique_items}
    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    build = validators.extend(Draft202012Validator, keywords, type_checker=checker)  # type: ignore[no-untyped-call]
    return cast("Validator", build(schema(form)))


def _is_integer(_: TypeChecker, instance: Json) -> bool:
    # To JSON Schema 2.0 is an integer; to an author it is the second edition with a trap.
    return isinstance(instance, int) and not isinstance(instance, bool)


def _pattern(_: Validator, pattern: str, instance: Json, __: Schema) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not regex(pattern).search(instance):
        yield ValidationError("wrong form")


def _format(_: Validator, name: str, instance: Json, __: Schema) -> Iterator[ValidationError]:
    if name in FORMATS and (words := advice(name, instance)):
        yield ValidationError(words)


def _unique_items(_: Validator, wanted: bool, instance: Json, __: Schema) -> Iterator[ValidationError]:
    # jsonschema compares every entry with every other when their types are mixed; only text can repeat here.
    if wanted and isinstance(instance, list) and repeats(instance):
        yield ValidationError("repeated")
