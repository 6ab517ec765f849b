"""Faults of values that the schema sees: of the wrong kind, empty, malformed, not allowed, repeated, too long."""

from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import QUESTIONS, Document, Path
from mutations.field_faults import named_fields
from mutations.mutant import Hit, Mutant, mutant, on_any, on_brief, on_volume

OR_NUMBER = frozenset("date deadline issued accessed volume issue number edition page label".split())
"""Fields that take a number as well as text."""
NO_TEXT = {"value": "number", "lost": "truth value", "counted": "truth value"}
"""Fields that take no text."""
ENUMS = frozenset("stance horizon scope kind type".split())
DATES = frozenset("date deadline issued accessed".split())


def _texts(document: Document, besides: str = "") -> Iterator[Path]:
    """Yield the fields with a single value, besides those that take a number, or a truth value, instead of text."""
    for path in named_fields(document):
        is_single = document.slots[path].kind == "scalar" and path[-2:-1] != ("limits",)
        if is_single and (not besides or NO_TEXT.get(str(path[-1])) != besides):
            yield path


def _lists(document: Document) -> Iterator[Path]:
    for path in named_fields(document):
        if document.slots[path].kind == "list":
            yield path


def _set(document: Document, path: Path, value: str, rule: str) -> Mutant:
    return mutant((*path, value[:20]), document.with_value(path, value), Hit(rule, document.line(path)))


@on_any
def number_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document, besides="number"):
        if path[-1] not in OR_NUMBER:
            yield _set(document, path, "2015", "wrong-type")


@on_any
def number_with_zeros_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document, besides="number"):
        if path[-1] not in OR_NUMBER:
            yield _set(document, path, "007", "wrong-type")


@on_any
def decimal_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document, besides="number"):
        yield _set(document, path, "2014.5", "wrong-type")


@on_any
def truth_value_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document, besides="truth value"):
        yield _set(document, path, "true", "wrong-type")


@on_any
def nothing_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        for nothing in ("", "~", "null"):
            yield _set(document, path, nothing, "empty-value")


@on_any
def empty_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        for nothing in ('""', '"  "', "''"):
            yield _set(document, path, nothing, "empty-value")


@on_any
def list_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        yield _set(document, path, "[one, two]", "wrong-type")


@on_any
def mapping_for_text(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] not in ("issued", "accessed"):
            yield _set(document, path, "{one: two}", "wrong-type")


@on_any
def text_for_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lists(document):
        yield _set(document, path, "trade, energy", "wrong-type")


@on_any
def mapping_for_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lists(document):
        yield _set(document, path, "{one: two}", "wrong-type")


@on_any
def nothing_for_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lists(document):
        yield _set(document, path, "", "empty-value")


@on_any
def empty_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lists(document):
        yield _set(document, path, "[]", "empty-value")


@on_brief
def text_for_question(document: Document, _: Library) -> Iterator[Mutant]:
    for question in QUESTIONS:
        yield _set(document, (question,), "See the summary", "wrong-type")


@on_brief
def points_without_their_key(document: Document, _: Library) -> Iterator[Mutant]:
    """The list stands right under the question."""
    for question in QUESTIONS:
        if len(document.children((question,))) == 1:
            line = document.line((question, "points"))
            yield mutant(question, document.with_line(line), Hit("wrong-type", line - 1))


@on_any
def number_in_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path, slot in document.slots.items():
        if slot.kind == "scalar" and slot.key_start < 0 and path[-3:-2] != ("terms",):
            yield _set(document, path, "2015", "wrong-type")


@on_any
def nothing_in_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path, slot in document.slots.items():
        if slot.kind == "scalar" and slot.key_start < 0:
            yield _set(document, path, "null", "empty-value")


@on_any
def not_in_the_list_of_values(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in ENUMS:
            for value in ("perhaps", document.text_at(path).title(), document.text_at(path) + "s"):
                yield _set(document, path, value, "not-allowed")


@on_any
def no_date(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in DATES:
            for value in ("March 2015", "2015/03", "15-03-2015", "2015-3", "soon"):
                yield _set(document, path, value, "bad-format")


@on_any
def day_that_does_not_exist(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in DATES:
            for value in ("2015-02-30", "2014-06-31", "2014-13", "2014-00-01"):
                yield _set(document, path, value, "bad-format")


@on_any
def interval_that_ends_before_it_begins(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.references():
        if (*path, "issued") in document.slots:
            yield _set(document, (*path, "issued"), "2014-05/2013-04", "bad-format")


@on_any
def whole_number_with_a_point(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in OR_NUMBER:
            yield _set(document, path, "2015.0", "wrong-type")


@on_any
def malformed_id(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points():
        path = (*point, "id")
        for value in ("Two words", "Capital", "under_score", "-dash", "ends-", "a--b", "1st", "naïve"):
            yield _set(document, path, value, "bad-format")


@on_any
def malformed_key(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in document.references():
        for value in ("two words", '"@at"', '"a;b"', '"a[1]"'):
            yield _set(document, (*reference, "id"), value, "bad-format")


@on_any
def malformed_link(document: Document, _: Library) -> Iterator[Mutant]:
    for path, slot in document.slots.items():
        if slot.key_start < 0 and path[-2:-1] in [("addresses",), ("obstructs",), ("themes",), ("evidence",)]:
            yield _set(document, path, "Some Goal", "bad-format")


@on_any
def malformed_address(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in ("URL", "url"):
            url = document.text_at(path)
            for value in (url.partition("://")[2], url.replace("://", ":/"), url.replace("/", "/ ", 4), "n/a"):
                yield _set(document, path, value, "bad-format")


@on_any
def malformed_language(document: Document, _: Library) -> Iterator[Mutant]:
    for value in ("English", "en_GB", "e"):
        yield _set(document, ("language",), value, "bad-format")


@on_any
def language_with_half_a_part(document: Document, _: Library) -> Iterator[Mutant]:
    for value in ("en-a", "en-x", "en-abcdefgh-abcd-ab"):
        yield _set(document, ("language",), value, "bad-format")


@on_any
def address_without_a_port(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in ("URL", "url"):
            yield _set(document, path, "http://www.mofa.go.jp:port/files", "bad-format")


@on_brief
def malformed_number_of_author(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("authors", 0)) + 1
    for value in ("0000-0002-1825-009", "'0000000218250097'", "https://orcid.org/0000-0002-1825-0097"):
        text = document.with_lines_before(line, f"    orcid: {value}")
        yield mutant(value, text, Hit("bad-format", line))


@on_brief
def wrong_digit_in_number_of_author(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("authors", 0)) + 1
    text = document.with_lines_before(line, "    orcid: 0000-0002-1825-0098")
    yield mutant("orcid", text, Hit("bad-format", line))


@on_any
def malformed_doi(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.references():
        line = document.line(path) + 1
        for value in ("https://doi.org/10.1093/ia/iix220", "doi:10.1093/ia", "11.1093/ia"):
            yield mutant(path, document.with_lines_before(line, f"    DOI: {value}"), Hit("bad-format", line))


@on_any
def repeated_entry(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lists(document):
        entries = document.children(path)
        if document.slots[entries[0]].kind == "scalar":
            line = document.last_line(path) + (0 if document.slots[path].style == "[" else 1)
            yield mutant(path, document.with_entry(path, document.raw(entries[0])), Hit("repeated-entry", line))


@on_any
def far_too_long(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _texts(document):
        if path[-1] in ("title", "subtitle", "statement", "because", "subject", "partner", "affiliation"):
            limit = 4000 if path[0] == "references" else 300
            yield _set(document, path, "word " * (limit // 5) + "end", "too-long")
        elif path[-1] == "summary":
            yield _set(document, path, "word " * 800 + "end", "too-long")
        elif path[-1] == "id" and path[0] != "references":
            yield _set(document, path, "a" + "-word" * 13, "too-long")


@on_volume
def limit_out_of_range(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("checks", "terms"))
    for value, rule in (("-1", "not-allowed"), ("101", "too-long"), ("half", "wrong-type"), ("4.5", "wrong-type")):
        text = document.with_lines_before(line, "  limits:", f"    context-share: {value}")
        yield mutant(value, text, Hit(rule, line + 1))


@on_volume
def unknown_severity(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("checks", "terms"))
    for value in ("fatal", "Warning"):
        text = document.with_lines_before(line, "  severity:", f"    todo-marker: {value}")
        yield mutant(value, text, Hit("not-allowed", line + 1))
