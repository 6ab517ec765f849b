"""The briefs at a glance, unfinished ones too: what is answered, how long it is, what the checks found."""

from collections import Counter
from collections.abc import Iterator

from briefkit.document import blocks as b
from briefkit.document import prose
from briefkit.format.questions import QUESTIONS
from briefkit.source.draft import Json
from briefkit.source.finding import Severity
from briefkit.text.words import count_words, unfinished
from briefkit.views.listing.column import Column, Listing, cell, legend_of_questions, question_columns, styled, words
from briefkit.views.listing.selection import Selection, entries
from briefkit.views.view import Record

STATE = (
    "answered",
    *(question.key for question in QUESTIONS),
    "words",
    "errors",
    "warnings",
    "infos",
    "waived",
    "todos",
)
"""How far a brief has come: questions answered, points of each, words, findings, marks of unfinished work."""

FIELDS = ("brief", "title", "subject", "partner", "authors", "date", *STATE, "themes", "actors", "file")


def _records(selection: Selection) -> Iterator[Record]:
    report = selection.library.validate()
    found = Counter((finding.file, finding.severity) for finding in report.findings)
    waived = Counter(finding.file for finding in report.waived)
    for file in filter(selection.has, selection.files):
        draft = selection.library.open(file.name).draft
        data = draft.data if draft and isinstance(draft.data, dict) else {}
        yield {
            "brief": file.name,
            **{key: _text(data.get(key)) for key in ("title", "subject", "partner")},
            "authors": [*map(b.clean, file.authors)],
            "date": _text(data.get("date")),
            "answered": sum(_is_answered(data, question.key) for question in QUESTIONS),
            **{question.key: len(entries(data, question.key)) for question in QUESTIONS},
            "words": sum(count_words(prose.parse(text).masked) for text in _texts(data)),
            "errors": found[file.shown, Severity.ERROR],
            "warnings": found[file.shown, Severity.WARNING],
            "infos": found[file.shown, Severity.INFO],
            "waived": waived[file.shown],
            "todos": sum(1 for text in _strings(data) for _ in unfinished(text)),
            "themes": [*map(b.clean, file.themes)],
            "actors": [*map(b.clean, file.actors)],
            "file": file.shown,
        }


def _text(value: Json) -> str | None:
    return b.clean(str(value)).strip() or None if isinstance(value, (str, int)) else None


def _is_answered(data: Json, question: str) -> bool:
    """Tell whether a draft answers a question: at least one statement has no mark of unfinished work."""
    statements = [point.get("statement") for point in entries(data, question)]
    return any(isinstance(text, str) and text.strip() and not any(unfinished(text)) for text in statements)


TEXTS = ("because", "overview", "statement", "detail")
"""What an answer and its points say, by field."""


def _texts(data: dict[str, Json]) -> Iterator[str]:
    """Yield what a reader of the brief reads: the summary and the answers."""
    if isinstance(summary := data.get("summary"), str):
        yield summary
    for question in QUESTIONS:
        answer = data.get(question.key)
        for part in (answer if isinstance(answer, dict) else {}, *entries(data, question.key)):
            yield from (text for key in TEXTS if isinstance(text := part.get(key), str))


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


def _answered(record: Record, _: Selection) -> b.Blocks:
    count = record["answered"]
    text = f"{count}/{len(QUESTIONS)}"
    return cell(b.text(text)) if count == len(QUESTIONS) else styled(text, "warning")


def _findings(field: str, title: str, role: b.Role) -> Column:
    return Column(title, lambda record, _: styled(record[field], role), number=True)


def _families(record: Record, _: Selection) -> b.Blocks:
    """Show authors by their last names: a table of many columns has no room for more."""
    authors = record["authors"]
    names = [str(name).split()[-1] for name in authors if str(name).strip()] if isinstance(authors, list) else []
    return cell(words([*names]))


LISTING = Listing(
    name="briefs",
    kind="briefs",
    records=_records,
    fields=FIELDS,
    filters=("brief", "theme", "actor", "author"),
    narrow=",".join(("brief", "by", *STATE)),
    wide=",".join(("brief", "title", "authors", "date", *STATE)),
    columns={
        "brief": Column(show=lambda record, _: styled(record["brief"], "label"), fixed=True),
        "by": Column("By", _families),
        "answered": Column("Done", _answered, number=True),
        **question_columns(),
        "words": Column(number=True),
        "errors": _findings("errors", "Err", "error"),
        "warnings": _findings("warnings", "Warn", "warning"),
        "infos": _findings("infos", "Info", "info"),
        "waived": _findings("waived", "Waived", "waived"),
        "todos": _findings("todos", "Todo", "warning"),
    },
    legend=legend_of_questions,
)
