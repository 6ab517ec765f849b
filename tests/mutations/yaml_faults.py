"""Faults of YAML: indentation, quotes, colons, brackets, and features that a brief does without."""

from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document, Path
from mutations.mutant import Hit, Mutant, mutant, on_any, on_brief


def _fields(document: Document) -> Iterator[Path]:
    """Yield the fields that have a line to themselves and are not the first of an entry."""
    for path, slot in document.slots.items():
        if slot.key_start >= 0 and document.source_line(document.line(path)).lstrip(" ").startswith(f"{path[-1]}:"):
            yield path


def _lines_of_text(document: Document) -> Iterator[Path]:
    """Yield the fields whose value is plain text in the line of the key."""
    for path in _fields(document):
        slot = document.slots[path]
        is_one_line = document.line_of(slot.start) == document.line(path) == document.last_line(path)
        if slot.kind == "scalar" and not slot.style and is_one_line and document.raw(path)[0].isalpha():
            yield path


def _wrong(document: Document, path: Path, text: str, rule: str = "invalid-yaml") -> Mutant:
    return mutant(path, text, Hit(rule, document.line(path)))


@on_any
def tab_indent(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _fields(document):
        line = document.line(path)
        if len(path) > 1:
            yield _wrong(document, path, document.with_line(line, "\t" + document.source_line(line).lstrip(" ")))


@on_any
def tab_indent_in_prose(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.prose():
        line = document.first_text_line(path)
        text = document.with_line(line, "\t" + document.source_line(line).lstrip(" "))
        yield mutant(path, text, Hit("invalid-yaml", line))


@on_any
def one_blank_more(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _fields(document):
        if document.children(path[:-1])[0] != path:
            line = document.line(path)
            yield _wrong(document, path, document.with_line(line, " " + document.source_line(line)))


@on_any
def one_blank_less(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _fields(document):
        siblings = document.children(path[:-1])
        if len(path) > 1 and siblings[0] != path:
            line = document.line(path)
            yield _wrong(document, path, document.with_line(line, document.source_line(line)[1:]))


@on_any
def prose_fallen_out(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.prose():
        for line in range(document.first_text_line(path) + 1, document.last_line(path) + 1):
            words = document.source_line(line).strip()
            # Words and a colon would be a field.
            if words and ": " not in f"{words} " and words[0].isalpha():
                yield mutant(f"line {line}", document.with_line(line, words), Hit("invalid-yaml", line))


@on_any
def no_blank_after_colon(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        slot = document.slots[path]
        # The only field of a mapping becomes the text of the field above, which is another fault.
        if len(document.children(path[:-1])) > 1:
            yield _wrong(document, path, document.replaced(slot.key_end, slot.start, ":"))


@on_any
def no_colon(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        slot = document.slots[path]
        if document.children(path[:-1])[0] != path:
            yield _wrong(document, path, document.replaced(slot.key_end, slot.start, " "))


@on_any
def unquoted_colon(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        yield _wrong(document, path, document.with_value(path, "Japan: " + document.raw(path)))


@on_any
def unclosed_double_quote(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        yield _wrong(document, path, document.with_value(path, '"' + document.raw(path)))


@on_any
def unclosed_single_quote(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        if "'" not in document.raw(path):
            yield _wrong(document, path, document.with_value(path, "'" + document.raw(path)))


@on_any
def text_after_quote(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        if '"' not in document.raw(path):
            yield _wrong(document, path, document.with_value(path, f'"Japan" {document.raw(path)}'))


@on_any
def apostrophe_in_single_quotes(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        if "'" not in document.raw(path):
            yield _wrong(document, path, document.with_value(path, f"'Japan's {document.raw(path)}'"))


@on_any
def value_that_begins_with_a_mark(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        for mark in ("@", "`", "%", "* ", "> ", "| "):
            yield _wrong(document, path, document.with_value(path, mark + document.raw(path)))


@on_any
def anchor(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        yield _wrong(document, path, document.with_value(path, "&name " + document.raw(path)), "yaml-feature")


@on_any
def alias(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        yield _wrong(document, path, document.with_value(path, "*name"), "yaml-feature")


@on_any
def tag(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        yield _wrong(document, path, document.with_value(path, "!!str " + document.raw(path)), "yaml-feature")


@on_brief
def merge_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.points():
        indent = " " * document.indent(path)
        line = document.line(path) + 1
        yield mutant(path, document.with_lines_before(line, f"{indent}<<: {{}}"), Hit("yaml-feature", line))


@on_any
def directive(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("file", "%YAML 1.2\n---\n" + document.text, Hit("yaml-feature", 1))


@on_any
def second_document(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(())[1:]:
        line = document.line(path)
        yield mutant(path, document.with_lines_before(line, "---"), Hit("yaml-feature", line))


@on_any
def merge_conflict(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        line = document.line(path)
        own = document.source_line(line)
        text = document.with_line(line, "<<<<<<< HEAD", own, "=======", own + " again", ">>>>>>> main")
        yield _wrong(document, path, text)


@on_any
def unclosed_bracket(document: Document, _: Library) -> Iterator[Mutant]:
    for path, slot in document.slots.items():
        if slot.style == "[" and slot.kind == "list" and slot.end > slot.start + 2:
            yield _wrong(document, path, document.replaced(slot.end - 1, slot.end, ""))


@on_any
def bracket_of_another_kind(document: Document, _: Library) -> Iterator[Mutant]:
    for path, slot in document.slots.items():
        if slot.style == "[" and slot.kind == "list":
            text = document.replaced(slot.end - 1, slot.end, "}")
            yield mutant(path, text, Hit("invalid-yaml", document.last_line(path)))


@on_any
def duplicate_key(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _fields(document):
        first, last = document.line(path), document.last_line(path)
        own = [document.source_line(line) for line in range(first, last + 1)]
        text = document.with_lines_before(last + 1, *own)
        yield mutant(path, text, Hit("duplicate-key", last + 1))


@on_any
def too_deep(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("subtitle",)
    yield _wrong(document, path, document.with_value(path, "[" * 40 + "x" + "]" * 40), "too-deep")


@on_any
def too_many_entries(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("subtitle",)
    yield _wrong(document, path, document.with_value(path, f"[{'x,' * 50_000}]"), "too-many-nodes")


@on_any
def too_large(document: Document, _: Library) -> Iterator[Mutant]:
    yield mutant("comment", document.text + "#" * 2_000_000, Hit("file-too-large", 1))


@on_any
def ambiguous_word(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("language",)
    for word in ("no", "NO", "on"):
        yield _wrong(document, path, document.with_value(path, word), "ambiguous-scalar")


@on_any
def text_cut_by_a_comment(document: Document, _: Library) -> Iterator[Mutant]:
    for path in (("title",), ("subtitle",)):
        yield _wrong(document, path, document.with_value(path, document.raw(path) + " #1 of all"), "ambiguous-scalar")


@on_any
def number_with_zeros(document: Document, _: Library) -> Iterator[Mutant]:
    for reference in document.references():
        for name in ("volume", "issue", "number"):
            if (path := (*reference, name)) in document.slots:
                yield _wrong(document, path, document.with_value(path, "007"), "ambiguous-scalar")


@on_any
def empty_file(document: Document, _: Library) -> Iterator[Mutant]:
    for name, text in {"nothing": "", "comments": "# nothing yet\n", "line": "---\n"}.items():
        yield mutant(name, text, Hit("invalid-yaml", 1))
    yield mutant("list", "".join(f"- {line}\n" for line in ("one", "two")), Hit("invalid-yaml", 1))
    del document


# Not faults: other ways of writing the same values.


@on_any
def harmless_quotes(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        words = document.raw(path)
        yield mutant(path, document.with_value(path, "'" + words.replace("'", "''") + "'"))
        if '"' not in words:
            yield mutant(path, document.with_value(path, f'"{words}"'))


@on_any
def harmless_folding(document: Document, _: Library) -> Iterator[Mutant]:
    for path in _lines_of_text(document):
        indent = " " * (document.indent(path) + 2)
        yield mutant(path, document.with_value(path, f">-\n{indent}{document.raw(path)}"))


@on_any
def harmless_order(document: Document, _: Library) -> Iterator[Mutant]:
    """Move the first field to the end of the file."""
    first, second = document.children(())[:2]
    start, end = document.slots[first].key_start, document.slots[second].key_start
    field = document.text[start:end]
    yield mutant(first, document.replaced(start, end, "").rstrip("\n") + "\n" + field)
