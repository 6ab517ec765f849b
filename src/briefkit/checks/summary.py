"""A brief at a glance, finished or not: what it is called, how far it has come, what its points are about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from briefkit.checks import texts
from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Json
from briefkit.text.printable import clean
from briefkit.text.words import count_words, unfinished

if TYPE_CHECKING:  # a summary is read far more often than made
    from briefkit.checks.opened import Opened
    from briefkit.checks.parsed import ParsedBrief


class Head(NamedTuple):
    """What a brief says of itself, and what its points are about. Texts are cleaned, None where there is none."""

    title: str | None = None
    subject: str | None = None
    partner: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """Of its points, each once."""
    actors: tuple[str, ...] = ()


class Summary(NamedTuple):
    """What a list of briefs says of one: its head, and how far it has come."""

    head: Head
    answered: int = 0
    """Questions with a statement that has no mark of unfinished work."""
    points: tuple[int, ...] = ()
    """The number of points, by question."""
    words: int = 0
    todos: int = 0
    """Marks of unfinished work anywhere in the file."""

    def json(self) -> Json:
        """Return the summary as JSON data, from which `read_summary` makes it again."""
        head: list[Json] = [list(value) if isinstance(value, tuple) else value for value in self.head]
        return [head, self.answered, list(self.points), self.words, self.todos]


def read_summary(data: Any) -> Summary:
    """Return a summary from its JSON data. Raises TypeError or ValueError when the data is something else."""
    head, answered, points, words, todos = data
    title, subject, partner, date, *lists = head
    authors, themes, actors = map(tuple, lists)
    return Summary(Head(title, subject, partner, date, authors, themes, actors), answered, tuple(points), words, todos)


def head_of(opened: "Opened") -> Head:
    """Return the head of a brief, as far as its file could be read."""
    data = _data(opened)
    points = [point for question in opened.form.questions.questions for point in texts.points(data, question.key)]
    people = data.get("authors")
    names = [person.get("name") for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    title, subject, partner, date = (_text(data.get(key)) for key in ("title", "subject", "partner", "date"))
    return Head(
        title=title,
        subject=subject,
        partner=partner,
        date=date,
        authors=_texts([*names]),
        themes=_each_once(theme for point in points for theme in _texts(point.get("themes"))),
        actors=_each_once(actor for point in points for actor in _texts(point.get("actors"))),
    )


def summarize(opened: "Opened", parsed: "ParsedBrief | None") -> Summary:
    """Return the summary of a brief, as far as its file could be read."""
    data, questions = _data(opened), opened.form.questions.questions
    may_have_todos = parsed is None or parsed.may_be_unfinished
    return Summary(
        head=head_of(opened),
        answered=sum(_is_answered(data, question.key) for question in questions),
        points=tuple(len(texts.points(data, question.key)) for question in questions),
        words=_words(data, opened.form.questions, parsed),
        todos=sum(1 for text in _strings(data) for _ in unfinished(text)) if may_have_todos else 0,
    )


_NOT_THE_AUTHORS = "editorial_notes"


def _data(opened: "Opened") -> dict[str, Json]:
    return opened.draft.data if opened.draft and isinstance(opened.draft.data, dict) else {}


def _words(data: Json, questions: QuestionSet, parsed: "ParsedBrief | None") -> int:
    """Count what a reader of the brief reads: the summary and the answers."""
    if parsed:
        prose_words = sum(count for path, count in parsed.counts.items() if path[0] != _NOT_THE_AUTHORS)
    else:
        from briefkit.document import prose

        found = texts.prose(data, questions, is_volume=False)
        prose_words = sum(count_words(prose.parse(text).masked) for path, text in found if path[0] != _NOT_THE_AUTHORS)
    lines = (text for path, text in texts.lines(data, questions, is_volume=False) if len(path) > 1)
    return prose_words + sum(map(count_words, lines))


def _text(value: Json) -> str | None:
    return clean(str(value)).strip() or None if isinstance(value, (str, int)) else None


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str) and item.strip()) if isinstance(value, list) else ()


def _each_once(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _is_answered(data: Json, question: str) -> bool:
    """Tell whether a draft answers a question: at least one statement has no mark of unfinished work."""
    statements = [point.get("statement") for point in texts.points(data, question)]
    return any(isinstance(text, str) and text.strip() and not any(unfinished(text)) for text in statements)


def _strings(data: Json) -> Iterator[str]:
    """Yield every text anywhere in a draft."""
    stack = [data]
    while stack:
        match stack.pop():
            case str(text):
                yield text
            case dict(parts):
                stack += parts.values()
            case list(parts):
                stack += parts
            case _:
                pass
