"""A brief to fill in, made from what a question set says of its questions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefkit.format.order import fields_in_order
from briefkit.format.questions import LINKS, Choice, LinkKind, Question, QuestionSet
from briefkit.format.schema import Form, schema
from briefkit.text.english import capital, counted, listed, number_word
from briefkit.text.errors import UsageError
from briefkit.text.printable import quoted

_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_HEAD = """\
# yaml-language-server: $schema={schema}
#
# Write over each TODO; `briefkit validate {name}` shows those that are left, and what else is missing.
# What stands after a # is a note to you and is never printed. Take out what you do not need.

title: "TODO: title"
# subtitle: a second line, if the title needs one
{fields}authors:
  - name: "TODO: name"
    affiliation: "TODO: institute"
date: {date}  # YYYY, YYYY-MM or YYYY-MM-DD
# language: fr  # where it is not English
# audience:
#   - for whom it is written, a line each
summary: |
  TODO: the whole brief in at most 150 words.
"""

_FOOT = """
# How to write prose (overview, detail, summary): paragraphs with a blank line between them, *emphasis*, lists with -.
# Cite a source by its id, [@lee-2024, p. 3], behind the punctuation. A remark is a footnote:
#
#       detail: |
#         Trade has doubled since 2015.[@lee-2024, p. 3] The two offices count it differently.[^count]
#
#         [^count]: They differ by a tenth.
#
# references:
#   - id: lee-2024
#     type: report  # book, chapter, article-journal, article-newspaper, webpage, speech, …
#     author:
#       - family: Lee
#         given: Min
#     title: Trade across the strait
#     publisher: Institute of Trade
#     issued: 2024-05  # or n.d.
#     URL: https://example.org/trade
#
# abbreviations:
#   FTA: free trade agreement
#
# waivers:  # findings that you accept, with the reason
#   - rule: unaddressed-challenge
#     at: [the-id-of-the-point]
#     reason: The author offers no remedy.
"""


class Scaffold(NamedTuple):
    """What a new brief is made for: its name on the command line, its date, and where it will stand."""

    name: str
    date: str
    """A partial date."""
    schema: str
    """Path of the schema, from the file."""
    themes: tuple[str, ...] = ()
    """The vocabulary of the volume; empty where it has none."""


def checked_name(written: str, known: Iterable[str]) -> str:
    """Return the name of a new brief, from a name or a file name, in lower case.

    Raises UsageError when it cannot be one, or a library has it.
    """
    name = re.sub(r"\.ya?ml$", "", written.strip(), flags=re.IGNORECASE).lower()
    if not _NAME.fullmatch(name):
        near = re.sub(r"[\W_]+", "-", name).strip("-")
        hint = f"try {near}" if _NAME.fullmatch(near) else "write it in lower case: letters, digits and single dashes"
        raise UsageError(f"{quoted(written)} is no name of a brief", hint=hint)
    if name == "volume":
        raise UsageError("`volume` is the library's own file", hint="call the brief otherwise")
    if name in {one.lower() for one in known}:
        raise UsageError(f"the library has a brief {quoted(name)} already", hint=f"see briefkit show {name}")
    return name


def new_brief(questions: QuestionSet, scaffold: Scaffold) -> str:
    """Return the text of a brief to fill in.

    Each passage to write says TODO, and nothing else is wrong with it: there are as many points as a question asks for
    at least. Only the stance of an answer has a value to begin with, the first one, because an answer must have one.
    """
    fields = "".join(f'{key}: "TODO: {key}"\n' for key in questions.head)
    head = _HEAD.format(schema=scaffold.schema, name=scaffold.name, fields=fields, date=scaffold.date)
    answers = (line for question in questions.questions for line in _answer(question, questions, scaffold))
    return head + "".join(f"{line}\n" for line in answers) + _FOOT


def _answer(question: Question, questions: QuestionSet, scaffold: Scaffold) -> Iterator[str]:
    yield ""
    yield f"# {question.number}. {question.wording}"
    yield from _advice(question)
    yield f"{question.key}:"
    if question.verdict and question.verdict.answer:
        yield from _meanings(question.verdict.answer, "  # ")
        first, *others = question.verdict.answer
        yield f"  stance: {first}" + (f"  # TODO: or {listed(others, 'or')}" if others else "")
        yield '  because: "TODO: why, in one line"'
    yield "  # overview: |"
    yield "  #   What is to be said of all points together, if anything."
    yield "  points:"
    for place in range(_count(question)):
        yield from _point(question, questions, scaffold, place)


def _advice(question: Question) -> Iterator[str]:
    least, most = (question.limits.get(f"{end}-points", 0) for end in ("least", "most"))
    if least and most:
        yield f"#    {capital(number_word(least))} to {number_word(most)} {question.points}."
    elif most:
        yield f"#    At most {counted(most, question.point, question.points)}."
    words = question.limits.get("statement-words", 0)
    line = f"one line of at most {number_word(words)} words" if words else "one line"
    begins = " that begins with a verb and says what to do" if question.begins_with else ""
    yield f"#    A statement is {line}{begins}, without markup."
    if question.example:
        yield f"#    For instance: {question.example.statement}"


def _count(question: Question) -> int:
    return max(question.limits.get("least-points", 0), 1)


def _ids(question: Question) -> list[str]:
    """Return the ids of the points that stand there to begin with."""
    called = "-".join(question.point.lower().split())
    stem = called if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", called) else question.slug
    return [f"{stem}-{place + 1}" for place in range(_count(question))]


def _point(question: Question, questions: QuestionSet, scaffold: Scaffold, place: int) -> Iterator[str]:
    """Yield the lines of a point; only the first one of a question says what else may stand in it."""
    explained = place == 0
    yield f"    - id: {_ids(question)[place]}" + ("  # a name of your own choice, for links" if explained else "")
    yield f'      statement: "TODO: {question.point} {place + 1}"'
    if explained:
        if question.verdict and question.verdict.point:
            yield from _meanings(question.verdict.point, "      # stance: ")
        for field in fields_in_order(question):
            yield from _field(field, question, questions, scaffold)
    yield "      detail: |"
    yield "        TODO: the reasons and the facts, with their sources."


def _field(field: str, question: Question, questions: QuestionSet, scaffold: Scaffold) -> Iterator[str]:
    """Yield a field as a comment: left as it is, it says nothing that nobody has meant."""
    start = f"      # {field}: "
    if field in LINKS:
        kind: LinkKind = field  # type: ignore[assignment]
        targets = [questions.by_key[key] for key in question.links[kind]]
        ids = ", ".join(_ids(target)[0] for target in targets)
        yield f"{start}[{ids}]  # ids of {listed([target.points for target in targets], 'or')}"
    elif field == "themes":
        offered = ", ".join(scaffold.themes)
        yield f"{start}[{scaffold.themes[0]}]  # of {offered}" if offered else f"{start}[trade]  # words to sort by"
    elif field == "actors":
        yield f"{start}[Ministry of Trade]  # those who should act, one name each"
    elif field == "deadline":
        yield f"{start}2030-12"
    elif field in questions.choices:
        yield from _meanings(questions.choices[field].values, start)
    else:
        values = _values(field, question, questions)
        yield f"{start}{values[0]}  # or {listed(values[1:], 'or')}"


def _values(field: str, question: Question, questions: QuestionSet) -> list[str]:
    """Return the values that the schema has for a field of points."""
    answer = schema(Form("brief", questions))["properties"][question.key]
    return answer["properties"]["points"]["items"]["properties"][field]["enum"]


def _meanings(values: Mapping[str, Choice], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield f"{indent}{key}: {value.meaning}"
