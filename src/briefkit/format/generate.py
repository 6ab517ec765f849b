"""The schemas of briefs and volumes: a base, and what a question set adds to it."""

import json
import pkgutil
from collections.abc import Iterable
from typing import cast

from briefkit.format.limits import share_limit, word_limit
from briefkit.format.order import fields_in_order
from briefkit.format.questions import DEFAULT, VERBS, Choice, ChoiceField, Example, LinkKind, Question, QuestionSet
from briefkit.source.draft import Json
from briefkit.text.english import article, capital, listed, number_word

Node = dict[str, Json]

_ID: Node = {"$ref": "#/$defs/id"}


def brief_schema(questions: QuestionSet) -> Node:
    """Return the JSON Schema of the briefs that answer these questions."""
    base = _base("brief")
    top = _node(base["brief"])
    required = ["title", *questions.head, *(name for name in _names(top["required"]) if name != "title")]
    top["description"] = f"One file, {number_word(len(questions.questions))} answers: a policy brief as data."
    top["markdownDescription"] = top["description"]
    if questions.name != DEFAULT:
        top["$id"] = f"{top['$id']}:{questions.name}:{questions.version}"
    top["required"] = [*required, *(question.key for question in questions.questions)]
    fields: Node = {}
    for name, field in _node(top["properties"]).items():
        fields[name] = field
        if name == "summary":
            fields |= {question.key: _answer(question, questions, base) for question in questions.questions}
    top["properties"] = fields
    return {**top, "$defs": _base("definitions")}


def volume_schema(questions: QuestionSet) -> Node:
    """Return the JSON Schema of the volume around briefs that answer these questions."""
    base = _base("volume")
    top = _node(base["volume"])
    fields = _node(top["properties"])
    wording = _node(fields["questions"])
    wording["properties"] = {question.key: _wording(question, base) for question in questions.questions}
    first = questions.questions[0]
    wording["examples"] = [{first.key: first.wording}]
    limits = _node(_node(_node(fields["checks"])["properties"])["limits"])
    limits["properties"] = _limits(questions, _node(limits["properties"]))
    return {**top, "$defs": _base("definitions")}


def _base(kind: str) -> Node:
    return cast("Node", json.loads(pkgutil.get_data("briefkit.format", f"base/{kind}.json") or b""))


def _node(value: Json) -> Node:
    return cast("Node", value)


def _names(value: Json) -> list[str]:
    return cast("list[str]", value)


def _described(text: str, node: Node, *examples: Json, markdown: str = "") -> Node:
    return {"description": text, "markdownDescription": markdown or text, **node, "examples": [*examples]}


def _wording(question: Question, base: Node) -> Node:
    text = f"Wording of this question in the volume, instead of “{question.wording}”"
    return _described(text, _node(base["wording"]), question.wording)


def _limits(questions: QuestionSet, known: Node) -> Node:
    """Return the limits that a volume may set: those of the base, and those of single questions after them."""
    shared = [question for question in questions.questions if question.limits.get("statement-words")]
    found = dict(known)
    general = _node(found.pop("statement-words"))
    if common := [question for question in shared if not question.own_limit]:
        most = common[0].limits["statement-words"]
        points = article(listed([question.point for question in common], "or"))
        found["statement-words"] = _limit(f"Most words in {points}. Default {most}.", general, most)
    for question in shared:
        if question.own_limit:
            most = question.limits["statement-words"]
            found[word_limit(question)] = _limit(
                f"Most words in {article(question.point)}. Default {most}.", general, most
            )
    for question in questions.questions:
        for bound, size in (("most-share", "Largest"), ("least-share", "Smallest")):
            if share := question.limits.get(bound):
                text = f"{size} share of `{question.key}` in the words of a brief, in percent. Default {share}."
                found[share_limit(question, bound)] = _limit(text, general | {"maximum": 100}, share)
    return found


def _limit(text: str, node: Node, default: int) -> Node:
    return {**node, "description": text, "markdownDescription": text, "examples": [default]}


def _answer(question: Question, questions: QuestionSet, base: Node) -> Node:
    parts = _node(base["answer"])
    example: Json = [{"id": question.example.id, "statement": question.example.statement}] if question.example else []
    fields: Node = {"overview": parts["overview"]}
    if questions.name != DEFAULT:
        fields["overview"] = {**_node(parts["overview"]), "examples": ["A few sentences that frame the answer.\n"]}
    whole: Node = {}
    verdict = ""
    if question.verdict:
        text = f"The answer to the question: {question.wording}"
        fields["stance"] = _choice(text, question.verdict.answer.values())
        because = question.example.because if question.example else ""
        fields["because"] = {**_node(parts["because"]), "examples": [because] if because else []}
        whole = {"stance": next(iter(question.verdict.answer)), "because": because}
        verdict = "the answer in `stance` and `because`, "
    fields["counted"] = parts["counted"]
    points = {**_node(parts["points"]), "items": _point(question, questions, base), "examples": [example]}
    many = f"One of the {number_word(len(questions.questions))} questions"
    return {
        "type": "object",
        "properties": {**fields, "points": points},
        "additionalProperties": False,
        "required": [*(("stance", "because") if verdict else ()), "points"],
        "description": f"{question.wording} {many}.",
        "markdownDescription": f"**{question.wording}** {many}: {verdict}an optional `overview` and at least one of "
        "`points`.",
        "examples": [{**whole, "points": example}],
    }


def _point(question: Question, questions: QuestionSet, base: Node) -> Node:
    known = _node(base["point"])
    fields: Node = {name: known[name] for name in ("id", "statement", "group")}
    if questions.name != DEFAULT:
        example = question.example or Example("short-name", f"{capital(article(question.point))} in one plain line")
        fields["id"] = {**_node(known["id"]), "examples": [example.id]}
        fields["statement"] = {**_node(known["statement"]), "examples": [example.statement]}
    if question.verdict and question.verdict.point:
        text = f"How this {question.point} stands to the question; “{question.verdict.default}” where none is written."
        fields["stance"] = _choice(text, question.verdict.point.values())
    for name in fields_in_order(question):
        if name in question.links:
            kind = cast("LinkKind", name)
            fields[name] = _link(kind, question, questions)
        elif name in questions.choices:
            fields[name] = _choice_field(questions.choices[name])
        else:
            fields[name] = known[name]
    fields["detail"] = known["detail"]
    return {
        "type": "object",
        "properties": fields,
        "additionalProperties": False,
        "required": ["id", "statement"],
    }


def _link(kind: LinkKind, question: Question, questions: QuestionSet) -> Node:
    targets = [questions.by_key[key] for key in question.links[kind]]
    names = listed([target.points for target in targets], "and")
    text = (
        f"Ids of the {names} that this {question.point} {VERBS[kind][0]}; leave it out where the author does not say."
    )
    examples = [target.example.id for target in targets if target.example][:2]
    return _described(text, {"type": "array", "minItems": 1, "uniqueItems": True, "items": _ID}, [*examples])


def _choice_field(field: ChoiceField) -> Node:
    return _choice(
        f"{field.name}: {'; '.join(_meant(value) for value in field.values.values())}", field.values.values()
    )


def _meant(choice: Choice) -> str:
    return f"{choice.key}: {choice.meaning.rstrip('.')}"


def _choice(text: str, values: Iterable[Choice]) -> Node:
    choices = list(values)
    lines = "\n".join(f"- `{choice.key}`: {choice.meaning}" for choice in choices)
    node: Node = {
        "type": "string",
        "enum": [choice.key for choice in choices],
        "enumDescriptions": [choice.meaning for choice in choices],
    }
    return _described(text, node, choices[0].key, markdown=f"{text.partition(':')[0].rstrip('.')}.\n\n{lines}")
