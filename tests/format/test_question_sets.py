"""Question sets as data: those that are shipped, and those that contradict themselves."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import small_set
from briefkit import api
from briefkit.checks.opened import Opened
from briefkit.format import shipped
from briefkit.format.schema import Form, schema
from briefkit.reading import read_bytes

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "briefkit"

SET = f"""\
{small_set.SET}\
    verdict:
      answer:
        helps: {{meaning: Yes.}}
      point:
        helps: {{meaning: For it.}}
        caution: {{meaning: Against it.}}
      covers_nothing: [caution]
"""


def opened(text: str) -> Opened:
    return Opened(read_bytes(text.encode(), "questions.yaml"), "questions.yaml", Form("questions", shipped.default()))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, f"{finding.line}: {finding.message}") for finding in opened(text).findings]


@pytest.mark.parametrize("name", shipped.names())
def test_every_shipped_set_keeps_to_its_own_form(name: str) -> None:
    text = shipped.text(name).decode()

    assert found(text) == []
    assert shipped.shipped(name).name == name


@pytest.mark.parametrize("kind", ["brief", "volume"])
def test_the_committed_schemas_are_those_of_the_five_questions(kind: str) -> None:
    committed = (ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")

    assert committed == api.schema(kind), f"write it anew: briefkit schema {kind} -o schema/{kind}.schema.json"


def test_the_small_set_is_sound() -> None:
    assert found(SET) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("key: options", "key: problem", "23: the key `problem` is taken by question 1, `Problem`"),
        ("letter: O", "letter: P", "24: the letter `P` is taken by question 1, `Problem`"),
        ("name: Options", "name: Problem", "25: the name `Problem` is taken by question 1, `Problem`"),
        ("key: problem", "key: summary", "17: `summary` is a field of every brief"),
        ("addresses: [problem]", "addresses: [problms]", "31: there is no question `problms`"),
        (
            "addresses: [problem]",
            "addresses: [problem, options]",
            "31: the points of `options` would link to each other",
        ),
        ("answered_by: [options]", "answered_by: [option]", "22: there is no question `option`"),
        ("  certainty:\n    name", "  horizon:\n    name", "9: `horizon` is a field of points already"),
        ("fields: [certainty, actors", "fields: [certain, actors", "28: there is no field of points `certain`"),
        (
            "expects: [certainty,",
            "expects: [themes,",
            "29: `themes` is expected, but a point of `options` cannot say it",
        ),
        ("covers_nothing: [caution]", "covers_nothing: [warning]", "38: `warning` is no stance that a point may have"),
        (
            "covers_nothing: [caution]",
            "covers_nothing: [helps]",
            "38: a point that names no stance has `helps`, which would cover nothing",
        ),
        ("version: 2\nchanges", "version: 1\nchanges", "5: a change of version 2, but the set is at version 1"),
    ],
)  # fmt: skip
def test_a_set_that_contradicts_itself_is_told_where(old: str, new: str, finding: str) -> None:
    assert SET.count(old) == 1

    messages = [message for rule, message in found(SET.replace(old, new)) if rule == "bad-question-set"]

    assert finding in messages


def test_questions_that_answer_each_other_are_one_finding() -> None:
    text = SET.replace("    point: option\n", "    point: option\n    answered_by: [problem]\n").replace(
        "    point: problem\n", "    point: problem\n    links: {addresses: [options]}\n"
    )

    messages = [message for _, message in found(text)]

    assert [message for message in messages if "circle" in message] == [
        "23: `answered_by` goes in a circle: problem → options → problem"
    ]


def test_questions_that_cannot_link_cannot_answer() -> None:
    text = SET.replace("    links:\n      addresses: [problem]\n", "").replace(", addresses]", "]")

    assert found(text) == [("bad-question-set", "22: the points of `options` cannot link to those of `problem`")]


@pytest.mark.parametrize(("number", "rule"), [(0, "empty-value"), (40, "too-long")])
def test_a_set_has_some_questions_and_not_forty(number: int, rule: str) -> None:
    head = SET.partition("choices:")[0]
    one = "  - {{key: q_{0}, letter: {1}, name: Q{0}, wording: What?, point: point}}\n"
    questions = "".join(one.format(i, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i % 26]) for i in range(number))

    assert [name for name, _ in found(f"{head}questions: {'' if number else '[]'}\n{questions}")] == [rule]


def _words(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are no documentation: of one line, and no statement of their own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in docs and "\n" not in text:
                yield node.lineno, text


OF_ALL = {question.key for name in shipped.names() for question in shipped.shipped(name).questions}
OF_THE_DEFAULT = [question.key for question in shipped.default().questions]
OTHER_THINGS = {
    "issue": "a number of a journal",
    "status": "a variable of CSL",
    "gaps": "themes that nothing answers",
    "findings": "of a check",
    "@context": "a keyword of JSON-LD",
}
"""Words that are questions of a shipped set and stand in code for something else."""


def test_no_key_of_a_question_stands_in_code() -> None:
    keys = re.compile("|".join(rf"(?<![\w-]){key.replace('_', '[_-]')}(?![\w-])" for key in OF_THE_DEFAULT))
    there = [
        f"{path.relative_to(SRC)}:{line}: {text}"
        for path in sorted(SRC.rglob("*.py"))
        for line, text in _words(path)
        if keys.search(text.replace("@context", "")) or (text.replace("-", "_") in OF_ALL and text not in OTHER_THINGS)
    ]

    assert there == []


def test_the_set_of_the_page_is_sound_and_the_page_names_every_set_and_field() -> None:
    page = (ROOT / "docs" / "question-sets.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(name: .*?)```", page, re.DOTALL)
    fields = schema(Form("questions", shipped.default()))["properties"]["questions"]["items"]["properties"]

    assert found(example) == []
    assert [name for name in (*shipped.names(), *fields) if f"`{name}`" not in page and f"`{name}:" not in page] == []
