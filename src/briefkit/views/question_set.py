"""A question set explained: its questions, what they ask of their points, its vocabularies, what has changed."""

from collections.abc import Iterable, Iterator, Sequence

from briefkit.document import blocks as b
from briefkit.format.order import fields_in_order
from briefkit.format.questions import Choice, Question, QuestionSet
from briefkit.views.rows import Fields, Rows
from briefkit.views.view import EMPTY, View

FIELDS: Fields[Question] = {
    "question": lambda row: row.key,
    "letter": lambda row: row.letter,
    "name": lambda row: row.name,
    "wording": lambda row: row.wording,
    "point": lambda row: row.point,
    "also_called": lambda row: [*row.also_called],
    "fields": lambda row: [*fields_in_order(row)],
    "links": lambda row: {kind: [*keys] for kind, keys in row.links.items()},
    "answered_by": lambda row: [*row.answered_by],
    "expects": lambda row: ["|".join(names) for names in row.expects],
    "stances": lambda row: [*row.verdict.answer] if row.verdict else [],
    "point_stances": lambda row: [*row.verdict.point] if row.verdict else [],
}


def view(questions: QuestionSet) -> View:
    """Return a set as a document, and its questions as rows."""
    rows: Rows[Question] = Rows("questions", FIELDS, questions.questions)
    return View(lambda: _document(questions), rows)


def _document(questions: QuestionSet) -> b.Document:
    title = f"{questions.title} ({questions.name}, version {questions.version})"
    blocks = tuple(_blocks(questions))
    return b.Document(b.Meta(b.clean(title)), (b.Chapter("question-set", blocks, title=b.text(title)),))


def _blocks(questions: QuestionSet) -> Iterator[b.Block]:
    if questions.about:
        yield b.Paragraph(b.text(questions.about))
    if questions.head:
        yield b.Paragraph(b.text(f"A brief says in its head: {', '.join(questions.head)}."))
    yield _table(questions)
    for question in questions.questions:
        if question.verdict:
            yield from _part(f"Stance of {question.key}", question.verdict.answer.values())
            yield from _part(f"Stance of a {question.point}", question.verdict.point.values())
    for field in questions.choices.values():
        yield from _part(f"{field.name} ({field.key})", field.values.values())
    if questions.changes:
        yield b.Heading(2, b.text("Changes"), "changes")
        yield b.DefinitionList(
            tuple((b.text(f"Version {number}"), (b.paragraph(told),)) for number, told in questions.changes.items())
        )


def _table(questions: QuestionSet) -> b.Table:
    names = ("", "Field", "Question", "A point may say", "Answered by")
    hints = (b.ColumnHint(fixed=True), b.ColumnHint(fixed=True), b.ColumnHint(weight=1.5), b.ColumnHint(weight=1.5))
    return b.Table(
        columns=(*hints, b.ColumnHint()),
        header=tuple(b.Cell((b.paragraph(name),) if name else ()) for name in names),
        groups=(b.RowGroup(tuple(tuple(map(_cell, _row(question))) for question in questions.questions)),),
    )


def _cell(inlines: b.Inlines) -> b.Cell:
    return b.Cell((b.Paragraph(inlines),))


def _row(question: Question) -> Iterator[b.Inlines]:
    yield (b.Styled(b.text(question.letter), "label"),)
    yield (b.Code(question.key),)
    yield b.text(question.wording)
    yield _words([_said(question, name) for name in fields_in_order(question)])
    yield _words(question.answered_by)


def _said(question: Question, name: str) -> str:
    return f"{name} (expected)" if question.expected(name) else name


def _words(words: Sequence[str]) -> b.Inlines:
    return b.text(", ".join(words) or EMPTY)


def _part(title: str, values: Iterable[Choice]) -> Iterator[b.Block]:
    """List the values of a fixed list with their meanings."""
    items = tuple((b.text(choice.key), (b.paragraph(choice.meaning),)) for choice in values)
    if items:
        yield b.Heading(2, b.text(title), f"values-{title.lower().replace(' ', '-')}")
        yield b.DefinitionList(items)
