"""Faults of waivers and of the severities that the volume sets."""

from collections.abc import Iterator

from mutations.consequences import Library, unexplained
from mutations.document import Document, Path
from mutations.mutant import Hit, Mutant, mutant, on_any, on_volume


@on_any
def waiver_of_no_use(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("waivers",)) + 1
    text = document.with_lines_before(line, "  - rule: todo-marker", "    reason: None is left.")
    yield mutant("waivers", text, Hit("unused-waiver", line))


@on_any
def waiver_of_no_rule(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("waivers",)) + 1
    text = document.with_lines_before(line, "  - rule: no-such-thing", "    reason: None is left.")
    yield mutant("waivers", text, Hit("unknown-rule", line))


@on_any
def misspelt_rule_of_waiver(document: Document, _: Library) -> Iterator[Mutant]:
    for waiver in document.children(("waivers",)):
        path = (*waiver, "rule")
        text = document.with_value(path, document.text_at(path) + "s")
        yield mutant(path, text, Hit("unknown-rule", document.line(path)))


@on_any
def misspelt_place_of_waiver(document: Document, library: Library) -> Iterator[Mutant]:
    """The finding stands again that it should accept."""
    for waiver in document.children(("waivers",)):
        places = document.children((*waiver, "at"))
        for path, hit in zip(places, _accepted(document, library, waiver), strict=True):
            name = document.text_at(path)
            text = document.with_value(path, f'"{name}{name[-1]}"')
            line = document.line(path if len(places) > 1 else (*waiver, "rule"))
            yield mutant(path, text, Hit("unused-waiver", line), hit)


@on_any
def place_of_waiver_without_a_finding(document: Document, _: Library) -> Iterator[Mutant]:
    for waiver in document.children(("waivers",)):
        path = (*waiver, "at")
        yield mutant(path, document.with_entry(path, "qqq-zzz"), Hit("unused-waiver", document.last_line(path)))


@on_any
def delete_waiver(document: Document, library: Library) -> Iterator[Mutant]:
    """What it accepted stands again, one finding for each place."""
    waivers = document.children(("waivers",))
    for waiver in waivers if len(waivers) > 1 else ():
        yield mutant(waiver, document.without(waiver), *_accepted(document, library, waiver))


def _accepted(document: Document, library: Library, waiver: Path) -> list[Hit]:
    """Return what a waiver accepts, a finding for each place."""
    named = {document.text_at((*path, "id")): path for path in (*document.points(), *document.references())}
    field = {"unsupported-claim": "scope", "url-date-mismatch": "URL"}
    rule = document.text_at((*waiver, "rule"))
    hits = []
    for name in (document.text_at(path).removeprefix("ref:") for path in document.children((*waiver, "at"))):
        if rule == "abbreviation-before-expansion":
            hits += [Hit(rule, use.line) for word, use in unexplained(library, document) if word == name]
        else:
            path = (*named[name], field.get(rule, "id")) if name in named else (name,)
            hits.append(Hit(rule, document.line(path)))
    return hits


@on_volume
def severity_of_no_rule(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("checks", "terms"))
    for name in ("todo-markers", "no-such-thing"):
        text = document.with_lines_before(line, "  severity:", f"    {name}: info")
        yield mutant(name, text, Hit("unknown-rule", line + 1))
